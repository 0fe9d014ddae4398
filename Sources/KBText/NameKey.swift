/// A name as a number, the same however it is written: case, accents, apostrophes and what separates its words do not
/// count, but function words do.
///
/// It has 40 bits: among 100,000 names two share a number in one vault of 200, and what is typed is by chance the number of
/// another name once in ten million queries.
public enum NameKey {
    /// How many bytes one takes.
    public static let bytes = 5

    /// The number of `name`: ``FNV1a`` over its folded words, each followed by a blank. Nil when no word is in it.
    public static func of(_ name: String, _ tokenizer: Tokenizer) -> UInt64? {
        var name = name
        return name.withUTF8 { of($0, tokenizer) }
    }

    /// The number of the name with these bytes.
    public static func of(_ name: UnsafeBufferPointer<UInt8>, _ tokenizer: Tokenizer) -> UInt64? {
        var hash = FNV1a()
        var hasWord = false
        _ = tokenizer.scan(name, as: .query) { word, _, _, isColocated in
            guard !isColocated else { return true }
            hash.add(tokenizer.lexicon.surface(of: word))
            hash.add(UInt8(ascii: " "))
            hasWord = true
            return true
        }
        return hasWord ? hash.folded : nil
    }
}
