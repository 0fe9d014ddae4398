internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// `kb export anki`
struct AnkiExport: Export {
    static let name = "anki"
    static let summary = "the cards as a text file for Anki"
    static let deckOption = Option.value("deck", "NAME", .text, "put all cards into one deck, instead of one a folder")
    static let typeOption = Option.value(
        "note-type", "NAME", .text, "what Anki calls the type with a front and a back; Basic unless given")
    static let clozeOption = Option.value(
        "cloze-type", "NAME", .text,
        "what Anki calls the type with gaps; Cloze unless given")

    static var options: [Option] { [deckOption, typeOption, clozeOption] }

    static var examples: [CommandDefinition.Example] {
        [
            .init("kb export anki -o cards.txt", "all cards; in Anki, File, Import"),
            .init("kb export anki --deck Interviews ranking -o cards.txt", "those about one topic, in one deck"),
        ]
    }

    static var details: [String] {
        [
            "Anki updates what it imported before: a card keeps its id when its note is edited, moved or renamed. For "
                + "that, cards that the log does not know yet are written into it. Suspended cards are left out.",
            "In a profile of another language Anki's note types have that language's names; give them with --note-type "
                + "and --cloze-type.",
        ]
    }

    private let deck: String?
    private let basicType: String
    private let clozeType: String

    init(_ arguments: Arguments) throws(UsageError) {
        deck = arguments.text(Self.deckOption)
        basicType = arguments.text(Self.typeOption) ?? "Basic"
        clozeType = arguments.text(Self.clozeOption) ?? "Cloze"
        for (option, text) in [(Self.deckOption, deck), (Self.typeOption, basicType), (Self.clozeOption, clozeType)]
        where text?.isEmpty ?? false {
            throw arguments.misused("--\(option.name) needs a name")
        }
    }

    func content(
        about topic: [String], for folder: String?, from base: KnowledgeBase, in session: Session
    ) throws(Failure) -> ExportContent {
        let all = try session.ask(base) { base throws(KnowledgeBaseError) in try base.studyCards(about: topic) }
        let cards = all.filter { !$0.isSuspended }
        let notes = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.notes(passing: NoteFilter(), by: .path)
        }
        // Ids that went out must hold: without an anchor, an edited card would be another one.
        let anchors = cards.filter(\.isMoved).map {
            StudyEvent.Action.anchor($0.id, $0.card.anchor, isChanged: $0.isChanged)
        }
        _ = try session.ask(base) { base throws(KnowledgeBaseError) in try base.record(anchors, at: session.now) }
        let presenter = AnkiPresenter(
            deck: deck, vaultName: name(of: base.vault), noteFolders: base.vault.settings.notes, basicType: basicType,
            clozeType: clozeType, tags: Dictionary(notes.map { ($0.path, $0.tags) }) { a, _ in a })
        return ExportContent(
            text: presenter.render(cards), remarks: [cards.count == 1 ? "1 card" : "\(cards.count) cards"],
            isEmpty: cards.isEmpty)
    }

    /// The last part of the vault's path.
    private func name(of vault: Vault) -> String {
        vault.root.split(separator: "/").last.map { String($0) } ?? "Notes"
    }
}
