internal import KBModel
internal import KBPresent

/// Decides from flags and environment how output looks. Pure, so that every rule can be tested.
struct Appearance {
    let environment: [String: String]
    let isTerminal: Bool
    let columns: Int?

    /// The width of text that does not go to a terminal.
    static let pipedWidth = 80

    /// The style of standard output.
    ///
    /// `--color` beats all; then `NO_COLOR` and `TERM=dumb` forbid colours and `CLICOLOR_FORCE` and `FORCE_COLOR`
    /// demand them; then the setting; and a terminal gets them by default. Links are for terminals only.
    ///
    /// - SeeAlso: <https://no-color.org>, <https://bixense.com/clicolors/>
    func style(flag: Settings.Color?, setting: Settings.Color?) -> Style {
        let isColoured =
            switch flag ?? demanded ?? setting ?? .auto {
            case .always: true
            case .never: false
            case .auto: isTerminal && !isDumb
            }
        return Style(
            isColoured: isColoured,
            linkPrefix: isTerminal && isColoured && !isDumb ? "file://" : nil,
            width: columns ?? Appearance.pipedWidth)
    }

    /// What the environment says; nil when it says nothing.
    private var demanded: Settings.Color? {
        if isSet("NO_COLOR") { return .never }
        return isForced("CLICOLOR_FORCE") || isForced("FORCE_COLOR") ? .always : nil
    }

    private var isDumb: Bool { environment["TERM"] == "dumb" }

    private func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }

    private func isForced(_ name: String) -> Bool { isSet(name) && environment[name] != "0" }
}

/// Chooses the pager's command line.
struct PagerChoice {
    let environment: [String: String]
    /// The user's own setting; nil when there is none.
    let setting: String?

    /// What is used when nobody says otherwise: leaves at once when a screen is enough, keeps colours.
    static let standard = "less -FIRX"

    /// The command; nil for no pager. An empty one is a wish for none.
    var command: String? {
        let command = environment["KB_PAGER"] ?? setting ?? environment["PAGER"] ?? PagerChoice.standard
        return command.allSatisfy(\.isWhitespace) ? nil : command
    }
}
