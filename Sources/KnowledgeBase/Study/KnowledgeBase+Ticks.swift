public import KBModel
import KBParse
public import KBStudy

extension KnowledgeBase {
    // MARK: - Ticks

    /// The lines of all notes that stand on checklists, by path in byte order, then by line.
    ///
    /// Reads every note: a line is only known again when all that could be taken for it are seen.
    public func studyLines() throws(KnowledgeBaseError) -> [StudyLine] {
        let state = try studyState()
        let lines = try anchoredLines()
        let known = state.anchors.filter { $0.value.kind == .checklist }
        let matches = IdentityMatcher(known).match(lines.map(\.anchor)).matches
        return zip(lines, matches).map { line, match in
            StudyLine(
                id: match.id, anchor: line.anchor, line: line.line, isTicked: state.ticks[match.id] != nil,
                isTickedInNote: line.isTickedInNote,
                isChanged: match.isChanged || state.changed.contains(match.id), isMoved: match.isMoved)
        }
    }

    /// Ticks the lines that `references` name, all or none, and says which; see ``lines(_:from:among:)`` for references.
    ///
    /// A line that is ticked already stays so.
    /// - Throws: ``KnowledgeBaseError/noSuchLine(_:nearest:)``, ``KnowledgeBaseError/ambiguousLine(_:choices:)``, and what
    ///   ``record(_:at:)`` throws.
    @discardableResult
    public func tick(
        _ references: [String], from workingFolder: String? = nil, at now: Instant
    ) throws(KnowledgeBaseError) -> [StudyLine] {
        let lines = try studyLines()
        let found = try self.lines(references, from: workingFolder, among: lines)
        try record(found.filter { !$0.isTicked }.flatMap { $0.events(.tick($0.id)) }, at: now)
        return found
    }

    /// Takes back the ticks of the lines that `references` name, and of all that stand on a checklist as one item with
    /// them, all or none.
    ///
    /// - Returns: The lines that were named; of each, whether it or what is one item with it was ticked until now.
    /// - Throws: as ``tick(_:from:at:)``.
    @discardableResult
    public func untick(
        _ references: [String], from workingFolder: String? = nil, at now: Instant
    ) throws(KnowledgeBaseError) -> [StudyLine] {
        let lines = try studyLines()
        var named = try self.lines(references, from: workingFolder, among: lines)
        let ticked = lines.filter(\.isTicked)
        let items = ticked.isEmpty ? [] : try checklist(of: []).items
        var unticked: [StudyID] = []
        for index in named.indices {
            let line = named[index]
            let places = Set(items.first { $0.sources.contains(line.source) }?.sources ?? [])
            let mates = ticked.filter { $0.id == line.id || places.contains($0.source) }
            named[index].isTicked = !mates.isEmpty
            unticked += mates.map(\.id).filter { !unticked.contains($0) }
        }
        try record(unticked.map(StudyEvent.Action.untick), at: now)
        return named
    }

    // MARK: - Lines

    /// The lines that `references` name, each once, in the order named: ids, beginnings of ids, or places written as
    /// `path:line`, where the path is that of a note in any of the ways ``note(_:from:)`` takes.
    private func lines(
        _ references: [String], from workingFolder: String?, among lines: [StudyLine]
    ) throws(KnowledgeBaseError) -> [StudyLine] {
        let lookup = LineLookup(lines)
        var found: [StudyLine] = []
        for reference in references {
            let meaning: LineLookup.Meaning
            if reference.contains(":") {
                let (note, _, line) = try note(reference, from: workingFolder)
                meaning = line.map { lookup.line(at: Source(path: note.path, line: $0)) } ?? .unknown(nearest: [])
            } else {
                meaning = lookup.line(id: reference)
            }
            switch meaning {
            case .line(let index): if !found.contains(lines[index]) { found.append(lines[index]) }
            case .ambiguous(let choices): throw .ambiguousLine(reference, choices: choices.map { lines[$0].choice })
            case .unknown(let nearest): throw .noSuchLine(reference, nearest: nearest.map { lines[$0].choice })
            }
        }
        return found
    }

    /// A line before it is known again.
    private struct AnchoredLine {
        var anchor: Anchor
        var line: Int
        var isTickedInNote: Bool
    }

    private func anchoredLines() throws(KnowledgeBaseError) -> [AnchoredLine] {
        typealias Stream = NoteStream<[AnchoredLine]>
        @Sendable func maker() -> Stream.Maker {
            let reader = LineReader()
            return { note, _ in
                let lines = reader.lines(of: note)
                return lines.lines.indices.map { index in
                    let line = lines.lines[index]
                    return AnchoredLine(
                        anchor: lines.anchor(of: index), line: line.line, isTickedInNote: line.isTicked ?? false)
                }
            }
        }
        let paths = try allNotes().map(\.path)
        let stream = Stream(vault: vault, paths: paths, progress: progress, maker: maker(), otherMaker: maker)
        var lines: [AnchoredLine] = []
        while let made = stream.nextMade() { lines += made }
        return lines
    }
}

extension StudyLine {
    /// As an error names it: id, words and place.
    fileprivate var choice: String { "\(id)  \(anchor.text)  \(anchor.path):\(line)" }
}
