public import KBModel
internal import KBText

/// Finds the phrases of a note that may name concepts.
///
/// A class, because it keeps scratch memory and the words met so far: not to be shared between threads. What it finds in a
/// note depends on that note alone.
public final class TermExtractor {
    private var reader = TermReader()

    /// An extractor that has met no word yet.
    public init() {}

    /// The phrases of `note` that may name concepts, in the order of first appearance.
    ///
    /// Of running text the best by their place and number, so that a note gives 60 and 15 for every hundred words; headings,
    /// leads, items, marks and names all stay.
    public func terms(of note: Note) -> [TermUse] {
        reader.read(note)
        return reader.bestTerms()
    }

    /// The key that all spellings of one phrase share; nil when no word is left of it.
    public func key(of spelling: some StringProtocol) -> UInt64? { reader.key(ofSpelling: Array(spelling.utf8)) }

    /// The phrases that say best what `note` is about, best first; ties in the order of first appearance.
    ///
    /// - Parameters:
    ///   - frequencies: In how many notes each term stands; without them, the note is judged by itself.
    ///   - limit: The most phrases to return.
    public func keyphrases(of note: Note, in frequencies: TermFrequencies?, limit: Int) -> [Keyphrase] {
        reader.read(note)
        return reader.keyphrases(in: frequencies, limit: limit)
    }
}
