import Foundation

/// Command lines with all that they print, as a text file that people can read and correct.
///
///     # A remark.
///     @ notes/a.md            the lines up to the next blank line with `@` alone are a file of the vault
///     # Title
///     @
///     $ kb search nothing     a line of bash, run in the vault
///     | a line of standard output
///     ! a line of standard error
///     = 1                     the exit code, when it is not 0
///
/// What a terminal would act on is visible: ␛ is escape, ␀ NUL, ␍ carriage return, and ␄ a missing line feed at the
/// end. The sandbox's folder reads `$SANDBOX`.
struct Transcript {
    private var lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The transcript as it should read: every command run anew, in order, in one vault.
    func replayed() throws -> String {
        let sandbox = try Sandbox()
        defer { sandbox.remove() }
        var result: [String] = []
        var file: (path: String, lines: [String])?
        for line in lines {
            if let open = file {
                result.append(line)
                if line == "@" {
                    try sandbox.write(open.lines.map { $0 + "\n" }.joined(), to: open.path)
                    file = nil
                } else {
                    file = (open.path, open.lines + [line])
                }
            } else if line.hasPrefix("@ ") {
                result.append(line)
                file = (String(line.dropFirst(2)), [])
            } else if line.hasPrefix("$ ") {
                result.append(line)
                result += Transcript.shown(try sandbox.run(String(line.dropFirst(2))), in: sandbox)
            } else if !line.hasPrefix("|"), !line.hasPrefix("!"), !line.hasPrefix("=") {
                result.append(line)
            }
        }
        return result.joined(separator: "\n")
    }

    private static func shown(_ outcome: Sandbox.Outcome, in sandbox: Sandbox) -> [String] {
        shown(outcome.output, behind: "|", in: sandbox) + shown(outcome.errors, behind: "!", in: sandbox)
            + (outcome.status == 0 ? [] : ["= \(outcome.status)"])
    }

    private static func shown(_ data: Data, behind mark: String, in sandbox: Sandbox) -> [String] {
        var text = String(decoding: data, as: UTF8.self)
        for (hidden, visible) in [("\u{1B}", "␛"), ("\0", "␀"), ("\r", "␍")] {
            text = text.replacingOccurrences(of: hidden, with: visible)
        }
        text = text.replacingOccurrences(of: sandbox.folder.path, with: "$SANDBOX")
        if text.isEmpty { return [] }
        text = text.hasSuffix("\n") ? String(text.dropLast()) : text + "␄"
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? mark : "\(mark) \($0)" }
    }
}
