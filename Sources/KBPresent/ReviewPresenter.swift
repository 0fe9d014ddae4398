public import KBModel
public import KBStudy

/// Prints a card as it is asked, answered and graded.
///
/// Text that reads from top to bottom: the same on a terminal, in a pipe and without colours.
public struct ReviewPresenter: Sendable {
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle

    /// How far the card's own words are set in.
    private static let indent = 2
    /// Text grows no wider: longer lines are hard to read.
    private static let widest = 88

    /// A presenter; see the properties.
    public init(style: Style = Style(), paths: PathStyle) {
        self.style = style
        self.paths = paths
    }

    // MARK: - A card

    /// What is left, where the card stands, and the question.
    public func question(_ card: StudyCard, left counts: ReviewCounts) -> String {
        var result = style.dress(words(for: counts), as: .faint) + "\n"
        let heading = card.card.headingPathWithoutAnswer.joined(separator: " › ").harmless
        if !heading.isEmpty { result += indented([heading], as: .faint, by: 0) }
        result += "\n" + indented(lines(card.card.prompt), as: .heading)
        if card.isChanged {
            result += "\n" + style.dress("changed since you last saw it", as: .warning) + "\n"
        }
        return result
    }

    /// The answer, what it said before a change, and the line it stands on.
    public func answer(_ card: StudyCard) -> String {
        let parts = lines(card.card.answer)
        var result = "\n"
        result += parts.count > 1 ? parts.map { item($0) }.joined() : indented(parts, as: .match)
        if card.card.kind == .cloze { result += "\n" + indented(lines(card.card.front), as: .faint) }
        if let former = card.former, card.isChanged { result += "\n" + before(former, card.card) }
        let source = ConceptSourceLine(style: style, paths: paths)
        result += "\n" + source.place(card.card.source.path, line: card.card.source.line).dropLast() + "\n"
        return result
    }

    /// What can be pressed while the answer is hidden.
    public var hiddenKeys: String { cut("space shows the answer, q quits, ? tells all keys") }

    /// What can be pressed once the answer is shown: each grade with the time until the card comes up again.
    public func grades(_ outcomes: [(grade: Grade, due: Instant)], at now: Instant) -> String {
        let waits = outcomes.map { $0.due.seconds(since: now).wait }
        let words = zip(outcomes, waits).map { "\($0.grade.rawValue) \($0.grade.word) \($1)" }
            .joined(separator: "   ")
        let short = zip(outcomes, waits).map { "\($0.grade.rawValue) \($1)" }.joined(separator: "  ")
        return cut(words.displayWidth < style.width ? words : short)
    }

    /// What was done, for the line above the next card.
    public func done(_ grade: Grade, wait: Int) -> String {
        style.dress("\(grade.word): back in \(wait.wait); u takes it back", as: .faint) + "\n"
    }

    /// All keys.
    public static let help = """
        space, enter   show the answer; then the same as 3
        1 2 3 4        again (not remembered), hard, good, easy; only once the answer is shown
        u              take back what was done last, as often as you like
        s              skip the card for now
        x              suspend it: it does not come up any more (kb cards lists it)
        c              what has changed was seen: take the mark off
        e              edit the note at the line
        q              quit; Ctrl-C, Ctrl-D too. Every grade is kept.

        """

    // MARK: - The end

    /// What was done in all, one line.
    public func summary(of tally: (grades: [Int], cards: Int)) -> String {
        let grades = zip(Grade.allCases, tally.grades).filter { $0.1 > 0 }.map { "\($0.1) \($0.0.word)" }
        return tally.cards == 0
            ? "nothing was graded" : "\(counted(tally.cards, "card")): \(grades.joined(separator: ", "))"
    }

    /// What comes next when nothing is left: the wait until the next card; nil when there is none.
    public func rest(next wait: Int?) -> String {
        wait.map { "nothing is due; the next card comes up in \($0.wait)" } ?? "nothing is due"
    }

    // MARK: - Parts

    private func words(for counts: ReviewCounts) -> String {
        "\(counts.due.grouped) due · \(counts.learning.grouped) learning · \(counts.new.grouped) new"
    }

    private var width: Int { min(max(style.width, 20), ReviewPresenter.widest) }

    private func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { String($0).harmless }.filter { !$0.isEmpty }
    }

    private func indented(_ lines: [String], as role: Style.Role, by indent: Int = indent) -> String {
        let room = width - indent
        return lines.flatMap { $0.wrapped(first: room, rest: room, breakingWords: true) }
            .map { String(repeating: " ", count: indent) + style.dress($0, as: role) + "\n" }.joined()
    }

    /// A line of a list, what does not fit the width set in below it.
    private func item(_ text: String) -> String {
        let room = width - ReviewPresenter.indent - 2
        let rows = text.wrapped(first: room, rest: room, breakingWords: true)
        return rows.enumerated().map { index, row in
            "  " + (index == 0 ? "- " : "  ") + style.dress(row, as: .match) + "\n"
        }.joined()
    }

    /// What a card said before: the question too, when that is another one.
    private func before(_ former: Anchor, _ card: Card) -> String {
        let isSameQuestion = former.text == card.front
        let texts =
            (isSameQuestion ? [] : lines(former.text)) + (former.answer == card.back ? [] : lines(former.answer))
        guard !texts.isEmpty else { return "" }
        return style.dress("it said before:", as: .warning) + "\n" + indented(texts, as: .faint)
    }

    /// On one line, so that it can be taken away again.
    private func cut(_ text: String) -> String { style.dress(text.cut(to: max(1, style.width - 1)), as: .faint) }
}

extension Grade {
    /// What it is called.
    var word: String {
        switch self {
        case .again: "again"
        case .hard: "hard"
        case .good: "good"
        case .easy: "easy"
        }
    }
}

extension Card {
    /// The headings it stands under, up to one that would give the answer away.
    fileprivate var headingPathWithoutAnswer: ArraySlice<String> {
        let hidden = answer.lowercased()
        return headingPath.prefix { !$0.lowercased().contains(hidden) }
    }
}
