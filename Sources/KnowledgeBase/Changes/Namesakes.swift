import KBEdit
import KBModel
import KBStore

/// Notes and files by their names, for links that lead to none.
struct Namesakes {
    /// What goes by a name.
    enum Found: Equatable {
        case none
        case only(String)
        case several([String])
    }

    /// Names that say nothing of what is in the note: every folder may have one.
    private static let generic: Set<String> = ["index", "readme"]

    private var notes: [String: [String]] = [:]
    private var files: VaultFiles

    init(_ links: VaultLinks, root: String) {
        files = VaultFiles(root: root)
        for record in links.records {
            notes[LinkResolver.name(of: record.path.lowercased()), default: []].append(record.path)
        }
    }

    /// What has the name that `target` ends in: with the same path but another extension, else wherever it is. A date or a
    /// number says little, so what goes by one must be in a folder that the target names too.
    mutating func find(_ target: LinkTarget) -> Found {
        let path: String
        switch target {
        case .name(let text), .path(let text): path = text.lowercased()
        }
        let name = FilePath.name(of: path)
        let isNote = NoteFileName.isNote(name) || !name.utf8.contains(UInt8(ascii: "."))
        let found = isNote ? notes[LinkResolver.name(of: path)] ?? [] : files.named(name)
        let bare = LinkResolver.withoutExtension(path)
        let same = found.filter { LinkResolver.withoutExtension($0.lowercased()) == bare }
        let isGeneric = Namesakes.generic.contains(LinkResolver.name(of: path))
        let isTelling = name.prefix { $0 != "." }.contains(where: \.isLetter)
        let elsewhere = isTelling ? found : found.filter { Namesakes.shareFolder($0, path) }
        let fitting = same.isEmpty && !isGeneric ? elsewhere : same
        switch fitting.count {
        case 0: return .none
        case 1: return .only(fitting[0])
        default: return .several(fitting.sorted(by: ByteOrder.precedes))
        }
    }

    /// Whether a folder above `found` has the name of one above `path`, which is in lower case.
    private static func shareFolder(_ found: String, _ path: String) -> Bool {
        let folders = Set(path.split(separator: "/").dropLast())
        return found.lowercased().split(separator: "/").dropLast().contains(where: folders.contains)
    }
}
