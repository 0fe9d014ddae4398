/// A 64-bit hash of a file's bytes: equal bytes, equal hash, on every machine and in every version of kb.
///
/// Not cryptographic. Folds each 16 bytes into the state by one 64 × 64 → 128 bit multiplication whose halves are
/// xored, as wyhash does (Wang Yi, public domain), with constants and finish of our own; the length is mixed in last.
/// Hashes are kept in the index and name the folders of the cache, so the function must never change.
public enum ContentHash {
    /// Digits of √2, √3, √5 and √7 after the point in binary, made odd: numbers nobody chose.
    private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
        0x6A09_E667_F3BC_C909, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1
    )

    /// The hash of `bytes`.
    public static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

    /// The hash of the UTF-8 bytes of `text`.
    public static func of(_ text: String) -> UInt64 { of(Array(text.utf8)) }

    /// The hash of `bytes`.
    public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var state = keys.0
        let rest = fold(bytes, into: &state)
        return finish(state, rest: rest, count: bytes.count)
    }

    /// The hash of bytes that come in pieces: of files that no memory should have to hold.
    struct Running {
        private var state = keys.0
        private(set) var count = 0
        /// What is not folded in yet: the last 16 bytes are special, and more may come.
        private var held: [UInt8] = []

        /// Adds the bytes that come next.
        mutating func add(_ bytes: UnsafeRawBufferPointer) {
            count += bytes.count
            held += bytes
            let rest = held.withUnsafeBytes { ContentHash.fold($0, into: &state).count }
            held.removeFirst(held.count - rest)
        }

        /// The hash of all bytes so far.
        var value: UInt64 { held.withUnsafeBytes { ContentHash.finish(state, rest: $0, count: count) } }
    }

    /// Folds all but the last 1 to 16 bytes into `state`, and returns those.
    private static func fold(_ bytes: UnsafeRawBufferPointer, into state: inout UInt64) -> UnsafeRawBufferPointer {
        var rest = bytes
        while rest.count > 16 {
            state = folded(word(rest, at: 0) ^ keys.1, word(rest, at: 8) ^ state)
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(16))
        }
        return rest
    }

    private static func finish(_ state: UInt64, rest: UnsafeRawBufferPointer, count: Int) -> UInt64 {
        let (low, high) = tail(rest)
        let state = folded(low ^ keys.2, high ^ state)
        return folded(state ^ keys.3, UInt64(truncatingIfNeeded: count) ^ keys.1)
    }

    /// Eight bytes, little-endian on every machine. The caller has checked that they are there.
    private static func word(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The last 0 to 16 bytes as two words, short ones filled up with zeros.
    private static func tail(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        var words: (UInt64, UInt64) = (0, 0)
        for (place, byte) in bytes.enumerated() {
            if place < 8 {
                words.0 |= UInt64(byte) << UInt64(place * 8)
            } else {
                words.1 |= UInt64(byte) << UInt64(place * 8 - 64)
            }
        }
        return words
    }

    private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }
}
