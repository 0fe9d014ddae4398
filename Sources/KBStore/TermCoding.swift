import KBModel

/// How terms are written: `docs/index.md`, "Terms".
enum TermCoding {
    /// Appends the counts that are not 0, each as a number whose lowest four bits are the role.
    static func append(_ counts: TermCounts, to bytes: inout [UInt8]) {
        for role in TermCounts.Role.allCases {
            let count = counts[role]
            if count != 0 { Varint.append(count << roleBits | role.rawValue, to: &bytes) }
        }
    }

    /// The counts of ``append(_:to:)``; what makes no sense is left out.
    static func counts(_ bytes: UnsafeRawBufferPointer) -> TermCounts {
        var counts = TermCounts()
        var position = 0
        while let number = Varint.read(bytes, &position) {
            guard let role = TermCounts.Role(rawValue: number & ((1 << roleBits) - 1)) else { continue }
            counts[role] = number >> roleBits
        }
        return counts
    }

    /// There is room for 16 roles.
    private static let roleBits = 4

    /// What separates the words of a spelling.
    static let space = UInt8(ascii: " ")

    /// Appends the number of a word, twice, plus one at the last word of a spelling.
    static func append(word: Int, isLast: Bool, to bytes: inout [UInt8]) {
        Varint.append(word << 1 | (isLast ? 1 : 0), to: &bytes)
    }

    /// Keys of terms, all with as many bytes as the largest needs, which stands before them; the lowest byte first.
    static func encode(keys: [UInt64]) -> [UInt8] {
        let width = max(1, (64 - (keys.max() ?? 0).leadingZeroBitCount + 7) / 8)
        var bytes: [UInt8] = [UInt8(width)]
        bytes.reserveCapacity(1 + width * keys.count)
        for key in keys {
            for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: key >> UInt64(8 * byte))) }
        }
        return bytes
    }

    /// Hands the keys of ``encode(keys:)`` to `visit`; whether there were `count` of them.
    static func decodeKeys(_ bytes: UnsafeRawBufferPointer, count: Int, _ visit: (UInt64) -> Void) -> Bool {
        guard let width = bytes.first.map(Int.init), 1...8 ~= width, 0...bytes.count ~= count,
            bytes.count - 1 == width * count
        else { return false }
        var position = 1
        for _ in 0..<count {
            var key: UInt64 = 0
            for byte in 0..<width { key |= UInt64(bytes[position + byte]) << UInt64(8 * byte) }
            visit(key)
            position += width
        }
        return true
    }
}

extension TermCoding {
    /// Hands each use in a note's list to `visit`, until that returns false; whether all were taken.
    static func forEachUse(_ bytes: UnsafeRawBufferPointer, _ visit: (_ term: Int, _ counts: Int) -> Bool) -> Bool {
        var position = 0
        var term = 0
        while position < bytes.count {
            guard let step = Varint.read(bytes, &position), let counts = Varint.read(bytes, &position) else {
                return false
            }
            let (next, hasOverflowed) = term.addingReportingOverflow(step)
            guard !hasOverflowed, visit(next, counts) else { return false }
            term = next
        }
        return true
    }
}
