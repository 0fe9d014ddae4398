internal import KBModel

/// Reads the words of a command line by the conventions of GNU programs.
///
/// Options and operands mix; `--` ends options; `-` is an operand, and so is an item of a list, `- [ ] call`; `--name value`, `--name=value`, `-n value`, `-nvalue`
/// and bundles of one-letter flags (`-qn5`) are understood.
struct ArgumentReader {
    /// The options there are.
    let options: [Option]
    /// The words not yet read.
    private(set) var words: ArraySlice<String>
    /// What was read.
    private(set) var arguments: Arguments

    /// Reads `words` into what `arguments` holds already.
    init(_ words: ArraySlice<String>, options: [Option], into arguments: Arguments) {
        self.options = options
        self.words = words
        self.arguments = arguments
    }

    /// Reads everything, or up to the first operand.
    mutating func read(stoppingAtOperand: Bool = false) throws(UsageError) {
        while let word = words.first {
            if word == "--" {
                if stoppingAtOperand { return }
                arguments.operandsBehindMark = words.count - 1
                arguments.operands += words.dropFirst()
                words = []
            } else if word.hasPrefix("--") {
                words.removeFirst()
                try readLong(word.dropFirst(2))
            } else if word.hasPrefix("-"), word != "-", !word.hasPrefix("- ") {
                words.removeFirst()
                try readShort(word.dropFirst())
            } else {
                if stoppingAtOperand { return }
                words.removeFirst()
                arguments.operands.append(word)
            }
        }
    }

    private mutating func readLong(_ word: Substring) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts.first ?? ""
        guard let option = options.first(where: { $0.name == name }) else { throw unknown(name) }
        if option.value == .flag {
            guard parts.count == 1 else { throw arguments.misused("--\(name) takes no value") }
            arguments.add("", to: option)
        } else {
            try add(parts.count == 2 ? parts.last : nil, to: option, spelled: "--\(name)")
        }
    }

    private mutating func readShort(_ letters: Substring) throws(UsageError) {
        var rest = letters
        while let letter = rest.popFirst() {
            guard let option = options.first(where: { $0.short == letter }) else { throw unknown(letter, in: letters) }
            if option.value == .flag {
                arguments.add("", to: option)
            } else {
                if rest.first == "=" { rest.removeFirst() }
                try add(rest.isEmpty ? nil : String(rest), to: option, spelled: "-\(letter)")
                rest = ""
            }
        }
    }

    private mutating func add(_ attached: String?, to option: Option, spelled: String) throws(UsageError) {
        guard let value = attached ?? words.popFirst() else {
            throw arguments.misused("\(spelled) needs a value: \(spelled) \(option.placeholder)")
        }
        try check(value, for: option, spelled: spelled)
        arguments.add(value, to: option)
    }

    private func check(_ value: String, for option: Option, spelled: String) throws(UsageError) {
        switch option.value {
        case .flag, .text, .tag, .note, .concept, .vault, .folder, .file: break
        case .day:
            // Whether a text names a day does not depend on today.
            guard Day(typed: value, today: Day(daysSinceEpoch: 0)) != nil else {
                throw arguments.misused("\(spelled) needs a day, such as 2026-05-01, today or 7d, not “\(value)”")
            }
        case .number(let range):
            guard let number = Int(value), range.contains(number) else {
                throw arguments.misused("\(spelled) needs a whole number from \(range.lowerBound), not “\(value)”")
            }
        case .choice(let words):
            try check(value, among: words, spelled: spelled)
        case .choices(let words):
            for word in value.split(separator: ",", omittingEmptySubsequences: false) {
                try check(String(word), among: words, spelled: spelled)
            }
        }
    }

    private func check(_ word: String, among words: [String], spelled: String) throws(UsageError) {
        guard !words.contains(word) else { return }
        let mend = Suggestion(for: word, among: words).question ?? "it knows \(words.joined(separator: ", "))"
        throw arguments.misused("\(spelled) does not know “\(word)”; \(mend)")
    }

    private func unknown(_ name: String) -> UsageError {
        let nearest = Suggestion(for: name, among: options.map(\.name), shownAs: { "--" + $0 }).question
        return arguments.misused("there is no option --\(name)" + (nearest.map { "; \($0)" } ?? ""))
    }

    private func unknown(_ letter: Character, in letters: Substring) -> UsageError {
        let mend: String? =
            if options.contains(where: { $0.name == letters }) {
                "did you mean --\(letters)?"
            } else if arguments.command == SearchCommand.name {
                "to leave out sections with a word, write the query behind --, as in: kb search -- cache -\(letters)"
            } else if letters.contains(" ") {
                "a text that begins with - stands behind --"
            } else {
                nil
            }
        return arguments.misused("there is no option -\(letter)" + (mend.map { "; \($0)" } ?? ""))
    }
}
