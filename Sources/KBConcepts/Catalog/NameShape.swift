import KBModel

/// What the words of a name can say, whoever uses it.
struct NameShape {
    /// What a single word is.
    enum Kind {
        /// No list knows it, or it is an acronym or a name: a term of its trade.
        case telling
        /// A noun of everyday life: `user`, `city`.
        case everyday
        /// A noun that names nothing by itself: `thing`, `example`.
        case generic
        /// No noun, or a noun and a verb: `recall`, `offline`.
        case other
        /// One or two letters.
        case short
    }

    private static let everyday = 0.3
    private static let generic = 0.15
    private static let other = 0.2
    private static let short = 0.3
    /// Most concepts have two or three words; few have more than four.
    private static let byCount = [1, 1, 1.25, 1.1, 0.8]
    private static let longest = 0.4
    /// A verb within a phrase: a piece of a sentence.
    private static let verbal = 0.3
    /// It begins with a noun that opens instructions as often: `search`, `test`.
    private static let opened = 0.7
    /// All its words are everyday or generic ones.
    private static let common = 0.6
    /// It begins with how the writer sees it.
    private static let judged = 0.7
    /// A generic noun ends it.
    private static let genericHead = 0.85
    /// Nothing but running text holds it, and its last word is generic or a form in `ing`.
    private static let plain = 0.75

    private var kind = Kind.telling
    private var base = 1.0
    private var hasGenericHead = false
    /// Its last word is generic, or it is a single form in `ing`.
    private var isWeak = false

    /// The shape of a name with these words.
    ///
    /// - Parameters:
    ///   - isName: Whether it has an acronym or, one word, is written like a name.
    init(isName: Bool, words: some Collection<WordShape>) {
        guard words.count > 1 else {
            guard let word = words.first, !isName else { return }
            kind = word.kind
            isWeak = word.isProgressive
            return
        }
        base = words.count < NameShape.byCount.count ? NameShape.byCount[words.count] : NameShape.longest
        // What has an acronym is a name, whatever its words.
        if isName { return }
        if words.contains(where: \.isVerb) {
            base *= NameShape.verbal
        } else if words.first?.isOpener == true {
            base *= NameShape.opened
        }
        if words.allSatisfy(\.isCommon) { base *= NameShape.common }
        if words.first?.isJudgement == true { base *= NameShape.judged }
        if let last = words.reversed().first { hasGenericHead = last.kind == .generic }
        isWeak = hasGenericHead
    }

    /// What the evidence for a name of this shape is multiplied with.
    func factor(_ counts: TermCounts) -> Double {
        switch kind {
        case .telling: break
        case .short: return NameShape.short
        case .generic: return NameShape.generic
        case .everyday: return counts[.title] + counts[.tag] > 0 ? 1 : NameShape.everyday
        case .other: return NameShape.other
        }
        let treated = counts[.heading] + counts[.lead] + counts[.defined] + counts[.title] + counts[.tag]
        let set = counts[.alone] + counts[.marked] + counts[.acronym]
        let isPlain = treated + set == 0
        return base * (hasGenericHead ? NameShape.genericHead : 1) * (isPlain && isWeak ? NameShape.plain : 1)
    }
}

/// What the lists of general English say about a word of a name.
struct WordShape {
    var kind: NameShape.Kind
    /// It is a verb and no noun.
    var isVerb: Bool
    var isProgressive: Bool
    /// It opens instructions: `use`, `add`.
    var isOpener: Bool
    var isJudgement: Bool
    /// It is everyday, generic or a judgement.
    var isCommon: Bool

    /// A longer mixture of letters and digits is a number somebody gave, not a name.
    private static let longestCode = 8

    /// The shape of a folded word.
    init(_ letters: UnsafeRawBufferPointer) {
        let traits = WordTable.traits(of: letters).union(WordTable.traits(of: Fingerprint.singular(letters)))
        let isNoun = !traits.isDisjoint(with: [.noun, .genericNoun])
        let isEveryday = EverydayWords.contains(letters)
        isVerb = traits.contains(.verb) && traits.isDisjoint(with: [.gerund, .nounVerb]) && !isNoun && !isEveryday
        isProgressive = letters.count > 5 && letters.suffix(3).elementsEqual("ing".utf8)
        isOpener = traits.contains(.opener)
        isJudgement = !traits.isDisjoint(with: [.judgement]) && !traits.contains(.measure)
        isCommon = isEveryday || traits.contains(.genericNoun) || isJudgement
        let digits = letters.count(where: Fingerprint.isDigit)
        if letters.count < 3 {
            kind = .short
        } else if digits > 2 && letters.count >= WordShape.longestCode {
            kind = .generic
        } else if traits.contains(.genericNoun) {
            kind = .generic
        } else if !traits.isDisjoint(with: [.judgement, .adjective]) {
            kind = .other
        } else if !traits.isDisjoint(with: [.verb, .nounVerb, .opener]), !letters.suffix(3).elementsEqual("ing".utf8) {
            kind = .other
        } else {
            kind = isEveryday ? .everyday : .telling
        }
    }
}
