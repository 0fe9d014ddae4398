internal import KBEdit
internal import KBImport
internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb import`
struct ImportCommand: Command {
    static let name = "import"

    private static let fromOption = Option.choice("from", "KIND", of: ImportKind.self, "what it is; else kb looks")
    private static let toOption = Option.value("to", "FOLDER", .folder, "the folder of the vault that it goes into")
    private static let titleOption = Option.value(
        "title", "TITLE", .text, "the title of what comes through standard input")
    private static let dryRunOption = Option.flag("dry-run", "tell what would be done, write nothing")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "import an Obsidian vault, a Logseq graph, an export of Notion, notes or pages",
            operands: .init(
                synopsis: "SOURCE", count: 1...1, help: "a folder, a file, or - for standard input",
                completion: .files),
            options: [
                fromOption, toOption, titleOption, dryRunOption, ChangeFlow.yesOption, ChangeFlow.formatOption,
                CommonOptions.json,
            ],
            examples: [
                .init("kb import ~/Obsidian/Work", "a folder; kb sees what wrote it"),
                .init("kb import --dry-run ~/Downloads/Export", "what would come, and what cannot be mapped"),
                .init("kb import ~/logseq --to notes/archive", "into that folder"),
                .init("kb import paper.md", "a single note, as it is"),
                .init("curl -s https://example.org/page | kb import -", "a page of the web"),
            ],
            details: [
                "The source is only read. A folder goes into one of its name in the first folder of notes, a single file where "
                    + "you stand or into that folder. Links that led to a note lead to it afterwards, and no link of the "
                    + "vault means another note because a namesake came. Nothing is overwritten: what is there already is "
                    + "left alone, so an import may be repeated.",
                "Notes of an Obsidian vault or a folder of Markdown stay as they are, but for links that would lead elsewhere; "
                    + "those of Logseq and Notion are turned into Markdown as kb reads it, and say in their front matter "
                    + "where they came from. What cannot be mapped stays in the text, or is copied as a file, and is told "
                    + "with its place. docs/importing.md says what becomes of what.",
                "Paths of the new notes and files are printed on standard output. All is imported or nothing: a run that is "
                    + "killed is finished or undone when kb is started next. kb asks only when links in notes of the vault "
                    + "have to change.",
            ],
            statuses: [.success, .nothingFound])
    }

    private let source: String
    private let kind: ImportKind?
    private let folder: String?
    private let title: String?
    private let isDryRun: Bool
    private let isAgreed: Bool
    private let format: ChangePresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.requireNoEmptyOperand()
        source = arguments.operands.first ?? ""
        kind = arguments.choice(Self.fromOption, as: ImportKind.self)
        folder = arguments.text(Self.toOption)
        title = arguments.text(Self.titleOption)
        isDryRun = arguments.has(Self.dryRunOption)
        isAgreed = arguments.has(ChangeFlow.yesOption)
        format = try arguments.format(ChangeFlow.formatOption, standard: .text)
        if title != nil, source != "-" { throw arguments.misused("--title is for standard input; a file has its name") }
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let source = try importSource(in: session)
        let base = try session.open()
        let planned = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.plannedImport(of: source, from: session.workingFolder)
        }
        let plan = planned.plan
        let paths =
            format == .json
            ? session.identities(in: base.vault, isAbsolute: false) : session.paths(in: base.vault, isAbsolute: false)
        let presenter = ImportPresenter(style: session.style(for: base.vault), paths: paths)
        if !isDryRun, !plan.isEmpty {
            guard agrees(to: plan, base, paths, in: session) else {
                session.remark(["nothing is imported"])
                return .nothingFound
            }
            let told = base.remarks.count
            try session.ask(base, told: told) { base throws(KnowledgeBaseError) in
                try base.apply(plan, whenWaiting: session.tellOfWaiting)
            }
        }
        let isApplied = !isDryRun && !plan.isEmpty
        let text =
            format == .json ? presenter.json((plan, planned.report), isApplied: isApplied) : presenter.render(plan)
        if isApplied { try session.tellDone(text) } else { try session.terminal.write(text) }
        if format == .text || !isApplied { try difference(of: plan, base, paths, in: session) }
        session.remark(presenter.remarks(planned.report, plan, isApplied: isApplied))
        if isDryRun { session.remark(["nothing is written; leave out --dry-run for that"]) }
        return plan.isEmpty ? .nothingFound : .success
    }

    /// Shows how notes of the vault would change, before it is done.
    private func difference(
        of plan: ChangePlan, _ base: KnowledgeBase, _ paths: PathStyle, in session: Session
    ) throws(Failure) {
        guard isDryRun, format == .text, let edits = Self.edits(plan) else { return }
        let changes = ChangePresenter(style: session.style(for: base.vault), paths: paths)
        try session.terminal.write(changes.difference(edits))
    }

    private func agrees(to plan: ChangePlan, _ base: KnowledgeBase, _ paths: PathStyle, in session: Session) -> Bool {
        guard format == .text, !isAgreed, session.isAttended, let edits = Self.edits(plan) else { return true }
        let changes = ChangePresenter(style: session.style(for: base.vault), paths: paths)
        try? session.show(changes.dressedDifference(edits), vault: base.vault)
        return session.terminal.agrees(to: changes.question(plan))
    }

    /// The changes of notes that stand in the vault; nil when there are none.
    private static func edits(_ plan: ChangePlan) -> ChangePlan? {
        let edits = plan.changes.filter { if case .edit = $0 { true } else { false } }
        return edits.isEmpty ? nil : ChangePlan(title: plan.title, changes: edits, replacements: plan.replacements)
    }

    private func importSource(in session: Session) throws(Failure) -> ImportSource {
        guard source == "-" else {
            let path = source.utf8.first == UInt8(ascii: "/") ? source : session.workingFolder + "/" + source
            return ImportSource(.path(path), name: source, kind: kind, folder: folder)
        }
        return ImportSource(
            .bytes(try session.terminal.readInput()), name: "standard input", kind: kind, folder: folder, title: title)
    }
}
