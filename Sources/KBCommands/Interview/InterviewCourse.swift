internal import KBPresent
internal import KBStudy

/// Leads someone through a mock interview: shows, waits for keys, and hands on what was missed.
///
/// A class: the keyboard and the interview go through it together.
final class InterviewCourse {
    /// Where the interview is.
    private(set) var session: InterviewSession

    private let keyboard: Keyboard
    private let terminal: Terminal
    private let presenter: InterviewPresenter
    /// Notes what was missed in a section, so that it is safe before the next one begins.
    private let note: ([Checklist.Item]) throws(Failure) -> Void
    /// Whether the line of the clock may be written again and again.
    private let showsClock: Bool
    /// Why the keys ended, when that ended it.
    private var end: Key.End?

    init(
        _ session: InterviewSession, on terminal: Terminal, presenter: InterviewPresenter,
        note: @escaping ([Checklist.Item]) throws(Failure) -> Void
    ) {
        self.session = session
        self.terminal = terminal
        self.presenter = presenter
        self.note = note
        keyboard = Keyboard(terminal)
        showsClock = keyboard.isTerminal && terminal.isOutputTerminal && terminal.environment["TERM"] != "dumb"
    }

    /// Goes through all sections, or up to the key that ends it; says why the keys ended, nil when they did not.
    func run() throws(Failure) -> Key.End? {
        defer { keyboard.stop() }
        while true {
            switch session.phase {
            case .opening: try open()
            case .answering(let section): try answer(section)
            case .marking(let section): try mark(section)
            case .finished: return end
            }
        }
    }

    /// Seconds of a clock that only goes forward.
    private var now: Int { Int(terminal.seconds) }

    private func write(_ text: String) throws(Failure) { try terminal.write(Array(text.utf8)) }

    // MARK: - Phases

    private func open() throws(Failure) {
        try write("\n" + presenter.hint("space begins, q ends") + "\n")
        while true {
            switch command(keyboard.next()) {
            case .goOn: return session.begin(at: now)
            case .stop: return stop()
            case .other: break
            }
        }
    }

    /// How often the clock is shown anew, in milliseconds.
    private static let tick = 1000
    /// Back to the start of the line, and erase it.
    private static let lineStart = "\r\u{1B}[K"

    private func answer(_ index: Int) throws(Failure) {
        let section = session.sections[index]
        try write(presenter.heading(of: index, in: session.sections))
        try write(presenter.hint("answer from memory; space shows what belongs here, q ends") + "\n")
        while true {
            if showsClock, let seconds = session.elapsed(at: now) {
                try write(Self.lineStart + presenter.clock(seconds, of: section.budget))
            }
            switch command(keyboard.next(within: showsClock ? Self.tick : nil)) {
            case .goOn:
                session.reveal(at: now)
                let seconds = session.results.last?.seconds ?? 0
                return try write(
                    (showsClock ? Self.lineStart : "") + presenter.clock(seconds, of: section.budget) + "\n")
            case .stop:
                if showsClock { try write("\n") }
                return stop()
            case .other: break
            }
        }
    }

    private static let question = "Missed (such as 1 3-5, all; return for none): "

    private func mark(_ index: Int) throws(Failure) {
        let section = session.sections[index]
        try write(presenter.items(of: section))
        while true {
            guard let typed = try line(behind: Self.question) else {
                try write("\n")
                return stop()
            }
            let list: NumberList
            do throws(NumberList.Slip) {
                list = try NumberList(typed, count: section.items.count)
            } catch {
                try write("“\(error.part.harmless)” is no number from 1 to \(section.items.count)\n")
                continue
            }
            return try note(session.mark(missed: list.indices, at: now))
        }
    }

    private func stop() { session.stop(at: now) }

    // MARK: - Keys

    /// What a key asks for where there is nothing to type.
    private enum Wish { case goOn, stop, other }

    private func command(_ key: Key) -> Wish {
        switch key {
        case .character(" "), .enter: return .goOn
        case .character("q"), .character("Q"), .escape: return .stop
        case .end(let end):
            self.end = end
            return .stop
        default: return .other
        }
    }

    /// No answer is longer, in bytes.
    private static let longestLine = 1000

    /// A line that someone types behind `question`; nil when they end the interview instead, with `q` too.
    private func line(behind question: String) throws(Failure) -> String? {
        try write(question)
        let typed = keyboard.isTerminal ? try typedLine(behind: question) : keyboard.nextLine()
        if typed != nil { try write("\n") }
        let words = typed?.split { $0 == " " || $0 == "\r" }
        return words == ["q"] ? nil : typed.map { _ in (words ?? []).joined(separator: " ") }
    }

    /// A line typed on the terminal, which shows nothing by itself.
    private func typedLine(behind question: String) throws(Failure) -> String? {
        var typed = ""
        while true {
            switch keyboard.next() {
            case .enter: return typed
            case .escape: return nil
            case .character("q") where typed.isEmpty: return nil
            // Numbers and words of one column each, so that a step back takes back what was shown.
            case .character(let character) where character.isASCII && typed.utf8.count < Self.longestLine:
                typed.append(character)
                try write(String(character))
            case .backspace: if typed.popLast() != nil { try write("\u{8} \u{8}") }
            case .resumed: try write("\n" + question + typed)
            case .end(let end):
                self.end = end
                return nil
            case .character, .control, .other, .resized, .timeout: break
            }
        }
    }
}
