internal import KBModel

/// Shows on standard error how far long work has come.
///
/// A class: one bar remembers when it began while the engine reports to it.
final class ProgressBar {
    /// Work shorter than this, in seconds, shows no bar: it would only flicker.
    private static let patience = 0.2
    /// The columns of the bar itself.
    private static let width = 24

    private let terminal: Terminal
    private let start: Double
    private var isShown = false

    init(terminal: Terminal) {
        self.terminal = terminal
        start = terminal.seconds
    }

    deinit { clear() }

    /// Draws the bar anew, and takes it away when the work is done.
    func show(_ progress: Progress) {
        guard terminal.seconds - start > ProgressBar.patience else { return }
        if progress.total > 0, progress.done >= progress.total { return clear() }
        isShown = true
        terminal.writeError("\r\(ProgressBar.line(for: progress))\u{1B}[K")
    }

    static func line(for progress: Progress) -> String {
        guard progress.total > 0 else { return "\(progress.phase) \(progress.done)" }
        let done = min(max(0, progress.done), progress.total)
        let filled = done * width / progress.total
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
        return "\(progress.phase) [\(bar)] \(done)/\(progress.total)"
    }

    private func clear() {
        if isShown { terminal.writeError("\r\u{1B}[K") }
        isShown = false
    }
}
