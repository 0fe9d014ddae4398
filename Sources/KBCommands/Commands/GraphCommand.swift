internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb graph`
struct GraphCommand: Command {
    static let name = "graph"
    static let aroundOption = Option.value(
        "around", "NAME", .concept, isRepeatable: true, "only the concepts around this one; may be repeated")
    static let depthOption = Option.value(
        "depth", "N", .number(0...Int.max), "how many steps around; 1 unless given")
    static let limitOption = Option.value("limit", short: "n", "N", .number(0...Int.max), "print at most N concepts")
    static let formatOption = Option.choice("format", "FORMAT", of: GraphPresenter.Format.self, "print as")

    /// How many concepts are drawn when no limit is given: more make a picture nobody can read.
    private static let pictureLimit = 100

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "print the concepts and their relations for programs that draw graphs",
            options: [
                aroundOption, depthOption, limitOption, formatOption, CommonOptions.json, CommonOptions.absolute,
            ],
            examples: [
                .init("kb graph --depth 2 --around drift | dot -Tsvg > drift.svg", "a picture by Graphviz"),
                .init("kb graph --around AUC --format mermaid", "for a Markdown page"),
                .init("kb graph --format graphml > notes.graphml", "the whole vault for Gephi, yEd or NetworkX"),
                .init("kb graph --format csv", "a row a relation, each with its path, line and text"),
            ],
            details: [
                "The format is dot unless another is named, on a terminal too. dot and mermaid join two concepts by one "
                    + "line and hold at most \(pictureLimit) concepts unless --limit says otherwise: the nearest, or else "
                    + "the most salient. graphml, json and csv give every relation its own edge, and hold them all."
            ],
            statuses: [.success, .nothingFound])
    }

    private let names: [String]
    private let depth: Int
    private let limit: Int?
    private let format: GraphPresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        names = arguments.texts(Self.aroundOption)
        if names.isEmpty, arguments.has(Self.depthOption) {
            throw arguments.misused("--depth counts the steps from a concept; name it with --around")
        }
        depth = arguments.number(Self.depthOption) ?? 1
        format = try arguments.format(Self.formatOption, standard: .dot)
        limit = arguments.number(Self.limitOption) ?? (format.isPicture ? Self.pictureLimit : nil)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let map = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.map(around: names, depth: depth, limit: limit)
        }
        let presenter = GraphPresenter(
            format: format, paths: session.identities(in: base.vault, isAbsolute: isAbsolute))
        try session.show(presenter.render(map), vault: base.vault)
        session.remark([presenter.count(of: map, limit: limit)])
        return map.concepts.isEmpty ? .nothingFound : .success
    }
}
