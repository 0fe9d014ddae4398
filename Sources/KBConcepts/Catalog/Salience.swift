import KBModel

/// How much a concept stands out among the others of its vault.
///
/// A sum of what speaks for it, times how much its words can name, brought between 0 and 1. Every constant was chosen on
/// notes read by hand; `docs/concepts.md` tells what each is worth.
enum Salience {
    /// What a role is worth, once for every note that may have it.
    private static let roles: [(role: TermCounts.Role, worth: Double)] = [
        (.tag, 2), (.acronym, 2), (.heading, 1.5), (.defined, 1.5), (.lead, 1), (.marked, 1), (.link, 1),
        (.enumerated, 0.2),
    ]
    /// What being a note's title is worth where no heading repeats it.
    private static let title = 2.0
    /// What it is worth that writers shorten it: nobody shortens what he says once.
    private static let short = 1.5
    /// What standing alone is worth: by the square root, up to two times a note.
    private static let alone = 1.5
    private static let mostAlone = 2
    /// What a note is worth, and, by the square root, a mention.
    private static let note = 1.5
    private static let mention = 0.8
    /// The share of mentions within longer concepts that is taken off: `engagement` in `user engagement`.
    private static let nested = 0.8
    /// The evidence that makes for a salience of one half.
    private static let middle = 8.0

    /// 0 to 1, from how often a concept stands in which roles and what its words are.
    ///
    /// - Parameters:
    ///   - nested: How many of its mentions stand within longer concepts.
    ///   - hasShort: Whether it has an acronym or a clipped form.
    static func score(notes: Int, counts: TermCounts, nested: Int, hasShort: Bool, shape: NameShape) -> Double {
        let free = max(0, Double(counts[.mention]) - Salience.nested * Double(nested))
        var evidence = note * Double(notes) + mention * free.squareRoot()
        for (role, worth) in roles { evidence += worth * Double(min(counts[role], notes)) }
        evidence += title * Double(min(max(0, counts[.title] - counts[.heading]), notes))
        evidence += alone * Double(min(counts[.alone], mostAlone * notes)).squareRoot()
        if hasShort { evidence += short }
        evidence *= shape.factor(counts)
        return evidence / (evidence + middle)
    }

    /// Whether a concept with so much room left before it is shown.
    ///
    /// What the notes set apart - a heading, the beginning of an item, a piece of an enumeration - is a concept even when it
    /// was said once; what only running text holds must stand out.
    static func isShown(_ concept: CatalogConcept, _ room: Int) -> Bool {
        room > 0 && concept.salience >= (concept.counts.isSetApart ? leastSetApart : leastPlain)
    }

    /// The least salience of what the notes set apart.
    private static let leastSetApart = 0.165
    /// The least salience of what only running text holds: two telling words, said once, are above it.
    private static let leastPlain = 0.22

    /// How many concepts a vault with so many words shows at most: 290 for 2,000 words, 10,000 for 5 million. A reader
    /// looks for what a large vault treats, not for all it says.
    static func room(words: Int) -> Int {
        leastRoom + Int((roomPerRoot * Double(max(0, words)).squareRoot()).rounded())
    }

    private static let roomPerRoot = 4.3
    /// Room in any vault: what a few notes that are lists set apart.
    private static let leastRoom = 100
}

extension TermCounts {
    /// Whether it stands anywhere but in running text.
    fileprivate var isSetApart: Bool {
        let treated = self[.alone] + self[.heading] + self[.lead] + self[.title] + self[.tag] + self[.defined]
        return treated + self[.marked] + self[.link] + self[.acronym] + self[.enumerated] > 0
    }
}
