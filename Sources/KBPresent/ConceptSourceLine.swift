internal import KBModel

/// Prints where a claim comes from and what is written there: `notes/serving.md:14: A feature store keeps …`.
struct ConceptSourceLine {
    let style: Style
    let paths: PathStyle

    /// A text cut shorter says nothing any more: better a line that wraps by itself.
    private static let leastWidth = 24

    /// `notes/serving.md:14:`, a link where links are wanted.
    func place(_ path: String, line: Int) -> String {
        let shown = style.link(style.dress(paths.shown(path), as: .path), to: paths.absolute(path))
        return "\(shown):\(style.dress(String(line), as: .line)):"
    }

    /// Whether behind `used` columns the source leaves room for enough of its text, or for all of it.
    func fits(_ reason: Reason, behind used: Int) -> Bool {
        let room = style.width - used - width(of: reason) - 1
        return room >= min(Self.leastWidth, reason.text.harmless.displayWidth)
    }

    /// The source and its text on one line that fits the width, behind `indent` spaces, or behind `used` columns that
    /// were printed already. Where the text names `name`, it still does when it has been cut.
    func cut(_ reason: Reason, around name: String, indent: Int = 0, behind used: Int = 0) -> String {
        layOut(reason, indent: indent, behind: used) { first, _ in
            [reason.text.harmless.cut(to: first, around: name.harmless)]
        }
    }

    /// The source and its whole text over as many lines as it takes, the first behind `indent` spaces.
    func whole(_ reason: Reason, indent: Int) -> String {
        layOut(reason, indent: indent) { reason.text.harmless.wrapped(first: $0, rest: $1) }
    }

    /// The source and the lines that `text` makes for the widths of the first and of those below. Behind a source so
    /// long that it leaves no room worth having, the text begins below.
    private func layOut(
        _ reason: Reason, indent: Int, behind used: Int = 0, text: (_ first: Int, _ rest: Int) -> [String]
    ) -> String {
        let blanks = String(repeating: " ", count: indent)
        let place = blanks + place(reason.path, line: reason.line)
        let rest = max(style.width - indent - 2, Self.leastWidth)
        let isBeside = fits(reason, behind: indent + used)
        let lines = text(isBeside ? style.width - indent - used - width(of: reason) - 1 : rest, rest)
        guard let first = lines.first, !first.isEmpty else { return place + "\n" }
        let below = lines.dropFirst().map { "\n\(blanks)  \($0)" }.joined()
        return place + (isBeside ? " " : "\n\(blanks)  ") + first + below + "\n"
    }

    /// The columns of ``place(_:line:)``.
    private func width(of reason: Reason) -> Int {
        paths.shown(reason.path).harmless.displayWidth + String(reason.line).utf8.count + 2
    }
}
