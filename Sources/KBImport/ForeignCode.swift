/// Finds what plugins of Obsidian would run or draw: it is text to kb.
enum ForeignCode {
    /// Blocks of code by the first word behind their fence.
    private static let blocks = [
        "dataview": "Dataview queries", "dataviewjs": "Dataview scripts", "tasks": "Tasks queries",
        "query": "embedded searches", "base": "bases", "templater": "Templater scripts",
        "compressed-json": "Excalidraw drawings",
    ]
    private static let inline = [
        (mark: Array("`= ".utf8), what: "inline Dataview queries"),
        (mark: Array("`$= ".utf8), what: "inline Dataview queries"),
        (mark: Array("<% ".utf8), what: "Templater commands"), (mark: Array("<%*".utf8), what: "Templater commands"),
        (mark: Array("<%+".utf8), what: "Templater commands"), (mark: Array("<%-".utf8), what: "Templater commands"),
    ]

    /// What of it stands in a note, line by line; one of a kind a line.
    static func find(in bytes: [UInt8], path: String) -> [Unmapped] {
        var found: [Unmapped] = []
        var fence = CodeFence()
        var line = 0
        for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            let before = fence.isOpen
            guard !fence.read(part) else {
                if !before, let what = blocks[fence.word] {
                    found.append(Unmapped(what, .kept, path: path, line: line))
                }
                continue
            }
            var seen: Set<String> = []
            for (mark, what) in inline where holds(part, mark) {
                if seen.insert(what).inserted { found.append(Unmapped(what, .kept, path: path, line: line)) }
            }
        }
        return found
    }

    private static func holds(_ line: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
        guard let first = mark.first else { return false }
        var rest = line
        while let start = rest.firstIndex(of: first) {
            if rest[start...].starts(with: mark) { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }
}
