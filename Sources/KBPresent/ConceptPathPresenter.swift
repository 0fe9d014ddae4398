public import KBModel

/// Prints the chain of relations between two concepts.
public struct ConceptPathPresenter: Sendable {
    /// The formats of `kb path`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle) {
        self.format = format
        self.style = style
        self.paths = paths
    }

    /// What goes to standard output; valid in the format even without a chain.
    public func render(_ chain: ConceptPath) -> String {
        let hops = chain.hops ?? []
        return switch format {
        case .text: hops.map(text).joined()
        case .json: json(chain).indented
        case .jsonl: hops.map { json($0).compact + "\n" }.joined()
        case .csv: table(hops).csv
        case .tsv: table(hops).tsv
        case .md: hops.enumerated().map { markdown($1, number: $0 + 1) }.joined()
        }
    }

    /// How long the chain is, or that there is none, for the end of the output: one line.
    public func count(of chain: ConceptPath) -> String {
        let (from, to) = (chain.from.name.harmless, chain.to.name.harmless)
        guard let hops = chain.hops else { return "no chain of relations leads from “\(from)” to “\(to)”" }
        return hops.isEmpty ? "both are “\(from)”" : counted(hops.count, "step")
    }

    /// A step as a sentence, below it the text that says so.
    ///
    ///     feature store is broader than online store
    ///       notes/serving.md:14: A feature store has an online store for …
    private func text(_ hop: Hop) -> String {
        let from = style.dress(hop.from, as: .heading)
        let to = style.dress(hop.to, as: .heading)
        let source = ConceptSourceLine(style: style, paths: paths)
        return "\(from) \(hop.kind.verb) \(to)\n" + source.whole(hop.reason, indent: 2)
    }

    private func markdown(_ hop: Hop, number: Int) -> String {
        let (from, to) = (hop.from.harmless.escapedForMarkdown, hop.to.harmless.escapedForMarkdown)
        return "\(number). **\(from)** \(hop.kind.verb) **\(to)**: \(hop.reason.markdown(paths))\n"
    }

    private func table(_ hops: [Hop]) -> Table {
        Table(
            columns: ["from", "to", "kind", "path", "line", "text"],
            rows: hops.map { hop in
                [
                    hop.from, hop.to, hop.kind.rawValue, paths.shown(hop.reason.path), String(hop.reason.line),
                    hop.reason.text,
                ]
            })
    }

    private func json(_ chain: ConceptPath) -> JSONValue {
        [
            "version": jsonVersion,
            "from": .string(chain.from.name),
            "to": .string(chain.to.name),
            "found": .bool(chain.hops != nil),
            "hops": .array((chain.hops ?? []).map(json)),
        ]
    }

    private func json(_ hop: Hop) -> JSONValue {
        [
            "from": .string(hop.from),
            "to": .string(hop.to),
            "kind": .string(hop.kind.rawValue),
            "path": .string(paths.shown(hop.reason.path)),
            "line": .integer(hop.reason.line),
            "text": .string(hop.reason.text),
        ]
    }
}
