/// A name as a number, the same however it is written: case, accents, apostrophes and what separates its words do not
/// count, but function words do.
///
/// It has 40 bits: among 100,000 names two share a number in one vault of 200, and what is typed is by chance the number of
/// another name once in ten million queries.
public enum NameKey {
    /// How many bytes one takes.
    public static let bytes = 5

    /// The number of `name`: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) over its folded words, each followed by a blank, the
    /// higher bits folded onto the lower ones. Nil when no word is in it.
    public static func of(_ name: String, _ tokenizer: Tokenizer) -> UInt64? {
        var name = name
        return name.withUTF8 { of($0, tokenizer) }
    }

    /// The number of the name with these bytes.
    public static func of(_ name: UnsafeBufferPointer<UInt8>, _ tokenizer: Tokenizer) -> UInt64? {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var hasWord = false
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        _ = tokenizer.scan(name, as: .query) { word, _, _, isColocated in
            guard !isColocated else { return true }
            for byte in tokenizer.lexicon.surface(of: word) { add(byte) }
            add(UInt8(ascii: " "))
            hasWord = true
            return true
        }
        return hasWord ? (hash ^ hash >> 40) & 0xFF_FFFF_FFFF : nil
    }
}
