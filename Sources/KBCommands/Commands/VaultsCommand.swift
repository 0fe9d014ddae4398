internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb vaults`
struct VaultsCommand: Command {
    private enum Verb: String, CaseIterable { case add, remove }

    static let name = "vaults"
    static let verbs = Verb.allCases.map(\.rawValue)
    static let formatOption = Option.choice("format", "FORMAT", of: VaultPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list the vaults that have names, give a vault a name, or take it away",
            operands: .init(
                synopsis: "[add NAME [DIR] | remove NAME]", count: 0...3,
                help: "what to do, the name, and the folder: unless given, the vault that is taken here",
                completion: .vaultEdit),
            options: [formatOption, CommonOptions.json],
            examples: [
                .init("kb vaults", "their names, how they are, and where"),
                .init("kb vaults add work ~/notes/work", "from now on: kb --vault work search …"),
                .init("kb vaults add ml", "the vault you are in"),
                .init("kb vaults remove work", "forget the name; the notes stay"),
                .init("KB_VAULT=work kb search drift", "one by name, without the option"),
            ],
            details: [
                "The names are kept in your own configuration file, $XDG_CONFIG_HOME/kb/config.yml, under `vaults`; comments "
                    + "and layout of it stay. A name goes before a folder of the same name: ./work is the folder.",
                "The star marks the vault that is taken without --vault where you are. The number of notes is that of the index.",
            ],
            statuses: [.success, .nothingFound])
    }

    private let verb: Verb?
    private let vault: String
    private let folder: String?
    private let format: VaultPresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        let operands = arguments.operands
        format = try arguments.format(Self.formatOption, standard: .text)
        vault = operands.dropFirst().first ?? ""
        folder = operands.dropFirst(2).first
        guard let word = operands.first else {
            verb = nil
            return
        }
        guard let verb = Verb(rawValue: word) else {
            throw arguments.misused("there is no “\(word)”: write add NAME [DIR], or remove NAME")
        }
        self.verb = verb
        guard !vault.isEmpty else { throw arguments.misused("\(word) needs a name") }
        guard verb == .add || folder == nil else { throw arguments.misused("remove takes a name alone") }
        guard format == .text else { throw arguments.misused("formats are for the list") }
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        switch verb {
        case nil: return try list(in: session)
        case .add: return try add(in: session)
        case .remove:
            let path = try session.attempt { () throws(KnowledgeBaseError) in try session.vaultRegister.remove(vault) }
            return try session.terminal.write("\(vault) is no name any more; \(path.harmless) stays as it is\n")
        }
    }

    private func add(in session: Session) throws(Failure) -> ExitStatus {
        let place = if let folder { folder } else { try session.locate().root }
        let (path, isNew) = try session.attempt { () throws(KnowledgeBaseError) in
            try session.vaultRegister.add(vault, at: place)
        }
        return try session.terminal.write("\(vault) is \(isNew ? "" : "already ")\(path.harmless)\n")
    }

    private func list(in session: Session) throws(Failure) -> ExitStatus {
        let vaults = try session.attempt { () throws(KnowledgeBaseError) in try session.vaultRegister.vaults() }
        let style = Appearance(
            environment: session.terminal.environment, isTerminal: session.terminal.isOutputTerminal,
            columns: session.terminal.size?.columns
        ).style(flag: session.options.colour, setting: .auto)
        try session.show(VaultPresenter(format: format, style: style).render(vaults))
        if vaults.isEmpty { session.remark(["no vault has a name yet; kb vaults add NAME [DIR] gives it one"]) }
        return vaults.isEmpty ? .nothingFound : .success
    }
}
