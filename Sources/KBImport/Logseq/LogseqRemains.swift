/// Finds what of Logseq is left in a note that kb does not interpret.
enum LogseqRemains {
    /// What stands in `lines`, line by line.
    static func find(in lines: [String], path: String) -> [Unmapped] {
        var found: [Unmapped] = []
        var fence = CodeFence()
        for (number, line) in lines.enumerated() where !fence.read(Array(line.utf8)) {
            for what in kinds(line) { found.append(Unmapped(what, .kept, path: path, line: number + 1)) }
        }
        return found
    }

    private static func kinds(_ line: String) -> [String] {
        var kinds: [String] = []
        let text = line.trimmed
        let upper = text.uppercased()
        if let (_, macro) = text.cut(at: "{{") {
            kinds.append(macro.trimmed.lowercased().hasPrefix("query") ? "queries" : "macros")
        }
        if upper.contains("#+BEGIN_") {
            kinds.append(upper.contains("#+BEGIN_QUERY") ? "queries" : "blocks of Org markup")
        }
        if upper == ":LOGBOOK:" { kinds.append("time logs") }
        if let (_, tail) = text.cut(at: "(("), let (inner, _) = tail.cut(at: "))"), LogseqUUID.read(inner) != nil {
            kinds.append("references to blocks that are not in the graph")
        }
        if LogseqProperty(text.after("- ") ?? text) != nil { kinds.append("properties of blocks") }
        return kinds
    }
}
