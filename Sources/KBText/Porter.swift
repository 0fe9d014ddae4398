/// The suffix stripper of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, to the letter.
struct Porter {
    private var word: [UInt8]
    /// The last eight letters, the last one lowest, so that a suffix is compared at once.
    private var tail: UInt64 = 0

    /// The stem of `word`, which holds the letters a to z only; words of one or two letters are their own stems.
    ///
    /// With `keepingPlural`, a final `s` is part of the word and the first step is left out.
    static func stem(_ word: [UInt8], keepingPlural: Bool = false) -> [UInt8] {
        guard word.count > 2 else { return word }
        var porter = Porter(word: word, tail: Suffix.tail(of: word))
        if !keepingPlural { porter.dropPlural() }
        porter.dropPastAndProgressive()
        porter.replaceFinalY()
        porter.replace(Porter.doubleSuffixes)
        porter.replace(Porter.adjectiveSuffixes)
        porter.dropSuffix()
        porter.tidy()
        return porter.word
    }

    /// Whether the letter at `index` is a consonant: `y` is one at the beginning and after a vowel.
    private func isConsonant(_ index: Int) -> Bool {
        switch word[index] {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
        case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
        default: true
        }
    }

    /// Porter's m: how many times the first `length` letters go from vowels to consonants.
    private func measure(_ length: Int) -> Int {
        var measure = 0
        var wasVowel = false
        for index in 0..<length {
            let isVowel = !isConsonant(index)
            if wasVowel, !isVowel { measure += 1 }
            wasVowel = isVowel
        }
        return measure
    }

    private func hasVowel(_ length: Int) -> Bool { (0..<length).contains { !isConsonant($0) } }

    private func endsInDouble(_ length: Int) -> Bool {
        length >= 2 && word[length - 1] == word[length - 2] && isConsonant(length - 1)
    }

    /// Porter's *o: consonant, vowel, consonant, the last not `w`, `x` or `y`.
    private func endsShort(_ length: Int) -> Bool {
        guard length >= 3, isConsonant(length - 3), !isConsonant(length - 2), isConsonant(length - 1) else {
            return false
        }
        return !"wxy".utf8.contains(word[length - 1])
    }

    /// How many letters stand before `suffix`; nil when the word does not end in it.
    private func lengthBefore(_ suffix: Suffix) -> Int? {
        suffix.ends(tail) && word.count >= suffix.count ? word.count - suffix.count : nil
    }

    private mutating func cut(to length: Int, adding text: [UInt8] = []) {
        word.removeSubrange(length...)
        word += text
        tail = Suffix.tail(of: word)
    }

    private mutating func dropLast(_ count: Int = 1) { cut(to: word.count - count) }

    private mutating func append(_ letter: Unicode.Scalar) { cut(to: word.count, adding: [UInt8(ascii: letter)]) }

    /// Step 1a.
    private mutating func dropPlural() {
        guard word.last == UInt8(ascii: "s") else { return }
        if lengthBefore("sses") != nil || lengthBefore("ies") != nil {
            dropLast(2)
        } else if lengthBefore("ss") == nil {
            dropLast()
        }
    }

    /// Step 1b.
    private mutating func dropPastAndProgressive() {
        if let length = lengthBefore("eed") {
            if measure(length) > 0 { dropLast() }
            return
        }
        guard let length = lengthBefore("ed") ?? lengthBefore("ing"), hasVowel(length) else { return }
        cut(to: length)
        if lengthBefore("at") != nil || lengthBefore("bl") != nil || lengthBefore("iz") != nil {
            append("e")
        } else if endsInDouble(length) {
            if !"lsz".utf8.contains(word[length - 1]) { dropLast() }
        } else if measure(length) == 1, endsShort(length) {
            append("e")
        }
    }

    /// Step 1c.
    private mutating func replaceFinalY() {
        if let length = lengthBefore("y"), hasVowel(length) { cut(to: length, adding: [UInt8(ascii: "i")]) }
    }

    /// Step 2.
    private static let doubleSuffixes: [(Suffix, [UInt8])] = [
        ("ational", Array("ate".utf8)), ("tional", Array("tion".utf8)), ("enci", Array("ence".utf8)),
        ("anci", Array("ance".utf8)), ("izer", Array("ize".utf8)), ("abli", Array("able".utf8)),
        ("alli", Array("al".utf8)), ("entli", Array("ent".utf8)), ("eli", Array("e".utf8)),
        ("ousli", Array("ous".utf8)), ("ization", Array("ize".utf8)), ("ation", Array("ate".utf8)),
        ("ator", Array("ate".utf8)), ("alism", Array("al".utf8)), ("iveness", Array("ive".utf8)),
        ("fulness", Array("ful".utf8)), ("ousness", Array("ous".utf8)), ("aliti", Array("al".utf8)),
        ("iviti", Array("ive".utf8)), ("biliti", Array("ble".utf8)),
    ]

    /// Step 3.
    private static let adjectiveSuffixes: [(Suffix, [UInt8])] = [
        ("icate", Array("ic".utf8)), ("ative", Array("".utf8)), ("alize", Array("al".utf8)),
        ("iciti", Array("ic".utf8)), ("ical", Array("ic".utf8)), ("ful", Array("".utf8)), ("ness", Array("".utf8)),
    ]

    /// Step 4; `ion` is dropped after `s` and `t` only.
    private static let lastSuffixes: [Suffix] = [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
        "iti", "ous", "ive", "ize",
    ]

    private mutating func replace(_ suffixes: [(Suffix, [UInt8])]) {
        for (suffix, replacement) in suffixes {
            guard let length = lengthBefore(suffix) else { continue }
            if measure(length) > 0 { cut(to: length, adding: replacement) }
            return
        }
    }

    private mutating func dropSuffix() {
        for suffix in Porter.lastSuffixes {
            guard let length = lengthBefore(suffix) else { continue }
            if suffix == "ion", length == 0 || !"st".utf8.contains(word[length - 1]) { return }
            if measure(length) > 1 { cut(to: length) }
            return
        }
    }

    /// Steps 5a and 5b.
    private mutating func tidy() {
        if let length = lengthBefore("e") {
            let measure = measure(length)
            if measure > 1 || measure == 1 && !endsShort(length) { dropLast() }
        }
        if measure(word.count) > 1, endsInDouble(word.count), word.last == UInt8(ascii: "l") { dropLast() }
    }
}
