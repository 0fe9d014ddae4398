/// Everything a search has to say: the hits, and what was done to the query to find them.
public struct SearchAnswer: Equatable, Sendable {
    /// A word replaced, with what replaced it.
    public struct Correction: Equatable, Sendable {
        /// The word as typed.
        public var typed: String
        /// The vault's own word looked up in its place.
        public var corrected: String

        /// `typed` was read as `corrected`.
        public init(typed: String, corrected: String) {
            self.typed = typed
            self.corrected = corrected
        }
    }

    /// A word looked up together with others that mean the same.
    public struct Expansion: Equatable, Sendable {
        /// Why the other words mean the same.
        public enum Reason: String, Sendable, CaseIterable {
            /// A note of the vault spells the acronym out.
            case acronym
            /// A note of the vault gives this alias.
            case alias
            /// Links with these words all lead to the note of this title.
            case linkText
            /// The vault's vocabulary file says so.
            case vocabulary
            /// kb found that the notes spell one concept so; only for `concept:`.
            case concept
            /// A general list of technical abbreviations spells it out.
            case abbreviation
            /// Another spelling of the same word (`real-time`, `realtime`), or a misspelling found in the notes.
            case spelling
            /// A general list of words of like meaning has it; only said when a hit was found by it.
            case related
        }

        /// The word or words as typed.
        public var typed: String
        /// What was looked up as well, in the order of weight.
        public var also: [String]
        /// Why.
        public var reason: Reason

        /// `typed` also stands for `also`.
        public init(typed: String, also: [String], reason: Reason) {
            self.typed = typed
            self.also = also
            self.reason = reason
        }
    }

    /// How far the query had to be loosened to find anything.
    public enum Relaxation: Equatable, Sendable {
        /// Every hit shown holds at least one of the words, none holds all; the words that the best hit lacks.
        case most(missing: [String])
        /// These words stand nowhere in the vault (nor anything near them) and were left out.
        case dropped([String])
    }

    /// The query as typed.
    public var query: String
    /// Empty when some hit holds all that was asked.
    public var relaxed: [Relaxation]
    /// Words corrected, in the order of the query.
    public var corrections: [Correction]
    /// Words expanded, in the order of the query.
    public var expansions: [Expansion]
    /// Best first; ties by path in byte order, then by line.
    public var hits: [Hit]
    /// How many sections satisfy the query, those beyond the limit included.
    public var total: Int

    /// An answer; see the properties.
    public init(
        query: String, relaxed: [Relaxation] = [], corrections: [Correction] = [], expansions: [Expansion] = [],
        hits: [Hit] = [], total: Int = 0
    ) {
        self.query = query
        self.relaxed = relaxed
        self.corrections = corrections
        self.expansions = expansions
        self.hits = hits
        self.total = total
    }
}
