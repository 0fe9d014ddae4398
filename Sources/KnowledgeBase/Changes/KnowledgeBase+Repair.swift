public import KBEdit
public import KBModel
import KBStore

extension KnowledgeBase {
    /// The plan to repair the links that lead nowhere and can only have meant one note or file: one of the same name in
    /// another folder, or with another extension. Its remarks are the links left as they are, by path and line, with the
    /// reason. Reads the notes that have such links.
    public func plannedRepair() throws(KnowledgeBaseError) -> ChangePlan {
        try prepareToPlan()
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let real = VaultLinkMap(links, root: vault.root)
        let broken = links.records.filter { record in
            record.linkTargets.contains { real.end(of: LinkTarget(stored: $0), from: record.path) == .nothing }
        }.map(\.path)
        let (moves, remarks) = repairs(in: broken, links, real)
        let set = MoveSet(files: moves.values.sorted { ByteOrder.precedes($0.from, $1.from) })
        var planner = MovePlanner(
            title: "repair links", moves: set,
            before: { link, path in
                let end = real.end(of: link, in: path)
                guard end == .nothing, let place = LinkTarget(of: link, in: path)?.place,
                    let move = moves[PathKey(place)]
                else { return end }
                return NoteFileName.isNote(move.to) ? .note(move.from) : .file(move.from)
            },
            after: real.end)
        for path in broken { planner.add(try library.readBytes(at: path), path: path) }
        return planner.plan().adding(remarks)
    }

    /// What is made up about the links that lead nowhere in the notes at `broken`: a file at the very place each means has moved
    /// to where the real one is; by those places. The remarks are about links that may mean several.
    private func repairs(
        in broken: [String], _ links: VaultLinks, _ real: VaultLinkMap
    ) -> (moves: [PathKey: MoveSet.Move], remarks: [ChangeRemark]) {
        var namesakes = Namesakes(links, root: vault.root)
        var moves: [PathKey: MoveSet.Move] = [:]
        var remarks: [ChangeRemark] = []
        for path in broken {
            guard let note = library.note(at: path)?.note else { continue }
            for link in note.links where !link.isSiteAddress {
                guard let target = LinkTarget(of: link, in: path), real.end(of: target, from: path) == .nothing else {
                    continue
                }
                let place = target.place
                switch namesakes.find(target) {
                case .only(let found):
                    moves[PathKey(place)] = .init(from: place.named(like: found), to: found, isNote: true)
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
        return (moves, remarks)
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
