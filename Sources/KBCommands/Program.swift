internal import Glibc

/// The program `kb`.
public enum Program {
    /// The version that `kb --version` and `kb status` tell.
    static let version = "0.1.0"

    private static let versionOption = Option.flag("version", "show the version")

    /// Carries out the command line of the process and ends it.
    public static func main() -> Never {
        exit(status(of: CommandLine.arguments.dropFirst()).rawValue)
    }

    private static func status(of words: ArraySlice<String>) -> ExitStatus {
        let terminal = Terminal()
        do {
            return try carryOut(words, on: terminal)
        } catch let error as UsageError {
            terminal.writeError(error.text)
        } catch let failure as Failure {
            terminal.writeError("kb: \(failure.message)\n")
        } catch {
            terminal.writeError("kb: \(error)\n")
        }
        return .failure
    }

    private static func carryOut(_ words: ArraySlice<String>, on terminal: Terminal) throws -> ExitStatus {
        var root = ArgumentReader(words, options: GlobalOptions.all + [versionOption], into: Arguments(command: ""))
        do {
            try root.read(stoppingAtOperand: true)
        } catch {
            throw UsageError(error.message)
        }
        if root.arguments.has(versionOption) { return try terminal.write("kb \(version)\n") }
        let rest = root.words.first == "--" ? root.words.dropFirst() : root.words
        guard let name = rest.first else {
            if root.arguments.has(GlobalOptions.helpOption) { return try terminal.write(HelpText.program) }
            terminal.writeError(HelpText.program)
            return .failure
        }
        let command = try Commands.named(name)
        let arguments = try read(rest.dropFirst(), for: command, after: root.arguments)
        let session = Session(options: GlobalOptions(arguments), terminal: terminal)
        if arguments.has(GlobalOptions.helpOption) {
            try session.show(HelpText.of(command.definition))
            return .success
        }
        return try command.init(arguments).run(in: session)
    }

    private static func read(
        _ words: ArraySlice<String>, for command: any Command.Type, after root: Arguments
    ) throws(UsageError) -> Arguments {
        let definition = command.definition
        var start = root
        start.command = command.name
        var reader = ArgumentReader(words, options: definition.options + GlobalOptions.all, into: start)
        try reader.read()
        let arguments = reader.arguments
        let count = arguments.operands.count
        if arguments.has(GlobalOptions.helpOption) || definition.operands.count.contains(count) { return arguments }
        if count < definition.operands.count.lowerBound {
            let missing = definition.operands.synopsis.split(separator: " ").dropFirst(count)
            throw arguments.misused("\(missing.joined(separator: " ")) is missing")
        }
        let extra = arguments.operands.dropFirst(definition.operands.count.upperBound).first ?? ""
        let mend = definition.operands.completion == .notes ? "; a name with spaces needs quotes" : ""
        throw arguments.misused("“\(extra)” is one word too many\(mend)")
    }
}
