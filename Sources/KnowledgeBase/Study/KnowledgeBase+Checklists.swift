import KBConcepts
public import KBModel
public import KBStudy

extension KnowledgeBase {
    /// What the notes say is to be done, asked and known about a topic, each point once; see ``scope(of:)`` for topics.
    ///
    /// - Throws: as ``scope(of:)`` does.
    public func checklist(
        of topic: [String], options: ChecklistOptions = ChecklistOptions()
    ) throws(KnowledgeBaseError) -> Checklist {
        let scope = try scope(of: topic)
        let loaded = vault.settings.concepts ? try catalog() : nil
        let state = try studyState()
        let known = state.anchors.filter { $0.value.kind == .checklist }
        let paths = try allNotes().map(\.path)
        let reader = ChecklistReader(
            vault: vault, paths: paths, scope: scope, finder: loaded?.finder, needsAnchors: !known.isEmpty,
            progress: progress)
        var gathered = reader.gather()
        gathered.identify(known)
        var checklist = ChecklistBuilder(
            gathered.notes, concepts: loaded?.catalog.concepts ?? [], words: gathered.words, state: state
        ).checklist(topic: scope?.title, options: options)
        checklist.hidden += gathered.hidden
        return checklist
    }
}
