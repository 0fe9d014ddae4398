public import KBModel

/// Prints the tags of a vault.
public struct TagPresenter: Sendable {
    /// The formats of `kb tags`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json, jsonl, csv, tsv, md
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// Whether tags are printed below the levels they stand under.
    public var isTree: Bool

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), isTree: Bool = false) {
        self.format = format
        self.style = style
        self.isTree = isTree
    }

    /// What goes to standard output, in the order given.
    public func render(_ tags: [TagCount]) -> String {
        switch format {
        case .text: isTree ? tree(tags) : list(tags)
        case .json:
            ([
                "version": jsonVersion, "total": .integer(tags.count), "tags": .array(tags.map(json)),
            ] as JSONValue).indented
        case .jsonl: tags.map { json($0).compact + "\n" }.joined()
        case .csv: table(tags).csv
        case .tsv: table(tags).tsv
        case .md: tags.map { "- #\($0.spelling.harmless) (\(counted($0.notes, "note")))\n" }.joined()
        }
    }

    private func list(_ tags: [TagCount]) -> String {
        let width = tags.map { $0.notes.grouped.displayWidth }.max() ?? 0
        return tags.map { tag in
            let count = tag.notes.grouped.padded(to: width, isRightAligned: true)
            return "\(style.dress(count, as: .line))  \(tag.spelling.harmless)\n"
        }.joined()
    }

    /// A tag's last level below the tag that holds it; levels that are no tag themselves are printed without a count.
    private func tree(_ tags: [TagCount]) -> String {
        let width = tags.map { $0.notes.grouped.displayWidth }.max() ?? 0
        var above: [String] = []
        var result = ""
        for tag in tags.sorted(by: { levels(of: $0).lexicographicallyPrecedes(levels(of: $1)) }) {
            let levels = tag.spelling.split(separator: "/").map(String.init)
            let shared = zip(levels, above).prefix { $0.lowercased() == $1.lowercased() }.count
            for (depth, level) in levels.enumerated().dropFirst(min(shared, levels.count - 1)) {
                let count = depth == levels.count - 1 ? tag.notes.grouped : ""
                result += style.dress(count.padded(to: width, isRightAligned: true), as: .line)
                result += "  " + String(repeating: "  ", count: depth) + level.harmless + "\n"
            }
            above = levels
        }
        return result
    }

    private func levels(of tag: TagCount) -> [String] {
        tag.spelling.lowercased().split(separator: "/").map(String.init)
    }

    private func table(_ tags: [TagCount]) -> Table {
        Table(columns: ["tag", "notes", "uses"], rows: tags.map { [$0.spelling, String($0.notes), String($0.uses)] })
    }

    private func json(_ tag: TagCount) -> JSONValue {
        ["tag": .string(tag.spelling), "notes": .integer(tag.notes), "uses": .integer(tag.uses)]
    }
}
