/// What a reader asked, read but not yet looked up.
public struct Query: Equatable, Sendable {
    /// As typed.
    public var text: String
    /// What must hold, as a whole.
    ///
    /// The bare words of one `all` clause rank together: sections with most of them come first. Everything else in it
    /// must hold.
    public var clause: Clause

    /// A query for `clause`, typed as `text`.
    public init(text: String, clause: Clause) {
        self.text = text
        self.clause = clause
    }

    /// A piece of typed text and where it stands in the query, in UTF-8 bytes from its start.
    public struct Term: Hashable, Sendable {
        /// The text, as typed.
        public var text: String
        /// Its offset in the query, in UTF-8 bytes.
        public var offset: Int

        /// `text`, typed at `offset`.
        public init(_ text: String, at offset: Int) {
            self.text = text
            self.offset = offset
        }
    }

    /// Where in a section a term may stand.
    public enum Field: String, Sendable, CaseIterable {
        /// In the heading or under it.
        case any
        /// In the section's own heading.
        case heading
    }

    /// One condition, or several combined.
    public indirect enum Clause: Equatable, Sendable {
        /// A bare word. One with inner punctuation (`real-time`, `A/B`, `precision@k`) counts as one word.
        case word(Term, in: Field)
        /// `"…"`: the words in this order, side by side.
        case phrase(Term, in: Field)
        /// `pre*`: any word that begins so.
        case prefix(Term, in: Field)
        /// `NEAR(a b "c d", 10)`: all terms with at most `distance` words between them.
        case near([Term], distance: Int)
        /// A condition on the section or its note that ranks nothing.
        case filter(Filter)
        /// All hold; bare words among them are optional when there are several (see ``Query/clause``).
        case all([Clause])
        /// At least one holds.
        case any([Clause])
        /// Does not hold.
        case not(Clause)
    }

    /// A condition on a section or its note that ranks nothing.
    public enum Filter: Equatable, Sendable {
        /// `tag:a` holds for `a` and `a/b`, typed in the section or in its note's front matter.
        case tag(Tag)
        /// `path:text`: the note's path holds the text, case-blind; with `*`, `?` or `**` a glob for the whole path.
        case path(String)
        /// `note:name`: the note's title, file name or alias is this name, case-blind, or begins with it.
        case note(String)
        /// `concept:name`: a heading, tag, alias, acronym or definition of the section names it.
        case concept(String)
        /// `is:task`, `is:question`, `is:definition`, and so on.
        case holds(Feature)
        /// `key:value`: front matter has `key` with this value, case-blind; `key:*` for any value.
        case property(key: String, value: String)
        /// `before:`: the note's day is earlier.
        case before(Day)
        /// `after:`: the note's day is this one or later.
        case after(Day)
    }

    /// Something a section holds; the raw value is what `is:` takes.
    public enum Feature: String, Sendable, CaseIterable {
        /// A task in any state.
        case task
        /// A task not yet done.
        case open
        /// A task done or cancelled.
        case done
        /// A question.
        case question
        /// A definition.
        case definition
        /// A code block.
        case code
        /// A table.
        case table
    }
}

extension Query.Clause {
    /// Whether it is a bare word that may stand anywhere: not a phrase, a prefix, `NEAR`, or a word in headings alone.
    public var isBareWord: Bool {
        if case .word(_, in: .any) = self { true } else { false }
    }
}
