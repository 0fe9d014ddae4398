internal import KBModel
internal import KBStudy

extension ChecklistPresenter {
    /// Groups with their items; see `docs/json.md`.
    func json(_ checklist: Checklist) -> JSONValue {
        let groups = checklist.groups.map { group -> JSONValue in
            [
                "title": .string(group.title),
                "minutes": JSONValue(group.minutes),
                "items": .array(group.items.map { .object(members(of: $0)) }),
            ]
        }
        return [
            "version": jsonVersion,
            "topic": JSONValue(checklist.topic),
            "hidden": .integer(checklist.hidden),
            "groups": .array(groups),
        ]
    }

    /// An item a line, with the title of its group.
    func lines(_ checklist: Checklist) -> String {
        checklist.groups.flatMap { group in
            group.items.map { item in
                JSONValue.object([.init("group", .string(group.title))] + members(of: item)).compact + "\n"
            }
        }.joined()
    }

    private func members(of item: Checklist.Item) -> [JSONValue.Member] {
        let sources = item.sources.map { source -> JSONValue in
            ["path": .string(paths.shown(source.path)), "line": .integer(source.line)]
        }
        return [
            .init("id", .string(item.id.text)),
            .init("text", .string(item.text)),
            .init("context", JSONValue(item.context)),
            .init("level", .integer(item.level)),
            .init("question", .bool(item.isQuestion)),
            .init("sources", .array(sources)),
            .init("concepts", JSONValue(item.concepts)),
            .init("minutes", JSONValue(item.minutes)),
            .init("done", .bool(item.isDone)),
            .init("changed", .bool(item.isChanged)),
            .init("answer", JSONValue(item.answer.isEmpty ? nil : item.answer)),
        ]
    }
}

extension JSONValue {
    /// An object with the least and the most, or null when there is none.
    init(_ minutes: Minutes?) {
        self = minutes.map { ["min": .integer($0.min), "max": .integer($0.max)] } ?? .null
    }
}
