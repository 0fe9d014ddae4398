/// Says whether texts are worth asking for, by rules that hold for any vault.
enum CardJudgement {
    /// The most words of a title.
    private static let mostWordsOfTitle = 9
    /// A term of more words is a clause.
    private static let mostWordsOfTerm = 5
    /// Longer terms in a script without blanks are clauses, in characters.
    private static let longestUnspacedTerm = 12
    /// The share of an explanation that may be signs of code or mathematics.
    private static let mostSigns = 0.12

    /// Whether a term can be asked for: no label, no formula, no clause.
    static func isTerm(_ term: String) -> Bool {
        guard let first = term.unicodeScalars.first, first.properties.isAlphabetic || ("0"..."9").contains(first),
            !term.utf8.contains(where: formula.contains), !term.contains("//")
        else { return false }
        if term.count > longestUnspacedTerm, isUnspaced(term) { return false }
        let words = words(term)
        guard !words.contains(where: CardWords.askers.contains) else { return false }
        return words.count <= mostWordsOfTerm && !CardWords.labels.contains(words.joined(separator: " "))
            && !isCounted(words)
    }

    /// Whether `term = text` is an equation or a line of code rather than an explanation.
    static func isEquation(_ term: String, _ text: String) -> Bool {
        isUnspaced(term) || text.hasSuffix(";") || text.contains(");")
    }

    /// Whether a text explains a term: in words, by itself, and with something new.
    static func isExplanation(_ text: String, of term: String, inList: Bool) -> Bool {
        guard isAnswer(text), !text.hasPrefix("/"), !hasMathematics(text) else { return false }
        let words = words(text)
        let lowered = words.joined(separator: " ")
        if CardWords.detours.contains(where: { lowered.hasPrefix($0) || lowered == $0 }) { return false }
        // "One of the following flags."
        if words.suffix(4).contains("following") { return false }
        // One word explains in a list of words; beside a label it is a value.
        guard words.count > 1 || isUnspaced(text) || (inList && text.allSatisfy(\.isLetter)) else { return false }
        let asked = Set(self.words(term))
        return !words.allSatisfy(asked.contains)
    }

    /// Whether a text can answer: it is no aside in brackets and leads to nothing that was left out.
    static func isAnswer(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, last != ":", last != "：" else { return false }
        return !(first == "(" && last == ")" && text.firstIndex(of: ")") == text.indices.last)
    }

    /// Whether a question can be understood by itself.
    static func isClearQuestion(_ text: String) -> Bool {
        let words = words(text)
        if isUnspaced(text) { return text.count > 5 }
        guard words.count > 2 else { return false }
        let pointing = words.contains { CardWords.pointers.contains($0) }
        return !pointing || words.count > 8
    }

    /// Whether a heading names something, so that its bullets can be asked for.
    static func isTitle(_ title: String) -> Bool {
        let words = words(title)
        guard let first = title.unicodeScalars.first, first.properties.isAlphabetic || ("0"..."9").contains(first),
            words.count <= mostWordsOfTitle, !CardWords.pageParts.contains(words.joined(separator: " ")),
            !isCounted(words), !isVersion(words)
        else { return false }
        // `max_tokens` and `a.b()` name code.
        return words.count > 1 || !title.utf8.dropLast().contains { "_./():".utf8.contains($0) }
    }

    /// Whether bullets tell what to press rather than what to know.
    static func areInstructions(_ bullets: [String]) -> Bool {
        let handling = bullets.count { words($0).first.map(CardWords.handling.contains) ?? false }
        return handling * 2 >= bullets.count
    }

    /// Whether most bullets are whole sentences, which are read and not recited; of steps, also short ones.
    static func areProse(_ bullets: [String], ofSteps: Bool) -> Bool {
        let sentences = bullets.count { bullet in
            let ends = bullet.last.map { ".!;。！；".contains($0) } ?? false
            return ends && (ofSteps || words(bullet).count > 8 || bullet.utf8.count > 60)
        }
        return sentences * 2 > bullets.count
    }

    /// Whether a long form spells its short form well enough to be asked for: with the first letters of more than half of
    /// the words or parts of words that the letters need.
    static func isAcronym(_ short: String, of long: String) -> Bool {
        let letters = short.lowercased().filter(\.isLetter)
        guard let last = long.last, !".!?,;:".contains(last), !letters.isEmpty else { return false }
        let words = words(long)
        guard words.count > 1 || long.contains("-"), !words.contains(short.lowercased()) else { return false }
        return initials(letters, in: long) * 2 > letters.count
    }

    /// Whether the short form is nothing but the first letters of the long form, and so no question to anybody.
    static func isSpelled(_ short: String, by long: String) -> Bool {
        let letters = short.lowercased().filter(\.isLetter)
        return initials(letters, in: long) == letters.count
    }

    /// How many of `letters` begin a word, in order.
    private static func initials(_ letters: String, in long: String) -> Int {
        var rest = long.split { !$0.isLetter && !$0.isNumber }.compactMap(\.first).map { $0.lowercased() }[...]
        var count = 0
        for letter in letters {
            guard let place = rest.firstIndex(of: String(letter)) else { continue }
            rest = rest[(place + 1)...]
            count += 1
        }
        return count
    }

    /// Letters and digits in small letters, word by word; marks at the ends of words are left out.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { $0.isWhitespace }.map { word in
            var word = word[...]
            while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
            return String(word.drop { !$0.isLetter && !$0.isNumber })
        }.filter { !$0.isEmpty }
    }

    /// `Step 2`, `listing 1-1`, `part b`.
    private static func isCounted(_ words: [String]) -> Bool {
        guard words.count > 1, let first = words.first, CardWords.counters.contains(first) else { return false }
        return words[1].count == 1 || words[1].allSatisfy { $0.isNumber || $0 == "-" || $0 == "." }
    }

    /// `v1.2.0`, `2026-05-01`, `1.4 (May 2026)`.
    private static func isVersion(_ words: [String]) -> Bool {
        guard let first = words.first else { return true }
        let digits = first.hasPrefix("v") ? first.dropFirst() : first[...]
        let parts = digits.split { $0 == "." || $0 == "-" || $0 == "/" }
        return parts.count > 1 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
    }

    /// Whether a name is one that records of versions have: `v1.2.0`, `changelog`, `Release notes`.
    static func isRecord(_ name: some StringProtocol) -> Bool {
        let words = words(String(name))
        // A journal's days have hyphens.
        return (isVersion(words) && !name.contains("-")) || CardWords.records.contains(words.joined(separator: "-"))
    }

    /// Whether a text holds words of a script that puts no blanks between them: Thai to Khmer, kana, Chinese characters.
    private static func isUnspaced(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF: true
            default: false
            }
        }
    }

    /// Whether a text is mathematics or code rather than words.
    private static func hasMathematics(_ text: String) -> Bool {
        var (signs, previous) = (0, UInt8(0))
        for byte in text.utf8 {
            // `\frac`, `\times`
            if previous == UInt8(ascii: "\\"), UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte { return true }
            if code.contains(byte) { signs += 1 }
            previous = byte
        }
        return Double(signs) > mostSigns * Double(text.utf8.count)
    }

    private static let formula: Set<UInt8> = Set("\\{}<>|=$^~`".utf8)
    private static let code: Set<UInt8> = Set("={}<>[]_\\|;&*^$%".utf8)
}
