import Glibc

/// What links of a vault may lead to besides notes: pictures, PDFs, code, folders.
struct VaultFiles {
    private let root: String
    /// Paths in the vault by file name, both in lower case, those of notes left out; nil until they are needed.
    private var byName: [String: [String]]?

    /// The files of the vault at `root`, which are looked for when a link needs them.
    init(root: String) { self.root = root }

    /// Whether `target`, written in the note at `path`, leads to a file or folder: at that place, or, as in Obsidian,
    /// anywhere under that name or end of a path. Nothing outside the vault is looked at.
    mutating func hold(_ target: LinkTarget, writtenIn path: String) -> Bool {
        let exact: String
        switch target {
        case .path(let resolved): exact = resolved
        case .name(let name): exact = name
        }
        // A leading slash means the root of the vault.
        let levels = exact.split(separator: "/")
        guard let name = levels.last, !levels.contains("..") else { return false }
        if FilePath.isPresent(FilePath.join(root, levels.joined(separator: "/"))) { return true }
        // Without an extension it is the name of a note.
        guard name.contains(".") else { return false }
        let files = byName ?? allFiles()
        byName = files
        let wanted = target.written(in: path).lowercased().drop { $0 == "/" }
        return (files[name.lowercased()] ?? []).contains { $0 == wanted || $0.hasSuffix("/" + wanted) }
    }

    private func allFiles() -> [String: [String]] {
        var files: [String: [String]] = [:]
        var folders = [""]
        while let folder = folders.popLast() {
            for (name, isFolder) in VaultFiles.entries(of: FilePath.join(root, folder)) {
                let path = folder.isEmpty ? name : folder + "/" + name
                if isFolder {
                    folders.append(path)
                } else if !NoteFileName.isNote(name) {
                    files[name.lowercased(), default: []].append(path.lowercased())
                }
            }
        }
        return files
    }

    /// The names in `folder` that are not hidden. Links to folders count as files: followed, they could lead in circles.
    private static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var entries: [(String, Bool)] = []
        while let entry = readdir(stream) {
            let start = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
            let bytes = UnsafeRawBufferPointer(start: entry, count: max(start, Int(entry.pointee.d_reclen)))
            let name = String(decoding: bytes[start...].prefix { $0 != 0 }, as: UTF8.self)
            guard !name.hasPrefix("."), !NoteFileName.skippedFolders.contains(name) else { continue }
            let type = Int(entry.pointee.d_type)
            // Some file systems do not tell the type along with the name.
            let isFolder =
                type == Int(DT_UNKNOWN) ? FilePath.isFolder(FilePath.join(folder, name)) : type == Int(DT_DIR)
            entries.append((name, isFolder))
        }
        return entries
    }
}
