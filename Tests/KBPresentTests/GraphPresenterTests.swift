import Foundation
import KBModel
import KBPresent
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct GraphPresenterTests {
    /// Names that mean something to one of the languages.
    private static let names = [
        "plain name", "R&D &amp; <b>bold</b>", "say \"hi\"", "back\\slash\\", "tab\there\nline \u{7}bell \u{FFFF}",
        "`code` **x**", "#35; [x](y) {z} |p|", "-- > end;", "日本語 émoji 🎉", "%%{init: {}}%%", "\\N \\G \\l", "]]>",
    ]

    private static func map(edges: [ConceptMap.Edge]? = nil) -> ConceptMap {
        let all = RelationKind.allCases.filter { $0 != .broader }.enumerated().map { index, kind in
            ConceptMap.Edge(
                from: index, to: index + 4, kind: kind, weight: Double(index + 1) / 3,
                reason: Reason(path: "a <b>.md", line: index + 1, text: names[index]))
        }
        return ConceptMap(
            concepts: names.map { Concept(name: $0, aliases: [$0 + "s"], notes: 1, sections: 2, salience: 0.1) },
            edges: edges ?? all)
    }

    private func render(_ format: GraphPresenter.Format, _ map: ConceptMap) -> String {
        GraphPresenter(format: format, paths: Bakery.vault).render(map)
    }

    private static func edge(_ from: Int, _ to: Int, _ kind: RelationKind, _ weight: Double = 1) -> ConceptMap.Edge {
        ConceptMap.Edge(from: from, to: to, kind: kind, weight: weight, reason: Bakery.list)
    }

    private let small = ConceptMap(
        concepts: [Bakery.starter, Bakery.crumb],
        edges: [edge(0, 1, .together, 0.5), edge(0, 1, .narrower, 0.25), edge(1, 7, .link)])

    @Test func `Graphviz gets one line for two concepts, with every reason`() {
        #expect(
            render(.dot, small).hasSuffix(
                """
                  edge [dir=none];
                  n0 [label="starter", tooltip="sourdough starter, levain, starters\\n3 notes, 12 sections"];
                  n1 [label="open crumb", tooltip="1 note, 1 section"];
                  n0 -> n1 [kind="together narrower", weight=100, penwidth=3.00, dir=forward, \
                tooltip="together: faults.md:31: Weak starter, cold dough, short proof.\\n\
                narrower: faults.md:31: Weak starter, cold dough, short proof."];
                }

                """))
    }

    @Test func `Mermaid gets one line for two concepts, with every kind`() {
        #expect(
            render(.mermaid, small) == """
                flowchart LR
                  n0["starter"]
                  n1["open crumb"]
                  n0 -->|"in one line, narrower"| n1

                """)
    }

    @Test func `rows and JSON have every relation between concepts that are there`() {
        #expect(
            render(.csv, small) == """
                from,to,kind,weight,path,line,text
                starter,open crumb,together,0.5,faults.md,31,"Weak starter, cold dough, short proof."
                starter,open crumb,narrower,0.25,faults.md,31,"Weak starter, cold dough, short proof."

                """)
        let json = render(.json, small)
        #expect(json.components(separatedBy: "\"kind\":").count == 3)
        #expect(json.contains("\"weight\": 0.25,"))
    }

    @Test func `GraphML says which relations have a direction`() {
        let text = render(.graphml, small)
        #expect(
            text.contains("<edge source=\"n0\" target=\"n1\" directed=\"false\">\n      <data key=\"kind\">together<"))
        #expect(text.contains("<edge source=\"n0\" target=\"n1\">\n      <data key=\"kind\">narrower<"))
        #expect(text.contains("<data key=\"aliases\">sourdough starter; levain; starters</data>"))
    }

    @Test func `no name leaves its place in any language`() throws {
        let map = GraphPresenterTests.map()
        let parsed = XMLNames()
        let parser = XMLParser(data: Data(render(.graphml, map).utf8))
        parser.delegate = parsed
        #expect(parser.parse())
        let shown = GraphPresenterTests.names.map { $0.harmless.replacingOccurrences(of: "\u{FFFF}", with: "\u{FFFD}") }
        #expect(parsed.labels == shown)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(render(.json, map).utf8)) as? [String: Any])
        let concepts = try #require(json["concepts"] as? [[String: Any]])
        #expect(concepts.map { $0["name"] as? String } == GraphPresenterTests.names)
        let dot = render(.dot, map)
        #expect(dot.contains("n1 [label=\"R&amp;D &amp;amp; <b>bold</b>\","))
        #expect(dot.contains("n2 [label=\"say \\\"hi\\\"\","))
        #expect(dot.contains("n3 [label=\"back\\\\slash\\\\\","))
        #expect(dot.contains("n4 [label=\"tab here line \u{FFFD}bell \u{FFFD}\","))
        let mermaid = render(.mermaid, map)
        #expect(mermaid.contains("n1[\"R#38;D #38;amp; #60;b#62;bold#60;/b#62;\"]\n"))
        #expect(mermaid.contains("n2[\"say #34;hi#34;\"]\n"))
        #expect(mermaid.contains("n5[\"#96;code#96; **x**\"]\n"))
        #expect(mermaid.contains("n6[\"#35;35; [x](y) {z} |p|\"]\n"))
        #expect(mermaid.contains("n9[\"#37;#37;{init: {}}#37;#37;\"]\n"))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")))
    func `Graphviz reads every graph`() throws {
        for map in [GraphPresenterTests.map(), small, ConceptMap(concepts: [], edges: [])] {
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).dot")
            try Data(render(.dot, map).utf8).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let dot = Process()
            dot.executableURL = URL(fileURLWithPath: "/usr/bin/dot")
            dot.arguments = ["-Tsvg", file.path]
            let (output, errors) = (Pipe(), Pipe())
            (dot.standardOutput, dot.standardError) = (output, errors)
            try dot.run()
            let picture = output.fileHandleForReading.readDataToEndOfFile()
            dot.waitUntilExit()
            #expect(dot.terminationStatus == 0)
            #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
            #expect(XMLParser(data: picture).parse())
        }
    }

    @Test func `of more lines than Mermaid draws the strongest are kept, in their order`() {
        let concepts = (0..<40).map { Concept(name: "c\($0)", notes: 1, sections: 1, salience: 0) }
        let pairs = concepts.indices.flatMap { from in concepts.indices.filter { $0 > from }.map { (from, $0) } }
        let edges = pairs.enumerated().map { GraphPresenterTests.edge($1.0, $1.1, .together, Double($0)) }
        let text = render(.mermaid, ConceptMap(concepts: concepts, edges: edges))
        let lines = text.split(separator: "\n").filter { $0.contains("---") }
        #expect(lines.map(String.init) == pairs.suffix(500).map { "  n\($0.0) ---|\"in one line\"| n\($0.1)" })
        #expect(text.contains("  %% The 500 strongest of 780 lines: "))
    }

    @Test(
        arguments: [
            (.dot, "}\n"), (.mermaid, "flowchart LR\n"), (.csv, "from,to,kind,weight,path,line,text\n"),
            (.json, "{\"version\": 1, \"concepts\": [], \"edges\": []}\n"),
            (.graphml, "  <graph id=\"concepts\" edgedefault=\"directed\">\n  </graph>\n</graphml>\n"),
        ] as [(GraphPresenter.Format, String)])
    func `an empty graph is valid in every format`(_ format: GraphPresenter.Format, ending: String) {
        #expect(render(format, ConceptMap(concepts: [], edges: [])).hasSuffix(ending))
    }

    @Test func `the count says when a limit may have left something out`() {
        let presenter = GraphPresenter(format: .dot, paths: Bakery.vault)
        #expect(presenter.count(of: small, limit: 3) == "2 concepts, 3 relations")
        #expect(presenter.count(of: small, limit: 2).hasSuffix("there may be more, which --limit lets in"))
        #expect(presenter.count(of: ConceptMap(concepts: [], edges: [])) == "no concept found")
    }
}

/// Collects the labels of a GraphML document.
private final class XMLNames: NSObject, XMLParserDelegate {
    var labels: [String] = []
    private var isLabel = false

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        isLabel = name == "data" && attributes["key"] == "label"
        if isLabel { labels.append("") }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if isLabel, let last = labels.indices.last { labels[last] += text }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        isLabel = false
    }
}
