internal import KBModel

extension GraphPresenter {
    /// The graph in GraphML, every relation an edge of its own.
    ///
    /// - SeeAlso: <http://graphml.graphdrawing.org/specification.html>
    func graphML(_ map: ConceptMap) -> String {
        let nodes = map.concepts.enumerated().map { index, concept in
            "    <node id=\"n\(index)\">\n"
                + fields([
                    ("label", concept.name), ("aliases", concept.aliases.joined(separator: "; ")),
                    ("notes", String(concept.notes)), ("sections", String(concept.sections)),
                    ("salience", number(concept.salience)),
                ]) + "    </node>\n"
        }
        let edges = map.edges.map { edge in
            let direction = edge.kind.isDirected ? "" : " directed=\"false\""
            return "    <edge source=\"n\(edge.from)\" target=\"n\(edge.to)\"\(direction)>\n"
                + fields([
                    ("kind", edge.kind.rawValue), ("weight", number(edge.weight)),
                    ("path", paths.shown(edge.reason.path)), ("line", String(edge.reason.line)),
                    ("text", edge.reason.text),
                ]) + "    </edge>\n"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="label" for="node" attr.name="label" attr.type="string"/>
              <key id="aliases" for="node" attr.name="aliases" attr.type="string"/>
              <key id="notes" for="node" attr.name="notes" attr.type="int"/>
              <key id="sections" for="node" attr.name="sections" attr.type="int"/>
              <key id="salience" for="node" attr.name="salience" attr.type="double"/>
              <key id="kind" for="edge" attr.name="kind" attr.type="string"/>
              <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
              <key id="path" for="edge" attr.name="path" attr.type="string"/>
              <key id="line" for="edge" attr.name="line" attr.type="int"/>
              <key id="text" for="edge" attr.name="text" attr.type="string"/>
              <graph id="concepts" edgedefault="directed">

            """ + nodes.joined() + edges.joined() + "  </graph>\n</graphml>\n"
    }

    private func fields(_ fields: [(key: String, value: String)]) -> String {
        fields.map { "      <data key=\"\($0.key)\">\($0.value.escapedForXML)</data>\n" }.joined()
    }

    /// A number as XML Schema writes it; what is none counts as 0.
    private func number(_ value: Double) -> String {
        JSONValue.number(value.isFinite ? value.rounded(decimals: 6) : 0).compact
    }
}

extension String {
    /// The text as the content of an XML element.
    fileprivate var escapedForXML: String {
        harmlessForXML.replacing { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: nil
            }
        }
    }
}
