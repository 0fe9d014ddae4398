internal import KBText

/// What each sign that a note is about a term counts. Judged on the keyphrases of abstracts, of paragraphs and of whole
/// papers; every one of them is flat around its optimum.
enum TermWeight {
    /// A stand inside a longer phrase, next to one by itself.
    static let nested = 0.5
    /// How fast a term loses by standing further down.
    static let place = 0.3
    /// The bytes after which that begins to be felt: two or three lines.
    static let placeUnit = 200.0
    /// All words are generic nouns: `data model`.
    static let generic = 0.5
    /// Met only as a phrase with `of`: `rate of convergence`.
    static let doubtful = 0.4

    /// What a role adds, as a share.
    static func bonus(_ roles: RoleSet) -> Double {
        var bonus = 1.0
        for (role, share) in shares where roles.contains(role) { bonus += share }
        return bonus
    }

    private static let shares: [(RoleSet, Double)] = [
        (.heading, 0.5), (.title, 0.5), (.lead, 0.5), (.alone, 0.3), (.marked, 0.3), (.link, 0.3), (.tag, 0.5),
        (.acronym, 0.5), (.defined, 0.5), (.enumerated, 0.2),
    ]

    /// By the words of the key: what a text is about is rarely said in one word, most often in two or three.
    static func length(_ words: Int) -> Double {
        switch words {
        case 1: 0.45
        case 2: 1
        case 3: 1.2
        default: 1
        }
    }

    /// As ``length(_:)``, for what is worth keeping in the index: a lone word may be used in many other notes.
    static func lengthKept(_ words: Int) -> Double { words == 1 ? 0.8 : 1 }

    /// How telling a term is that `count` of `notes` hold: the root, because in a vault about one subject its own terms
    /// stand in many notes.
    static func rarity(_ notes: Int, _ count: Int) -> Double {
        binaryLogarithm(1 + Double(notes) / Double(max(1, count))).squareRoot()
    }

    /// The logarithm to base 2 of a number from 1 up; 0 for anything else.
    static func binaryLogarithm(_ x: Double) -> Double { x >= 1 ? logarithm(x) * perNatural : 0 }

    /// 1 / ln 2.
    private static let perNatural = 1.442_695_040_888_963_4
}
