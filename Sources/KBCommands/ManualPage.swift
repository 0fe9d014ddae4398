/// The manual page kb(1) in the language of roff, made from the definitions of commands so that it cannot drift.
///
/// - SeeAlso: man-pages(7), groff_man(7)
enum ManualPage {
    static var text: String {
        var lines = [
            ".TH KB 1 \"\" \"kb \(Program.version)\" \"User Commands\"",
            ".SH NAME", "kb \\- search a folder of notes, section by section",
            ".SH SYNOPSIS", ".B kb", "[OPTIONS] COMMAND ...",
            ".SH DESCRIPTION",
        ]
        lines += description.flatMap { [".PP", escaped($0)] }
        lines.append(".SH COMMANDS")
        for command in Commands.visible { lines += self.command(command.definition) }
        lines.append(".SH OPTIONS")
        lines.append("Every command takes these, before or behind its name.")
        lines += GlobalOptions.all.flatMap(option)
        lines += tagged("\\-\\-version", "show the version")
        lines.append(".SH EXIT STATUS")
        lines += ExitStatus.allCases.flatMap { tagged(String($0.rawValue), escaped($0.meaning)) }
        lines.append(".SH ENVIRONMENT")
        lines += environment.flatMap { tagged(escaped($0.0), escaped($0.1)) }
        lines.append(".SH FILES")
        lines += files.flatMap { tagged("\\fI\(escaped($0.0))\\fR", escaped($0.1)) }
        lines += [".SH SEE ALSO", "\\fBkb help query\\fR tells what a query can say.", ".BR rg (1),", ".BR less (1)"]
        return lines.map { $0 + "\n" }.joined()
    }

    private static let description = [
        "kb searches any folder of Markdown and text notes and finds sections, not files: each hit has its heading "
            + "path, the lines that answer, and the line to open. The notes are never changed.",
        "The vault is what --vault or $KB_VAULT names, else the nearest folder upwards with a kb.yml, else the "
            + "working folder. Every query first brings the index up to date.",
    ]

    private static let environment = [
        ("KB_VAULT", "the vault"),
        ("KB_EDITOR, VISUAL, EDITOR", "the editor, the first one set"),
        ("KB_PAGER, PAGER", "the pager, the first one set; an empty one turns paging off"),
        ("KB_INDEX_DIR", "the folder of the index"),
        ("KB_LIMIT", "the most hits a search prints"),
        ("KB_COLOR", "when answers are coloured: auto, always or never"),
        ("KB_CONCEPTS", "whether kb finds the concepts of the notes: true or false"),
        ("KB_RETENTION", "the probability of recall at which a card comes up: 0.7 to 0.99"),
        ("KB_NEW", "how many new cards a day"),
        ("XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_STATE_HOME", "where settings, indexes and logs of the user are kept"),
        ("NO_COLOR", "no colours when not empty"),
        ("CLICOLOR_FORCE, FORCE_COLOR", "colours also into pipes and files"),
    ]

    private static let files = [
        ("kb.yml", "settings of a vault"),
        ("$XDG_CONFIG_HOME/kb/config.yml", "settings of the user"),
        ("index/kb.sqlite", "the index of a vault with a kb.yml; it can be deleted at any time"),
        ("$XDG_CACHE_HOME/kb/", "indexes of folders without a kb.yml"),
    ]

    private static func command(_ definition: CommandDefinition) -> [String] {
        let usage = HelpText.usage(of: definition)
        var lines = [".SS \(escaped(usage))", capitalised(escaped(definition.summary)) + "."]
        lines += definition.details.flatMap { [".PP", escaped($0)] }
        lines += definition.options.flatMap(option)
        if !definition.examples.isEmpty {
            lines += [".PP", "Examples:"]
            lines += definition.examples.flatMap { tagged("\\fB\(escaped($0.line))\\fR", escaped($0.purpose)) }
        }
        return lines
    }

    private static func option(_ option: Option) -> [String] {
        let names = [option.short.map { "-\($0)" }, "--\(option.name)"].compactMap { $0 }
        let bold = names.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
        let value = option.placeholder.isEmpty ? "" : " \\fI\(escaped(option.placeholder))\\fR"
        return tagged(bold + value, escaped(option.fullHelp))
    }

    private static func tagged(_ tag: String, _ text: String) -> [String] { [".TP", tag, text] }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// Text as roff takes it: no escape, no request, and hyphens that can be copied.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "“": result += "\\(lq"
            case "”": result += "\\(rq"
            case "'": result += "\\(aq"
            case "~": result += "\\(ti"
            default: result.append(character)
            }
        }
        return result.hasPrefix(".") ? "\\&" + result : result
    }
}
