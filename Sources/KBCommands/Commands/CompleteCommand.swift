internal import KBModel
internal import KnowledgeBase

/// `kb complete`, which the completion scripts call. Never refreshes the index and never complains.
struct CompleteCommand: Command {
    static let name = "complete"
    static let lineOption = Option.value("line", "TEXT", .text, "complete the end of this line, as bash wants it")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "print what could stand at the end of a command line",
            operands: .init(
                synopsis: "[WORD...]", count: 0...Int.max, help: "the words so far, kb first, the unfinished one last",
                completion: .nothing),
            options: [lineOption],
            details: [
                "The first line printed says what the shell should add by itself: nothing, files or folders. Each "
                    + "other line is a candidate, for zsh and fish with a tab and its description."
            ],
            isHidden: true)
    }

    private let line: String?
    private let words: [String]

    init(_ arguments: Arguments) throws(UsageError) {
        line = arguments.text(Self.lineOption)
        words = arguments.operands
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        if let line {
            let split = BashLine(line)
            let completer = Completer(words: split.words, vault: candidates(in: session))
            let lines = completer.candidates.map { split.insertion(of: $0.text) }
            try session.terminal.write(([completer.fallback.rawValue] + lines).map { $0 + "\n" }.joined())
        } else {
            let completer = Completer(words: words, vault: candidates(in: session))
            let lines = completer.candidates.map { $0.help.isEmpty ? $0.text : "\($0.text)\t\($0.help)" }
            try session.terminal.write(([completer.fallback.rawValue] + lines).map { $0 + "\n" }.joined())
        }
        return .success
    }

    /// What the vault has to offer; nothing when it cannot be asked, since a shell has no place for errors.
    private func candidates(in session: Session) -> Completer.Vault {
        func open(_ folder: String?) -> KnowledgeBase? {
            var options = session.options
            options.vault = folder ?? options.vault
            options.isQuiet = true
            return try? Session(options: options, terminal: session.terminal).open(neverRefreshing: true)
        }
        return Completer.Vault(
            notes: { open($0)?.notePaths() ?? [] },
            headings: { reference, folder in
                guard let note = try? open(folder)?.note(reference).note else { return [] }
                return note.sections.lazy.filter { $0.kind != .preamble }.map { note.text($0.title) }
            },
            tags: { folder in ((try? open(folder)?.tags()) ?? []).map(\.spelling) },
            concepts: { open($0)?.conceptNames() ?? [] },
            vaults: { (try? session.vaultRegister.names()) ?? [] })
    }
}
