public import KBStudy

/// Prints lines of checklists that were ticked, or whose ticks were taken back.
public struct TickPresenter: Sendable {
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// Whether ticks were taken back.
    public var isUndone: Bool

    /// A presenter; see the properties.
    public init(style: Style = Style(), paths: PathStyle, isUndone: Bool = false) {
        self.style = style
        self.paths = paths
        self.isUndone = isUndone
    }

    /// What goes to standard output: a line for each of `lines`, as it is now; those in which nothing changed left out.
    public func render(_ lines: [StudyLine]) -> String {
        let ids = ShortIDs(lines.map(\.id))
        return lines.filter { $0.isTicked == isUndone }.map { line in
            let box = isUndone ? "[ ]" : "[x]"
            let id = style.dress(ids.short(line.id), as: .line)
            let place = style.dress("\(paths.shown(line.anchor.path)):\(line.line)", as: .faint)
            let link = style.link(place, to: paths.absolute(line.anchor.path))
            return "\(box) \(id)  \(line.anchor.text.harmless)  \(link)\n"
        }.joined()
    }

    /// What else a reader should know, a line each: what was so already, and what kb cannot take back.
    public func remarks(on lines: [StudyLine]) -> [String] {
        lines.compactMap { line in
            let name = "“\(line.anchor.text.harmless)”"
            if isUndone, line.isTickedInNote {
                return "\(name) has a ticked box in \(paths.shown(line.anchor.path).harmless):\(line.line), "
                    + "which only you can change"
            }
            guard line.isTicked != isUndone else { return nil }
            return isUndone ? "\(name) is not ticked" : "\(name) is ticked already"
        }
    }
}
