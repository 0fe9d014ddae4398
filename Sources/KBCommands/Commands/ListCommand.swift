internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb list`
struct ListCommand: Command {
    /// The states of tasks to look for.
    enum Tasks: String, CaseIterable {
        case open, done, any
    }

    static let name = "list"
    static let tagOption = Option.value("tag", "TAG", .tag, isRepeatable: true, "notes with this tag, or one below it")
    static let pathOption = Option.value(
        "path", "TEXT", isRepeatable: true, "notes whose path holds this, or matches it as a pattern (*, ?, **)")
    static let propertyOption = Option.value(
        "where", "KEY=VALUE", isRepeatable: true, "notes whose front matter says so; KEY=* for any value")
    static let beforeOption = Option.value("before", "DAY", .day, "notes of an earlier day")
    static let afterOption = Option.value("after", "DAY", .day, "notes of this day or later")
    static let tasksOption = Option.choice("tasks", "STATE", of: Tasks.self, "notes with tasks")
    static let orphanOption = Option.flag("orphan", "notes without a link to or from another")
    static let minimumOption = Option.value("min-words", "N", .number(0...Int.max), "notes of at least N words")
    static let maximumOption = Option.value("max-words", "N", .number(0...Int.max), "notes of at most N words")
    static let sortOption = Option.choice("sort", "KEY", of: NoteOrder.self, "order by")
    static let reverseOption = Option.flag("reverse", "the other way round")
    static let limitOption = Option.value("limit", short: "n", "N", .number(0...Int.max), "print at most N notes")
    static let formatOption = Option.choice("format", "FORMAT", of: ListPresenter.Format.self, "print as")
    static let fieldsOption = Option.value(
        "fields", "A,B", .choices(ListPresenter.Field.allCases.map(\.rawValue)), "the columns of csv and tsv")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list notes",
            options: [
                tagOption, pathOption, propertyOption, beforeOption, afterOption, tasksOption, orphanOption,
                minimumOption, maximumOption, sortOption, reverseOption, limitOption, formatOption,
                CommonOptions.json, CommonOptions.null, fieldsOption, CommonOptions.absolute,
            ],
            examples: [
                .init("kb list --sort modified -n 5", "the five notes changed last"),
                .init("kb list --tag serving --tasks open", "notes with a tag and something to do"),
                .init("kb list --where status=draft --after 30d", "drafts of the last thirty days"),
                .init("kb list --orphan -0 | xargs -0 ls -l", "unlinked notes, for another command"),
            ],
            details: [
                "Every condition given must hold. A note's day is its front matter's date or created, else a day in "
                    + "its file name, else the day the file changed. DAY is 2026-05-01, 2026-05, 2026, today, "
                    + "yesterday, or 7d, 2w, 3m, 1y ago.",
                "date and modified put the latest first, words the longest; the others go upwards.",
            ],
            statuses: [.success, .nothingFound])
    }

    private let arguments: Arguments
    private let conditions: NoteFilter
    private let order: NoteOrder
    private let isReversed: Bool
    private let limit: Int?
    private let format: ListPresenter.Format
    private let fields: [ListPresenter.Field]
    private let isNulEnded: Bool
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        order = arguments.choice(Self.sortOption, as: NoteOrder.self) ?? .path
        isReversed = arguments.has(Self.reverseOption)
        limit = arguments.number(Self.limitOption)
        format = try arguments.format(Self.formatOption, standard: .text, nullMeans: .paths)
        fields = try arguments.fields(
            Self.fieldsOption, standard: ListPresenter.Field.allCases, isTable: format == .csv || format == .tsv)
        isNulEnded = arguments.has(CommonOptions.null)
        isAbsolute = arguments.has(CommonOptions.absolute)
        self.arguments = arguments
        conditions = NoteFilter(
            filters: try Self.filters(arguments), isOrphan: arguments.has(Self.orphanOption),
            minimumWords: arguments.number(Self.minimumOption), maximumWords: arguments.number(Self.maximumOption))
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        var filter = conditions
        filter.filters += days(session.today)
        var notes = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.notes(passing: filter, by: order)
        }
        if isReversed { notes.reverse() }
        let paths =
            switch format {
            case .text, .md, .paths: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json, .jsonl, .csv, .tsv: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = ListPresenter(
            format: format, style: session.style(for: base.vault), paths: paths, fields: fields, isNulEnded: isNulEnded)
        try session.show(presenter.render(notes, limit: limit), vault: base.vault)
        session.remark([presenter.count(of: notes, limit: limit)])
        return notes.isEmpty ? .nothingFound : .success
    }

    /// The conditions that do not depend on the day.
    private static func filters(_ arguments: Arguments) throws(UsageError) -> [Query.Filter] {
        var filters: [Query.Filter] = []
        for text in arguments.texts(tagOption) {
            guard let tag = Tag(text) else { throw arguments.misused("--tag needs the name of a tag") }
            filters.append(.tag(tag))
        }
        filters += arguments.texts(pathOption).map(Query.Filter.path)
        for text in arguments.texts(propertyOption) {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let key = parts.first, let value = parts.last, !key.isEmpty, !value.isEmpty else {
                throw arguments.misused("--where needs KEY=VALUE, not “\(text)”")
            }
            filters.append(.property(key: key, value: value))
        }
        switch arguments.choice(tasksOption, as: Tasks.self) {
        case .open: filters.append(.holds(.open))
        case .done: filters.append(.holds(.done))
        case .any: filters.append(.holds(.task))
        case nil: break
        }
        return filters
    }

    private func days(_ today: Day) -> [Query.Filter] {
        let before = arguments.day(Self.beforeOption, today: today).map(Query.Filter.before)
        let after = arguments.day(Self.afterOption, today: today).map(Query.Filter.after)
        return [before, after].compactMap { $0 }
    }
}
