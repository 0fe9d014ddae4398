/// `kb man`
struct ManCommand: Command {
    static let name = "man"

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "print the manual page",
            examples: [
                .init("kb man | man -l -", "read it"),
                .init("kb man > ~/.local/share/man/man1/kb.1", "install it"),
            ])
    }

    init(_ arguments: Arguments) throws(UsageError) {}

    func run(in session: Session) throws(Failure) -> ExitStatus {
        try session.terminal.write(ManualPage.text)
    }
}
