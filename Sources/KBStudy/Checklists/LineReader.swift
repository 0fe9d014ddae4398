import KBConcepts
public import KBModel
import KBText

/// Finds the lines of a note that belong on a checklist.
///
/// List items at every depth, tasks, sentences that ask or demand, `Term: explanation` on a line of its own, and headings
/// that ask or demand. Not: examples, which answer the line above; items that only link; references, code, tables, quotes,
/// glossaries, and flashcards written as such.
///
/// A class, because it keeps the words met so far: not to be shared between threads.
public final class LineReader {
    private let tokenizer = Tokenizer()
    private let budget: (String) -> Minutes?

    /// A reader; `budget` reads the time that a line of words allots, which decides nothing else.
    public init(budget: @escaping (String) -> Minutes? = { _ in nil }) { self.budget = budget }

    /// The lines of `note`, in order.
    public func lines(of note: Note) -> NoteLines {
        var reading = LineReading(note, budget: budget) { [tokenizer] text in
            LineReader.firstWords(of: text, by: tokenizer)
        }
        return reading.read()
    }

    /// The first words of a text, folded: enough to tell what it begins with.
    private static func firstWords(of text: String, by tokenizer: Tokenizer) -> [String] {
        let head = text.utf8.count > longestHead ? String(text.prefix(longestHead)) : text
        return tokenizer.tokens(in: head, as: .query).filter { !$0.isColocated }.map(\.surface)
    }

    private static let longestHead = 80
}
