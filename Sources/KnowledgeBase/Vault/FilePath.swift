internal import Glibc

/// Questions about paths of the file system, as absolute strings with `/`.
enum FilePath {
    // `String` would see no `/` where a combining mark follows it; bytes do.
    private static let slash = UInt8(ascii: "/")

    /// What stands at a path, symbolic links followed.
    enum Kind {
        case file
        case folder
        /// A device, pipe or socket.
        case special
        /// Nothing, or nothing that can be reached; the `errno` says why.
        case missing(Int32)
    }

    /// What stands at `path`.
    static func kind(of path: String) -> Kind {
        guard isUsable(path) else { return .missing(ENOENT) }
        var status = stat()
        guard stat(path, &status) == 0 else { return .missing(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .special
        }
    }

    /// Whether a folder stands at `path`.
    static func isFolder(_ path: String) -> Bool {
        if case .folder = kind(of: path) { true } else { false }
    }

    /// Whether `path` itself exists, be it as a symbolic link that leads nowhere.
    static func isPresent(_ path: String) -> Bool {
        var status = stat()
        return isUsable(path) && lstat(path, &status) == 0
    }

    /// `path` without symbolic links, `.` and `..`; nil when it does not exist or is not UTF-8.
    static func real(_ path: String) -> String? {
        guard isUsable(path), let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(validatingCString: resolved)
    }

    /// As ``real(_:)``, but the last parts of `path` need not exist yet; nil when a part is a link that leads nowhere.
    static func realOfExistingPart(_ path: String) -> String? {
        guard isUsable(path), path.utf8.first == slash else { return nil }
        var existing = path
        var missing: [String] = []
        while true {
            if let resolved = real(existing) { return missing.reversed().reduce(resolved, join) }
            guard !isPresent(existing), let folder = parent(of: existing) else { return nil }
            let name = String(decoding: existing.utf8.dropFirst(folder.utf8.count), as: UTF8.self)
            let bare = name.utf8.first == slash ? String(decoding: name.utf8.dropFirst(), as: UTF8.self) : name
            guard bare != ".." else { return nil }
            if !bare.isEmpty, bare != "." { missing.append(bare) }
            existing = folder
        }
    }

    /// The text of the symbolic link at `path`; nil when it is none, or not UTF-8.
    static func linkText(_ path: String) -> String? {
        guard isUsable(path) else { return nil }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count >= 0 else { return nil }
        return String(validating: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// `path` seen from `folder`; an absolute `path` stays as it is.
    static func join(_ folder: String, _ path: String) -> String {
        if path.utf8.first == slash { return path }
        return folder.utf8.last == slash ? folder + path : folder + "/" + path
    }

    /// The folder that holds `path`; nil for the root, and for a lone name.
    static func parent(of path: String) -> String? {
        let bytes = path.utf8
        guard bytes.count > 1, let last = bytes.lastIndex(of: slash) else { return nil }
        return last == bytes.startIndex ? "/" : String(decoding: bytes[..<last], as: UTF8.self)
    }

    /// What follows the last `/` of `path`.
    static func name(of path: String) -> String {
        let bytes = path.utf8
        guard let last = bytes.lastIndex(of: slash) else { return path }
        return String(decoding: bytes[bytes.index(after: last)...], as: UTF8.self)
    }

    /// `path` as seen from `folder`, empty for the folder itself; nil when it lies elsewhere. Both must be real paths.
    ///
    /// Compared byte by byte: file systems tell apart spellings that are the same to `String`.
    static func relative(_ path: String, to folder: String) -> String? {
        let base = folder.utf8.last == slash ? Array(folder.utf8) : Array(folder.utf8) + [slash]
        if path.utf8.elementsEqual(folder.utf8) { return "" }
        return path.utf8.starts(with: base) ? String(decoding: path.utf8.dropFirst(base.count), as: UTF8.self) : nil
    }

    /// Why the folder `path` cannot be listed and entered; nil when it can.
    static func reasonNotListable(_ path: String) -> String? {
        access(path, R_OK | X_OK) == 0 ? nil : SystemError.message(errno)
    }

    /// Whether a file could be written in the folder `path`, made first if need be. Writes nothing.
    static func couldWrite(in path: String) -> Bool {
        var folder = path
        while !isPresent(folder), let above = parent(of: folder) { folder = above }
        return isFolder(folder) && access(folder, W_OK | X_OK) == 0
    }

    /// Whether C can be given `path`: it names something, and would not be cut at a NUL.
    private static func isUsable(_ path: String) -> Bool { !path.isEmpty && !path.utf8.contains(0) }
}
