internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb concept merge|split|hide|rename`: what a person says about concepts, written into the vocabulary file.
struct ConceptEditCommand {
    private enum Verb: String, CaseIterable { case merge, split, hide, rename }

    static let dryRunOption = Option.flag(
        "dry-run", "with merge, split, hide and rename: show the change, write nothing")
    static let undoOption = Option.flag("undo", "with hide: show the concept again")

    /// Options that only edits take.
    static let options = [dryRunOption, undoOption]

    /// Uses, for the help.
    static let examples: [CommandDefinition.Example] = [
        .init("kb concept merge 'class imbalance' 'skewed classes'", "from now on these are one concept"),
        .init("kb concept split cache 'page cache'", "and these are two"),
        .init("kb concept rename --dry-run cache caching", "what would be written"),
        .init("kb concept hide 'first thing'", "never list it; hide --undo takes that back"),
    ]

    /// What else a reader should know.
    static let details = [
        "merge A B..., split A B..., hide A and rename A B write to the vocabulary file: the one that the setting "
            + "vocabulary names, else vocabulary.yml in the vault. What it says wins over what kb finds. Names of several "
            + "words need quotes or commas between them. Comments and layout stay; merge undoes split and split undoes "
            + "merge. A concept whose name begins with one of these words is shown with: kb concept -- merge sort"
    ]

    private let edit: VocabularyEdit
    private let isDryRun: Bool

    /// The edit that the operands are; nil when they are the name of a concept to show.
    ///
    /// - Throws: For options that make no sense with or without an edit.
    init?(_ arguments: Arguments) throws(UsageError) {
        let given = ConceptEditCommand.options.filter(arguments.has)
        guard let (verb, names) = ConceptEditCommand.words(of: arguments),
            let edit = ConceptEditCommand.edit(verb, names, isUndone: arguments.has(Self.undoOption))
        else {
            guard let option = given.first else { return nil }
            throw arguments.misused(
                "--\(option.name) goes with an edit: merge A B, split A B, hide A or rename A B; a name of several words "
                    + "needs quotes")
        }
        if verb != .hide, arguments.has(Self.undoOption) {
            throw arguments.misused("--undo goes with hide; merge undoes split, and split undoes merge")
        }
        let shown = [ConceptCommand.limitOption, ConceptCommand.formatOption, CommonOptions.json]
        if let option = shown.first(where: arguments.has) {
            throw arguments.misused("--\(option.name) does not go with \(verb.rawValue)")
        }
        self.edit = edit
        isDryRun = arguments.has(Self.dryRunOption)
    }

    private static func words(of arguments: Arguments) -> (verb: Verb, names: [String])? {
        let operands = arguments.operands
        // Behind `--`, the first word is part of a name.
        guard arguments.operandsBehindMark < operands.count, let verb = operands.first.flatMap(Verb.init) else {
            return nil
        }
        return (verb, Array(operands.dropFirst()))
    }

    /// nil when the number of names does not fit.
    private static func edit(_ verb: Verb, _ words: [String], isUndone: Bool) -> VocabularyEdit? {
        let names = ConceptNames.list(words)
        guard let first = names.first else { return nil }
        let others = Array(names.dropFirst())
        switch verb {
        case .merge: return others.isEmpty ? nil : .merge(others: others, into: first)
        case .split: return others.isEmpty ? nil : .split(spellings: others, from: first)
        case .hide: return isUndone ? .unhide(ConceptNames.one(words)) : .hide(ConceptNames.one(words))
        case .rename: return ConceptNames.pair(words).map { .rename($0.from, to: $0.to) }
        }
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let change = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.edit(vocabulary: edit, isDryRun: isDryRun)
        }
        let presenter = VocabularyPresenter(
            style: session.style(for: base.vault), paths: session.paths(in: base.vault, isAbsolute: false))
        if !isDryRun {
            try session.show(presenter.render(change), vault: base.vault)
        } else if session.terminal.isOutputTerminal {
            try session.show(presenter.dressedDifference(change), vault: base.vault)
        } else {
            try session.show(presenter.difference(change), vault: base.vault)
        }
        session.remark(presenter.remarks(change, isDryRun: isDryRun))
        return .success
    }
}
