internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// Shows cards and does what the keys say, until nothing is left or someone quits.
///
/// A class: the keyboard, the log and the sitting go through it together. Whatever ends it, each grade was on the disk
/// before the next card was shown.
final class ReviewLoop {
    /// A card left alone for longer was not thought about all the time, in seconds; Anki stops counting there too.
    private static let longestThought = 60

    private let session: Session
    private let base: KnowledgeBase
    private let topic: [String]
    private var sitting: ReviewSession
    private let keyboard: Keyboard
    private let page: Page
    private var isRevealed = false
    private var shownAt = 0.0
    /// What is said above the next card.
    private var status = ""

    init(_ session: Session, _ base: KnowledgeBase, topic: [String], _ sitting: ReviewSession) {
        self.session = session
        self.base = base
        self.topic = topic
        self.sitting = sitting
        keyboard = Keyboard(session.terminal)
        page = Page(session.terminal, isInteractive: keyboard.isTerminal)
    }

    /// Runs the sitting, whose first card is at hand; says why it ended, nil when nothing was left.
    func run() throws(Failure) -> Key.End? {
        defer { keyboard.stop() }
        try begin()
        var end: Key.End?
        while sitting.current != nil, end == nil {
            try page.ask(prompt)
            let key = keyboard.next()
            try page.answered()
            if case .end(let reason) = key { end = reason } else if try !act(on: key) { end = .input }
        }
        keyboard.stop()
        try close(isDone: end == nil)
        return end
    }

    private var presenter: ReviewPresenter {
        ReviewPresenter(
            style: session.style(for: base.vault), paths: session.paths(in: base.vault, isAbsolute: false))
    }

    private var prompt: String {
        isRevealed ? presenter.grades(sitting.outcomes(at: session.now), at: session.now) : presenter.hiddenKeys
    }

    // MARK: - Showing

    /// Shows the card that is asked, as far as it was shown.
    private func show() throws(Failure) {
        guard let card = sitting.current else { return }
        try page.turn(status + presenter.question(card, left: sitting.counts(at: session.now)))
        if isRevealed { try page.add(presenter.answer(card)) }
    }

    /// Goes on to the next card.
    private func advance() throws(Failure) {
        sitting.advance(at: session.now)
        try begin()
    }

    /// Asks the card at hand.
    private func begin() throws(Failure) {
        isRevealed = false
        shownAt = session.terminal.seconds
        try show()
        status = ""
    }

    private func close(isDone: Bool) throws(Failure) {
        let now = session.now
        var lines = [presenter.summary(of: sitting.tally)]
        if isDone { lines.append(presenter.rest(next: sitting.nextDue(after: now).map { $0.seconds(since: now) })) }
        try page.add("\n" + lines.map { $0 + "\n" }.joined())
    }

    // MARK: - Keys

    /// Does what a key says; false to quit.
    private func act(on key: Key) throws(Failure) -> Bool {
        switch key {
        case .character(" "), .enter: if isRevealed { try grade(.good) } else { try reveal() }
        case .character("1"), .character("2"), .character("3"), .character("4"):
            guard case .character(let digit) = key, let grade = digit.wholeNumberValue.flatMap(Grade.init) else {
                break
            }
            if isRevealed { try self.grade(grade) } else { try page.add("\nFirst the answer: space shows it.\n") }
        case .character("u"): try undo()
        case .character("s"):
            sitting.skip()
            try advance()
        case .character("x"):
            sitting.recorded(try record(sitting.suspend()))
            status = "suspended; u takes it back\n"
            try advance()
        case .character("c"):
            _ = try record(sitting.acknowledge())
            try show()
        case .character("e"): try edit()
        case .character("?"), .character("h"): try page.add("\n" + ReviewPresenter.help)
        case .character("q"), .escape: return false
        case .resized, .resumed: try show()
        case .character, .backspace, .control, .other, .timeout, .end: break
        }
        return true
    }

    private func reveal() throws(Failure) {
        guard let card = sitting.current else { return }
        isRevealed = true
        try page.add(presenter.answer(card))
    }

    private func grade(_ grade: Grade) throws(Failure) {
        let now = session.now
        let wait = sitting.outcomes(at: now).first { $0.grade == grade }?.due.seconds(since: now) ?? 0
        let seconds = min(Int(session.terminal.seconds - shownAt), ReviewLoop.longestThought)
        sitting.recorded(try record(sitting.grade(grade, at: now, seconds: seconds)))
        status = presenter.done(grade, wait: wait)
        try advance()
    }

    private func undo() throws(Failure) {
        guard let actions = sitting.undo() else {
            return try page.add("\nThere is nothing to take back.\n")
        }
        _ = try record(actions)
        status = "taken back\n"
        try begin()
    }

    /// Writes `actions` into the log; they are on the disk when it returns.
    private func record(_ actions: [StudyEvent.Action]) throws(Failure) -> [StudyEvent] {
        do {
            return try base.record(actions, at: session.now)
        } catch {
            throw .engine(error)
        }
    }

    /// The card called `id` as its note has it now; nil when it is gone.
    private func card(_ id: StudyID) throws(Failure) -> StudyCard? {
        do {
            return try base.studyCards(about: topic).first { $0.id == id }
        } catch {
            throw .engine(error)
        }
    }

    // MARK: - Editing

    /// Opens the editor at the card's line, and reads the card again.
    private func edit() throws(Failure) {
        guard let card = sitting.current else { return }
        // So that the card is known again, whatever becomes of its words.
        _ = try record(sitting.anchor())
        let paths = session.paths(in: base.vault, isAbsolute: true)
        let choice = EditorChoice(environment: session.terminal.environment, setting: base.vault.trustedEditor)
        let words = choice.words(toOpen: paths.absolute(card.card.source.path), line: card.card.source.line)
        keyboard.stop()
        let status = session.terminal.run(words)
        keyboard.start()
        guard let status, ![126, 127].contains(status) else {
            return try page.add("\n\(choice.command) cannot be started; $EDITOR names another editor.\n")
        }
        var edited = try self.card(card.id)
        if !card.isChanged {
            // Who has just written it need not be told that it is another.
            edited?.isChanged = false
            edited?.former = nil
        }
        sitting.replace(with: edited)
        guard edited != nil else {
            self.status = "the note has this card no more\n"
            return try advance()
        }
        isRevealed = false
        try show()
    }
}
