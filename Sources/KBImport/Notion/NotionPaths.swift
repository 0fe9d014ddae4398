internal import KBEdit

/// The paths that the files of a Notion export get: without ids, and none twice.
struct NotionPaths {
    /// The new path of each file, a table being a note.
    private(set) var targets: [String: String] = [:]
    /// Tables that only repeat a part of another: the shown rows of a database beside all of them.
    private(set) var repeated: Set<String> = []

    /// Works out the paths for the files at `paths`.
    init(_ paths: [String]) {
        var folders: [String: [String]] = [:]
        var known: Set<String> = []
        for path in paths {
            var path = path
            while !path.isEmpty, known.insert(path).inserted {
                let folder = ExportPath.folder(of: path)
                folders[folder, default: []].append(path)
                path = folder
            }
        }
        var open = [(folder: "", target: "")]
        while let (folder, target) = open.popLast() {
            let children = (folders[folder] ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            for (path, name) in names(of: children, folders: folders) {
                let new = target.isEmpty ? name : target + "/" + name
                if folders[path] != nil { open.append((path, new)) } else { targets[path] = new }
            }
        }
    }

    /// What one folder holds with new names; what belongs to one page has one name, but for extensions.
    private mutating func names(
        of children: [String], folders: [String: [String]]
    ) -> [(path: String, name: String)] {
        var result: [(path: String, name: String)] = []
        var taken: Set<String> = []
        var pages: [String: [String]] = [:]
        for path in children {
            let name = ExportPath.name(of: path)
            if let id = NotionName.id(in: name) {
                pages[id, default: []].append(path)
            } else if taken.insert(plain(name, isFolder: folders[path] != nil).lowercased()).inserted {
                result.append((path, plain(name, isFolder: folders[path] != nil)))
            } else {
                let (stem, ending) = ExportPath.parts(of: plain(name, isFolder: folders[path] != nil))
                let new = NoteName.unique(stem) { taken.contains(($0 + ending).lowercased()) } + ending
                taken.insert(new.lowercased())
                result.append((path, new))
            }
        }
        for (_, members) in pages.sorted(by: { Self.precedes($0, $1) }) {
            let first = ExportPath.name(of: members.first ?? "")
            let title = ExportPath.parts(of: NotionName.withoutID(first)).stem
            let isTable = members.contains { $0.lowercased().hasSuffix(".csv") }
            let isPage = members.contains(where: NotionReader.isPage)
            let stem = NoteName.unique(Self.bare(title, isFolder: folders[members.first ?? ""] != nil, first)) { stem in
                [stem, stem + ".md"].contains { taken.contains($0.lowercased()) }
            }
            taken.formUnion([stem.lowercased(), stem.lowercased() + ".md"])
            var table = stem
            if isTable, isPage { table = NoteName.unique(stem + "-table") { taken.contains($0.lowercased() + ".md") } }
            taken.insert(table.lowercased() + ".md")
            result += named(members, stem: stem, table: table, folders: folders)
        }
        return result
    }

    /// The members of one page with their names.
    private mutating func named(
        _ members: [String], stem: String, table: String, folders: [String: [String]]
    ) -> [(path: String, name: String)] {
        let all = members.first { $0.lowercased().hasSuffix("_all.csv") }
        return members.map { path in
            if folders[path] != nil { return (path, stem) }
            if path.lowercased().hasSuffix(".csv") {
                if let all, path != all { repeated.insert(path) }
                return (path, table + ".md")
            }
            if ImportKind.isHTML(path) { return (path, stem + ".md") }
            return (path, stem + ExportPath.parts(of: ExportPath.name(of: path)).ending)
        }
    }

    /// The name of a file that has no id; of a table or page that of the note it becomes.
    private func plain(_ name: String, isFolder: Bool) -> String {
        guard !isFolder else { return name }
        let (stem, ending) = ExportPath.parts(of: name)
        return ending.lowercased() == ".csv" || ImportKind.isHTML(name) ? stem + ".md" : name
    }

    private static func bare(_ title: String, isFolder: Bool, _ name: String) -> String {
        // The dot of a folder's name begins no extension.
        let whole = isFolder ? NotionName.withoutID(name) : title
        let text = whole.hasSuffix("_all") ? String(whole.dropLast(4)) : whole
        return text.trimmed.isEmpty ? NoteName.untitled : text.trimmed
    }

    private static func precedes(
        _ a: (key: String, value: [String]), _ b: (key: String, value: [String])
    ) -> Bool {
        let (x, y) = (a.value.first ?? "", b.value.first ?? "")
        return x.utf8.elementsEqual(y.utf8) ? a.key < b.key : x.utf8.lexicographicallyPrecedes(y.utf8)
    }
}
