import KBModel
import KBParse

/// Reads all notes of a vault and gathers what is wrong in them and between them.
struct Examination {
    let vault: Vault
    let library: NoteLibrary
    let progress: ((Progress) -> Void)?

    /// What one note has to be asked about once all are known.
    private struct Linked {
        var path: String
        var links: [Link]
        var aliases: [String]
        /// Slugs and words of headings, ids of blocks and of HTML; all in lower case.
        var anchors: Set<String>
    }

    /// The issues of all notes, by path and line.
    func issues() throws(KnowledgeBaseError) -> [LocatedIssue] {
        let scan = try VaultScanner(vault: vault).scan()
        var issues = vault.issues + scan.issues + VocabularyFile(vault: vault).read().issues
        issues += try StudyLogFile(vault: vault).issues()
        var notes: [Linked] = []
        let reader = FileReader(vault: vault, paths: scan.added.map(\.path))
        var parser = NoteParser()
        var meter = ProgressMeter(phase: "examining", total: scan.added.count, progress: progress)
        while let file = reader.next() {
            switch file.content {
            case .failure(let error):
                if !error.isMissing { issues.append(LocatedIssue(path: file.path, issue: error.issue)) }
            case .success(let content):
                let note = parser.parse(content.bytes, path: file.path)
                issues += note.issues.map { LocatedIssue(path: file.path, issue: $0) }
                notes.append(linked(note))
            }
            meter.advance()
        }
        issues += linkIssues(notes)
        return issues.sorted(by: LocatedIssue.isBefore)
    }

    private func linked(_ note: Note) -> Linked {
        var anchors: Set<String> = []
        for section in note.sections where section.kind != .preamble {
            anchors.insert(section.anchor.lowercased())
            anchors.insert(Examination.folded(note.text(section.title)))
        }
        anchors.formUnion(HTMLAnchors.names(in: note.utf8))
        for block in note.blocks { if let id = block.blockID { anchors.insert("^" + id.lowercased()) } }
        return Linked(path: note.path, links: note.links, aliases: note.aliases, anchors: anchors)
    }

    private func linkIssues(_ notes: [Linked]) -> [LocatedIssue] {
        let resolver = LinkResolver(
            paths: notes.map(\.path),
            aliases: notes.flatMap { note in note.aliases.map { (name: $0, path: note.path) } })
        let anchors = Dictionary(notes.map { (PathKey($0.path), $0.anchors) }, uniquingKeysWith: { first, _ in first })
        var files = VaultFiles(root: vault.root)
        var issues: [LocatedIssue] = []
        for note in notes {
            for link in note.links {
                guard let issue = issue(of: link, in: note, resolver: resolver, anchors: anchors, files: &files) else {
                    continue
                }
                issues.append(LocatedIssue(path: note.path, issue: issue))
            }
        }
        return issues
    }

    private func issue(
        of link: Link, in note: Linked, resolver: LinkResolver, anchors: [PathKey: Set<String>],
        files: inout VaultFiles
    ) -> Issue? {
        if link.target.isEmpty { return missingAnchor(of: link, in: note.path, note.anchors) }
        guard let target = LinkTarget(of: link, in: note.path) else { return nil }
        switch resolver.destination(of: target, from: note.path) {
        case .note(let path): return missingAnchor(of: link, in: path, anchors[PathKey(path)] ?? [])
        case .ambiguous(let paths):
            return Issue(
                .ambiguousLink, .warning, line: link.line,
                "“\(link.target)” names \(paths.count) notes: \(paths.joined(separator: ", ")); write the path")
        case .missing:
            guard !files.hold(target, writtenIn: note.path) else { return nil }
            // A link to a note not yet written is usual in Obsidian; a Markdown link to nothing is broken.
            let severity: Issue.Severity = link.kind == .wiki ? .remark : .warning
            return Issue(.unresolvedLink, severity, line: link.line, "no note or file for “\(link.target)”")
        }
    }

    private func missingAnchor(of link: Link, in path: String, _ anchors: Set<String>) -> Issue? {
        guard let anchor = link.anchor, let last = anchor.split(separator: "#").last, link.kind != .image else {
            return nil
        }
        let wanted = String(last)
        guard !anchors.contains(wanted.lowercased()), !anchors.contains(Examination.folded(wanted)) else { return nil }
        return Issue(.missingAnchor, .remark, line: link.line, "\(path) has no heading or block “\(wanted)”")
    }

    /// Lower-case letters and digits only: Obsidian drops marks from headings in links.
    private static func folded(_ heading: String) -> String {
        heading.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}
