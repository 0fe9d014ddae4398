import KBModel

/// Which words end the names that the notes treat: `learning` where `active learning` and `online learning` stand alone.
struct Kin {
    /// A last word is usual when so many other names have it.
    private static let leastNames = 2

    private let merging: ConceptMerging
    /// By stem of a last word: how many treated names end with it.
    private var names: [Int]

    init(_ merging: ConceptMerging) {
        self.merging = merging
        names = [Int](repeating: 0, count: merging.phrases.wordCount + 1)
        for group in merging.groups.indices where merging.phrases[group].count > 1 && isTreated(group) {
            guard let last = merging.phrases[group].last else { continue }
            let stem = Int(merging.phrases.stem(of: last))
            while names.count <= stem { names.append(0) }
            names[stem] += 1
        }
    }

    /// Whether names that the notes treat often end with `word`, not counting that of `group`.
    func isUsual(_ word: Int32?, beside group: Int?) -> Bool {
        guard let word else { return false }
        let stem = Int(merging.phrases.stem(of: word))
        guard names.indices.contains(stem) else { return false }
        return names[stem] - (group.map(isTreated) == true ? 1 : 0) >= Kin.leastNames
    }

    private func isTreated(_ group: Int) -> Bool {
        let counts = merging.groups[group].counts
        return counts[.alone] + counts[.heading] + counts[.lead] + counts[.tag] + counts[.title] > 0
    }
}
