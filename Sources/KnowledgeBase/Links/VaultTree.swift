import Glibc

/// The files of a vault but for hidden ones and folders that never hold notes, as the folders list them.
enum VaultTree {
    /// What a name in a folder stands for.
    enum Kind {
        case file
        case folder
        /// A symbolic link to either. It is not followed, since it could lead in circles.
        case link
    }

    /// Hands the path in the vault of every file and link below `root` to `visit`; in no order.
    static func forEachFile(in root: String, _ visit: (String, Kind) -> Void) {
        var folders = [""]
        while let folder = folders.popLast() {
            for (name, kind) in entries(of: FilePath.join(root, folder)) {
                let path = folder.isEmpty ? name : folder + "/" + name
                if kind == .folder { folders.append(path) } else { visit(path, kind) }
            }
        }
    }

    /// The names in `folder` that are not hidden.
    private static func entries(of folder: String) -> [(name: String, kind: Kind)] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var entries: [(String, Kind)] = []
        while let entry = readdir(stream) {
            let start = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
            let bytes = UnsafeRawBufferPointer(start: entry, count: max(start, Int(entry.pointee.d_reclen)))
            let name = String(decoding: bytes[start...].prefix { $0 != 0 }, as: UTF8.self)
            guard !name.hasPrefix("."), !NoteFileName.skippedFolders.contains(name) else { continue }
            entries.append((name, kind(Int(entry.pointee.d_type), of: FilePath.join(folder, name))))
        }
        return entries
    }

    private static func kind(_ type: Int, of path: String) -> Kind {
        switch type {
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        // Some file systems do not tell the type along with the name.
        case Int(DT_UNKNOWN): FilePath.linkText(path) != nil ? .link : FilePath.isFolder(path) ? .folder : .file
        default: .file
        }
    }
}
