internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb suggest`
struct SuggestCommand: Command {
    static let name = "suggest"
    static let allOption = Option.flag("all", "for every note of the vault")
    static let limitOption = Option.value(
        "limit", short: "n", "N", .number(0...Int.max), "print at most N links a note")
    static let explainOption = Option.flag("explain", "print every reason with what it adds to the score")
    static let formatOption = Option.choice("format", "FORMAT", of: SuggestionPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "suggest links that a note lacks, with reasons",
            operands: .init(
                synopsis: "[NOTE]", count: 0...1, help: "the note that lacks links; needed unless --all is given",
                completion: .notes),
            options: [
                allOption, limitOption, explainOption, formatOption, CommonOptions.json, CommonOptions.null,
                CommonOptions.absolute,
            ],
            examples: [
                .init("kb suggest serving", "ten notes that it may want to link to, best first"),
                .init("kb suggest -n 3 --explain serving", "three, with the arithmetic"),
                .init("kb suggest --all --format jsonl", "for every note, for a program"),
            ],
            details: [
                "What speaks for a link: rare words that both notes use, the other's title or alias in the text, the "
                    + "links there are, what similar notes link to, and the folder. Each counts in proportion to the "
                    + "best note by that measure, so that scores are only comparable within one note.",
                "Notes that are linked to already are left out. Nothing is written.",
            ],
            statuses: [.success, .nothingFound])
    }

    /// As many as fit a screen with their reasons.
    private static let usualLimit = 10

    private let reference: String?
    private let limit: Int
    private let explains: Bool
    private let format: SuggestionPresenter.Format
    private let isNulEnded: Bool
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        reference = arguments.operands.first
        if arguments.has(Self.allOption), reference != nil { throw arguments.misused("--all takes no NOTE") }
        if !arguments.has(Self.allOption), reference == nil { throw arguments.misused("needs a NOTE, or --all") }
        limit = arguments.number(Self.limitOption) ?? Self.usualLimit
        explains = arguments.has(Self.explainOption)
        format = try arguments.format(Self.formatOption, standard: .text, nullMeans: .paths)
        if explains, format != .text { throw arguments.misused("--explain is for --format text") }
        isNulEnded = arguments.has(CommonOptions.null)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        guard let reference else { return try runForAll(base, in: session) }
        let note = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.suggestions(for: reference, from: session.workingFolder, limit: limit)
        }
        try session.show(presenter(in: session, for: base.vault).render(only: note), vault: base.vault)
        session.remark([note.suggestions.isEmpty ? "nothing to suggest" : summary(note.suggestions.count, notes: 1)])
        return note.suggestions.isEmpty ? .nothingFound : .success
    }

    private func runForAll(_ base: KnowledgeBase, in session: Session) throws(Failure) -> ExitStatus {
        let presenter = presenter(in: session, for: base.vault)
        // Into a pipe, notes are printed as they come: all of them may not fit into memory.
        let isStreamed = presenter.isStreamed && !session.terminal.isOutputTerminal
        var notes: [NoteSuggestions] = []
        var counts = (suggestions: 0, notes: 0)
        var failure: Failure?
        func write(_ text: String) {
            do throws(Failure) { try session.terminal.write(Array(text.utf8)) } catch { failure = error }
        }
        if isStreamed { write(presenter.head) }
        try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.suggestions(limit: limit) { note in
                counts.suggestions += note.suggestions.count
                if !note.suggestions.isEmpty { counts.notes += 1 }
                if isStreamed { write(presenter.render(note)) } else { notes.append(note) }
                return failure == nil
            }
        }
        if let failure { throw failure }
        if !isStreamed { try session.show(presenter.render(all: notes), vault: base.vault) }
        session.remark([
            counts.suggestions == 0 ? "nothing to suggest" : summary(counts.suggestions, notes: counts.notes)
        ])
        return counts.suggestions == 0 ? .nothingFound : .success
    }

    private func summary(_ count: Int, notes: Int) -> String {
        let links = count == 1 ? "1 link" : "\(count) links"
        return notes == 1 ? "\(links) suggested" : "\(links) suggested in \(notes) notes"
    }

    private func presenter(in session: Session, for vault: Vault) -> SuggestionPresenter {
        let paths =
            switch format {
            case .text, .md, .paths: session.paths(in: vault, isAbsolute: isAbsolute)
            case .json, .jsonl, .csv, .tsv: session.identities(in: vault, isAbsolute: isAbsolute)
            }
        return SuggestionPresenter(
            format: format, style: session.style(for: vault), paths: paths, explains: explains, isNulEnded: isNulEnded)
    }
}
