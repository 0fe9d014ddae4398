/// A command line as bash hands it to a completion function: one text up to the cursor.
///
/// Bash cuts words at `:` and `=` as well as at blanks, and replaces only the last piece; so the line is split here
/// as the shell itself would, and candidates lose what bash keeps.
struct BashLine {
    /// The words without quoting, the unfinished one last; only those behind the last `|`, `;` or `&`.
    private(set) var words: [String] = []
    /// The quotation mark that the unfinished word stands in, if it does.
    private let quote: Character?
    /// What bash keeps of the unfinished word: its text up to the last `:` or `=` outside quotes.
    private let kept: String

    init(_ line: String) {
        var current = ""
        var isStarted = false
        var quote: Character?
        var isEscaped = false
        var kept = ""
        for character in line {
            if isEscaped {
                current.append(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
                isStarted = true
            } else if let mark = quote {
                if character == mark { quote = nil } else { current.append(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                isStarted = true
                kept = current
            } else if character == " " || character == "\t" {
                if isStarted || !current.isEmpty { words.append(current) }
                (current, isStarted, kept) = ("", false, "")
            } else if "|;&".contains(character) {
                words = []
                (current, isStarted, kept) = ("", false, "")
            } else {
                current.append(character)
                if character == ":" || character == "=" { kept = current }
            }
        }
        words.append(current)
        self.quote = quote
        self.kept = kept
    }

    /// What bash should put in place of the last piece, quoted as needed.
    func insertion(of candidate: String) -> String {
        let rest = candidate.hasPrefix(kept) ? String(candidate.dropFirst(kept.count)) : candidate
        guard quote == nil else { return rest }
        var result = ""
        for character in rest {
            if " \\'\"`$&|;<>()*?[]!{}".contains(character) || (character == "#" && result.isEmpty && kept.isEmpty) {
                result.append("\\")
            }
            result.append(character)
        }
        return result
    }
}
