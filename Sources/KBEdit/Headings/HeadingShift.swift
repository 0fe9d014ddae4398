internal import KBModel

/// The headings of a note before and after some of them got other words.
struct HeadingShift: Sendable {
    let old: AnchorFinder
    let new: AnchorFinder
    /// The sections whose words change.
    let renamed: Set<Int>

    /// What happens to the headings when `before` becomes `after`; nil when nothing does, or when the two do not have the same
    /// sections.
    init?(from before: Note, to after: Note) {
        let isSame = before.sections.elementsEqual(after.sections) { $0.kind == $1.kind && $0.level == $1.level }
        guard isSame else { return nil }
        renamed = Set(
            before.sections.indices.filter { number in
                let (old, new) = (before.sections[number], after.sections[number])
                return !VaultPath.same(before.text(old.title), after.text(new.title))
            })
        guard !renamed.isEmpty else { return nil }
        old = AnchorFinder(before)
        new = AnchorFinder(after)
    }
}
