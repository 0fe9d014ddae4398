/// The order of steps that the notes agree on most.
///
/// Two steps that a note has both of stand in the order of most such notes; for two that no note has both of, the places they
/// take in their own notes count a little. The step that fewest others precede comes first, then the same of those left.
struct StepOrder {
    private let count: Int
    private var before: [Double]
    private var both: [Double]
    private var places: [(sum: Double, notes: Double)]

    /// Nothing known yet of `count` steps.
    init(count: Int) {
        self.count = count
        before = Array(repeating: 0, count: count * count)
        both = Array(repeating: 0, count: count * count)
        places = Array(repeating: (0, 0), count: count)
    }

    /// Takes in the steps of one note, in its order; only the first place of each counts.
    mutating func add(_ steps: [Int]) {
        var seen: Set<Int> = []
        let steps = steps.filter { (0..<count).contains($0) && seen.insert($0).inserted }
        for (index, step) in steps.enumerated() {
            places[step].sum += (Double(index) + 0.5) / Double(steps.count)
            places[step].notes += 1
            for later in steps[(index + 1)...] {
                before[step * count + later] += 1
                both[step * count + later] += 1
                both[later * count + step] += 1
            }
        }
    }

    /// The steps in order; `names` decide between equals.
    func order(names: [String]) -> [Int] {
        var burden = [Double](repeating: 0, count: count)
        for step in 0..<count { for other in 0..<count where other != step { burden[step] += lead(other, step) } }
        var left = Array(0..<count)
        var order: [Int] = []
        while !left.isEmpty {
            guard let next = left.min(by: { precedes($0, $1, burden, names) }) else { break }
            order.append(next)
            left.removeAll { $0 == next }
            for step in left { burden[step] -= lead(next, step) }
        }
        return order
    }

    private func precedes(_ a: Int, _ b: Int, _ burden: [Double], _ names: [String]) -> Bool {
        // Sums of the same numbers in another order differ in their last bits.
        if abs(burden[a] - burden[b]) > 1e-9 { return burden[a] < burden[b] }
        if abs(place(a) - place(b)) > 1e-9 { return place(a) < place(b) }
        return names[a] == names[b] ? a < b : names[a].utf8.lexicographicallyPrecedes(names[b].utf8)
    }

    private func place(_ step: Int) -> Double { places[step].notes > 0 ? places[step].sum / places[step].notes : 0.5 }

    /// How much says that `a` comes before `b`, -1 to 1.
    private func lead(_ a: Int, _ b: Int) -> Double {
        let notes = both[a * count + b]
        let agreed = notes > 0 ? (before[a * count + b] - before[b * count + a]) / notes : 0
        let trust = notes / (notes + StepOrder.doubt)
        return trust * agreed + (1 - trust) * StepOrder.placeWeight * (place(b) - place(a))
    }

    /// A single note that has both steps is believed for two thirds.
    private static let doubt = 0.5
    /// What the places in different notes count against the order in one.
    private static let placeWeight = 0.5
}
