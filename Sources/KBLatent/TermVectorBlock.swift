/// Some terms with their vectors as the index keeps them, by fingerprint: for each the fingerprint, highest byte first,
/// the factor of its coordinates (the upper half of a `Float`, lowest byte first), and the coordinates in four bits
/// each.
public struct TermVectorBlock: Equatable, Sendable {
    /// How many terms a full block has: as many as fit into one page of 4,096 bytes.
    public static let capacity = 104
    /// Bytes a term takes.
    static let stride = TermFingerprint.bytes + 2 + LatentCoding.bytes

    /// No factor is greater: coordinates are below 1, and rarities below 32.
    private static let greatestFactor: Float = 32

    /// The terms, one after the other.
    public private(set) var bytes: [UInt8]

    /// The block that `bytes` are; nil when they are none.
    public init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty, bytes.count % TermVectorBlock.stride == 0 else { return nil }
        self.bytes = bytes
    }

    /// A block without terms.
    init() { bytes = [] }

    /// How many terms there are.
    public var count: Int { bytes.count / TermVectorBlock.stride }

    /// The fingerprint of the first term, by which the block is found; 0 when there is none.
    public var first: UInt64 { count > 0 ? fingerprint(at: 0) : 0 }

    /// Whether `fingerprint` lies between the first term and the last.
    public func holds(_ fingerprint: UInt64) -> Bool {
        count > 0 && first...max(first, self.fingerprint(at: count - 1)) ~= fingerprint
    }

    private func fingerprint(at place: Int) -> UInt64 {
        let start = place * TermVectorBlock.stride
        return bytes[start..<start + TermFingerprint.bytes].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Adds a term behind all others. `values` are ``LatentVector/dimensions`` coordinates; a term whose vector points
    /// nowhere is left out.
    mutating func append(_ fingerprint: UInt64, _ values: UnsafePointer<Float>) {
        var coded = [UInt8](repeating: 0, count: LatentCoding.bytes)
        let factor = coded.withUnsafeMutableBufferPointer { coded in
            coded.baseAddress.flatMap { LatentCoding.encode(values, into: $0) }
        }
        guard let factor else { return }
        for index in 0..<TermFingerprint.bytes {
            bytes.append(UInt8(truncatingIfNeeded: fingerprint >> UInt64(8 * (TermFingerprint.bytes - 1 - index))))
        }
        let upper = factor.bitPattern >> 16
        bytes.append(UInt8(truncatingIfNeeded: upper))
        bytes.append(UInt8(truncatingIfNeeded: upper >> 8))
        bytes += coded
    }

    /// The vector of the term with this fingerprint, times its rarity; nil when it is not here.
    public func vector(of wanted: UInt64) -> LatentVector? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if fingerprint(at: middle) < wanted { low = middle + 1 } else { high = middle }
        }
        guard low < count, fingerprint(at: low) == wanted else { return nil }
        return vector(at: low)
    }

    /// The vector of the term at `place`, which must be there.
    func vector(at place: Int) -> LatentVector {
        let start = place * TermVectorBlock.stride + TermFingerprint.bytes
        let factor = Float(bitPattern: UInt32(bytes[start]) << 16 | UInt32(bytes[start + 1]) << 24)
        // A damaged factor must not spread through the sums.
        guard factor > 0, factor <= TermVectorBlock.greatestFactor else { return LatentVector() }
        let coded = bytes[(start + 2)..<(start + 2 + LatentCoding.bytes)]
        let low = coded.lazy.map { Float(LatentCoding.low($0)) * factor }
        let high = coded.lazy.map { Float(LatentCoding.high($0)) * factor }
        return LatentVector(Array(low) + Array(high))
    }
}
