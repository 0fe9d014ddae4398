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
        guard bytes.withUnsafeBytes(TermVectorBlock.isBlock) else { return nil }
        self.bytes = bytes
    }

    /// A block without terms.
    init() {
        bytes = []
        bytes.reserveCapacity(TermVectorBlock.capacity * TermVectorBlock.stride)
    }

    /// How many terms there are.
    public var count: Int { bytes.count / TermVectorBlock.stride }

    /// The fingerprint of the first term, by which the block is found; 0 when there is none.
    public var first: UInt64 { bytes.withUnsafeBytes { count > 0 ? TermVectorBlock.fingerprint(at: 0, in: $0) : 0 } }

    /// Whether `fingerprint` lies between the first term and the last.
    public func holds(_ fingerprint: UInt64) -> Bool {
        bytes.withUnsafeBytes { bytes in
            count > 0 && fingerprint >= TermVectorBlock.fingerprint(at: 0, in: bytes)
                && fingerprint <= TermVectorBlock.fingerprint(at: count - 1, in: bytes)
        }
    }

    /// Adds a term behind all others. `values` are ``LatentVector/dimensions`` coordinates; a term whose vector points
    /// nowhere is left out.
    mutating func append(_ fingerprint: UInt64, _ values: UnsafePointer<Float>) {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: TermVectorBlock.stride))
        let isWritten = bytes.withUnsafeMutableBufferPointer { bytes in
            guard let term = bytes.baseAddress.map({ $0 + start }),
                let factor = LatentCoding.encode(values, into: term + TermFingerprint.bytes + 2)
            else { return false }
            for index in 0..<TermFingerprint.bytes {
                term[index] = UInt8(truncatingIfNeeded: fingerprint >> UInt64(8 * (TermFingerprint.bytes - 1 - index)))
            }
            let upper = factor.bitPattern >> 16
            term[TermFingerprint.bytes] = UInt8(truncatingIfNeeded: upper)
            term[TermFingerprint.bytes + 1] = UInt8(truncatingIfNeeded: upper >> 8)
            return true
        }
        if !isWritten { bytes.removeLast(TermVectorBlock.stride) }
    }

    /// The vector of the term with this fingerprint, times its rarity; nil when it is not here.
    public func vector(of fingerprint: UInt64) -> LatentVector? {
        bytes.withUnsafeBytes { TermVectorBlock.vector(of: fingerprint, in: $0) }
    }
}

extension TermVectorBlock {
    /// Whether `bytes` can be a block.
    public static func isBlock(_ bytes: UnsafeRawBufferPointer) -> Bool { !bytes.isEmpty && bytes.count % stride == 0 }

    /// The vector of the term with this fingerprint in a block, times its rarity; nil when it is not there.
    public static func vector(of wanted: UInt64, in block: UnsafeRawBufferPointer) -> LatentVector? {
        var low = 0
        var high = block.count / stride
        let count = high
        while low < high {
            let middle = (low + high) / 2
            if fingerprint(at: middle, in: block) < wanted { low = middle + 1 } else { high = middle }
        }
        guard low < count, fingerprint(at: low, in: block) == wanted else { return nil }
        return LatentVector { decode(low, of: block, into: $0) }
    }

    private static func fingerprint(at place: Int, in block: UnsafeRawBufferPointer) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<TermFingerprint.bytes { value = value << 8 | UInt64(block[place * stride + index]) }
        return value
    }

    /// Writes the coordinates of the last term to `values`.
    func decodeLast(into values: UnsafeMutablePointer<Float>) {
        bytes.withUnsafeBytes { bytes in
            if count > 0 { TermVectorBlock.decode(count - 1, of: bytes, into: values) }
        }
    }

    /// Writes the coordinates of the term at `place`, which must be there; zeros when its factor is damaged, which must
    /// not spread through the sums.
    private static func decode(_ place: Int, of block: UnsafeRawBufferPointer, into values: UnsafeMutablePointer<Float>)
    {
        let start = place * stride + TermFingerprint.bytes
        var factor = Float(bitPattern: UInt32(block[start]) << 16 | UInt32(block[start + 1]) << 24)
        if !(factor > 0 && factor <= greatestFactor) { factor = 0 }
        for index in 0..<LatentCoding.bytes {
            let byte = block[start + 2 + index]
            values[index] = Float(LatentCoding.low(byte)) * factor
            values[LatentCoding.bytes + index] = Float(LatentCoding.high(byte)) * factor
        }
    }
}
