import KBModel

/// Puts items in order: steps, items of a step, and those that belong to another below it.
struct ChecklistLayout {
    private var points: [ChecklistPoint]
    private let steps: [StepTable.Step]
    private let order: [Int]
    /// For each point the one above it.
    private var parents: [Int?]

    init(_ points: [ChecklistPoint], steps: [StepTable.Step], order: [Int]) {
        self.points = points
        self.steps = steps
        self.order = order
        parents = Array(repeating: nil, count: points.count)
        var pointOfLine: [ChecklistPoint.Key: Int] = [:]
        for (index, point) in points.enumerated() { for line in point.lines { pointOfLine[line] = index } }
        for (index, point) in points.enumerated() {
            guard let parent = point.parent.flatMap({ pointOfLine[$0] }), points[parent].step == point.step,
                !isAbove(index, parent)
            else { continue }
            parents[index] = parent
        }
        setLevels()
    }

    /// Whether `above` is `point` or stands above it.
    private func isAbove(_ above: Int, _ point: Int) -> Bool {
        var current: Int? = point
        while let index = current {
            if index == above { return true }
            current = parents[index]
        }
        return false
    }

    private mutating func setLevels() {
        for index in points.indices {
            var level = 0
            var current = parents[index]
            while let above = current {
                level += 1
                current = parents[above]
            }
            points[index].item.level = level
        }
    }

    func checklist(topic: String?, options: ChecklistOptions) -> Checklist {
        var children: [Int?: [Int]] = [:]
        for index in points.indices { children[parents[index], default: []].append(index) }
        let places = places()
        var byStep: [Int: [Int]] = [:]
        for index in children[nil] ?? [] { byStep[points[index].step, default: []].append(index) }
        var groups: [Checklist.Group] = []
        var hidden = 0
        let depth = max(1, options.depth ?? .max)
        let kept = kept(limit: options.limit, depth: depth, &hidden)
        for step in order {
            guard let top = byStep[step] else { continue }
            var items: [Checklist.Item] = []
            var stack = sorted(top, places).reversed() as [Int]
            while let index = stack.popLast() {
                if kept[index] {
                    var item = points[index].item
                    if !options.withAnswers { item.answer = "" }
                    items.append(item)
                }
                stack += sorted(children[index] ?? [], places).reversed()
            }
            guard !items.isEmpty else { continue }
            groups.append(Checklist.Group(title: steps[step].title, minutes: steps[step].minutes, items: items))
        }
        return Checklist(topic: topic, groups: groups, hidden: hidden)
    }

    /// Which points are shown: those of steps that many notes share and of many notes first.
    private func kept(limit: Int?, depth: Int, _ hidden: inout Int) -> [Bool] {
        var kept = points.map { $0.item.level < depth }
        guard let limit else { return kept }
        let all = kept.count { $0 }
        let ranks = Dictionary(order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
        let ordered = points.indices.filter { kept[$0] }.sorted { a, b in
            let (one, other) = (points[a], points[b])
            let (notes, others) = (steps[one.step].notes.count, steps[other.step].notes.count)
            if notes != others { return notes > others }
            if one.item.sources.count != other.item.sources.count {
                return one.item.sources.count > other.item.sources.count
            }
            if one.step != other.step { return ranks[one.step] ?? 0 < ranks[other.step] ?? 0 }
            return a < b
        }
        kept = Array(repeating: false, count: points.count)
        var count = 0
        for index in ordered {
            var chain: [Int] = []
            var current: Int? = index
            while let above = current, !kept[above] {
                chain.append(above)
                current = parents[above]
            }
            guard count + chain.count <= max(0, limit) else { continue }
            for above in chain { kept[above] = true }
            count += chain.count
        }
        hidden = all - count
        return kept
    }

    /// Where each point stands in the note whose words it shows, 0 to 1, among the lines of that note's step. Points of one
    /// note keep its order.
    private func places() -> [Double] {
        var lines: [ChecklistPoint.Key: [Int]] = [:]
        for point in points {
            lines[ChecklistPoint.Key(note: point.lead.note, line: point.step), default: []].append(point.lead.line)
        }
        let sorted = lines.mapValues { $0.sorted() }
        return points.map { point in
            let own = sorted[ChecklistPoint.Key(note: point.lead.note, line: point.step)] ?? []
            var (low, high) = (0, own.count)
            while low < high {
                let middle = (low + high) / 2
                if own[middle] < point.lead.line { low = middle + 1 } else { high = middle }
            }
            return (Double(low) + 0.5) / Double(max(1, own.count))
        }
    }

    private func sorted(_ indexes: [Int], _ places: [Double]) -> [Int] {
        indexes.sorted { a, b in
            if abs(places[a] - places[b]) > 1e-9 { return places[a] < places[b] }
            let (one, other) = (points[a].item.sources.count, points[b].item.sources.count)
            return one != other ? one > other : a < b
        }
    }
}
