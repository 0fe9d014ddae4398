internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb watch`
struct WatchCommand: Command {
    static let name = "watch"
    static let delayOption = Option.value(
        "delay", "MS", .number(0...60_000), "wait until the notes were quiet for so many milliseconds (200)")
    static let pollOption = Option.flag("poll", "look at the notes every few seconds too, whatever the system reports")
    static let formatOption = Option.choice("format", "FORMAT", of: WatchPresenter.Format.self, "print as")
    static let jsonOption = Option.flag("json", "the same as --format jsonl")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "keep the index up to date until stopped",
            options: [delayOption, pollOption, formatOption, jsonOption],
            examples: [
                .init("kb watch", "a line for each refresh; Ctrl-C stops it"),
                .init("kb watch -q &", "in the background, without a word"),
                .init("kb watch --json", "for a program: an object a line"),
            ],
            details: [
                "Queries bring the index up to date by themselves; with kb watch they find nothing left to do. The "
                    + "index is refreshed once the notes were quiet for a moment, and at least every tenfold of that "
                    + "while they are not. Settings and ignore files are read anew when they change.",
                "Notes on network file systems, and those beyond the system's limit of watches, are looked at every few "
                    + "seconds. When the vault is gone and does not come back, kb watch ends with code 2.",
                "Ctrl-C, SIGTERM and SIGHUP stop it, with code 0; the index is whole at any moment.",
            ])
    }

    private let options: VaultWatcher.Options
    private let format: WatchPresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        var options = VaultWatcher.Options()
        if let delay = arguments.number(Self.delayOption) { options.quiet = delay }
        options.polls = arguments.has(Self.pollOption)
        self.options = options
        let named = arguments.choice(Self.formatOption, as: WatchPresenter.Format.self)
        guard !arguments.has(Self.jsonOption) || named != .text else {
            throw arguments.misused("--json and --format contradict each other")
        }
        format = arguments.has(Self.jsonOption) ? .jsonl : named ?? .text
        if arguments.has(GlobalOptions.noRefreshOption) {
            throw arguments.misused("--no-refresh forbids what kb watch does")
        }
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let vault = try session.locate()
        let terminal = session.terminal
        // By its path: the vault stays the same one though settings come and go.
        let locator = VaultLocator(
            flag: vault.root, environment: terminal.environment, workingFolder: session.workingFolder,
            indexFolder: session.options.indexFolder)
        let presenter = WatchPresenter(
            format: format,
            paths: format == .jsonl
                ? session.identities(in: vault, isAbsolute: false) : session.paths(in: vault, isAbsolute: false))
        let isSilent = session.options.isQuiet && format == .text
        var failure: Failure?
        let watcher = VaultWatcher(
            root: vault.root, locator: locator, options: options, progress: session.progress
        ) { event in
            do throws(Failure) {
                try tell(event, presenter, isSilent: isSilent, in: session)
                return true
            } catch {
                failure = error
                return false
            }
        }
        do {
            try watcher.run(output: isSilent ? nil : terminal.outputPipe)
        } catch {
            throw .engine(error)
        }
        if let failure { throw failure }
        return .success
    }

    private func tell(
        _ event: WatchEvent, _ presenter: WatchPresenter, isSilent: Bool, in session: Session
    ) throws(Failure) {
        let terminal = session.terminal
        if let remark = presenter.remark(event) {
            // What stops the index from being fresh is no less than an error.
            if case .failed = event { return terminal.writeError("kb: \(remark)\n") }
            return session.remark([remark])
        }
        guard !isSilent else { return }
        let now = terminal.clock
        let line = presenter.line(event, at: Instant(seconds: now), clock: terminal.timeOfDay(of: now))
        if let line { try terminal.write(line) }
    }
}
