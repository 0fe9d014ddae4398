/// The numbers of the ranking, each with the reason for it. Measured effects are in `docs/ranking.md`.
public enum RankingWeight {
    /// How soon repetition stops to count in BM25; the literature's usual value.
    public static let saturation = 1.2
    /// How far a long section is held against it, 0 to 1. Sections vary less in scope than whole documents, hence below
    /// the usual .75.
    public static let lengthPenalty = 0.6
    /// How many times the mean length counts at most. A section longer than that is a list of many things, each of them
    /// as much about its words as in a section of its own.
    public static let longestCounted = 4.0
    /// The section's own heading, as a BM25 of its own: a heading is short, so one match says half as much again.
    public static let heading = 0.5
    /// The nearest heading above that holds the word: it says what the section is about, but its neighbours just as much.
    public static let path = 0.3
    /// Two adjacent words of the query side by side in the section.
    public static let phrase = 0.2
    /// A long form, alias or abbreviation of a word, against the word itself: most often, not always, the same thing.
    public static let expansion = 0.6
    /// A word of like meaning from a general list (``RelatedWords``): enough to find a section that no word typed stands in,
    /// too little to outrank one that holds the word. More (.3) finds no more of what learners ask and costs elsewhere.
    public static let related = 0.2
    /// A word corrected, against a word typed right.
    public static let correction = 0.8
    /// How near a section's meaning is to the query's, 0 to 1, against the best score by words.
    public static let meaning = 0.3
    /// The mean score of the sections that are most like a section, against its own score.
    public static let neighbours = 0.3
    /// How many notes link to a section's note, as a logarithm against that of the most that link to one, against the best
    /// score by words. Little, as it says nothing about the query: at twice as much, queries of two words lose.
    public static let backlinks = 0.05
    /// A query that is the words of the links to a note, against the best score by words.
    public static let linkText = 0.3
    /// A word that rather says that something is asked for than what (``RequestWords``). Left out, half of the gain is
    /// lost: now and then it is what the question is about.
    public static let request = 0.5

    /// What a word counts that the query says `count` times: its power of ¾. Long questions repeat their subject, but each
    /// time says a little less.
    public static func emphasis(ofRepetitions count: Int) -> Double {
        let count = Double(max(1, count))
        return (count * count.squareRoot()).squareRoot()
    }
}
