/// How often each word stands in one note, in about three bytes a word.
struct TermCountList {
    /// For each word, ascending, the step from the one before and how often it stands, seven bits a byte.
    private var bytes: [UInt8] = []

    /// The words of `terms`, ascending, with their counts.
    init(_ terms: [Int32], counts: [Int32]) {
        var previous: Int32 = 0
        for term in terms {
            append(UInt32(bitPattern: term &- previous))
            append(UInt32(bitPattern: counts[Int(term)]))
            previous = term
        }
        // As many lists as there are notes: no room to grow.
        bytes = bytes.withUnsafeBufferPointer { bytes in
            Array(unsafeUninitializedCapacity: bytes.count) { copy, count in
                count = copy.update(fromContentsOf: bytes)
            }
        }
    }

    private mutating func append(_ number: UInt32) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Hands each word with its count to `visit`, ascending.
    @inline(__always)
    func forEach(_ visit: (_ term: Int, _ count: Int) -> Void) {
        var place = 0
        func next() -> Int {
            var (value, shift) = (0, 0)
            while place < bytes.count {
                let byte = Int(bytes[place])
                place += 1
                value |= (byte & 0x7F) << shift
                if byte < 0x80 { break }
                shift += 7
            }
            return value
        }
        var term = 0
        while place < bytes.count {
            term += next()
            visit(term, next())
        }
    }
}
