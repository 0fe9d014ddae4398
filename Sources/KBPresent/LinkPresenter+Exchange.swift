internal import KBModel

extension LinkPresenter {
    func table(_ uses: [LinkUse]) -> Table {
        let rows = uses.map { use in
            let (state, target) = end(of: use)
            return [
                paths.shown(use.path), String(use.line), use.kind?.rawValue ?? "mention", state, target,
                use.anchor ?? "", use.text, use.context.text,
            ]
        }
        return Table(columns: ["path", "line", "kind", "state", "target", "anchor", "text", "context"], rows: rows)
    }

    func json(_ use: LinkUse) -> JSONValue {
        let (state, target) = end(of: use)
        var members: [JSONValue.Member] = [
            .init("path", .string(paths.shown(use.path))),
            .init("title", .string(use.title)),
            .init("line", .integer(use.line)),
            .init("kind", .string(use.kind?.rawValue ?? "mention")),
            .init("state", .string(state)),
            .init("target", .string(target)),
            .init("anchor", JSONValue(use.anchor)),
            .init("text", .string(use.text)),
            .init(
                "context",
                [
                    "text": .string(use.context.text),
                    "matches": .array(use.context.matches.map { [.integer($0.lowerBound), .integer($0.upperBound)] }),
                ]),
        ]
        if case .ambiguous(_, let choices) = use.target {
            members.append(.init("choices", JSONValue(choices.map { paths.shown($0) })))
        }
        return .object(members)
    }

    /// Whether and where a link leads, in words that programs may rely on.
    private func end(of use: LinkUse) -> (state: String, target: String) {
        switch use.target {
        case .file(let path): ("found", paths.shown(path))
        case .external(let address): ("external", address)
        case .unresolved(let name): ("unresolved", name)
        case .ambiguous(let name, _): ("ambiguous", name)
        }
    }
}
