internal import KBEdit
public import KBModel
import KBStore

extension KnowledgeBase {
    /// So often a change is planned anew when others were faster: more than there are programs adding at one time.
    private static let mostTries = 50

    // MARK: - Adding

    /// Works out what `addition` changes. Nothing is written.
    ///
    /// A new note gets a name that no other has, as far as the index tells; when `isThorough`, that is brought up to date first.
    /// What goes into a note that is there stands behind everything at its place.
    /// - Throws: ``KnowledgeBaseError/noSuchNote(_:nearest:)`` and ``KnowledgeBaseError/noSuchHeading(_:note:nearest:)``
    ///   unless what is missing is to be made, ``KnowledgeBaseError/noSuchTemplate(_:nearest:)``, and
    ///   ``KnowledgeBaseError/refused(_:)`` for what cannot be added.
    public func planned(
        _ addition: Addition, isThorough: Bool = false
    ) throws(KnowledgeBaseError) -> PlannedAddition {
        // Where there can be no index, notes are added all the same.
        if isThorough, !isOpened { openIndex() }
        return try AdditionPlanner(base: self, addition: addition).planned()
    }

    /// What an editor opens on so that someone writes the text of `addition`: the new note as it is known by now, or the text
    /// that goes into another, with the line for the cursor, counted from 1.
    public func draft(of addition: Addition) throws(KnowledgeBaseError) -> (bytes: [UInt8], line: Int) {
        try AdditionPlanner(base: self, addition: addition).draft()
    }

    /// Opens the index, if that can be.
    func openIndex() { try? asking { _ throws(StoreError) in } }

    /// Makes an addition, and brings the index up to date; unless `isThorough`, only if this run did not do so before. When another program took the name or
    /// changed the note meanwhile, it is worked out anew.
    ///
    /// - Returns: What was made.
    public func make(
        _ planned: PlannedAddition, isThorough: Bool = true
    ) throws(KnowledgeBaseError) -> PlannedAddition {
        var current = planned
        let isFresh = isOpened
        for attempt in 1... {
            do throws(ChangeFailure) {
                try make(current.plan)
                break
            } catch {
                let failure = KnowledgeBase.failure(error)
                guard attempt < KnowledgeBase.mostTries, error.isOvertaken else { throw failure }
                library.forget()
                let next = try self.planned(current.addition)
                guard next.plan != current.plan else { throw failure }
                current = next
            }
        }
        forgetNotes(refreshing: isThorough || !isFresh)
        return current
    }
}

extension ChangeFailure {
    /// Whether another program was faster, so that planning anew may help.
    fileprivate var isOvertaken: Bool {
        switch self {
        case .changedMeanwhile, .taken: true
        default: false
        }
    }
}
