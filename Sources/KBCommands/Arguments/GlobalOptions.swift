internal import KBModel

/// The options that every command takes.
struct GlobalOptions: Equatable {
    static let vaultOption = Option.value(
        "vault", short: "C", "VAULT", .vault,
        "a vault's name, or a folder; else $KB_VAULT, else the nearest kb.yml upwards")
    static let indexOption = Option.value("index-dir", "DIR", .folder, "keep the index in this folder")
    static let noRefreshOption = Option.flag("no-refresh", "answer from the index as it is")
    static let quietOption = Option.flag("quiet", short: "q", "print results and errors only")
    static let colourOption = Option.choice("color", "WHEN", of: Settings.Color.self, "use colours")
    static let noPagerOption = Option.flag("no-pager", "do not page the output")
    static let noInputOption = Option.flag("no-input", "never wait for someone to type")
    static let helpOption = Option.flag("help", short: "h", "show help")

    /// All of them, in the order of the help.
    static let all = [
        vaultOption, indexOption, noRefreshOption, quietOption, colourOption, noPagerOption, noInputOption, helpOption,
    ]

    /// The folder named as the vault.
    var vault: String?
    /// The folder named for the index.
    var indexFolder: String?
    /// Whether the index stays as it is.
    var skipsRefresh: Bool
    /// Whether remarks, counts and progress are left out.
    var isQuiet: Bool
    /// When to use colours; nil to ask the environment and the settings.
    var colour: Settings.Color?
    /// Whether the output goes straight to the terminal.
    var skipsPager: Bool
    /// Whether kb may wait for someone to type.
    var allowsInput: Bool

    init(_ arguments: Arguments) {
        vault = arguments.text(GlobalOptions.vaultOption)
        indexFolder = arguments.text(GlobalOptions.indexOption)
        skipsRefresh = arguments.has(GlobalOptions.noRefreshOption)
        isQuiet = arguments.has(GlobalOptions.quietOption)
        colour = arguments.choice(GlobalOptions.colourOption, as: Settings.Color.self)
        skipsPager = arguments.has(GlobalOptions.noPagerOption)
        allowsInput = !arguments.has(GlobalOptions.noInputOption)
    }
}
