import KBEdit
import KBModel
import KBStore

/// What keeps the links of other notes when the note of a day is made.
extension AdditionPlanner {
    /// The note elsewhere that has the file name of the daily note at `path`, which is not there yet.
    func namesake(of path: String, called name: String) -> String? {
        if !base.isOpened { base.openIndex() }
        return freeName(name, in: FilePath.parent(of: path) ?? "").namesake
    }

    /// The plan, with links of other notes made exact that would mean the new note of a day instead of its namesake.
    ///
    /// A new note of another kind gets a name of its own; the name of this one is given.
    func keepingLinks(_ planned: PlannedAddition) -> PlannedAddition {
        guard planned.isNew, case .daily = addition.place, let namesake = planned.namesake else { return planned }
        var result = planned
        var words = "\(namesake) has that name too"
        // What someone wrote is added even where the index cannot tell which links there are.
        if let kept = try? exactLinks(besides: planned.path) {
            let names = kept.changes.map(\.path)
            // Notes of other months have the name by right when the folder tells the month.
            if names.isEmpty, vault.settings.dailyFormat.contains("/") { return planned }
            if !names.isEmpty { words += ", and links to it are made exact in \(names.joined(separator: ", "))" }
            result.plan = ChangePlan(
                title: planned.plan.title, changes: planned.plan.changes + kept.changes,
                replacements: kept.replacements,
                // That links to the day lead somewhere now is as it should be.
                remarks: planned.plan.remarks + kept.remarks.filter { $0.kind != .found })
        } else {
            words += "; links to it may mean the new note"
        }
        words += "; `daily.folder` says where daily notes are"
        result.plan.remarks.insert(ChangeRemark(.namesake, path: "", words), at: 0)
        return result
    }

    /// The changes of links that a note at `path`, which is not there yet, would take from other notes.
    private func exactLinks(besides path: String) throws(KnowledgeBaseError) -> ChangePlan {
        try base.prepareToPlan()
        let links = try base.asking { store throws(StoreError) in try VaultLinks(store) }
        let before = VaultLinkMap(links, root: vault.root)
        let after = VaultLinkMap(links, root: vault.root, with: [(path: path, aliases: [])])
        var planner = ArrivalPlanner(
            moves: MoveSet(files: []), source: before.end, before: before.end, after: after.end)
        for other in MovedNames(arriving: [path], aliases: []).notesConcerned(links) {
            planner.standing(try base.library.readBytes(at: other), path: other)
        }
        return planner.plan(title: "")
    }
}
