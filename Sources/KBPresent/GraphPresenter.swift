public import KBModel

/// Prints concepts and the relations between them for programs that draw or compute with graphs.
public struct GraphPresenter: Sendable {
    /// The formats of `kb graph`.
    public enum Format: String, Sendable, CaseIterable {
        case dot, graphml, mermaid, json, csv

        /// Whether it is made to be drawn; the others are made to be computed with.
        public var isPicture: Bool {
            switch self {
            case .dot, .mermaid: true
            case .graphml, .json, .csv: false
            }
        }
    }

    /// The format.
    public var format: Format
    /// How paths are printed.
    public var paths: PathStyle

    /// A presenter; see the properties.
    public init(format: Format, paths: PathStyle) {
        self.format = format
        self.paths = paths
    }

    /// What goes to standard output; valid in the format even without a concept.
    ///
    /// Relations whose ends are not among the concepts are left out.
    public func render(_ map: ConceptMap) -> String {
        let edges = map.edges.filter {
            map.concepts.indices.contains($0.from) && map.concepts.indices.contains($0.to)
        }
        let sound = ConceptMap(concepts: map.concepts, edges: edges)
        return switch format {
        case .dot: dot(sound)
        case .graphml: graphML(sound)
        case .mermaid: mermaid(sound)
        case .json: json(sound).indented
        case .csv: table(sound).csv
        }
    }

    /// How much there is, for the end of the output: one line. A map as large as its `limit` may lack some.
    public func count(of map: ConceptMap, limit: Int? = nil) -> String {
        guard !map.concepts.isEmpty else { return "no concept found" }
        let size = "\(counted(map.concepts.count, "concept")), \(counted(map.edges.count, "relation"))"
        return map.concepts.count == limit ? "\(size); there may be more, which --limit lets in" : size
    }

    private func table(_ map: ConceptMap) -> Table {
        Table(
            columns: ["from", "to", "kind", "weight", "path", "line", "text"],
            rows: map.edges.map { edge in
                [
                    map.concepts[edge.from].name, map.concepts[edge.to].name, edge.kind.rawValue, edge.shownWeight,
                    paths.shown(edge.reason.path), String(edge.reason.line), edge.reason.text,
                ]
            })
    }

    private func json(_ map: ConceptMap) -> JSONValue {
        let edges = map.edges.map { edge -> JSONValue in
            [
                "from": .string(map.concepts[edge.from].name),
                "to": .string(map.concepts[edge.to].name),
                "kind": .string(edge.kind.rawValue),
                "weight": .number(edge.weight.rounded(decimals: 6)),
                "path": .string(paths.shown(edge.reason.path)),
                "line": .integer(edge.reason.line),
                "text": .string(edge.reason.text),
            ]
        }
        return [
            "version": jsonVersion,
            "concepts": .array(map.concepts.map { $0.json(paths, hasMentions: false) }),
            "edges": .array(edges),
        ]
    }
}

extension ConceptMap.Edge {
    /// The weight as JSON writes it.
    var shownWeight: String { JSONValue.number(weight.rounded(decimals: 6)).compact }
}
