internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// What a command works with: the global options, the terminal, and the vault once it is found.
struct Session {
    /// The options that every command takes.
    let options: GlobalOptions
    /// The standard streams.
    let terminal: Terminal
    /// The absolute path of the working folder.
    let workingFolder: String

    init(options: GlobalOptions, terminal: Terminal) {
        self.options = options
        self.terminal = terminal
        workingFolder = terminal.workingFolder ?? "/"
    }

    /// How text on standard output is dressed.
    func style(for vault: Vault) -> Style {
        Appearance(
            environment: terminal.environment, isTerminal: terminal.isOutputTerminal, columns: terminal.size?.columns
        ).style(flag: options.colour, setting: vault.settings.color)
    }

    /// The day where the reader is.
    var today: Day {
        let (year, month, day) = terminal.today
        return Day(year: year, month: month, day: day) ?? Day(daysSinceEpoch: 0)
    }

    /// Finds the vault.
    func locate() throws(Failure) -> Vault {
        // Anything else would take the root of the file system for the vault.
        guard terminal.workingFolder != nil else {
            throw .input("the working folder is not there any more; cd to another one first")
        }
        let locator = VaultLocator(
            flag: options.vault, environment: terminal.environment, workingFolder: workingFolder,
            indexFolder: options.indexFolder)
        return try attempt { () throws(KnowledgeBaseError) in try locator.locate() }
    }

    /// The vaults that have names.
    var vaultRegister: VaultRegister {
        VaultRegister(environment: terminal.environment, workingFolder: workingFolder)
    }

    /// Finds the vault and prepares to ask it; a change of notes that was interrupted is settled first. With
    /// `neverRefreshing`, neither happens: the index stays as it is whatever the options. Who `waitsForOthers` need not know
    /// that another kb is changing notes.
    func open(neverRefreshing: Bool = false, waitsForOthers: Bool = false) throws(Failure) -> KnowledgeBase {
        let vault = try locate()
        let isFixed = neverRefreshing || options.skipsRefresh
        let base = KnowledgeBase(vault: vault, freshness: isFixed ? .asIndexed : .upToDate, progress: progress)
        if !neverRefreshing {
            let remarks = base.settleInterruptedChange().filter { !waitsForOthers || $0 != .changingElsewhere }
            remark(remarks.map(\.message))
        }
        return base
    }

    /// What shows how far long work has come; nil where nobody looks.
    var progress: ((Progress) -> Void)? {
        guard terminal.isErrorTerminal, !options.isQuiet else { return nil }
        let bar = ProgressBar(terminal: terminal)
        return { bar.show($0) }
    }

    /// Asks the engine, and passes its errors and remarks on, but for the first `told` remarks.
    func ask<Answer>(
        _ base: KnowledgeBase, told: Int = 0, _ question: (KnowledgeBase) throws(KnowledgeBaseError) -> Answer
    ) throws(Failure) -> Answer {
        let answer = try attempt { () throws(KnowledgeBaseError) in try question(base) }
        remark(base.remarks.dropFirst(told).map(\.message))
        return answer
    }

    /// Asks, and passes errors on.
    func attempt<Answer>(
        _ question: () throws(KnowledgeBaseError) -> Answer
    ) throws(Failure) -> Answer {
        do {
            return try question()
        } catch {
            throw .engine(error)
        }
    }

    /// Paths as people and editors want them: from the working folder, or absolute.
    func paths(in vault: Vault, isAbsolute: Bool) -> PathStyle {
        isAbsolute ? .absolute(root: vault.root) : .from(folder: workingFolder, root: vault.root)
    }

    /// Paths as programs want them: the identity of notes, or absolute.
    func identities(in vault: Vault, isAbsolute: Bool) -> PathStyle {
        isAbsolute ? .absolute(root: vault.root) : .inVault(root: vault.root)
    }

    /// Tells what a reader should know, on standard error, unless they asked for quiet.
    func remark(_ lines: [String]) {
        guard !options.isQuiet, !lines.isEmpty else { return }
        terminal.writeError(lines.map { "kb: \($0)\n" }.joined())
    }

    /// Prints a result, through the pager when it goes to a terminal; `vault` tells the user's own pager.
    func show(_ text: String, vault: Vault? = nil) throws(Failure) {
        try show(Array(text.utf8), vault: vault)
    }

    /// Prints a result; see ``show(_:vault:)-String``.
    func show(_ bytes: [UInt8], vault: Vault? = nil) throws(Failure) {
        guard terminal.isOutputTerminal, !options.skipsPager, !bytes.isEmpty else { return try terminal.write(bytes) }
        let choice = PagerChoice(environment: terminal.environment, setting: vault?.trustedPager)
        guard let command = choice.command, !(command == PagerChoice.standard && fits(bytes)),
            terminal.page(bytes, with: command)
        else { return try terminal.write(bytes) }
    }

    /// Whether the screen holds all of it, so that starting a pager would only cost time.
    private func fits(_ bytes: [UInt8]) -> Bool {
        guard let size = terminal.size else { return false }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        // Escape sequences count as columns here: at worst the pager is started, and leaves at once.
        return lines.reduce(0) { $0 + max(1, ($1.utf8.count + size.columns - 1) / size.columns) } < size.rows
    }
}

extension Vault {
    /// The pager from the user's own settings. A `kb.yml` may come with a cloned vault, so it starts no program.
    var trustedPager: String? { isTrusted("pager") ? settings.pager : nil }

    /// The editor from the user's own settings.
    var trustedEditor: String? { isTrusted("editor") ? settings.editor : nil }

    private func isTrusted(_ key: String) -> Bool {
        guard let report = reports.first(where: { $0.key == key }) else { return false }
        return switch report.origin {
        case .userFile, .environment, .flag: true
        case .builtIn, .vaultFile: false
        }
    }
}
