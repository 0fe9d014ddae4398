import KBModel
import KBRank
import KBStore

/// Finds the sections of a vault that say what a draft says.
struct AdviceDuplicates {
    let store: Store
    let library: NoteLibrary
    let draft: AdviceDraft
    let found: AdvicePostings
    /// The path of the note that the draft goes into or will be.
    let target: String

    /// The most sections told.
    static let most = 5
    /// The sections compared with one part of the draft. The copy is among the first twenty, even with half of its words
    /// changed; the others tell what is usual to say.
    private static let compared = 20
    /// The most sections compared with all parts together.
    private static let comparedInAll = 60
    /// A part needs so many words that are not common to be looked for by them alone.
    private static let fewWords = 3
    /// Else so many common ones are looked up as well.
    private static let mostCommonWords = 8
    /// In at most so many sections.
    private static let mostCommonSections = 50_000
    /// No more of a section is compared: it bounds the time that a list of thousands of lines takes.
    private static let longestSection = 4 * AdviceDraft.longestPart

    /// A section that says the same as a part of the draft.
    private struct Finding {
        var location: SectionLocation
        var likeness: Double
        /// How many words of the draft it says.
        var words: Double
        /// The first of its words that the draft has.
        var start: Place
    }

    /// A byte of a section, wherever the section stands in ``Note/plain``: that depends on which sections are read.
    private struct Place {
        var isInTitle: Bool
        var offset: Int
    }

    /// The words of a section, without the note they stand in, which may be large.
    private struct SectionWords {
        var location: SectionLocation
        var numbers: [Int32]
        var starts: [Place]
    }

    /// The sections that say the same, those that say most of the draft first, ties by path and line; with their numbers.
    func duplicates() throws(StoreError) -> (told: [DraftAdvice.Duplicate], sections: Set<UInt32>) {
        var scores = SectionScores(capacity: try store.sections().features.count)
        let order = try SectionOrder(store)
        let limit = max(8, AdviceDuplicates.comparedInAll / max(1, draft.parts.count))
        var best: [UInt32: Finding] = [:]
        for part in draft.parts where DraftLikeness.isSame(1, words: part.count) {
            let candidates = try candidates(
                for: part, &scores, order, limit: min(AdviceDuplicates.compared, limit))
            let texts = read(candidates)
            let results = DraftLikeness(part, rarities: found.rarities).results(in: texts.map(\.numbers))
            for (text, result) in zip(texts, results) {
                guard DraftLikeness.isSame(result.likeness, words: part.count), let start = result.start else {
                    continue
                }
                let finding = Finding(
                    location: text.location, likeness: result.likeness, words: result.share * Double(part.count),
                    start: text.starts[start])
                if finding.words > best[text.location.section]?.words ?? -1 { best[text.location.section] = finding }
            }
        }
        let ordered = best.values.sorted { a, b in
            if a.words != b.words { return a.words > b.words }
            if a.likeness != b.likeness { return a.likeness > b.likeness }
            return a.location.path == b.location.path
                ? a.location.ordinal < b.location.ordinal : ByteOrder.precedes(a.location.path, b.location.path)
        }
        return (ordered.prefix(AdviceDuplicates.most).compactMap { duplicate($0) }, Set(best.keys))
    }

    // MARK: - Candidates

    private func candidates(
        for part: [Int32], _ scores: inout SectionScores, _ order: SectionOrder, limit: Int
    ) throws(StoreError) -> [SectionLocation] {
        scores.removeAll()
        var seen: Set<Int32> = []
        let distinct = part.filter { $0 > 0 && seen.insert($0).inserted }
        var used = 0
        for word in distinct {
            guard let postings = found.postings[Int(word)], !postings.isEmpty else { continue }
            scores.add(found.rarities[Int(word)], to: postings)
            used += 1
        }
        if used < AdviceDuplicates.fewWords {
            let common = distinct.filter { found.postings[Int($0)] == nil }
            for word in common.prefix(AdviceDuplicates.mostCommonWords) {
                guard let token = draft.words.tokens[Int(word)] else { continue }
                let postings = try store.postings(
                    for: MatchLeaf(.words([token])), atMost: AdviceDuplicates.mostCommonSections)
                scores.add(max(found.rarities[Int(word)], 0.1), to: postings)
            }
        }
        // Of sections with the same words the shorter says less besides.
        let lengths = try store.sections().table.lengths
        let sections = scores.best(limit) { first, second in
            let (short, long) = (lengths[first], lengths[second])
            return short == long ? order.isBefore(first, second) : short < long
        }
        return try store.locate(sections: sections.map { UInt32(truncatingIfNeeded: $0.section) })
    }

    /// The words of `sections`, those of one note read together; notes that have changed since are left out.
    private func read(_ sections: [SectionLocation]) -> [SectionWords] {
        let sorted = sections.sorted { ($0.note, $0.ordinal) < ($1.note, $1.ordinal) }
        var texts: [UInt32: SectionWords] = [:]
        var rest = sorted[...]
        while let first = rest.first {
            let here = rest.prefix { $0.note == first.note }
            rest = rest.dropFirst(here.count)
            guard let read = library.note(at: first.path, sections: here.map(\.ordinal), ifContentIs: first.hash),
                read.hash == first.hash
            else { continue }
            for location in here where read.note.sections.indices.contains(location.ordinal) {
                texts[location.section] = words(of: location, in: read.note)
            }
        }
        return sections.compactMap { texts[$0.section] }
    }

    private func words(of location: SectionLocation, in note: Note) -> SectionWords {
        let section = note.sections[location.ordinal]
        var words = SectionWords(location: location, numbers: [], starts: [])
        // The text first: where it says the same is what is shown, and not that the heading has some of its words.
        for (range, isInTitle) in [(section.body, false), (section.title, true)] {
            let found = draft.words.words(in: note.plain[range.clamped(to: note.plain.indices)])
            let room = AdviceDuplicates.longestSection - words.numbers.count
            words.numbers += found.numbers.prefix(room)
            words.starts += found.starts.prefix(room).map { Place(isInTitle: isInTitle, offset: $0) }
        }
        return words
    }

    // MARK: - What is told

    private func duplicate(_ finding: Finding) -> DraftAdvice.Duplicate? {
        let location = finding.location
        let read = library.note(at: location.path, sections: [location.ordinal], ifContentIs: location.hash)
        guard let note = read?.note, read?.hash == location.hash, note.sections.indices.contains(location.ordinal)
        else { return nil }
        let section = note.sections[location.ordinal]
        let start = (finding.start.isInTitle ? section.title : section.body).lowerBound + finding.start.offset
        let line = note.line(ofPlain: start)
        let shown = AdviceExcerpt.range(from: start, in: section, of: note)
        return DraftAdvice.Duplicate(
            path: location.path, line: line, title: note.title, headingPath: note.headingPath(of: location.ordinal),
            share: min(1, finding.words / Double(max(1, draft.wordCount))),
            excerpt: AdviceExcerpt.text(shown, of: note), isInTarget: location.path == target)
    }
}

/// Words of a section to show.
enum AdviceExcerpt {
    /// What fits on a line beside a path.
    private static let length = 100

    /// From the line of `start` to the end of `section`.
    static func range(from start: Int, in section: Section, of note: Note) -> Range<Int> {
        let body = section.body.clamped(to: note.plain.indices)
        guard body.contains(start) else { return body.isEmpty ? section.title : body }
        let line = note.plain[body.lowerBound..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? body.lowerBound
        return line..<body.upperBound
    }

    /// The first words of `range`, on one line.
    static func text(_ range: Range<Int>, of note: Note) -> String {
        Snippet(of: note.plain, in: range, matches: [], length: length).text
    }
}
