public import KBModel

/// Prints what an edit does to the vocabulary file.
public struct VocabularyPresenter: Sendable {
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle

    /// A presenter; see the properties.
    public init(style: Style = Style(), paths: PathStyle) {
        self.style = style
        self.paths = paths
    }

    /// What was done, a line each, as `path:line: …`.
    public func render(_ change: VocabularyChange) -> String {
        let shown = style.dress(paths.shown(change.path), as: .path)
        let path = style.link(shown, to: paths.absolute(change.path))
        return change.steps.compactMap { step in
            step.line.map { "\(path):\(style.dress(String($0), as: .line)): \(says(step, isNew: true))\n" }
        }.joined()
    }

    /// What would be done, as a difference that `patch -p1` and `git apply` read in the vault's own folder.
    public func difference(_ change: VocabularyChange) -> [UInt8] {
        UnifiedDiff(from: change.before, to: change.after).plain(path: change.path)
    }

    /// As ``difference(_:)``, for a terminal.
    public func dressedDifference(_ change: VocabularyChange) -> String {
        UnifiedDiff(from: change.before, to: change.after).dressed(path: change.path, style: style)
    }

    /// What else a reader should know: what was so already, and that a file was made or nothing is written.
    public func remarks(_ change: VocabularyChange, isDryRun: Bool) -> [String] {
        var remarks = change.steps.filter { $0.line == nil }.map { says($0, isNew: false) }
        if change.isNothing {
            remarks.append("nothing to change")
        } else if isDryRun {
            remarks.append("nothing is written; leave out --dry-run for that")
        } else if change.before == nil {
            remarks.append("made \(paths.shown(change.path).harmless); it can be edited by hand")
        }
        return remarks
    }

    private func says(_ step: VocabularyChange.Step, isNew: Bool) -> String {
        let concept = "“\(step.concept.harmless)”"
        let other = "“\(step.other.harmless)”"
        return switch (step.kind, isNew) {
        case (.merged, true): "\(other) is now an alias of \(concept)"
        case (.merged, false): "\(other) is \(concept) already"
        case (.split, true): "\(other) is no longer \(concept) but a concept of its own"
        case (.split, false): "\(other) is another concept than \(concept) already"
        case (.hidden, true): "\(concept) is hidden"
        case (.hidden, false): "\(concept) is hidden already"
        case (.shown, true): "\(concept) is shown again"
        case (.shown, false): "\(concept) is not hidden"
        case (.renamed, true): "\(other) is now called \(concept)"
        case (.renamed, false): "\(concept) is called that already"
        }
    }
}
