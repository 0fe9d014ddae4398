import KBModel

/// Which words end the names that the notes treat: `learning` where `active learning` and `online learning` stand alone.
struct Kin {
    /// A last word is usual when so many other names have it.
    private static let leastNames = 2

    private let merging: ConceptMerging
    /// By stem of a last word: how many treated names end with it.
    private var names: [Int]
    /// By stem: whether the word alone is a telling term of several notes.
    private var terms: [Bool]
    /// In so many notes.
    private static let leastNotes = 2

    init(_ merging: ConceptMerging) {
        self.merging = merging
        names = [Int](repeating: 0, count: merging.phrases.wordCount + 1)
        terms = [Bool](repeating: false, count: names.count)
        for group in merging.groups.indices where merging.phrases[group].count > 1 && isTreated(group) {
            guard let last = merging.phrases[group].last else { continue }
            let stem = Int(merging.phrases.stem(of: last))
            while names.count <= stem { names.append(0) }
            names[stem] += 1
        }
        for group in merging.groups.indices where merging.phrases[group].count == 1 {
            guard merging.groups[group].notes.count >= Kin.leastNotes, let word = merging.phrases[group].first else {
                continue
            }
            let stem = Int(merging.phrases.stem(of: word))
            guard terms.indices.contains(stem), !terms[stem] else { continue }
            terms[stem] = merging.phrases.withLetters(of: word) { WordShape($0).kind == .telling }
        }
    }

    /// Whether names that the notes treat often end as `words` do, not counting that of `group`; or whether what stands
    /// before the last is itself a term of several notes: `baseline model` beside `baseline`.
    func isUsual(_ words: ArraySlice<Int32>, beside group: Int?) -> Bool {
        guard let last = words.last, let first = words.first else { return false }
        let stem = Int(merging.phrases.stem(of: last))
        let others = names.indices.contains(stem) ? names[stem] - (group.map(isTreated) == true ? 1 : 0) : 0
        return others >= Kin.leastNames || words.count == 2 && isTerm(first)
    }

    /// Whether `word` alone is a telling term of several notes.
    private func isTerm(_ word: Int32) -> Bool {
        let stem = Int(merging.phrases.stem(of: word))
        return terms.indices.contains(stem) && terms[stem]
    }

    private func isTreated(_ group: Int) -> Bool {
        let counts = merging.groups[group].counts
        return counts[.alone] + counts[.heading] + counts[.lead] + counts[.tag] + counts[.title] > 0
    }
}
