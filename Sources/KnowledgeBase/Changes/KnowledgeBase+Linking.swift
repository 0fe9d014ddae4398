public import KBEdit
public import KBModel
import KBStore

extension KnowledgeBase {
    /// The plan to write a link to the note `target`, or to the heading in it that it names, where the note `source` mentions
    /// it: at the line or under the heading that `source` names, else where it first does so in running text, else in a
    /// heading or a table.
    ///
    /// Both are read as ``note(inFull:from:)`` reads them.
    /// - Returns: An empty plan with a remark when there is no mention.
    public func plannedLink(
        in source: String, to target: String, from workingFolder: String? = nil
    ) throws(KnowledgeBaseError) -> ChangePlan {
        try prepareToPlan()
        let lookup = try noteLookup()
        let (note, section, line) = try note(source, from: workingFolder, in: lookup, takesBeginnings: false)
        let (other, heading, otherLine) = try self.note(
            target, from: workingFolder, in: lookup, takesBeginnings: false)
        guard PathKey(note.path) != PathKey(other.path) else { throw .refused("a note need not link to itself") }
        guard heading != nil || otherLine == nil else {
            throw .refused("a link leads to a note or a heading; write NOTE or NOTE#HEADING")
        }
        let anchor = heading.map { other.text(other.sections[$0].title) }
        let names = anchor.map { [$0] } ?? [other.title, LinkResolver.name(of: other.path)] + other.aliases
        let mentions = UnlinkedMentionFinder(names: names).mentions(in: note).filter { mention in
            if let line { return note.line(ofPlain: mention.lowerBound) == line }
            return section.map { note.section(at: note.line(ofPlain: mention.lowerBound)) == $0 } ?? true
        }
        guard !mentions.isEmpty else { return unmentioned(names, in: note.path, line: line) }
        let links = try asking { store throws(StoreError) in try VaultLinks(store) }
        let ends = VaultLinkMap(links, root: vault.root)
        let bytes = try library.readBytes(at: note.path)
        return try refusing { () throws(EditRefusal) in
            try MentionLink.plan(
                bytes, path: note.path, mentions: KnowledgeBase.proseFirst(mentions, in: note), target: other.path,
                anchor: anchor, style: links.usualStyle, ends: ends.end)
        }
    }

    private func unmentioned(_ names: [String], in path: String, line: Int?) -> ChangePlan {
        let place = line.map { "line \($0) of \(path)" } ?? path
        var seen: Set<String> = []
        let words = names.filter { seen.insert($0.lowercased()).inserted }.map { "“\($0)”" }.joined(separator: " or ")
        let text = "\(place) does not mention \(words) outside links and code"
        return ChangePlan(title: "", changes: [], remarks: [ChangeRemark(.skipped, path: "", text)])
    }

    /// `mentions` with those in headings and tables, where a link is more of a disturbance, at the end.
    static func proseFirst(_ mentions: [Range<Int>], in note: Note) -> [Range<Int>] {
        func isProse(_ mention: Range<Int>) -> Bool {
            guard let block = note.block(ofPlain: mention.lowerBound) else { return false }
            return switch note.blocks[block].kind {
            case .heading, .tableRow: false
            default: true
            }
        }
        return mentions.filter(isProse) + mentions.filter { !isProse($0) }
    }
}

extension VaultLinks {
    /// How most links of the vault are written.
    var usualStyle: MentionLink.Style {
        var (wiki, markdown) = (0, 0)
        for record in records {
            for target in record.linkTargets {
                if case .name = LinkTarget(stored: target) { wiki += 1 } else { markdown += 1 }
            }
        }
        return markdown > wiki ? .markdown : .wiki
    }
}
