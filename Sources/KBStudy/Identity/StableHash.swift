import KBText

/// A hash that is the same on every machine and in every year; not for secrets.
///
/// FNV-1a over the bytes, then MurmurHash3's finaliser, without which the upper bits of short texts hardly differ.
///
/// - SeeAlso: `fmix64` in <https://github.com/aappleby/smhasher>.
struct StableHash {
    let value: UInt64

    /// The hash of some texts; where one ends and the next begins counts.
    init(_ texts: String...) {
        var hash = FNV1a()
        for text in texts {
            hash.add(text.utf8)
            // No UTF-8 holds this byte.
            hash.add(0xFF)
        }
        self.init(hash)
    }

    /// What ``init(_:)-(String...)`` makes of what was added to `hash`.
    init(_ hash: FNV1a) {
        var value = hash.value
        value = (value ^ value >> 33) &* 0xFF51_AFD7_ED55_8CCD
        value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
        self.value = value ^ value >> 33
    }
}
