import KBModel

extension ScanResult {
    /// What changed at `paths` and in the folders among them; everything when there are none given.
    func limited(to paths: [String]?) -> ScanResult {
        guard let paths else { return self }
        let wanted = Set(paths)
        func isWanted(_ path: String) -> Bool {
            if wanted.contains(path) || wanted.contains("") { return true }
            var end = path.endIndex
            while let slash = path[..<end].lastIndex(of: "/") {
                if wanted.contains(String(path[..<slash])) { return true }
                end = slash
            }
            return false
        }
        var limited = self
        limited.added = added.filter { isWanted($0.path) }
        limited.changed = changed.filter { isWanted($0.note.path) }
        limited.removed = removed.filter(isWanted)
        limited.issues = issues.filter { isWanted($0.path) }
        return limited
    }
}
