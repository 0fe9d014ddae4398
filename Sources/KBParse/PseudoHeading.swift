/// Tells a short lone line that a reader takes for a heading from a line that merely leads into a list.
///
/// The cues are those of general English: a title names a thing in a few words, mostly nouns, with capitals; a lead-in
/// is a clause, with a pronoun, a finite verb or an instruction, or it breaks off at a preposition.
enum PseudoHeading {
    /// What stands below the line.
    enum Below {
        case nothing
        /// A list on the very next line.
        case list
        /// A list after blank lines.
        case listAfterBlank
        /// Other text after blank lines.
        case textAfterBlank
        /// Anything else on the next line.
        case adjacent
        /// The text of a paragraph whose first line the line is, in a file that is no Markdown.
        case text
    }

    /// Longer lines, in characters, are sentences.
    static let longest = 60
    /// More words make a sentence, even without a verb we know.
    private static let mostWords = 8
    /// A line in the manner of a sentence, one capital at its start, names a thing only when it is this short. In other
    /// languages, whose verbs are not known here, this is what keeps clauses out.
    private static let mostPlainWords = 3
    /// A line without capitals to judge by, as in Arabic or Korean, is a title only when it is this short, in characters.
    private static let longestUncased = 20

    /// Whether the words of a lone line are a heading.
    ///
    /// - Parameters:
    ///   - isBold: The whole line is bold.
    ///   - isPlain: It holds no link, code or picture.
    ///   - isPlainText: The file is no Markdown, so that its headings are all of this kind.
    static func accepts(_ t: ByteView, isBold: Bool, isPlain: Bool, below: Below, isPlainText: Bool = false) -> Bool {
        guard isPlain, below != .nothing, below != .adjacent else { return false }
        var end = t.trimmedEnd(0, t.count)
        let hasColon = end > 0 && t[end - 1] == .colon
        if hasColon { end = t.trimmedEnd(0, end - 1) }
        switch below {
        case .listAfterBlank where !hasColon && !isBold: return false
        case .textAfterBlank where !hasColon: return false
        default: break
        }
        guard let words = words(t, end) else { return false }
        let mostWords = below == .text ? mostWordsAboveText : mostWords
        guard words.count <= mostWords + 1 else { return false }
        let mostPlain = isPlainText && !hasColon ? mostWordsAboveText : mostPlainWords
        return reads(
            words, hasColon: hasColon, isBold: isBold, isAboveList: below != .textAfterBlank, mostWords: mostWords,
            mostPlain: mostPlain)
    }

    /// The words of a line whose bytes can be a title's; nil when they cannot.
    private static func words(_ t: ByteView, _ end: Int) -> [String]? {
        guard end > 1, end <= longest * 4, !sentenceEnds.contains(t[end - 1]) else { return nil }
        // The full-width stops, commas and colons of East Asia are three bytes long.
        if end >= 3, [0x3002, 0xFF01, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F].contains(t.scalar(at: end - 3).value) {
            return nil
        }
        guard t[0].isUpper || t[0].isDigit || (t[0] >= 0x80 && !t.scalar(at: 0).properties.isLowercase) else {
            return nil
        }
        for i in 0..<end {
            if codeBytes.contains(t[i]) { return nil }
            // `Goals of the task: …` explains on its own line.
            if t[i] == .colon, t[i + 1].isBlank || t[i + 1] == .colon { return nil }
            if t[i] == .dot, t[i + 1].isBlank, i > 2 { return nil }
        }
        let text = t.string(0, end)
        guard end <= longest || text.count <= longest else { return nil }
        guard text.utf8.contains(where: \.isLetter) || text.unicodeScalars.contains(where: \.properties.isAlphabetic)
        else {
            return nil
        }
        return text.utf8.split(separator: .space).map { String(Substring($0)) }
    }

    private static let sentenceEnds = ByteSet(".?!,;:-")
    private static let codeBytes = ByteSet("=<>{}[]|\\@#$%^*_~`?!;\"")

    private static func reads(
        _ words: [String], hasColon: Bool, isBold: Bool, isAboveList: Bool, mostWords: Int, mostPlain: Int
    ) -> Bool {
        var lowered = words.map { $0.lowercased().filter { $0 != "(" && $0 != ")" && $0 != "," } }
        var titled = words
        // "1." and "2)" count the heading, they do not name it.
        if let first = lowered.first, first.utf8.allSatisfy({ $0.isDigit || $0 == .dot || $0 == .parenClose }) {
            lowered.removeFirst()
            titled.removeFirst()
        }
        guard let first = lowered.first, let last = lowered.last, lowered.count <= mostWords else { return false }
        if lowered.contains(where: EnglishWords.clauseWords.contains) { return false }
        if EnglishWords.danglers.contains(last) || EnglishWords.leadIns.contains(first) { return false }
        let isTitled = isTitleCase(titled)
        if EnglishWords.imperatives.contains(first), !(isTitled && lowered.count > 1) { return false }
        // An article after the first word belongs to a phrase such as "Choose a model", unless capitals say otherwise.
        if !isTitled, lowered.dropFirst().contains(where: { $0 == "the" || $0 == "a" || $0 == "an" }) { return false }
        if !isTitled, words.contains(where: { $0.hasSuffix(",") }) { return false }
        if isBold { return true }
        if isTitled { return isAboveList || lowered.count <= mostPlainWords + 2 }
        guard lowered.count <= mostPlain else { return false }
        let isCased = titled.first?.first.map { $0.isCased || $0.isNumber } ?? false
        return isCased || (!hasColon && titled.joined().count <= longestUncased)
    }

    /// Whether every word but the small ones starts with a capital or a digit.
    private static func isTitleCase(_ words: [String]) -> Bool {
        words.allSatisfy { word in
            let bare = word.drop { $0 == "(" || $0 == "&" || $0 == "/" || $0 == "+" }
            guard let first = bare.first(where: { $0 != "'" }) else { return true }
            return first.isUppercase || first.isNumber || EnglishWords.small.contains(word.lowercased())
        }
    }
}
