internal import KBModel

/// The notes that someone named by their paths or by folders above them.
struct PathSelection {
    // As bytes: to `String`, two spellings of one letter are the same.
    private let wanted: Set<[UInt8]>
    private let typed: [(text: String, path: [UInt8]?)]
    private var met: Set<[UInt8]> = []

    /// What `paths`, absolute or seen from the vault at `root`, stand for.
    init(_ paths: [String], root: String) {
        typed = paths.map { ($0, PathSelection.path(of: $0, root: root)) }
        wanted = Set(typed.compactMap(\.path))
    }

    /// Leaves in `result` only what was asked for, adding an issue for each path that nothing stands for.
    mutating func narrow(_ result: inout ScanResult, known: KnownNotes) {
        let touched = Set((result.removed + result.changed.map(\.note.path)).map { Array($0.utf8) })
        result.added.removeAll { !takes($0.path) }
        result.changed.removeAll { !takes($0.note.path) }
        result.removed.removeAll { !takes($0) }
        result.issues.removeAll { !takes($0.path) }
        result.unchanged = (0..<known.count).count {
            let path = known.path(at: $0)
            return takes(path) && !touched.contains(Array(path.utf8))
        }
        for (text, path) in typed where path.map({ !met.contains($0) }) ?? true {
            let issue = Issue(
                .unreadable, .error, line: 1, "no note of the vault: it is missing, ignored, or elsewhere")
            result.issues.append(LocatedIssue(path: text, issue: issue))
        }
    }

    /// Whether `path` or a folder above it was asked for.
    private mutating func takes(_ path: String) -> Bool {
        var rest = Array(path.utf8)
        while true {
            if wanted.contains(rest) {
                met.insert(rest)
                return true
            }
            guard !rest.isEmpty else { return false }
            rest.removeLast(rest.count - (rest.lastIndex(of: UInt8(ascii: "/")) ?? 0))
        }
    }

    /// The path in the vault of what someone named, empty for the vault itself; nil when it lies elsewhere.
    static func path(of typed: String, root: String) -> [UInt8]? {
        var whole = Array(FilePath.join(root, typed).utf8)
        while whole.count > 1, whole.last == UInt8(ascii: "/") { whole.removeLast() }
        let bare = String(decoding: whole, as: UTF8.self)
        let steps = whole.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isPlain = !steps.contains { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }
        // A link in the vault is a note by its own name: only detours are resolved.
        if isPlain, let path = FilePath.relative(bare, to: root) { return Array(path.utf8) }
        let real = FilePath.realOfExistingPart(bare)
        return real.flatMap { FilePath.relative($0, to: root) }.map { Array($0.utf8) }
    }
}
