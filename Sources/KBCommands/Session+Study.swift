internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

extension Session {
    /// The checklist of a topic; an empty one, with a remark, when nothing in the notes treats it.
    func checklist(
        about topic: [String], options: ChecklistOptions, of base: KnowledgeBase
    ) throws(Failure) -> Checklist {
        do throws(Failure) {
            return try ask(base) { base throws(KnowledgeBaseError) in try base.checklist(of: topic, options: options) }
        } catch {
            switch error {
            case .engine(.noSuchConcept(let name, let nearest)), .engine(.noSuchTopic(let name, let nearest)):
                // A question that nothing answers, not a slip: a topic may be any words.
                remark([KnowledgeBaseError.noSuchTopic(name, nearest: nearest).message])
                return Checklist(topic: name, groups: [])
            default: throw error
            }
        }
    }

    /// Writes `actions` into the log; they are on the disk when it returns.
    func record(_ actions: [StudyEvent.Action], in base: KnowledgeBase) throws(Failure) {
        do {
            try base.record(actions, at: now)
        } catch {
            throw .engine(error)
        }
    }
}
