internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb index`
struct IndexCommand: Command {
    static let name = "index"
    static let rebuildOption = Option.flag("rebuild", "read every note anew")
    static let formatOption = Option.choice("format", "FORMAT", of: RefreshPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "bring the index up to date",
            operands: .init(
                synopsis: "[FILE...]", count: 0...Int.max,
                help: "only these notes; - reads their paths from standard input, ended by NUL or line feed",
                completion: .files),
            options: [rebuildOption, formatOption, CommonOptions.json],
            examples: [
                .init("kb index", "read what changed"),
                .init("kb index --rebuild", "read everything"),
                .init("kb index notes/serving.md", "one note only"),
                .init("git diff --name-only -z | kb index -", "the notes another command names"),
            ],
            details: [
                "Queries do this by themselves. A run that is killed leaves the old index whole; deleting the index "
                    + "loses nothing."
            ])
    }

    private let files: [String]
    private let rebuilds: Bool
    private let format: RefreshPresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        files = arguments.operands
        rebuilds = arguments.has(Self.rebuildOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        if rebuilds, !files.isEmpty { throw arguments.misused("--rebuild reads every note; leave the files out") }
        if arguments.has(GlobalOptions.noRefreshOption) {
            throw arguments.misused("--no-refresh forbids what kb index does")
        }
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let paths = files.isEmpty ? nil : try namedFiles(in: session)
        let base = try session.open()
        let report = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.refresh(paths: paths, rebuilding: rebuilds)
        }
        let issues = IssuePresenter(
            format: .text, style: Style(), paths: session.paths(in: base.vault, isAbsolute: false))
        let presenter = RefreshPresenter(
            format: format,
            issues: format == .text
                ? issues
                : IssuePresenter(
                    format: .json, paths: session.identities(in: base.vault, isAbsolute: false)))
        if format == .json || !session.options.isQuiet { try session.terminal.write(presenter.render(report)) }
        if format == .text, !session.options.isQuiet {
            session.terminal.writeError(presenter.remarks(on: report).map { $0 + "\n" }.joined())
        }
        let isRefused = !files.isEmpty && report.issues.contains { $0.issue.severity == .error }
        return isRefused ? .failure : .success
    }

    /// The files named, `-` replaced by those on standard input, as absolute paths.
    private func namedFiles(in session: Session) throws(Failure) -> [String] {
        var paths: [String] = []
        for file in files {
            guard file == "-" else {
                paths.append(file)
                continue
            }
            let bytes = try session.readBytes()
            let end: UInt8 = bytes.contains(0) ? 0 : 0x0A
            paths += bytes.split(separator: end).map { String(decoding: $0, as: UTF8.self) }
        }
        let folder = session.workingFolder == "/" ? "" : session.workingFolder
        return paths.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
    }
}
