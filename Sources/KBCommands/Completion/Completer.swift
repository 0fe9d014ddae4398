internal import KBModel

/// Finds what could stand at the end of a command line.
struct Completer {
    /// A word that fits.
    struct Candidate: Equatable {
        var text: String
        var help = ""
    }

    /// What the shell should offer by itself besides.
    enum Fallback: String {
        case nothing, files, folders
    }

    /// What the vault knows; every question is given the folder that `--vault` names on the line, if any.
    struct Vault {
        var notes: (_ folder: String?) -> [String]
        var headings: (_ note: String, _ folder: String?) -> [String]
        var tags: (_ folder: String?) -> [String]
        var concepts: (_ folder: String?) -> [String]
        var vaults: () -> [String]
    }

    private(set) var candidates: [Candidate] = []
    private(set) var fallback = Fallback.nothing

    private let vault: Vault
    private var folder: String?
    /// The operands before the unfinished word.
    private var operands: [String] = []

    /// Looks at `words`, `kb` first and the unfinished word last.
    init(words: [String], vault: Vault) {
        self.vault = vault
        let current = words.count > 1 ? words.last ?? "" : ""
        var definition: CommandDefinition?
        var pending: Option?
        var endsOptions = false
        for word in words.dropFirst().dropLast() {
            if let option = pending {
                if option == GlobalOptions.vaultOption { folder = word }
                pending = nil
            } else if endsOptions {
                operands.append(word)
            } else if word == "--" {
                endsOptions = true
            } else if word.hasPrefix("-"), word != "-" {
                pending = Completer.optionAwaitingValue(word, among: Completer.options(of: definition))
                if word.hasPrefix("--vault=") { folder = String(word.dropFirst("--vault=".count)) }
            } else if definition == nil {
                definition = (try? Commands.named(word))?.definition
                if definition == nil { return }
            } else {
                operands.append(word)
            }
        }
        complete(current, of: definition, after: pending, endsOptions: endsOptions)
    }

    private mutating func complete(
        _ current: String, of definition: CommandDefinition?, after pending: Option?, endsOptions: Bool
    ) {
        if let pending { return completeValue(of: pending, current, prefix: "") }
        if !endsOptions, current.hasPrefix("-") {
            let parts = current.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let options = Completer.options(of: definition)
            if parts.count == 2, let option = options.first(where: { "--\($0.name)" == parts[0] }) {
                return completeValue(of: option, String(parts[1]), prefix: "\(parts[0])=")
            }
            return offer(options.map { Candidate(text: "--\($0.name)", help: $0.help) }, matching: current)
        }
        guard let definition else {
            let commands = Commands.visible.map { Candidate(text: $0.name, help: $0.definition.summary) }
            return offer(commands, matching: current)
        }
        completeOperand(of: definition, current)
    }

    private mutating func completeValue(of option: Option, _ current: String, prefix: String) {
        switch option.value {
        case .choice(let words): offer(words, matching: current, prefix: prefix)
        case .choices(let words):
            let head = current.lastIndex(of: ",").map { String(current[...$0]) } ?? ""
            offer(words, matching: String(current.dropFirst(head.count)), prefix: prefix + head)
        case .tag: offer(vault.tags(folder), matching: current, prefix: prefix)
        case .note: offer(vault.notes(folder), matching: current, prefix: prefix)
        case .concept: offer(vault.concepts(folder), matching: current, prefix: prefix)
        case .vault:
            offer(vault.vaults(), matching: current, prefix: prefix)
            fallback = .folders
        case .folder: fallback = .folders
        case .file: fallback = .files
        case .flag, .number, .day, .text: break
        }
    }

    private mutating func completeOperand(of definition: CommandDefinition, _ current: String) {
        switch definition.operands.completion {
        case .nothing: break
        case .words(let words): offer(words, matching: current)
        case .wordThenConcepts(let words):
            if operands.isEmpty { offer(words, matching: current) } else { completeConcept(current) }
        case .files: fallback = .files
        case .notes:
            guard let hash = current.firstIndex(of: "#") else { return offer(vault.notes(folder), matching: current) }
            let note = String(current[..<hash])
            offer(
                vault.headings(note, folder), matching: String(current[current.index(after: hash)...]),
                prefix: note + "#")
        case .concepts: completeConcept(current)
        case .vaultEdit:
            switch operands.count {
            case 0: offer(VaultsCommand.verbs, matching: current)
            case 1: offer(vault.vaults(), matching: current)
            default: fallback = .folders
            }
        case .tags: offer(vault.tags(folder), matching: current)
        case .query: completeQuery(current)
        }
    }

    /// A name, or its next words: names need no quotes, so the operands before may be how it begins.
    private mutating func completeConcept(_ current: String) {
        let names = vault.concepts(folder)
        let comma = current.lastIndex(of: ",").map { current.index(after: $0) } ?? current.startIndex
        let kept = String(current[..<comma])
        for start in 0...operands.count {
            let head = kept.isEmpty ? operands[start...].map { $0 + " " }.joined() : ""
            let rests = names.filter { $0.lowercased().hasPrefix(head.lowercased()) }.map { $0.dropFirst(head.count) }
            offer(rests.map(String.init), matching: String(current[comma...]), prefix: kept)
            if !candidates.isEmpty { return }
        }
    }

    /// The operators of the query language, and what may follow those that name something in the vault.
    private mutating func completeQuery(_ current: String) {
        let minus = current.hasPrefix("-") ? "-" : ""
        let word = String(current.dropFirst(minus.count))
        if word.hasPrefix("tag:") {
            offer(vault.tags(folder), matching: String(word.dropFirst(4)), prefix: minus + "tag:")
        } else if word.hasPrefix("path:") {
            offer(vault.notes(folder), matching: String(word.dropFirst(5)), prefix: minus + "path:")
        } else if word.hasPrefix("concept:") {
            let typed = word.dropFirst(8).drop { $0 == "\"" }.lowercased()
            let names = vault.concepts(folder).filter { $0.lowercased().hasPrefix(typed) }
            // Only quotes make several words one value.
            offer(names.map { $0.contains(" ") ? "\"\($0)\"" : $0 }, matching: "", prefix: minus + "concept:")
        } else if word.hasPrefix("is:") {
            offer(Query.Feature.allCases.map(\.rawValue), matching: String(word.dropFirst(3)), prefix: minus + "is:")
        } else if !word.isEmpty {
            let operators = ["tag:", "path:", "note:", "heading:", "concept:", "is:", "before:", "after:"]
            offer(operators, matching: word, prefix: minus)
        }
    }

    private mutating func offer(_ words: [String], matching typed: String, prefix: String = "") {
        offer(words.map { Candidate(text: $0) }, matching: typed, prefix: prefix)
    }

    /// Offers what begins with `typed`; when nothing does, what begins so in another case.
    private mutating func offer(_ found: [Candidate], matching typed: String, prefix: String = "") {
        // A candidate is a line of the answer; one with a control character could not be typed anyway.
        let usable = found.filter { !$0.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
        let exact = usable.filter { $0.text.hasPrefix(typed) }
        let folded = exact.isEmpty ? usable.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) } : exact
        candidates = folded.map { Candidate(text: prefix + $0.text, help: $0.help) }
    }

    private static func options(of definition: CommandDefinition?) -> [Option] {
        (definition?.options ?? []) + GlobalOptions.all
    }

    /// The option that `word` ends with when its value is still to come.
    private static func optionAwaitingValue(_ word: String, among options: [Option]) -> Option? {
        if word.hasPrefix("--") {
            return options.first { "--\($0.name)" == word && $0.value != .flag }
        }
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = options.first(where: { $0.short == letter }) else { return nil }
            if option.value != .flag { return letters.isEmpty ? option : nil }
        }
        return nil
    }
}
