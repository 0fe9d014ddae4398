/// In how many notes of a vault each term stands.
public struct TermFrequencies: Sendable {
    /// How many notes there are.
    public let notes: Int
    private let notesByKey: [UInt64: Int]

    /// `notesByKey` of `notes` notes hold the terms with these keys; see ``TermExtractor/key(of:)``.
    public init(notes: Int, notesByKey: [UInt64: Int]) {
        self.notes = notes
        self.notesByKey = notesByKey
    }

    /// How many notes hold the term with this key; 0 when none is known to.
    public func notes(holding key: UInt64) -> Int { notesByKey[key] ?? 0 }
}
