import KBText

/// A term of the index as a number of 40 bits, which stands for it in the table of term vectors.
///
/// Two of 30,000 terms share a number in one vault of 2,500, and then one of them borrows the other's vector: next to
/// nothing, for half the bytes of the words themselves.
public enum TermFingerprint {
    /// How many bytes one takes.
    public static let bytes = 5

    /// The number of the term with these bytes.
    public static func of(_ term: UnsafeRawBufferPointer) -> UInt64 {
        var hash = FNV1a()
        hash.add(term)
        return hash.folded
    }

    /// The number of a term.
    public static func of(_ term: String) -> UInt64 {
        var term = term
        return term.withUTF8 { of(UnsafeRawBufferPointer($0)) }
    }
}
