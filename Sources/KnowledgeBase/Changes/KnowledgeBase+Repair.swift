public import KBEdit
public import KBModel
import KBParse
import KBStore

extension KnowledgeBase {
    /// The plan to repair the links that lead nowhere and can only have meant one note or file: one of the same name in
    /// another folder, or with another extension. Its remarks are the links left as they are, by path and line, with the
    /// reason. Reads the notes that have such links.
    public func plannedRepair() throws(KnowledgeBaseError) -> ChangePlan {
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let real = VaultLinkMap(links, root: vault.root)
        var namesakes = Namesakes(links, root: vault.root)
        var broken: [String] = []
        for record in links.records {
            let isBroken = record.linkTargets.contains { stored in
                real.end(of: LinkTarget(stored: stored), from: record.path) == .nothing
            }
            if isBroken { broken.append(record.path) }
        }
        // Where a broken link leads is made up: a file at that very place, which has moved to where the real one is.
        var moves: [String: MoveSet.Move] = [:]
        var remarks: [ChangeRemark] = []
        for path in broken {
            guard let note = library.note(at: path)?.note else { continue }
            for link in note.links {
                guard let target = LinkTarget(of: link, in: path), real.end(of: target, from: path) == .nothing else {
                    continue
                }
                let place = target.place
                switch link.isSiteAddress ? .none : namesakes.find(target) {
                case .only(let found): moves[place] = .init(from: place.named(like: found), to: found, isNote: true)
                case .none: break
                case .several(let paths):
                    let more = paths.count - mostNamesakes
                    let text =
                        "“\(link.target)” may mean \(paths.prefix(mostNamesakes).joined(separator: " or "))"
                        + (more > 0 ? " or \(more) others" : "")
                    remarks.append(ChangeRemark(.unkept, path: path, line: link.line, text))
                }
            }
        }
        let set = MoveSet(files: moves.values.sorted { ByteOrder.precedes($0.from, $1.from) })
        var planner = MovePlanner(
            title: "repair links", moves: set,
            before: { link, path in
                let end = real.end(of: link, in: path)
                guard end == .nothing, let place = LinkTarget(of: link, in: path)?.place, let move = moves[place] else {
                    return end
                }
                return NoteFileName.isNote(move.to) ? .note(move.from) : .file(move.from)
            },
            after: real.end)
        for path in broken { planner.add(try library.readBytes(at: path), path: path) }
        let plan = planner.plan()
        return ChangePlan(
            title: plan.title, changes: plan.changes, replacements: plan.replacements, remarks: plan.remarks + remarks)
    }
}

/// How many notes a remark names that a link may mean.
private let mostNamesakes = 3

extension Link {
    /// Whether it is written as an address of a site, from its root and without extension: `/docs/setup`. On the site it may
    /// lead somewhere.
    fileprivate var isSiteAddress: Bool {
        (kind == .markdown || kind == .image) && target.utf8.first == UInt8(ascii: "/")
            && !FilePath.name(of: target).utf8.contains(UInt8(ascii: "."))
    }
}

extension LinkTarget {
    /// The path at which what it means would be, whether it is a note or not.
    fileprivate var place: String {
        switch self {
        case .name(let text), .path(let text):
            String(decoding: text.utf8.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
        }
    }
}

extension String {
    /// The path with the extension of the note `other`, if that is one and this is none.
    fileprivate func named(like other: String) -> String {
        guard NoteFileName.isNote(other), !NoteFileName.isNote(self) else { return self }
        return self
            + String(decoding: other.utf8.dropFirst(LinkResolver.withoutExtension(other).utf8.count), as: UTF8.self)
    }
}

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

    /// What has the name that `target` ends in: with the same path but another extension, else wherever it is.
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
        let fitting = same.isEmpty && !isGeneric ? found : same
        switch fitting.count {
        case 0: return .none
        case 1: return .only(fitting[0])
        default: return .several(fitting.sorted(by: ByteOrder.precedes))
        }
    }
}
