// What the form of a word says about the part it plays.
extension WordTable {
    /// The traits of a folded word.
    static func traits(of word: UnsafeRawBufferPointer) -> WordTraits {
        guard let first = word.first, let last = word.last else { return .short }
        var traits = listed(hash(word))
        if !traits.isDisjoint(with: .function) { return traits }
        if first >= 0xE3, first <= 0xEA || first >= 0xF0 { return traits }
        if isNumber(word) { return traits.union(.number) }
        if word.count <= 2 { return traits.union(.short) }
        if word.count > 4, ends(word, "er") || ends(word, "or") { traits.insert(.agent) }
        if word.count > 5, ends(word, "ers") || ends(word, "ors") { traits.insert(.agent) }
        guard last &- UInt8(ascii: "a") < 26 else { return traits }
        if last == UInt8(ascii: "s") || last == UInt8(ascii: "d") || last == UInt8(ascii: "g") {
            traits.formUnion(form(of: word, traits))
        }
        if traits.isDisjoint(with: known) { traits.formUnion(again(word) ?? guess(word)) }
        return traits
    }

    private static let known: WordTraits = [
        .judgement, .adjective, .noun, .genericNoun, .verb, .nounVerb, .past, .gerund, .date, .code,
    ]

    /// More digits than this are no part of a name.
    private static let mostDigits = 5

    /// Whether `word` begins with a digit and holds no more than two letters behind the digits: `12`, `10k`, `5ms`.
    private static func isNumber(_ word: UnsafeRawBufferPointer) -> Bool {
        // A part of a hash or of a serial number.
        if word.count > mostDigits, word.count(where: { isDigit($0) }) > mostDigits { return true }
        guard let first = word.first, isDigit(first) else { return false }
        let digits = word.prefix { isDigit($0) }.count
        let rest = word.count - digits
        // `2d` and `3d` say something.
        if rest == 1, word.count == 2, word[1] == UInt8(ascii: "d") { return false }
        return rest <= 2
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    static func ends(_ word: UnsafeRawBufferPointer, _ ending: StaticString) -> Bool {
        let count = ending.utf8CodeUnitCount
        guard word.count > count else { return false }
        let start = word.count - count
        for index in 0..<count where word[start + index] != ending.utf8Start[index] { return false }
        return true
    }

    /// What the ending makes of a listed verb: `provides`, `tested`, `mapping`.
    private static func form(of word: UnsafeRawBufferPointer, _ traits: WordTraits) -> WordTraits {
        let verbs: WordTraits = [.verb, .nounVerb, .opener]
        if ends(word, "ing"), word.count > 5 {
            return traits.contains(.noun) ? .gerund : base(word, dropping: 3).intersection(verbs).union(.gerund)
        }
        if ends(word, "ed"), word.count > 4 {
            guard !traits.contains(.noun) else { return [] }
            if ends(word, "ied") {
                return listed(hash([UInt8(ascii: "y")], from: hash(word.dropLast(3)))).intersection(verbs).union(.past)
            }
            return base(word, dropping: 2).intersection(verbs).union(.past)
        }
        guard ends(word, "s"), !ends(word, "ss"), !ends(word, "us"), !ends(word, "is"), word.count > 3 else {
            return []
        }
        var found = listed(hash(word.dropLast())).intersection(verbs)
        if found.isEmpty, ends(word, "ies") {
            found = listed(hash([UInt8(ascii: "y")], from: hash(word.dropLast(3)))).intersection(verbs)
        } else if found.isEmpty, ends(word, "es") {
            found = listed(hash(word.dropLast(2))).intersection(verbs)
        }
        return found.isEmpty ? plural(word).union(.plural) : found.union([.third, .plural])
    }

    /// The traits of a noun or adjective without its plural `s`.
    private static func plural(_ word: UnsafeRawBufferPointer) -> WordTraits {
        listed(hash(word.dropLast())).intersection([.noun, .genericNoun, .date, .code])
    }

    /// The lists of the verb before an ending: as it stands, with an `e`, with its last letter once.
    private static func base(_ word: UnsafeRawBufferPointer, dropping count: Int) -> WordTraits {
        let stem = word.dropLast(count)
        let state = hash(stem)
        let bare = listed(state)
        if !bare.isDisjoint(with: [.verb, .nounVerb]) { return bare }
        let withE = listed(advanced(state, UInt8(ascii: "e")))
        if !withE.isDisjoint(with: [.verb, .nounVerb]) { return withE }
        if let last = stem.last, stem.dropLast().last == last { return listed(hash(stem.dropLast())) }
        return []
    }

    /// The traits of the verb behind `re`: `recreate`, `redeploy`.
    private static func again(_ word: UnsafeRawBufferPointer) -> WordTraits? {
        guard word.count > 5, word[0] == UInt8(ascii: "r"), word[1] == UInt8(ascii: "e") else { return nil }
        let verb = listed(hash(word.dropFirst(2))).intersection([.verb])
        return verb.isEmpty ? nil : verb
    }

    /// What the suffix of an unlisted word suggests.
    private static func guess(_ word: UnsafeRawBufferPointer) -> WordTraits {
        if ends(word, "ly") { return .adverb }
        if word.count > 6 {
            if ends(word, "ize") || ends(word, "ify") { return .verb }
            if ends(word, "izes") || ends(word, "ifies") { return [.verb, .third] }
        }
        for suffix in adjectiveSuffixes where ends(word, suffix) && word.count > suffix.utf8CodeUnitCount + 2 {
            return .adjective
        }
        return []
    }

    private static let adjectiveSuffixes: [StaticString] = [
        "ous", "ful", "less", "able", "ible", "al", "ic", "ive", "ish", "ular", "inear", "esque", "ward", "most",
    ]
}
