/// The help that `--help` and `kb help` print, made from the definitions of commands.
enum HelpText {
    /// The help never grows wider: longer lines are hard to read.
    static let width = 100

    /// The help of the program as a whole.
    static var program: String {
        let examples: [CommandDefinition.Example] = [
            .init("kb search cache eviction", "rank the sections that answer"),
            .init("kb show serving.md#Batching", "print a section"),
            .init("kb -C ~/notes list --tag ml", "list notes of another folder"),
        ]
        let commands = Commands.visible.map { ($0.name, $0.definition.summary) }
        return """
            kb: search a folder of notes, section by section

            Usage: kb [OPTIONS] COMMAND ...

            Examples:
            \(columns(examples.map { ($0.line, $0.purpose) }))
            Commands:
            \(columns(commands))
            Options of every command:
            \(columns(GlobalOptions.all.map { ($0.synopsis, $0.fullHelp) } + [("    --version", "show the version")]))
            Exit status:
            \(statuses(ExitStatus.allCases))
            “kb help COMMAND” tells more; “kb help query” tells what a query can say.

            """
    }

    /// The help of a command.
    static func of(_ definition: CommandDefinition) -> String {
        var parts = [
            "kb \(definition.name): \(definition.summary)\n",
            "Usage: \(usage(of: definition))\n",
            section("Examples", definition.examples.map { ($0.line, $0.purpose) }),
        ]
        if definition.operands.count != 0...0 {
            parts.append(section("Operands", [(definition.operands.synopsis, definition.operands.help)]))
        }
        parts.append(section("Options", definition.options.map { ($0.synopsis, $0.fullHelp) }))
        parts.append(section("Options of every command", GlobalOptions.all.map { ($0.synopsis, $0.fullHelp) }))
        parts += definition.details.map { wrapped($0, indent: 0) + "\n" }
        parts.append("Exit status:\n" + statuses(definition.statuses + [.failure]))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// `kb search [OPTIONS] QUERY...`
    static func usage(of definition: CommandDefinition) -> String {
        let options = definition.options.isEmpty ? nil : "[OPTIONS]"
        let operands = definition.operands.synopsis.isEmpty ? nil : definition.operands.synopsis
        return ["kb", definition.name, options, operands].compactMap { $0 }.joined(separator: " ")
    }

    private static func section(_ title: String, _ rows: [(String, String)]) -> String {
        rows.isEmpty ? "" : "\(title):\n\(columns(rows))"
    }

    private static func statuses(_ statuses: [ExitStatus]) -> String {
        let sorted = statuses.sorted { $0.rawValue < $1.rawValue }
        return columns(sorted.map { (String($0.rawValue), $0.meaning) })
    }

    /// Two columns; what is too long for the first has the second on the next line.
    private static func columns(_ rows: [(String, String)]) -> String {
        // Wide enough for most options; a wider one does not push all the others to the right.
        let left = min(rows.map(\.0.count).max() ?? 0, 34)
        return rows.map { name, text in
            let body = wrapped(text, indent: left + 4)
            guard name.count <= left else { return "  \(name)\n\(String(repeating: " ", count: left + 4))\(body)\n" }
            return "  \(name)\(String(repeating: " ", count: left + 2 - name.count))\(body)\n"
        }.joined()
    }

    private static func wrapped(_ text: String, indent: Int) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count + indent <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }
}
