/// A number for each note, most of them 0; emptied in the time of those that are not.
struct ScoreRow {
    /// By note.
    private(set) var values: [Float]
    /// The notes that got a number, in the order they got it.
    private(set) var touched: [Int32] = []

    /// Zeros for `count` notes.
    init(count: Int) { values = Array(repeating: 0, count: count) }

    subscript(note: Int) -> Float { values[note] }

    /// Adds `value`, which is above 0.
    @inline(__always)
    mutating func add(_ value: Float, to note: Int) {
        if values[note] == 0 { touched.append(Int32(truncatingIfNeeded: note)) }
        values[note] += value
    }

    /// Raises the number of `note` to `value`; whether that was more.
    mutating func raise(_ note: Int, to value: Float) -> Bool {
        guard value > values[note] else { return false }
        if values[note] == 0 { touched.append(Int32(truncatingIfNeeded: note)) }
        values[note] = value
        return true
    }

    /// Lets `fill` add to many notes at once, without the checks; the notes it newly reaches go to the list.
    mutating func fill(_ fill: (UnsafeMutableBufferPointer<Float>, inout [Int32]) -> Void) {
        values.withUnsafeMutableBufferPointer { fill($0, &touched) }
    }

    /// Multiplies every number by that of its note in `factors`.
    mutating func scale(by factor: Float, _ factors: [Float]) {
        for note in touched { values[Int(note)] *= factor * factors[Int(note)] }
    }

    /// Back to zeros.
    mutating func removeAll() {
        for note in touched { values[Int(note)] = 0 }
        touched.removeAll(keepingCapacity: true)
    }

    /// The `count` notes with the greatest numbers, greatest first, ties by note; `excluded` left out.
    func best(_ count: Int, excluding excluded: Int) -> [(note: Int, value: Float)] {
        var best: [(note: Int, value: Float)] = []
        guard count > 0 else { return best }
        for touched in touched {
            let note = Int(touched)
            let value = values[note]
            if note == excluded { continue }
            if best.count == count, let last = best.last, !ScoreRow.isBefore((note, value), last) { continue }
            if best.count == count { best.removeLast() }
            let place = best.firstIndex { ScoreRow.isBefore((note, value), $0) } ?? best.count
            best.insert((note, value), at: place)
        }
        return best
    }

    private static func isBefore(_ a: (note: Int, value: Float), _ b: (note: Int, value: Float)) -> Bool {
        a.value == b.value ? a.note < b.note : a.value > b.value
    }
}
