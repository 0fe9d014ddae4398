/// A database of Notion as a note: a table, whose first column links to the pages of its rows.
struct NotionTable {
    let path: String
    let title: String
    let records: [[String]]
    /// The pages of the rows with their titles, by path.
    let rows: [(path: String, title: String)]
    let pages: [String: String]

    /// The name of a table's file without `.csv` and `_all`.
    static func stem(of path: String) -> String {
        let stem = ExportPath.parts(of: ExportPath.name(of: path)).stem
        return stem.hasSuffix("_all") ? String(stem.dropLast(4)) : stem
    }

    var note: ConvertedNote {
        var front = FrontMatterText()
        front.add("source", path)
        var lines = ["# " + title, ""]
        if let header = records.first {
            lines.append(row(header.map(cell)))
            lines.append(row(header.map { _ in "---" }))
            var free = Dictionary(grouping: rows.indices) { rows[$0].title }
            for record in records.dropFirst() {
                var cells = record.map(cell)
                let name = record.first?.trimmed ?? ""
                if let page = free[name]?.first {
                    free[name]?.removeFirst()
                    cells[0] = link(name, to: rows[page].path)
                }
                // Every row has the cells of the header, or the table would end there.
                let missing = max(0, header.count - cells.count)
                lines.append(row(cells + [String](repeating: "", count: missing)))
            }
        }
        return ConvertedNote(Array((front.lines(before: lines) + [""]).joined(separator: "\n").utf8))
    }

    private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private func link(_ text: String, to page: String) -> String {
        let way = ExportPath.way(to: page, from: ExportPath.folder(of: path))
        return "[\(Self.escaped(text.isEmpty ? "Untitled" : text))](\(ExportPath.encoded(way)))"
    }

    /// A field as a cell: pages it names are links, line ends and bars are written so that the table stays one.
    private func cell(_ field: String) -> String {
        let items = NotionRelation.items(of: field, from: path, pages: pages)
        if let items {
            return items.map { link($0.title, to: $0.page) }.joined(separator: ", ")
        }
        return Self.escaped(field.trimmed)
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "|": result += "\\|"
            case "\r": break
            case "\n": result += "<br>"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
