public import KBConcepts
import KBModel

/// Makes one checklist of the lines that some notes have on a topic.
public struct ChecklistBuilder {
    private let notes: [GatheredNote]
    private let state: StudyState?
    private let reader: LineBagReader
    private let weights: FoldWeights

    /// A line that was taken.
    private struct Place: Hashable {
        var note: Int
        var line: Int
        /// Its place among those taken of its note.
        var taken: Int
    }

    /// A builder for `notes`, which are by path.
    ///
    /// - Parameters:
    ///   - concepts: Whose spellings count as the same words.
    ///   - words: What was counted in all lines of the vault.
    ///   - state: What is ticked.
    public init(_ notes: [GatheredNote], concepts: [CatalogConcept], words: VaultWords, state: StudyState?) {
        self.notes = notes
        self.state = state
        reader = LineBagReader(concepts, slips: words.slips())
        weights = FoldWeights(words)
    }

    /// The checklist of a topic called `topic`.
    public func checklist(topic: String?, options: ChecklistOptions) -> Checklist {
        var places: [Place] = []
        for (note, gathered) in notes.enumerated() {
            for (taken, line) in gathered.taken.enumerated() {
                places.append(Place(note: note, line: line, taken: taken))
            }
        }
        let steps = StepTable(notes)
        let bags = places.map { weights.weighed(bag($0)) }
        let rules = FoldRules(weights: weights, bags: bags)
        let wanted = places.map { notes[$0.note].isInScope[$0.taken] }
        let folding = LineFolding(bags, wanted: wanted, rules)
        var members: [Int: [Int]] = [:]
        for (index, group) in folding.groups.enumerated() { members[group, default: []].append(index) }
        members = members.filter { $0.value.contains { wanted[$0] } }
        var order = StepOrder(count: steps.steps.count)
        for sequence in steps.sequences { order.add(sequence) }
        let points = members.keys.sorted().map { key in
            point(members[key] ?? [key], places, steps)
        }
        let layout = ChecklistLayout(points, steps: steps.steps, order: order.order(names: steps.steps.map(\.title)))
        return layout.checklist(topic: topic, options: options)
    }

    private func line(_ place: Place) -> ChecklistLine { notes[place.note].lines.lines[place.line] }

    private func bag(_ place: Place) -> LineBag {
        let note = notes[place.note].lines
        let line = self.line(place)
        var above = note.headingPath(of: line.section)
        if above.first == note.title { above.removeFirst() }
        return reader.bag(
            line.text, above: above + line.parents, note: place.note, list: line.parent ?? -1 - line.section)
    }

    /// One item of the lines with these indexes among `places`.
    private func point(_ indexes: [Int], _ places: [Place], _ steps: StepTable) -> ChecklistPoint {
        let own = indexes.filter { notes[places[$0].note].isInScope[places[$0].taken] }
        let lead = own.min { isBetter(self.line(places[$0]), self.line(places[$1]), $0, $1) } ?? 0
        let place = places[lead]
        let line = self.line(place)
        let ids = indexes.map { notes[places[$0].note].ids[places[$0].taken] }
        let id = ids.first { state?.ticks[$0] != nil } ?? notes[place.note].ids[place.taken]
        let sources = indexes.map { Source(path: notes[places[$0].note].lines.path, line: self.line(places[$0]).line) }
        let first = Source(path: notes[place.note].lines.path, line: line.line)
        let isTicked = ids.contains { state?.ticks[$0] != nil }
        let answers = indexes.map { self.line(places[$0]).answer }.filter { !$0.isEmpty }
        var concepts: [String] = []
        for index in [lead] + indexes.filter({ $0 != lead }) {
            for name in notes[places[index].note].concepts[places[index].taken] where !concepts.contains(name) {
                concepts.append(name)
            }
        }
        let item = Checklist.Item(
            id: id, text: line.text, context: line.parents,
            sources: [first] + sources.filter { $0 != first }.sorted(), concepts: concepts,
            minutes: line.minutes ?? indexes.lazy.compactMap { self.line(places[$0]).minutes }.first,
            isDone: isTicked || indexes.allSatisfy { self.line(places[$0]).isTicked ?? false },
            isChanged: ids.contains { state?.changed.contains($0) ?? false }, isQuestion: line.isQuestion, level: 0,
            answer: answers.joined(separator: "\n"))
        return ChecklistPoint(
            item: item, step: steps.stepOfLine[place.note][place.line],
            lead: ChecklistPoint.Key(note: place.note, line: place.line),
            lines: indexes.map { ChecklistPoint.Key(note: places[$0].note, line: places[$0].line) },
            parent: line.parent.map { ChecklistPoint.Key(note: place.note, line: $0) })
    }

    /// Whether one wording is better to show than another: whole, short but not a single word, without a remainder.
    private func isBetter(_ a: ChecklistLine, _ b: ChecklistLine, _ first: Int, _ second: Int) -> Bool {
        let (one, other) = (ChecklistBuilder.clumsiness(a.text), ChecklistBuilder.clumsiness(b.text))
        return one != other ? one < other : first < second
    }

    private static func clumsiness(_ text: String) -> Int {
        let length = text.utf8.count
        var points = length < shortest ? shortest - length : max(0, length - longest) / 4
        if text.hasSuffix(":") { points += 20 }
        if text.contains("(") { points += 5 }
        return points
    }

    /// Wordings of at least so many bytes say what is meant, of at most so many are read at a glance.
    private static let shortest = 16
    private static let longest = 90
}
