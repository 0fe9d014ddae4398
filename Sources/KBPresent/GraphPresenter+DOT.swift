internal import KBModel

extension GraphPresenter {
    /// The graph in the language of Graphviz. One line joins two concepts, however many relations they have; its
    /// look tells the kind, and tooltips give spellings and reasons.
    ///
    /// - SeeAlso: <https://graphviz.org/doc/info/lang.html>
    func dot(_ map: ConceptMap) -> String {
        let nodes = map.concepts.enumerated().map { index, concept in
            "  n\(index) [label=\(quoted([concept.name])), tooltip=\(quoted(facts(of: concept)))];\n"
        }
        let lines = GraphLine.lines(of: map)
        let heaviest = max(lines.map(\.weight).max() ?? 0, .leastNormalMagnitude)
        let edges = lines.map { line in
            let share = min(max(line.weight / heaviest, 0), 1)
            let attributes = [
                "kind=\"\(line.edges.map(\.kind.rawValue).joined(separator: " "))\"",
                "weight=\(1 + Int((share * 99).rounded()))", "penwidth=\((0.5 + 2.5 * share).twoDecimals)",
                look(of: line.kind), "tooltip=\(quoted(line.edges.map(words(for:))))",
            ]
            return "  n\(line.from) -> n\(line.to) [\(attributes.joined(separator: ", "))];\n"
        }
        let head = [
            "digraph concepts {",
            "  // An arrow leads to the narrower concept. Other lines: plain in one line, dashed side by side,",
            "  // dotted in the same company, with dots in a definition, with diamonds by a link, with boxes by the",
            "  // vocabulary. The wider, the stronger.",
            "  graph [rankdir=LR, overlap=false];",
            "  node [shape=box, style=rounded];",
            "  edge [dir=none];",
        ]
        return head.map { $0 + "\n" }.joined() + nodes.joined() + edges.joined() + "}\n"
    }

    private func look(of kind: RelationKind?) -> String {
        switch kind {
        case .broader, .narrower: "dir=forward"
        case .together, nil: "style=solid"
        case .sibling: "style=dashed"
        case .similar: "style=dotted"
        case .defines: "dir=both, arrowhead=dot, arrowtail=dot"
        case .link: "dir=both, arrowhead=odiamond, arrowtail=odiamond"
        case .related: "dir=both, arrowhead=box, arrowtail=box"
        }
    }

    private func facts(of concept: Concept) -> [String] {
        let figures = "\(counted(concept.notes, "note")), \(counted(concept.sections, "section"))"
        return (concept.aliases.isEmpty ? [] : [concept.aliases.joined(separator: ", ")]) + [figures]
    }

    private func words(for edge: ConceptMap.Edge) -> String {
        "\(edge.kind.rawValue): \(paths.shown(edge.reason.path)):\(edge.reason.line): \(edge.reason.text)"
    }

    /// Lines as one string. A backslash would begin an escape sequence, and `&` a character of HTML.
    private func quoted(_ lines: [String]) -> String {
        let escaped = lines.map { line in
            line.harmlessForXML.replacing { character in
                switch character {
                case "\\": "\\\\"
                case "\"": "\\\""
                case "&": "&amp;"
                default: nil
                }
            }
        }
        return "\"" + escaped.joined(separator: "\\n") + "\""
    }
}

extension String {
    /// The text on one line without the characters that no XML document, and so no SVG picture, can hold.
    ///
    /// - SeeAlso: XML 1.0, section 2.2.
    var harmlessForXML: String {
        harmless.replacing { $0 == "\u{FFFE}" || $0 == "\u{FFFF}" ? "\u{FFFD}" : nil }
    }

    /// The text with some characters written otherwise: those for which `spelling` knows one.
    func replacing(_ spelling: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        for scalar in unicodeScalars {
            if let text = spelling(scalar) { result += text } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}
