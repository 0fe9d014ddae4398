/// Chooses the editor and tells it the line.
struct EditorChoice {
    let environment: [String: String]
    /// The user's own setting; nil when there is none.
    let setting: String?

    /// The editor's command line, for the shell. Empty values count as unset.
    var command: String {
        let candidates = [environment["KB_EDITOR"], setting, environment["VISUAL"], environment["EDITOR"]]
        return candidates.lazy.compactMap { $0 }.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
    }

    /// What to execute to open the file at `path`, at `line` if one is meant.
    ///
    /// The shell reads the editor's command, as git lets it, so that it may carry options; the path stays one word.
    func words(toOpen path: String, line: Int?) -> [String] {
        let command = command
        return ["/bin/sh", "-c", "\(command) \"$@\"", command] + EditorChoice.arguments(command, path: path, line: line)
    }

    /// How each known editor wants to be told the line; the others get the path alone.
    private static func arguments(_ command: String, path: String, line: Int?) -> [String] {
        let words = command.split(whereSeparator: \.isWhitespace)
        let program = words.first.map { $0.split(separator: "/").last.map(String.init) ?? "" } ?? ""
        let waits = words.contains { $0 == "--wait" || $0 == "-w" }
        // Editors with windows of their own return at once unless told to wait.
        let wait = waits ? [] : ["--wait"]
        switch program {
        case "vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "kak", "micro", "joe", "mg",
            "gedit":
            return (line.map { ["+\($0)"] } ?? []) + [path]
        case "code", "code-insiders", "codium", "vscodium", "cursor", "windsurf":
            return wait + (line.map { ["-g", "\(path):\($0)"] } ?? [path])
        case "subl", "sublime_text", "zed", "zeditor":
            return wait + [line.map { "\(path):\($0)" } ?? path]
        case "hx", "helix":
            return [line.map { "\(path):\($0)" } ?? path]
        case "kate", "kwrite":
            return (line.map { ["--line", "\($0)"] } ?? []) + [path]
        default:
            return [path]
        }
    }
}
