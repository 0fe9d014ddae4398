internal import KBEdit
internal import KBModel
internal import KBParse

/// The names of pages in Logseq and of the files they are kept in.
enum LogseqName {
    /// The name of the page kept in a file of this name: `a___b.md` and `a%2Fb.md` are `a/b`.
    static func page(ofFile name: String) -> String {
        let stem = ExportPath.parts(of: name).stem
        let levels = stem.split(separator: "___", omittingEmptySubsequences: true)
        return PercentEncoding.decoded(levels.isEmpty ? stem : levels.joined(separator: "/"))
    }

    /// The path of the note for a page: its levels are folders, and hold nothing that a file's name may not.
    static func path(ofPage name: String) -> String {
        let levels = name.split(separator: "/").map { NoteName.name(for: String($0), style: .title) }
        return (levels.isEmpty ? [NoteName.untitled] : levels).joined(separator: "/") + ".md"
    }

    /// The day of the journal kept in a file of this name: `2026_11_21.md`; nil for other names.
    static func day(ofFile name: String) -> Day? {
        let stem = ExportPath.parts(of: name).stem
        let parts = stem.split { $0 == "_" || $0 == "-" || $0 == "." }
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }), parts[0].count == 4,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// The titles by which pages may mean the journal of `day`: in the format of the settings and in the usual ones.
    static func titles(of day: Day, format: String?) -> [String] {
        var patterns = ["MMM do, yyyy", "yyyy-MM-dd", "yyyy_MM_dd"]
        if let format { patterns.insert(format, at: 0) }
        return patterns.map { DateFormat.text(WallTime(day: day), pattern($0)) }
    }

    /// A pattern of `java.time`, as Logseq has them, in the letters of Moment, as kb has them.
    private static func pattern(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        let letters = [
            ("yyyy", "YYYY"), ("yy", "YY"), ("do", "Do"), ("dd", "DD"), ("d", "D"), ("EEEE", "dddd"), ("EEE", "ddd"),
            ("EE", "ddd"), ("E", "ddd"),
        ]
        while let first = rest.first {
            if let (old, new) = letters.first(where: { rest.hasPrefix($0.0) }) {
                result += new
                rest = rest.dropFirst(old.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
