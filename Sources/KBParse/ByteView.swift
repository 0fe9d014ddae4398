/// Bytes of a note, read without copying.
///
/// Reading outside the bounds gives NUL, so that a scanner may look ahead without asking for the end first; it can
/// neither trap nor touch foreign memory. A view lives no longer than the closure that lent the pointer.
struct ByteView {
    let base: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    subscript(_ index: Int) -> UInt8 {
        UInt(bitPattern: index) < UInt(bitPattern: count) ? base[index] : 0
    }

    /// The bytes of `range`, clamped to this view.
    @inline(__always)
    func slice(_ start: Int, _ end: Int) -> ByteView {
        let low = Swift.min(Swift.max(start, 0), count)
        let high = Swift.min(Swift.max(end, low), count)
        return ByteView(base: base + low, count: high - low)
    }

    /// The text of a range, ill-formed bytes replaced.
    func string(_ start: Int, _ end: Int) -> String {
        let part = slice(start, end)
        return String(decoding: UnsafeBufferPointer(start: part.base, count: part.count), as: UTF8.self)
    }

    /// Where the line that holds `start` ends: at its LF or CR, or at the end of the view. Eight bytes a step.
    @inline(__always)
    func lineEnd(from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var i = start
        while i &+ 8 <= count {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self))
            // The first byte below 0x0E: the line end, or a tab or rarer control byte before it.
            let hit = (word &- ones &* 0x0E) & ~word & highs
            if hit == 0 {
                i &+= 8
                continue
            }
            i &+= hit.trailingZeroBitCount >> 3
            if base[i] == .lf || base[i] == .cr { return i }
            i &+= 1
        }
        while i < count, base[i] != .lf, base[i] != .cr { i &+= 1 }
        return i
    }

    /// Where the line after the one ending at `end` starts: CR, LF and CRLF each end one line.
    @inline(__always)
    func nextLine(after end: Int) -> Int {
        if self[end] == .cr, self[end &+ 1] == .lf { return end &+ 2 }
        return Swift.min(end &+ 1, count)
    }

    /// The first `byte` in `start..<end`.
    @inline(__always)
    func firstIndex(of byte: UInt8, _ start: Int, _ end: Int) -> Int? {
        var i = Swift.max(start, 0)
        let stop = Swift.min(end, count)
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let wanted = ones &* UInt64(byte)
        while i &+ 8 <= stop {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)) ^ wanted
            let hit = (word &- ones) & ~word & highs
            if hit != 0 { return i &+ (hit.trailingZeroBitCount >> 3) }
            i &+= 8
        }
        while i < stop {
            if base[i] == byte { return i }
            i &+= 1
        }
        return nil
    }

    /// The first byte at or after `start` that `classes` does not show as a dot; ``count`` when there is none.
    @inline(__always)
    func firstMarked(in classes: ByteClasses, from start: Int) -> Int {
        let table = classes.table
        var i = start
        while i &+ 4 <= count {
            if table[Int(base[i])] != .dot { return i }
            if table[Int(base[i &+ 1])] != .dot { return i &+ 1 }
            if table[Int(base[i &+ 2])] != .dot { return i &+ 2 }
            if table[Int(base[i &+ 3])] != .dot { return i &+ 3 }
            i &+= 4
        }
        while i < count, table[Int(base[i])] == .dot { i &+= 1 }
        return i
    }

    /// How many line ends, written as LF, stand in `start..<end`.
    func lineEnds(_ start: Int, _ end: Int) -> Int {
        var (count, k) = (0, start)
        while let hit = firstIndex(of: .lf, k, end) {
            count += 1
            k = hit + 1
        }
        return count
    }

    /// Whether the bytes at `start` are those of `word`, ASCII letters compared case-blind; `word` is lowercase.
    func hasWord(_ word: StaticString, at start: Int) -> Bool {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard start >= 0, start + letters.count <= count else { return false }
        for k in 0..<letters.count where self[start + k].lowered != letters[k] { return false }
        return true
    }

    /// `end` moved left past spaces and tabs, not further than `start`.
    @inline(__always)
    func trimmedEnd(_ start: Int, _ end: Int) -> Int {
        var e = end
        while e > start, self[e &- 1].isBlank { e &-= 1 }
        return e
    }

    /// `start` moved right past spaces and tabs, not further than `end`.
    @inline(__always)
    func skippingBlanks(_ start: Int, _ end: Int) -> Int {
        var s = start
        while s < end, self[s].isBlank { s &+= 1 }
        return s
    }
}

/// Room for the words of a note, written front to back.
///
/// The room is as large as the note, which its words never exceed; a byte too many would be dropped, not written.
struct ByteSink {
    let base: UnsafeMutablePointer<UInt8>
    let capacity: Int
    var count = 0

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        guard count < capacity else { return }
        base[count] = byte
        count &+= 1
    }

    /// Appends `source[start..<end]`.
    @inline(__always)
    mutating func put(_ source: ByteView, _ start: Int, _ end: Int) {
        let part = source.slice(start, end)
        let fits = Swift.min(part.count, capacity - count)
        guard fits > 0 else { return }
        (base + count).update(from: part.base, count: fits)
        count &+= fits
    }

    /// What has been written.
    var view: ByteView { ByteView(base: UnsafePointer(base), count: count) }

    /// What has been written, as an array of its own.
    var array: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
