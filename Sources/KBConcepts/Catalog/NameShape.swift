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

    private static let everyday = 0.45
    private static let generic = 0.15
    private static let other = 0.25
    private static let short = 0.3
    /// Most concepts have two or three words; few have more than four.
    private static let byCount = [1, 1, 1.25, 1.1, 0.8]
    private static let longest = 0.4
    /// A verb within a phrase: a piece of a sentence.
    private static let verbal = 0.3
    /// All its words are everyday or generic ones.
    private static let common = 0.6
    /// It begins with how the writer sees it.
    private static let judged = 0.7
    /// A generic noun ends it, and nothing but text holds it.
    private static let genericHead = 0.8
    /// How much of a penalty for being no plain noun is lifted for every sign that the notes treat it nevertheless.
    private static let lifted = 0.1
    private static let mostLifted = 0.5

    private var kind = Kind.telling
    private var base = 1.0
    private var hasGenericHead = false

    /// The shape of a name with these words.
    ///
    /// - Parameters:
    ///   - isName: Whether it has an acronym or, one word, is written like a name.
    init(isName: Bool, words: some Collection<WordShape>) {
        guard words.count > 1 else {
            if let word = words.first, !isName { kind = word.kind }
            return
        }
        base = words.count < NameShape.byCount.count ? NameShape.byCount[words.count] : NameShape.longest
        // What has an acronym is a name, whatever its words.
        if isName { return }
        if words.contains(where: \.isVerb) || words.first?.isOpener == true { base *= NameShape.verbal }
        if words.allSatisfy(\.isCommon) { base *= NameShape.common }
        if words.first?.isJudgement == true { base *= NameShape.judged }
        if let last = words.reversed().first { hasGenericHead = last.kind == .generic }
    }

    /// What the evidence for a name of this shape is multiplied with.
    func factor(notes: Int, counts: TermCounts) -> Double {
        let treated =
            min(counts[.heading], 2) + min(counts[.lead], 2) + min(counts[.defined], 2) + min(counts[.title], 1)
            + min(counts[.tag], 1) + min(counts[.acronym], 1) + min(counts[.marked], 1)
        switch kind {
        case .telling: break
        case .short: return NameShape.short
        case .generic: return NameShape.generic
        case .everyday: return counts[.title] + counts[.tag] > 0 ? 1 : NameShape.everyday
        case .other:
            let lift = min(NameShape.mostLifted, NameShape.lifted * Double(treated + notes - 1))
            return NameShape.other + (1 - NameShape.other) * lift
        }
        let isPlain = treated == 0 && counts[.alone] == 0
        return hasGenericHead && isPlain ? base * NameShape.genericHead : base
    }
}

/// What the lists of general English say about a word of a name.
struct WordShape {
    var kind: NameShape.Kind
    /// It is a verb and no noun.
    var isVerb: Bool
    /// It opens instructions: `use`, `add`.
    var isOpener: Bool
    var isJudgement: Bool
    /// It is everyday, generic or a judgement.
    var isCommon: Bool

    /// The shape of a folded word.
    init(_ letters: UnsafeRawBufferPointer) {
        let traits = WordTable.traits(of: letters).union(WordTable.traits(of: Fingerprint.singular(letters)))
        let isNoun = !traits.isDisjoint(with: [.noun, .genericNoun])
        let isEveryday = EverydayWords.contains(letters)
        isVerb = traits.contains(.verb) && !isNoun && !isEveryday
        isOpener = traits.contains(.opener)
        isJudgement = !traits.isDisjoint(with: [.judgement]) && !traits.contains(.measure)
        isCommon = isEveryday || !traits.isDisjoint(with: [.genericNoun, .judgement])
        if letters.count < 3 {
            kind = .short
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
