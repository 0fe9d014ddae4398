internal import KBModel

extension GraphPresenter {
    /// Mermaid draws nothing at all beyond so many lines, and a page cannot tell it to.
    ///
    /// - SeeAlso: `maxEdges` in <https://mermaid.js.org/config/schema-docs/config.html>
    private static let mostLines = 500

    /// The graph as a flowchart of Mermaid, which many readers of Markdown draw. One line joins two concepts, labelled
    /// with every kind of relation between them; of very many lines, the strongest.
    ///
    /// - SeeAlso: <https://mermaid.js.org/syntax/flowchart.html>
    func mermaid(_ map: ConceptMap) -> String {
        let all = GraphLine.lines(of: map)
        let strongest = all.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .prefix(Self.mostLines).sorted { $0.offset < $1.offset }.map(\.element)
        let remark =
            all.count > strongest.count
            ? "  %% The \(strongest.count) strongest of \(all.count) lines: Mermaid draws no more.\n" : ""
        let nodes = map.concepts.enumerated().map { index, concept in
            "  n\(index)[\"\(concept.name.escapedForMermaid)\"]\n"
        }
        let lines = strongest.map { line in
            let kinds = line.edges.map { $0.kind == .broader ? RelationKind.narrower : $0.kind }
            let label = kinds.map(\.words).joined(separator: ", ")
            return "  n\(line.from) \(mark(of: line.kind))|\"\(label)\"| n\(line.to)\n"
        }
        return "flowchart LR\n" + remark + nodes.joined() + lines.joined()
    }

    private func mark(of kind: RelationKind?) -> String {
        switch kind {
        case .broader, .narrower: "-->"
        case .sibling, .similar: "-.-"
        case .together, .defines, .link, .related, nil: "---"
        }
    }
}

extension String {
    /// The text between the quotes of a label, where Mermaid reads HTML, `#…;`, Markdown between backticks,
    /// directives between `%%`, and `\n`.
    fileprivate var escapedForMermaid: String {
        harmlessForXML.replacing { scalar in
            switch scalar {
            case "#", "\"", "&", "<", ">", "`", "\\", "%": "#\(scalar.value);"
            default: nil
            }
        }
    }
}
