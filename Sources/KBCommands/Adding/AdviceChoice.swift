internal import KBEdit
internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// Tells what the vault says about a draft, and asks what of it is wanted.
struct AdviceChoice {
    let session: Session
    let base: KnowledgeBase
    let presenter: AdditionPresenter

    /// From this share of a draft on that stands in one section already, it may belong there.
    private static let nearDuplicate = 0.5

    /// What the vault says; nil when it cannot be asked: a note is to be written all the same.
    func advice(on planned: PlannedAddition) -> DraftAdvice? {
        let addition = planned.addition
        let isNote = if case .newNote = addition.place { true } else { false }
        let draft = Draft(
            title: isNote ? planned.title : "", text: String(decoding: addition.text ?? [], as: UTF8.self),
            path: planned.path, tags: addition.tags)
        let told = base.remarks.count
        do {
            let advice = try base.advice(on: draft)
            session.remark(base.remarks.dropFirst(told).map(\.message))
            return advice
        } catch {
            session.remark(["what the vault says about it cannot be told: \(error.message)"])
            return nil
        }
    }

    /// Tells it; what is to be chosen from is told with the question.
    func tell(_ advice: DraftAdvice, isAsking: Bool) {
        guard !session.options.isQuiet else { return }
        var told = advice
        if isAsking { (told.tags, told.links) = ([], []) }
        let style = session.terminal.isErrorTerminal ? presenter.changes.style : Style()
        session.terminal.writeError(AdvicePresenter(style: style, paths: presenter.changes.paths).render(told))
    }

    /// The advice as a member of the JSON.
    static func json(_ advice: DraftAdvice, paths: PathStyle) -> JSONValue {
        AdvicePresenter(paths: paths).json(advice)
    }

    // MARK: - Asking

    /// The addition as someone wants it after all; nil when it stays as it is.
    func asked(about advice: DraftAdvice, _ planned: PlannedAddition) -> Addition? {
        let moved = moved(advice, planned)
        let chosen = chosen(advice, for: moved ?? planned.addition)
        return chosen ?? moved
    }

    /// The addition to the note that says the same or has the name, if someone agrees.
    private func moved(_ advice: DraftAdvice, _ planned: PlannedAddition) -> Addition? {
        guard case .newNote = planned.addition.place, let text = try? AddedText(planned.addition.text ?? []),
            let body = try? AddedText(text.withoutTitle), !body.hasNoBody
        else { return nil }
        let near = advice.duplicates.first { !$0.isInTarget && ($0.share >= Self.nearDuplicate || $0.hasSameTitle) }
        guard let path = near?.path ?? planned.namesake else { return nil }
        // What has the same title says something else, which need not stand in one section.
        let section = near.flatMap { $0.share >= Self.nearDuplicate ? $0 : nil }
        guard session.terminal.agrees(to: presenter.question(about: path, under: section?.headingPath.last)) else {
            return nil
        }
        var addition = planned.addition
        addition.place = .at(path: path, line: section?.line)
        addition.title = ""
        addition.isWhole = false
        addition.text = body.bytes
        return addition
    }

    /// The addition with the tags and links that someone picks; nil when they pick none.
    private func chosen(_ advice: DraftAdvice, for addition: Addition) -> Addition? {
        let most = AdditionPresenter.mostChoices
        let tags = Array(advice.tags.prefix(most))
        // A link within the note it leads to would be of no use.
        let links = Array(advice.links.filter { !addition.goesTo($0.path) }.prefix(most))
        let count = tags.count + links.count
        guard count > 0 else { return nil }
        session.terminal.writeError(presenter.choices(DraftAdvice(tags: tags, links: links)))
        var question = AdditionPresenter.choiceQuestion
        while let answer = session.terminal.answer(to: question) {
            guard let numbers = AdditionPresenter.chosen(answer, of: count) else {
                question = "Numbers from 1 to \(count), a for all, or Enter for none: "
                continue
            }
            guard !numbers.isEmpty else { return nil }
            var result = addition
            result.tags += numbers.filter { $0 < tags.count }.map { tags[$0].tag }
            result.links += numbers.filter { $0 >= tags.count }.map { number in
                let link = links[number - tags.count]
                return Addition.Link(path: link.path, title: link.title, words: link.words)
            }
            return result
        }
        return nil
    }
}

extension Addition {
    /// Whether it goes into the note at `path`.
    fileprivate func goesTo(_ path: String) -> Bool {
        if case .at(let target, _) = place { target.utf8.elementsEqual(path.utf8) } else { false }
    }
}
