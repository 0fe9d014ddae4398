/// Where a conversation is shown: on a terminal a page at a time, elsewhere line after line.
///
/// A class: it knows whether the screen is its own yet.
final class Page {
    private let terminal: Terminal
    /// Whether pages replace each other, and questions go away once they are answered.
    private let isTurning: Bool
    private var isFirst = true

    /// A page on standard output; `isInteractive` when keys come from a terminal.
    init(_ terminal: Terminal, isInteractive: Bool) {
        self.terminal = terminal
        isTurning = isInteractive && terminal.isOutputTerminal && terminal.environment["TERM"] != "dumb"
    }

    /// Begins a new page with `text`.
    func turn(_ text: String) throws(Failure) {
        defer { isFirst = false }
        guard isTurning else { return try terminal.write(Array(((isFirst ? "" : "\n") + text).utf8)) }
        // What the reader had on the screen goes up, not away.
        let room = isFirst ? String(repeating: "\n", count: max(0, (terminal.size?.rows ?? 1) - 1)) : ""
        try terminal.write(Array((room + "\u{1B}[H\u{1B}[J" + text).utf8))
    }

    /// Adds `text`, whole lines.
    func add(_ text: String) throws(Failure) { try terminal.write(Array(text.utf8)) }

    /// Puts a question of one line at the end of the page.
    func ask(_ question: String) throws(Failure) {
        try terminal.write(Array(("\n" + question + (isTurning ? "" : "\n")).utf8))
    }

    /// Takes the question away, where it can be.
    func answered() throws(Failure) {
        // Back over it and the empty line above.
        if isTurning { try terminal.write(Array("\r\u{1B}[K\u{1B}[A".utf8)) }
    }
}
