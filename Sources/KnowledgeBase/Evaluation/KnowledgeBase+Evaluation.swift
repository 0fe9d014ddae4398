internal import KBEval
public import KBModel
internal import KBStore

extension KnowledgeBase {
    /// Searches for each of `queries` and names what was found as judgements do.
    ///
    /// - Parameters:
    ///   - options: How to search; ``SearchOptions/limit`` counts documents.
    ///   - unit: What counts as one document, for each query.
    /// - Returns: A ranking for each query, in order; one without documents for a query that asks nothing.
    public func run(
        _ queries: [EvaluationQuery], options: SearchOptions, today: Day,
        by unit: (EvaluationQuery) -> DocumentUnit = { _ in .note }
    ) throws(KnowledgeBaseError) -> Run {
        let documents = try documents()
        var run = Run()
        for query in queries {
            let unit = unit(query)
            var options = options
            options.groupsByNote = unit == .note
            // Only a section is called by a line.
            options.readsNotes = unit == .section
            var hits: [Hit] = []
            do throws(KnowledgeBaseError) {
                hits = try search(query.text, options: options, today: today).hits
            } catch .query(.nothingRequired, _) {
                // A text of marks alone asks nothing, and finds nothing.
            }
            run.rankings.append(
                Run.Ranking(
                    query: query.id, inOrder: hits.map { (documents.id(of: $0, as: unit), $0.score) }))
        }
        return run
    }

    /// Finds the notes and sections that judgements of the file `name` are about.
    ///
    /// - Throws: ``KnowledgeBaseError/malformed(path:line:message:)`` when a query has judgements of whole notes and of
    ///   sections: no run can hold both.
    public func resolve(
        _ judgements: [Judgement], of name: String
    ) throws(KnowledgeBaseError) -> ResolvedJudgements {
        let documents = try documents()
        var resolved = ResolvedJudgements()
        var firstLines: [String: Int] = [:]
        for judgement in judgements {
            let (id, unit, isKnown) = place(of: judgement.document, among: documents)
            if !isKnown { resolved.unknown.append(judgement) }
            if let unit {
                let other = resolved.units.updateValue(unit, forKey: judgement.query)
                if let other, other != unit {
                    throw .malformed(
                        path: name, line: judgement.line,
                        message: "query \(judgement.query) has \(other)s judged "
                            + "(line \(firstLines[judgement.query] ?? 1)) and here a \(unit); judge one kind only")
                }
                if other == nil { firstLines[judgement.query] = judgement.line }
            }
            let known = resolved.grades[judgement.query]?[id]
            resolved.grades[judgement.query, default: [:]][id] = max(judgement.grade, known ?? judgement.grade)
        }
        return resolved
    }

    private func documents() throws(KnowledgeBaseError) -> VaultDocuments {
        VaultDocuments(try asking { store throws(StoreError) in try store.stamps() }.map(\.path))
    }

    /// What a run calls the document that a judgement names, and what it is; nil for a name that may be either.
    private func place(
        of document: String, among documents: VaultDocuments
    ) -> (id: String, unit: DocumentUnit?, isKnown: Bool) {
        if let path = documents.path(of: document) { return (documents.id(ofNote: path), .note, true) }
        let reference = NoteReference(document)
        guard let place = reference.place else { return (DocumentName.encoded(document), .note, false) }
        // A heading or line that is not there any more is a section nevertheless, and one that no run can hold.
        let missing = DocumentName.encoded(document) + "?"
        guard let path = documents.path(of: reference.name) else { return (missing, nil, false) }
        guard let note = library.note(at: path)?.note, let found = try? HeadingLookup(note).find(place),
            let section = found.section, note.sections.indices.contains(section)
        else { return (missing, .section, false) }
        return (documents.id(ofSection: note.sections[section].lines.first, in: path), .section, true)
    }
}
