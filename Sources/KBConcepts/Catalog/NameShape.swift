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
    /// The same where nothing sets it apart: however often notes say `users`, they are about something else.
    private static let everydayPlain = 0.1
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
    /// Nothing but running text holds it, and its last word is generic, everyday or a verb's form in `ing`.
    private static let plain = 0.75
    /// Nothing but one place in running text holds it: a word without a capital that no other name ends with.
    private static let lone = 0.8
    /// It ends like names that the notes treat: `transfer learning` beside `active learning`.
    private static let kin = 1.1
    /// A common word that the notes head a line with and explain, or make a heading of.
    private static let treated = 0.5
    /// Of a common word, one mention in so many must be a heading or open an explanation.
    private static let mentionsPerTopic = 5

    private var kind = Kind.telling
    private var base = 1.0
    private var hasGenericHead = false
    /// Its last word is generic, or it is a single form in `ing`.
    private var isWeak = false
    /// It begins with a noun that opens instructions as often.
    private var isOpened = false
    private var isSingle = false
    private let hasKin: Bool
    private let isCapital: Bool

    /// The shape of a name with these words.
    ///
    /// - Parameters:
    ///   - isName: Whether it has an acronym or, one word, is written like a name.
    ///   - isCapital: Whether it begins with a capital.
    ///   - hasKin: Whether names that the notes treat end with the same word.
    init(isName: Bool, isCapital: Bool = false, hasKin: Bool = false, words: some Collection<WordShape>) {
        self.hasKin = hasKin
        self.isCapital = isCapital || isName
        isSingle = words.count < 2
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
            isOpened = true
        }
        if words.allSatisfy(\.isCommon) { base *= NameShape.common }
        if words.first?.isJudgement == true { base *= NameShape.judged }
        let tail = Array(words.suffix(2))
        guard let first = tail.first, let last = tail.last else { return }
        hasGenericHead = last.kind == .generic
        // `issues dealing`: the verb of what stood before it.
        isWeak = hasGenericHead || last.kind == .everyday || last.isProgressive && first.isPlural
    }

    /// What the evidence for a name of this shape is multiplied with.
    func factor(_ counts: TermCounts) -> Double {
        switch kind {
        case .telling: break
        case .short: return NameShape.short
        case .generic: return NameShape.generic
        case .everyday:
            if counts[.title] + counts[.tag] > 0 { return 1 }
            if isTreated(counts) { return NameShape.treated }
            return counts[.alone] + counts[.marked] > 0 ? NameShape.everyday : NameShape.everydayPlain
        case .other: return isTreated(counts) ? NameShape.treated : NameShape.other
        }
        var factor = base * (hasGenericHead ? NameShape.genericHead : 1)
        if isOpened, !hasKin { factor *= NameShape.opened }
        guard NameShape.isPlain(counts) else { return factor }
        if hasKin { return factor * NameShape.kin }
        if isWeak, !(isSingle && isCapital) { factor *= NameShape.plain }
        return isSingle && !isCapital && counts[.mention] < 2 ? factor * NameShape.lone : factor
    }

    /// Whether it is what a good share of its mentions are about.
    private func isTreated(_ counts: TermCounts) -> Bool {
        let topics = counts[.heading] + min(counts[.defined], counts[.lead])
        return topics * NameShape.mentionsPerTopic >= counts[.mention] && topics > 0
    }

    /// Whether nothing but running text holds it.
    private static func isPlain(_ counts: TermCounts) -> Bool {
        let treated = counts[.heading] + counts[.lead] + counts[.defined] + counts[.title] + counts[.tag]
        return treated + counts[.alone] + counts[.marked] + counts[.acronym] == 0
    }
}

/// What the lists of general English say about a word of a name.
struct WordShape {
    var kind: NameShape.Kind
    /// It is a verb and no noun.
    var isVerb: Bool
    var isProgressive: Bool
    var isPlural: Bool
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
        isPlural = letters.count > Fingerprint.singular(letters).count
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
