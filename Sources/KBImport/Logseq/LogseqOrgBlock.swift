/// A block of Org markup in a page of Logseq: `#+BEGIN_NOTE` to `#+END_NOTE`.
struct LogseqOrgBlock {
    /// How many lines it takes.
    let count: Int
    private let name: String
    private let argument: String
    private let body: [String]

    private static let callouts = ["NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING", "PINNED"]

    /// Reads the block that the first of `lines` begins; nil when none begins there, or kb has no form for it.
    init?(_ lines: ArraySlice<String>) {
        guard let first = lines.first?.trimmed, first.uppercased().hasPrefix("#+BEGIN_") else { return nil }
        let words = first.dropFirst("#+BEGIN_".count).split(separator: " ", maxSplits: 1)
        name = words.first.map { $0.uppercased() } ?? ""
        argument = words.count > 1 ? words[1].trimmed : ""
        let end = "#+END_" + name
        guard Self.callouts.contains(name) || ["QUOTE", "SRC", "EXAMPLE", "CENTER", "VERSE", "COMMENT"].contains(name),
            let last = lines.dropFirst().firstIndex(where: { $0.trimmed.uppercased() == end })
        else { return nil }
        body = Array(lines[(lines.startIndex + 1)..<last])
        count = last - lines.startIndex + 1
    }

    /// The same in Markdown.
    func lines(_ inline: LogseqInline) -> [String] {
        switch name {
        case "SRC", "EXAMPLE": return ["```" + argument] + body + ["```"]
        case "COMMENT": return ["%%"] + body + ["%%"]
        default:
            let head = Self.callouts.contains(name) ? ["> [!\(name == "PINNED" ? "note" : name.lowercased())]"] : []
            return head + body.map { $0.isEmpty ? ">" : "> " + inline.converted($0) }
        }
    }
}
