public import KBModel
public import KBStudy

/// Prints a list of cards.
public struct CardListPresenter: Sendable {
    /// The formats of `kb cards`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle
    /// The moment from which waits are counted.
    public var now: Instant
    /// Ids as they are typed.
    public var ids: ShortIDs

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle, now: Instant, ids: ShortIDs) {
        self.format = format
        self.style = style
        self.paths = paths
        self.now = now
        self.ids = ids
    }

    /// What goes to standard output, in the order given; valid in the format even without a card.
    ///
    /// - Parameter total: How many cards there are with those a limit left out.
    public func render(_ cards: [StudyCard], total: Int) -> String {
        switch format {
        case .text: cards.map(text).joined(separator: "\n")
        case .json:
            ([
                "version": jsonVersion, "total": .integer(total), "cards": .array(cards.map(json)),
            ] as JSONValue).indented
        case .jsonl: cards.map { json($0).compact + "\n" }.joined()
        case .csv: table(cards).csv
        case .tsv: table(cards).tsv
        case .md: cards.map(markdown).joined()
        }
    }

    /// How many cards there are, for the end of the output: one line.
    public func count(of cards: [StudyCard], total: Int) -> String {
        if total == 0 { return "no card found" }
        return cards.count < total ? "\(cards.count.grouped) of \(counted(total, "card"))" : counted(total, "card")
    }

    // MARK: - Text

    /// The question behind its source, the answer below it, then what it is and where it stands.
    private func text(_ card: StudyCard) -> String {
        let source = ConceptSourceLine(style: style, paths: paths)
        let lines = card.card.prompt.split(separator: "\n").map { String($0) }
        let place = card.card.source
        var result = source.whole(Reason(path: place.path, line: place.line, text: lines.first ?? ""), indent: 0)
        result += lines.dropFirst().map { "  \($0.harmless)\n" }.joined()
        result += answer(card.card.back)
        return result + "    " + style.dress(facts(card).joined(separator: " · "), as: .faint) + "\n"
    }

    private func answer(_ back: String) -> String {
        let width = max(style.width - 4, 24)
        return back.split(separator: "\n").map { line in
            let indent = String(line.prefix { $0 == " " })
            return String(line).harmless.wrapped(first: width, rest: width).map { "    \(indent)\($0)\n" }.joined()
        }.joined()
    }

    private func facts(_ card: StudyCard) -> [String] {
        var facts = [ids.short(card.id), card.card.kind.rawValue, standing(card)]
        if card.isChanged { facts.append("changed") }
        let others = card.card.otherSources.count
        if others > 0 { facts.append("in \(counted(others, "other place")) too") }
        if !card.card.headingPath.isEmpty { facts.append(card.card.headingPath.joined(separator: " › ")) }
        return facts
    }

    /// `new`, `suspended`, `due`, `due in 3d`.
    func standing(_ card: StudyCard) -> String {
        if card.isSuspended { return CardStanding.suspended.rawValue }
        guard let due = card.state?.schedule.due else { return CardStanding.new.rawValue }
        let wait = due.seconds(since: now)
        let learning = card.isLearning ? "learning, " : ""
        return wait <= 0 ? learning + "due" : learning + "due in \(wait.wait)"
    }

    private func markdown(_ card: StudyCard) -> String {
        let (question, source) = (card.card.prompt, card.card.source)
        let place = Reason(path: source.path, line: source.line, text: "").markdown(paths)
        let lines = card.card.back.split(separator: "\n").map { "  - \(String($0).harmless.escapedForMarkdown)\n" }
        return "- \(question.harmless.escapedForMarkdown) (\(place))\n" + lines.joined()
    }

    // MARK: - For programs

    private func table(_ cards: [StudyCard]) -> Table {
        Table(
            columns: ["id", "kind", "state", "due", "path", "line", "question", "answer"],
            rows: cards.map { card in
                [
                    card.id.text, card.card.kind.rawValue, card.stateName, card.dueText ?? "",
                    paths.shown(card.card.source.path), String(card.card.source.line), card.card.prompt,
                    card.card.back,
                ]
            })
    }

    private func json(_ card: StudyCard) -> JSONValue {
        [
            "id": .string(card.id.text), "kind": .string(card.card.kind.rawValue),
            "question": .string(card.card.prompt), "answer": .string(card.card.back),
            "front": .string(card.card.front), "path": .string(paths.shown(card.card.source.path)),
            "line": .integer(card.card.source.line),
            "otherSources": .array(
                card.card.otherSources.map { ["path": .string(paths.shown($0.path)), "line": .integer($0.line)] }),
            "headingPath": JSONValue(card.card.headingPath), "concept": JSONValue(card.card.concept),
            "state": .string(card.stateName), "due": JSONValue(card.dueText), "changed": .bool(card.isChanged),
            "reviews": .integer(card.state?.reviews.count ?? 0), "lapses": .integer(card.state?.lapses ?? 0),
        ]
    }
}

extension StudyCard {
    /// `suspended`, `new`, `learning` or `review`: the one word programs get.
    var stateName: String {
        if isSuspended { return "suspended" }
        return isNew ? "new" : isLearning ? "learning" : "review"
    }

    /// When it comes up next.
    var dueText: String? { state?.schedule.due?.description }
}
