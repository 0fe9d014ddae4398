/// The suffix stripper of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, to the letter.
struct Porter {
    /// The longest word it takes.
    static let longest = 64

    private var letters: InlineArray<64, UInt8>
    private var count: Int
    /// The last eight letters, the last one lowest, so that a suffix is compared at once.
    private var tail: UInt64 = 0
    /// A bit for each letter, set for consonants: `y` is one at the beginning and after a vowel.
    private var consonants: UInt64 = 0

    /// Writes the stem of `word`, which holds the letters a to z only, to `stem`, which has room for the word, and tells
    /// how many bytes it takes. Words of one or two letters, and those longer than ``longest``, are their own stems.
    ///
    /// With `keepingPlural`, a final `s` is part of the word and the first step is left out.
    static func stem(
        _ word: UnsafeRawBufferPointer, into stem: UnsafeMutableRawBufferPointer, keepingPlural: Bool = false
    ) -> Int {
        guard 3...longest ~= word.count else {
            stem.copyMemory(from: word)
            return word.count
        }
        var porter = Porter(word)
        if !keepingPlural { porter.dropPlural() }
        porter.dropPastAndProgressive()
        porter.replaceFinalY()
        porter.replaceDoubleSuffix()
        porter.replaceAdjectiveSuffix()
        porter.dropSuffix()
        porter.tidy()
        for index in 0..<porter.count { stem[index] = porter.letters[index] }
        return porter.count
    }

    private init(_ word: UnsafeRawBufferPointer) {
        letters = InlineArray(repeating: 0)
        count = 0
        for letter in word { append(letter) }
    }

    private mutating func append(_ letter: UInt8) {
        let isVowel =
            switch letter {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
            case UInt8(ascii: "y"): count > 0 && isConsonant(count - 1)
            default: false
            }
        let bit = UInt64(1) << UInt64(count)
        consonants = isVowel ? consonants & ~bit : consonants | bit
        letters[count] = letter
        tail = tail << 8 | UInt64(letter)
        count += 1
    }

    private mutating func cut(to length: Int, adding text: StaticString = "") {
        count = max(0, length)
        tail = 0
        for index in max(0, count - 8)..<count { tail = tail << 8 | UInt64(letters[index]) }
        text.withUTF8Buffer { for letter in $0 { append(letter) } }
    }

    private func isConsonant(_ index: Int) -> Bool { consonants >> UInt64(index) & 1 == 1 }

    /// The bits of the first `length` letters.
    private func mask(_ length: Int) -> UInt64 { length >= 64 ? .max : (1 << UInt64(length)) - 1 }

    /// Porter's m: how many times the first `length` letters go from vowels to consonants.
    private func measure(_ length: Int) -> Int { (~consonants << 1 & consonants & mask(length)).nonzeroBitCount }

    private func hasVowel(_ length: Int) -> Bool { ~consonants & mask(length) != 0 }

    private func endsInDouble() -> Bool {
        count >= 2 && letters[count - 1] == letters[count - 2] && isConsonant(count - 1)
    }

    /// Porter's *o: consonant, vowel, consonant, the last not `w`, `x` or `y`.
    private func endsShort(_ length: Int) -> Bool {
        guard length >= 3, isConsonant(length - 3), !isConsonant(length - 2), isConsonant(length - 1) else {
            return false
        }
        let last = letters[length - 1]
        return last != UInt8(ascii: "w") && last != UInt8(ascii: "x") && last != UInt8(ascii: "y")
    }

    /// How many letters stand before `suffix`; nil when the word does not end in it.
    @inline(__always)
    private func lengthBefore(_ suffix: Suffix) -> Int? {
        suffix.ends(tail) && count >= suffix.count ? count - suffix.count : nil
    }

    private func ends(in suffix: Suffix) -> Bool { lengthBefore(suffix) != nil }

    /// Step 1a.
    private mutating func dropPlural() {
        guard ends(in: "s") else { return }
        if ends(in: "sses") || ends(in: "ies") {
            cut(to: count - 2)
        } else if !ends(in: "ss") {
            cut(to: count - 1)
        }
    }

    /// Step 1b.
    private mutating func dropPastAndProgressive() {
        if let length = lengthBefore("eed") {
            if measure(length) > 0 { cut(to: count - 1) }
            return
        }
        guard let length = lengthBefore("ed") ?? lengthBefore("ing"), hasVowel(length) else { return }
        cut(to: length)
        if ends(in: "at") || ends(in: "bl") || ends(in: "iz") {
            cut(to: count, adding: "e")
        } else if endsInDouble() {
            if !ends(in: "l"), !ends(in: "s"), !ends(in: "z") { cut(to: count - 1) }
        } else if measure(length) == 1, endsShort(length) {
            cut(to: count, adding: "e")
        }
    }

    /// Step 1c.
    private mutating func replaceFinalY() {
        if let length = lengthBefore("y"), hasVowel(length) { cut(to: length, adding: "i") }
    }

    /// Whether the word ends in `suffix`, which is then replaced, when what stands before it has a measure above 0.
    @inline(__always)
    private mutating func replace(_ suffix: Suffix, _ replacement: StaticString) -> Bool {
        guard let length = lengthBefore(suffix) else { return false }
        if measure(length) > 0 { cut(to: length, adding: replacement) }
        return true
    }

    /// Step 2.
    private mutating func replaceDoubleSuffix() {
        switch UInt8(truncatingIfNeeded: tail) {
        case UInt8(ascii: "l"): _ = replace("ational", "ate") || replace("tional", "tion")
        case UInt8(ascii: "i"): replaceDoubleSuffixInI()
        case UInt8(ascii: "r"): _ = replace("izer", "ize") || replace("ator", "ate")
        case UInt8(ascii: "n"): _ = replace("ization", "ize") || replace("ation", "ate")
        case UInt8(ascii: "m"): _ = replace("alism", "al")
        case UInt8(ascii: "s"):
            _ = replace("iveness", "ive") || replace("fulness", "ful") || replace("ousness", "ous")
        default: break
        }
    }

    private mutating func replaceDoubleSuffixInI() {
        _ =
            replace("enci", "ence") || replace("anci", "ance") || replace("abli", "able") || replace("alli", "al")
            || replace("entli", "ent") || replace("eli", "e") || replace("ousli", "ous") || replace("aliti", "al")
            || replace("iviti", "ive") || replace("biliti", "ble")
    }

    /// Step 3.
    private mutating func replaceAdjectiveSuffix() {
        switch UInt8(truncatingIfNeeded: tail) {
        case UInt8(ascii: "e"): _ = replace("icate", "ic") || replace("ative", "") || replace("alize", "al")
        case UInt8(ascii: "i"): _ = replace("iciti", "ic")
        case UInt8(ascii: "l"): _ = replace("ical", "ic") || replace("ful", "")
        case UInt8(ascii: "s"): _ = replace("ness", "")
        default: break
        }
    }

    /// Step 4; `ion` is dropped after `s` and `t` only.
    private mutating func dropSuffix() {
        for suffix in Porter.lastSuffixes {
            guard let length = lengthBefore(suffix) else { continue }
            if suffix == Porter.ion {
                guard length > 0 else { return }
                let last = letters[length - 1]
                guard last == UInt8(ascii: "s") || last == UInt8(ascii: "t") else { return }
            }
            if measure(length) > 1 { cut(to: length) }
            return
        }
    }

    private static let ion: Suffix = "ion"
    private static let lastSuffixes: [Suffix] = [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
        "iti", "ous", "ive", "ize",
    ]

    /// Steps 5a and 5b.
    private mutating func tidy() {
        if let length = lengthBefore("e") {
            let measure = measure(length)
            if measure > 1 || measure == 1 && !endsShort(length) { cut(to: length) }
        }
        if ends(in: "l"), measure(count) > 1, endsInDouble() { cut(to: count - 1) }
    }
}
