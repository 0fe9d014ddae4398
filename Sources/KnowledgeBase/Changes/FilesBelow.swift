internal import Glibc

/// All files in a folder of the vault and the folders below it, hidden ones too.
enum FilesBelow {
    /// Their paths in the vault, in byte order. Symbolic links count as files and are not followed.
    static func paths(in folder: String, of files: ChangeFiles) throws(ChangeFailure) -> [String] {
        var found: [String] = []
        var folders = [folder]
        while let current = folders.popLast() {
            for name in try names(in: current, of: files) {
                let path = current.isEmpty ? name : current + "/" + name
                guard let status = try files.status(path) else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { folders.append(path) } else { found.append(path) }
            }
        }
        return found.sorted(by: ByteOrder.precedes)
    }

    private static func names(in folder: String, of files: ChangeFiles) throws(ChangeFailure) -> [String] {
        guard let stream = opendir(files.absolute(folder)) else { throw .now(folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let start = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
            let bytes = UnsafeRawBufferPointer(start: entry, count: max(start, Int(entry.pointee.d_reclen)))
            let name = bytes[start...].prefix { $0 != 0 }
            if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
            // A name that is no text cannot be written into the journal.
            guard let text = String(validating: name, as: UTF8.self) else { throw .notText(path: folder) }
            names.append(text)
        }
        return names
    }
}
