internal import Glibc
internal import KBImport

/// The files of a folder that is imported. Nothing in it is changed, and no symbolic link followed.
struct SourceListing {
    /// The real path of the folder.
    let root: String
    /// The paths of its files, in byte order. Hidden files and folders are not listed, but for Obsidian's settings.
    private(set) var paths: [String] = []
    /// What is not listed: hidden files and folders, symbolic links, names that are not UTF-8.
    private(set) var leftOut: [Unmapped] = []

    /// The hidden folder whose files are listed.
    private static let settings = ".obsidian"
    /// Names of what systems leave in folders; not worth a word.
    private static let litter: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini"]

    /// Lists the folder at the real path `root`; one that holds a single folder and nothing else, as unzipped exports do, is
    /// that folder.
    init(_ root: String) throws(SourceFailure) {
        var root = root
        while let inner = try SourceListing.onlyFolder(in: root) { root = inner }
        self.root = root
        var folders = [""]
        while let folder = folders.popLast() {
            for name in try names(in: folder) {
                let path = folder.isEmpty ? name : folder + "/" + name
                var status = stat()
                guard lstat(FilePath.join(root, path), &status) == 0 else { continue }
                let type = status.st_mode & S_IFMT
                if SourceListing.litter.contains(name) { continue }
                if name.hasPrefix("."), !(folder.isEmpty && name == SourceListing.settings && type == S_IFDIR) {
                    leftOut.append(Unmapped("hidden files and folders", .leftOut, path: path))
                } else if type == S_IFDIR {
                    if folder == SourceListing.settings { continue }
                    if NoteFileName.skippedFolders.contains(name) {
                        leftOut.append(Unmapped("folders of programs", .leftOut, path: path))
                    } else {
                        folders.append(path)
                    }
                } else if type == S_IFREG {
                    paths.append(path)
                } else {
                    leftOut.append(Unmapped("symbolic links and devices", .leftOut, path: path))
                }
            }
        }
        paths.sort(by: ByteOrder.precedes)
        leftOut.sort { ByteOrder.precedes($0.path, $1.path) }
    }

    private mutating func names(in folder: String) throws(SourceFailure) -> [String] {
        var names: [String] = []
        for name in try SourceListing.entries(of: FilePath.join(root, folder)) {
            if let text = String(validating: name, as: UTF8.self) {
                names.append(text)
            } else {
                let path = folder.isEmpty ? "." : folder
                leftOut.append(Unmapped("names that are not UTF-8", .leftOut, path: path))
            }
        }
        return names
    }

    /// The only folder in `folder`, when nothing else that is not hidden is there.
    private static func onlyFolder(in folder: String) throws(SourceFailure) -> String? {
        let entries = try entries(of: folder).filter { name in
            name.first != UInt8(ascii: ".") || name.elementsEqual(settings.utf8)
        }
        guard entries.count == 1, let name = entries.first.flatMap({ String(validating: $0, as: UTF8.self) }),
            !name.hasPrefix(".")
        else { return nil }
        let path = FilePath.join(folder, name)
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? path : nil
    }

    private static func entries(of folder: String) throws(SourceFailure) -> [[UInt8]] {
        guard let stream = opendir(folder) else {
            throw SourceFailure(path: folder, message: SystemError.message(errno))
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let start = MemoryLayout<dirent>.offset(of: \.d_name) ?? 19
            let bytes = UnsafeRawBufferPointer(start: entry, count: max(start, Int(entry.pointee.d_reclen)))
            let name = Array(bytes[start...].prefix { $0 != 0 })
            if !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) { names.append(name) }
        }
        return names
    }
}

/// Why what is to be imported cannot be read: an absolute path, and the reason.
struct SourceFailure: Error {
    var path: String
    var message: String
}
