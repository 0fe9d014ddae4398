/// The query language as `kb help query` tells it: the opening of `docs/query.md`.
public enum QueryHelp {
    /// The opening of `docs/query.md` up to its first section, as it stands there; a test compares the two.
    public static let source = #"""
        # The query language

        Type words. Sections that hold most of them come first, so more words sharpen a search and never empty it.

        | type | to find sections |
        | --- | --- |
        | `feature store` | with *feature* or *store*, those with both first |
        | `"feature store"` | with these words side by side, in this order |
        | `+feature store` | with *feature*; *store* ranks them |
        | `feature AND store` | with both |
        | `kafka OR flink` | with at least one; `OR` binds loosest, so group with `( )` |
        | `-batch` or `NOT batch` | without *batch*; also `-"a phrase"`, `-tag:old`, `-(a b)` for neither |
        | `embed*` | with a word that begins so |
        | `NEAR(cold start, 5)` | with these words at most 5 words apart (10 when not said); phrases may stand inside |
        | `heading:latency` | with the word in their own heading; also `heading:"cold start"` and `heading:lat*` |
        | `tag:ml` or `#ml` | tagged `ml`, or `ml/ops` and so on below it |
        | `path:design/` | in notes whose path holds the text; `*`, `**` and `?` make it a pattern for the whole path |
        | `note:"Cold start"` | in the note with this title, file name or alias, or one that begins so |
        | `concept:recall` | that mention this concept in any of its spellings, or whose tag, title or alias it is |
        | `is:open` | that hold an open task; also `task`, `done`, `question`, `definition`, `code`, `table` |
        | `status:draft` | whose note has this in its front matter; `status:*` for any value, `status:"in review"` with spaces |
        | `after:7d` | of notes of the last seven days; `before:` and `after:` take `2024`, `2024-05`, `2024-05-01`, `today`, `yesterday`, `tomorrow`, `7d`, `2w`, `3m`, `1y` |

        All of these combine. Operators are upper case: `or`, `and` and `not` are words. A query of exclusions alone says nothing
        to look for, so it is refused; begin it with a word, a tag or `path:*`.

        Behind a shell, keep quotes and `( )` for kb with single quotes: `kb search '"feature store" -(batch OR nightly)'`. A query
        that begins with a minus sign goes behind `--`: `kb search -- -draft latency`.

        """#

    /// The text for a terminal: the table as two columns, marks of emphasis and code left out.
    public static func text(width: Int) -> String {
        var result = ""
        var table: [(String, String)] = []
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("|") {
                let cells = line.split(separator: "|").map { plain(String($0)) }
                if cells.count == 2, !cells[0].hasPrefix("---") { table.append((cells[0], cells[1])) }
                continue
            }
            result += columns(table, width: width)
            table = []
            result += plain(line.hasPrefix("# ") ? String(line.dropFirst(2)) : String(line)) + "\n"
        }
        return result
    }

    private static func columns(_ rows: [(String, String)], width: Int) -> String {
        let left = rows.map(\.0.count).max() ?? 0
        return rows.map { typed, meaning in
            "  " + typed.padded(to: left) + "  " + wrapped(meaning, width: width, indent: left + 4) + "\n"
        }.joined()
    }

    /// The words of a line of Markdown, what stands between backquotes untouched.
    private static func plain(_ line: String) -> String {
        line.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
            index.isMultiple(of: 2) ? part.filter { $0 != "*" } : String(part)
        }.joined().trimmed
    }

    private static func wrapped(_ text: String, width: Int, indent: Int) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count + indent <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }).withoutTrailingSpaces
    }
}
