/// Rows of named columns, as programs exchange them.
struct Table: Equatable, Sendable {
    /// The names of the columns.
    var columns: [String]
    /// The rows, each with a field for every column.
    var rows: [[String]]

    /// Comma-separated values with a header line.
    ///
    /// - SeeAlso: RFC 4180; lines end in `\n`, as everything else that kb prints.
    var csv: String {
        lines(separator: ",") { field in
            let needsQuotes = field.utf8.contains { byte in
                byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
            }
            guard needsQuotes else { return field }
            return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        }
    }

    /// Tab-separated values with a header line; control characters in a field become spaces, as the format demands.
    var tsv: String {
        lines(separator: "\t", field: \.harmless)
    }

    private func lines(separator: String, field: (String) -> String) -> String {
        ([columns] + rows).map { $0.map(field).joined(separator: separator) + "\n" }.joined()
    }
}

extension Sequence<String> {
    /// One path a line, or each followed by a NUL for `xargs -0`; repeated ones once, in the order given.
    func pathList(isNulEnded: Bool) -> String {
        var seen: Set<String> = []
        return map { path in
            seen.insert(path).inserted ? path + (isNulEnded ? "\0" : "\n") : ""
        }.joined()
    }
}
