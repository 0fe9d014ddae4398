/// A hash of bytes that is the same on every machine and in every year: FNV-1a, 64 bits. Not for secrets.
///
/// - SeeAlso: G. Fowler, L. C. Noll, K.-P. Vo, <http://www.isthe.com/chongo/tech/comp/fnv/>.
@frozen
public struct FNV1a: Sendable {
    @usableFromInline var bits: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of what was added so far.
    @inlinable
    public var value: UInt64 { bits }

    /// The hash of no bytes.
    @inlinable
    public init() {}

    /// Goes on from the ``value`` of another one.
    @inlinable
    public init(_ value: UInt64) { bits = value }

    /// Adds a byte.
    @inlinable
    public mutating func add(_ byte: UInt8) { bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Adds bytes, in their order.
    @inlinable
    public mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

    /// 40 bits, the higher ones folded onto the lower ones: five bytes where eight would be too dear.
    @inlinable
    public var folded: UInt64 { (bits ^ bits >> 40) & 0xFF_FFFF_FFFF }
}
