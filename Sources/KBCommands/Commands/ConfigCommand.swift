internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb config`
struct ConfigCommand: Command {
    static let name = "config"
    static let originOption = Option.flag("show-origin", "tell where each value comes from")
    static let formatOption = Option.choice("format", "FORMAT", of: SettingPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "print the settings in force",
            options: [originOption, formatOption, CommonOptions.json],
            examples: [
                .init("kb config", "every setting, as kb.yml would say it"),
                .init("kb config --show-origin", "and where it was set"),
            ],
            details: [
                "Built-in values give way to $XDG_CONFIG_HOME/kb/config.yml, that to the vault's kb.yml, that to the "
                    + "environment, and that to options."
            ])
    }

    private let showsOrigin: Bool
    private let format: SettingPresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        showsOrigin = arguments.has(Self.originOption)
        format = try arguments.format(Self.formatOption, standard: .text)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let vault = try session.locate()
        let presenter = SettingPresenter(format: format, style: session.style(for: vault), showsOrigin: showsOrigin)
        try session.show(presenter.render(vault.reports), vault: vault)
        return .success
    }
}
