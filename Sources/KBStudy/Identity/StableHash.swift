/// A hash that is the same on every machine and in every year; not for secrets.
///
/// FNV-1a over the bytes, then MurmurHash3's finaliser, without which the upper bits of short texts hardly differ.
///
/// - SeeAlso: <http://www.isthe.com/chongo/tech/comp/fnv/> and `fmix64` in <https://github.com/aappleby/smhasher>.
struct StableHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of some texts; where one ends and the next begins counts.
    init(_ texts: String...) {
        for text in texts {
            for byte in text.utf8 { add(byte) }
            // No UTF-8 holds this byte.
            add(0xFF)
        }
        value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
        value ^= value >> 33
    }

    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
