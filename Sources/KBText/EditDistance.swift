/// How many slips of the hand lie between one word and others: letters missing, added, wrong, or swapped with a
/// neighbour (optimal string alignment).
///
/// - SeeAlso: H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003.
public struct EditDistance: Sendable {
    let pattern: [UInt8]
    /// For each byte, the positions of the pattern that hold it; nil when the word is too long or not ASCII.
    let masks: [UInt64]?
    private let scalars: [Unicode.Scalar]

    /// Prepares to compare words with `word`.
    public init(_ word: some StringProtocol) {
        pattern = Array(word.utf8)
        scalars = Array(String(word).unicodeScalars)
        if 1...64 ~= pattern.count, pattern.allSatisfy({ $0 < 0x80 }) {
            var masks = [UInt64](repeating: 0, count: 256)
            for (position, byte) in pattern.enumerated() { masks[Int(byte)] |= 1 << UInt64(position) }
            self.masks = masks
        } else {
            masks = nil
        }
    }

    /// The distance to `other`, or nil when it is more than `limit`.
    public func distance(to other: some StringProtocol, atMost limit: Int) -> Int? {
        var other = String(other)
        return other.withUTF8 { distance(to: UnsafeRawBufferPointer($0), atMost: limit) }
    }

    /// The distance to the UTF-8 in `other`, or nil when it is more than `limit`.
    public func distance(to other: UnsafeRawBufferPointer, atMost limit: Int) -> Int? {
        guard limit >= 0 else { return nil }
        guard let masks else { return distanceByScalars(to: other, atMost: limit) }
        guard pattern.count - other.count <= limit else { return nil }
        if other.count - pattern.count > limit {
            return other.contains { $0 >= 0x80 } ? distanceByScalars(to: other, atMost: limit) : nil
        }
        return masks.withUnsafeBufferPointer { masks in
            distanceByBits(to: other, masks: masks, atMost: limit)
        }
    }

    private func distanceByBits(
        to other: UnsafeRawBufferPointer, masks: UnsafeBufferPointer<UInt64>, atMost limit: Int
    ) -> Int? {
        var positive = ~UInt64(0)
        var negative: UInt64 = 0
        var diagonal: UInt64 = 0
        var previousMask: UInt64 = 0
        var distance = pattern.count
        let last = UInt64(1) << UInt64(pattern.count - 1)
        var remaining = other.count
        for byte in other {
            // Letters beyond ASCII take several bytes but are one slip each.
            if byte >= 0x80 { return distanceByScalars(to: other, atMost: limit) }
            let mask = masks[Int(byte)]
            let swapped = ((~diagonal & mask) << 1) & previousMask
            diagonal = (((mask & positive) &+ positive) ^ positive) | mask | negative | swapped
            let horizontalPositive = negative | ~(diagonal | positive)
            let horizontalNegative = diagonal & positive
            if horizontalPositive & last != 0 { distance += 1 } else if horizontalNegative & last != 0 { distance -= 1 }
            remaining -= 1
            // Each byte to come can mend at most one.
            if distance - remaining > limit { return nil }
            let shiftedPositive = horizontalPositive << 1 | 1
            let shiftedNegative = horizontalNegative << 1
            positive = shiftedNegative | ~(diagonal | shiftedPositive)
            negative = shiftedPositive & diagonal
            previousMask = mask
        }
        return distance <= limit ? distance : nil
    }

    func distanceByScalars(to other: UnsafeRawBufferPointer, atMost limit: Int) -> Int? {
        let other = Array(String(decoding: other, as: UTF8.self).unicodeScalars)
        guard abs(scalars.count - other.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var previous = Array(0...other.count)
        for (row, scalar) in scalars.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(other.count + 1)
            for (column, candidate) in other.enumerated() {
                var best = min(previous[column + 1], current[column]) + 1
                best = min(best, previous[column] + (scalar == candidate ? 0 : 1))
                if row > 0, column > 0, scalar == other[column - 1], scalars[row - 1] == candidate {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            if let least = current.min(), least > limit { return nil }
            (beforeLast, previous) = (previous, current)
        }
        guard let distance = previous.last, distance <= limit else { return nil }
        return distance
    }
}
