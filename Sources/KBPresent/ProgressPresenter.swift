internal import KBModel
public import KBStudy

/// Prints how much of checklists is done.
public struct ProgressPresenter: Sendable {
    /// The formats of `kb progress`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style

    /// The most groups of one topic that text draws a bar for, the largest; the others share one. Nil for all.
    public var limit: Int?

    /// How many bars are read at a glance.
    public static let usualLimit = 20

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), limit: Int? = nil) {
        self.format = format
        self.style = style
        self.limit = limit
    }

    /// What goes to standard output: a bar for each group of one topic, or for each of several topics, then the sum.
    ///
    /// - Parameter sum: What is done of all topics together, each item counted once.
    public func render(_ topics: [ChecklistProgress], sum: (done: Int, total: Int)) -> String {
        switch format {
        case .text: text(topics, sum)
        case .json: json(topics, sum).indented
        }
    }

    /// What else to say, for the end of the output: one line; nil when the bars say it all.
    public func remark(on topics: [ChecklistProgress]) -> String? {
        let empty = topics.filter { $0.total == 0 }
        guard empty.count < topics.count else { return "nothing to do or ask found" }
        guard !empty.isEmpty else { return nil }
        return "nothing to do or ask found about " + empty.compactMap(\.topic).map(\.harmless).joined(separator: ", ")
    }

    /// A line of the output.
    private struct Bar {
        var title: String
        var done: Int
        var total: Int

        /// `3/12`
        var count: String { "\(done)/\(total)" }
        /// The share that is done, rounded down, so that 100 means all.
        var percent: Int { total > 0 ? 100 * done / total : 0 }
    }

    /// A bar so short that it says something, and so long that the eye still takes it in.
    private static let lengths = 10...40
    /// A title gets at most this part of the width.
    private static let titleShare = 0.4

    private func text(_ topics: [ChecklistProgress], _ sum: (done: Int, total: Int)) -> String {
        var bars: [Bar] = []
        let last: String
        if let only = topics.first, topics.count == 1 {
            bars = limited(only.groups.map { Bar(title: $0.heading, done: $0.done, total: $0.total) })
            last = only.topic ?? "all"
        } else {
            bars = topics.filter { $0.total > 0 }.map { Bar(title: $0.topic ?? "", done: $0.done, total: $0.total) }
            last = "all"
        }
        guard !bars.isEmpty else { return "" }
        let total = Bar(title: last, done: sum.done, total: sum.total)
        let most = max(Int(Double(style.width) * Self.titleShare), Self.lengths.lowerBound)
        let titles = (bars + [total]).map { $0.title.harmless.cut(to: most).displayWidth }.max() ?? 0
        let counts = (bars + [total]).map { $0.count.utf8.count }.max() ?? 0
        // Two blanks between the columns, and the share takes five.
        let room = style.width - titles - counts - 3 * 2 - 5
        let length = min(max(room, Self.lengths.lowerBound), Self.lengths.upperBound)
        func line(_ bar: Bar, isSum: Bool) -> String {
            let title = bar.title.harmless.cut(to: most)
            let blanks = String(repeating: " ", count: titles - title.displayWidth)
            let name = (isSum ? style.dress(title, as: .heading) : title) + blanks
            let count = bar.count.padded(to: counts, isRightAligned: true)
            let share = "\(bar.percent) %".padded(to: 5, isRightAligned: true)
            return "\(name)  \(drawn(bar, length))  \(count)  \(share)\n"
        }
        return bars.map { line($0, isSum: false) }.joined() + line(total, isSum: true)
    }

    /// The bars with most items, in their order, then one for all others; ties by order.
    private func limited(_ bars: [Bar]) -> [Bar] {
        guard let limit, bars.count > limit, bars.count - limit > 1 else { return bars }
        let ranked = bars.indices.sorted { a, b in
            bars[a].total == bars[b].total ? a < b : bars[a].total > bars[b].total
        }
        let (shown, rest) = (ranked.prefix(limit).sorted(), ranked.dropFirst(limit))
        let others = Bar(
            title: "\(rest.count.grouped) other groups", done: rest.reduce(0) { $0 + bars[$1].done },
            total: rest.reduce(0) { $0 + bars[$1].total })
        return shown.map { bars[$0] } + [others]
    }

    /// Filled and empty boxes: full only when everything is done, empty only when nothing is.
    private func drawn(_ bar: Bar, _ length: Int) -> String {
        var filled = bar.total > 0 ? length * bar.done / bar.total : 0
        if bar.done > 0 { filled = max(1, filled) }
        return style.dress(String(repeating: "█", count: filled), as: .added)
            + style.dress(String(repeating: "░", count: length - filled), as: .faint)
    }

    private func json(_ topics: [ChecklistProgress], _ sum: (done: Int, total: Int)) -> JSONValue {
        let values = topics.map { topic -> JSONValue in
            let groups = topic.groups.map { group -> JSONValue in
                [
                    "title": .string(group.title),
                    "minutes": JSONValue(group.minutes),
                    "done": .integer(group.done),
                    "total": .integer(group.total),
                ]
            }
            return [
                "topic": JSONValue(topic.topic),
                "done": .integer(topic.done),
                "total": .integer(topic.total),
                "groups": .array(groups),
            ]
        }
        return [
            "version": jsonVersion,
            "done": .integer(sum.done),
            "total": .integer(sum.total),
            "topics": .array(values),
        ]
    }
}

extension ChecklistProgress.Group {
    /// The title with its time.
    fileprivate var heading: String { Checklist.Group(title: title, minutes: minutes, items: []).heading }
}
