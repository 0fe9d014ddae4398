import KBModel
import KBParse

/// A draft as advice looks at it: parsed, and cut into parts that may each be said elsewhere.
struct AdviceDraft {
    /// The draft as a note, with its own title if it was given one.
    let note: Note
    /// The words of its parts: the sections that say something, and the whole when it is short.
    let parts: [[Int32]]
    /// How many telling words there are in all.
    let wordCount: Int
    let words: AdviceWords
    /// How many bytes were looked at, when that is not all.
    let bytesRead: Int?

    /// More of a draft is not looked at: a draft of so many bytes is ten thousand words already, and looking up each of
    /// them must not take a second.
    static let mostBytes = 64 << 10
    /// The most distinct words that are looked up.
    private static let mostWords = 2_000
    /// The most words of one part: a copy shows in the first page.
    static let longestPart = 400
    /// A section of fewer words is judged with the others only.
    private static let shortestPart = 8
    /// The most parts: drafts have few sections.
    private static let mostParts = 24

    /// Reads `draft`.
    init(_ draft: Draft) {
        let bytes = Array(draft.text.utf8.prefix(AdviceDraft.mostBytes))
        bytesRead = bytes.count < draft.text.utf8.count ? bytes.count : nil
        var parser = NoteParser()
        var note = parser.parse(bytes, path: draft.path)
        if !draft.title.isEmpty { note.title = draft.title }
        self.note = note
        let words = AdviceWords()
        let most = AdviceDraft.mostWords
        _ = words.words(in: note.title.utf8, isDraft: true, most: most)
        let sections = note.sections.map { section in
            words.words(in: note.plain[section.body.clamped(to: note.plain.indices)], isDraft: true, most: most).numbers
        }
        self.words = words
        wordCount = sections.reduce(0) { $0 + $1.count }
        var parts = sections.filter { $0.count >= AdviceDraft.shortestPart }.map {
            Array($0.prefix(AdviceDraft.longestPart))
        }
        let isOnePart = parts.count == 1 && parts.first?.count == wordCount
        if !isOnePart, wordCount <= AdviceDraft.longestPart { parts.insert(sections.flatMap(\.self), at: 0) }
        self.parts = Array(parts.prefix(AdviceDraft.mostParts))
    }
}
