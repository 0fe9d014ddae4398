internal import KBModel

/// The folder in the vault for notes that were removed, as Obsidian has it. It is hidden, so nothing in it is indexed.
struct Trash {
    /// The folder's path in the vault.
    static let folder = ".trash"
    /// As many notes of one name as anybody throws away; above it a name is too long to find at last.
    private static let mostNamesakes = 10_000

    let files: ChangeFiles

    /// Whether `path` is that of something in the trash.
    static func holds(_ path: String) -> Bool { path.utf8.starts(with: (folder + "/").utf8) }

    /// The path that what is at `path` in the trash had before; a number that it got stays.
    static func oldPath(of path: String) -> String {
        holds(path) ? String(decoding: path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self) : path
    }

    /// Where the note at `path` goes: its path below the trash, with a number before the extension when that is taken.
    ///
    /// `reserved` are paths that others will take in the same change.
    func freePath(for path: String, besides reserved: Set<PathKey> = []) throws(ChangeFailure) -> String {
        // What is in the trash already keeps its place in it.
        let wanted = Trash.holds(path) ? path : Trash.folder + "/" + path
        for number in 1...Trash.mostNamesakes {
            let candidate = number == 1 ? wanted : Trash.numbered(wanted, number)
            if !reserved.contains(PathKey(candidate)), try !files.isPresent(candidate) { return candidate }
        }
        throw .taken(path: wanted)
    }

    /// `a/b 2.md` for `a/b.md`.
    static func numbered(_ path: String, _ number: Int) -> String {
        let name = FilePath.name(of: path)
        let folder = String(decoding: path.utf8.dropLast(name.utf8.count), as: UTF8.self)
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.utf8.startIndex else {
            return "\(path) \(number)"
        }
        return "\(folder)\(name[..<dot]) \(number)\(name[dot...])"
    }
}
