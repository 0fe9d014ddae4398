import KBModel

/// The steps that the lines of some notes belong to.
struct StepTable {
    /// One step, as several notes call it.
    struct Step {
        /// How often each title is used.
        var titles: [String: Int] = [:]
        var minutes: Minutes?
        /// Paths of the notes that have it.
        var notes: Set<String> = []

        /// The title most used; the shorter of equals, then the first in byte order.
        var title: String {
            titles.max { a, b in
                if a.value != b.value { return a.value < b.value }
                if a.key.utf8.count != b.key.utf8.count { return a.key.utf8.count > b.key.utf8.count }
                return b.key.utf8.lexicographicallyPrecedes(a.key.utf8)
            }?.key ?? ""
        }
    }

    private(set) var steps: [Step] = []
    /// For each note, for each line, the step.
    private(set) var stepOfLine: [[Int]] = []
    /// For each note, the steps in its order.
    private(set) var sequences: [[Int]] = []

    private let names = StepNames()
    private var stepOfKey: [String: Int] = [:]

    init(_ notes: [GatheredNote]) {
        collectKeys(notes)
        for note in notes { read(note) }
    }

    /// Finds the keys of all headings, and joins `A and B` with `A`.
    private mutating func collectKeys(_ notes: [GatheredNote]) {
        var alone: Set<String> = []
        var keys: [StepNames.Key] = []
        for note in notes {
            for heading in note.lines.headings where !heading.title.isEmpty {
                let key = names.key(of: heading.title)
                if key.sides.count == 1 { alone.insert(key.whole) }
                keys.append(key)
            }
        }
        for key in keys where stepOfKey[key.whole] == nil && key.sides.count <= 1 { addKey(key.whole) }
        for key in keys where stepOfKey[key.whole] == nil {
            if let side = key.sides.first(where: { alone.contains($0) }), let step = stepOfKey[side] {
                stepOfKey[key.whole] = step
            } else {
                addKey(key.whole)
            }
        }
    }

    private mutating func addKey(_ key: String) {
        stepOfKey[key] = steps.count
        steps.append(Step())
    }

    private func step(of title: String) -> Int? { stepOfKey[names.key(of: title).whole] }

    private mutating func read(_ note: GatheredNote) {
        let lines = note.lines
        var hasChildren = [Bool](repeating: false, count: lines.lines.count)
        for line in lines.lines { if let parent = line.parent { hasChildren[parent] = true } }
        var own: [Int?] = Array(repeating: nil, count: lines.lines.count)
        var ofLines: [Int] = []
        var sequence: [(line: Int, step: Int)] = []
        for heading in lines.headings where !heading.title.isEmpty {
            guard let step = step(of: heading.title) else { continue }
            sequence.append((heading.lines.first, step))
        }
        for (index, line) in lines.lines.enumerated() {
            if let step = step(of: line.text) {
                sequence.append((line.line, step))
                if hasChildren[index] { own[index] = step }
            }
            if own[index] == nil, let parent = line.parent {
                own[index] = own[parent]
            }
            ofLines.append(own[index] ?? stepOfHeading(line, lines))
        }
        stepOfLine.append(ofLines)
        sequences.append(sequence.sorted { ($0.line, $0.step) < ($1.line, $1.step) }.map(\.step))
        for (index, isInScope) in zip(note.taken, note.isInScope) where isInScope {
            use(ofLines[index], lines.lines[index], lines)
        }
    }

    /// The step of the nearest heading with words; without one, that of the note's title.
    private mutating func stepOfHeading(_ line: ChecklistLine, _ note: NoteLines) -> Int {
        var current: Int? = line.section
        while let index = current, note.headings.indices.contains(index) {
            if let step = step(of: note.headings[index].title), !note.headings[index].title.isEmpty { return step }
            current = note.headings[index].parent
        }
        let key = names.key(of: note.title).whole
        if stepOfKey[key] == nil { addKey(key) }
        return stepOfKey[key] ?? 0
    }

    private mutating func use(_ step: Int, _ line: ChecklistLine, _ note: NoteLines) {
        guard steps.indices.contains(step) else { return }
        let isFirst = steps[step].notes.insert(note.path).inserted
        guard isFirst || steps[step].titles.isEmpty else { return }
        var title = note.title
        var current: Int? = line.section
        while let index = current, note.headings.indices.contains(index) {
            let heading = note.headings[index]
            if !heading.title.isEmpty {
                title = heading.title
                if self.step(of: title) == step { add(heading.minutes, to: step) }
                break
            }
            current = heading.parent
        }
        // A step that is a list item in this note takes its name from those where it is a heading.
        if self.step(of: title) == step || steps[step].titles.isEmpty { steps[step].titles[title, default: 0] += 1 }
    }

    private mutating func add(_ minutes: Minutes?, to step: Int) {
        guard let minutes else { return }
        guard let known = steps[step].minutes else { return steps[step].minutes = minutes }
        steps[step].minutes = Minutes(min(known.min, minutes.min), max(known.max, minutes.max))
    }
}
