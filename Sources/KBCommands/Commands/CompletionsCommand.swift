/// `kb completions`
struct CompletionsCommand: Command {
    static let name = "completions"

    static var definition: CommandDefinition {
        let shells = Shell.allCases.map(\.rawValue)
        return CommandDefinition(
            name: name, summary: "print a script that teaches a shell to complete kb's command lines",
            operands: .init(
                synopsis: "SHELL", count: 1...1, help: "the shell: \(shells.joined(separator: ", "))",
                completion: .words(shells)),
            examples: [
                .init("source <(kb completions bash)", "in ~/.bashrc"),
                .init("source <(kb completions zsh)", "in ~/.zshrc, behind compinit"),
                .init("kb completions fish | source", "in ~/.config/fish/config.fish"),
            ],
            details: ["Notes, headings behind #, tags, options and their values are completed."])
    }

    private let shell: Shell

    init(_ arguments: Arguments) throws(UsageError) {
        let name = arguments.operands.first ?? ""
        guard let shell = Shell(rawValue: name) else {
            let names = Shell.allCases.map(\.rawValue).joined(separator: ", ")
            throw arguments.misused("there are no completions for “\(name)”; there are some for \(names)")
        }
        self.shell = shell
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        try session.terminal.write(shell.script)
    }
}
