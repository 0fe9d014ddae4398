internal import KBModel
public import KBStudy

/// Prints what someone in a mock interview sees, step by step, and how it went.
public struct InterviewPresenter: Sendable {
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle

    /// A presenter; see the properties.
    public init(style: Style = Style(), paths: PathStyle) {
        self.style = style
        self.paths = paths
    }

    // MARK: - On the way

    /// What is ahead: the topic, each section with its time, and how many groups of the checklist had no room.
    public func opening(_ sections: [InterviewSection], topic: String?, leftOut: Int = 0) -> String {
        let title = "Mock interview" + (topic.map { ": \($0)" } ?? "")
        let whole = counted(sections.reduce(0) { $0 + $1.budget } / 60, "minute")
        let isShared = sections.contains { !$0.isBudgetFromNotes }
        let numbers = String(sections.count).utf8.count
        let times = sections.map { "\($0.budget / 60) min" }
        let width = times.map(\.utf8.count).max() ?? 0
        let lines = zip(sections, times).enumerated().map { index, pair in
            let (section, time) = pair
            let number = String(index + 1).padded(to: numbers, isRightAligned: true)
            let star = isShared ? (section.isBudgetFromNotes ? "  " : " *") : ""
            let start = "  \(number)  \(time.padded(to: width, isRightAligned: true))\(star)  "
            return start + section.title.harmless.cut(to: room(behind: start)) + "\n"
        }
        var notes: [String] = []
        if isShared { notes.append("* not from the notes: a share of the time that is left") }
        if leftOut > 0 { notes.append("\(counted(leftOut, "more group")) had no room; --minutes gives them some") }
        let below = notes.map { style.dress($0, as: .faint) + "\n" }.joined()
        return style.dress(title, as: .heading) + ", \(whole)\n\n" + lines.joined()
            + (below.isEmpty ? "" : "\n" + below)
    }

    /// The section that begins, without what belongs to it.
    public func heading(of index: Int, in sections: [InterviewSection]) -> String {
        guard sections.indices.contains(index) else { return "" }
        let section = sections[index]
        let start = "\(index + 1)/\(sections.count)  "
        let time = "  \(section.budget / 60) min"
        let title = section.title.harmless.cut(to: max(room(behind: start) - time.utf8.count, Self.leastTitle))
        return "\n\(start)\(style.dress(title, as: .heading))\(time)\n"
    }

    /// The time of an answer on the way: `3:20 of 5:00`, `6:10 of 5:00, over by 1:10`.
    public func clock(_ seconds: Int, of budget: Int) -> String {
        let time = "\(seconds.clock) of \(budget.clock)"
        guard seconds > budget else { return time }
        return "\(time), " + style.dress("over by \((seconds - budget).clock)", as: .warning)
    }

    /// What belongs to a section, numbered from 1, with its sources.
    public func items(of section: InterviewSection) -> String {
        let checklist = ChecklistPresenter(format: .text, style: style, paths: paths)
        let group = Checklist.Group(title: section.title, items: section.items)
        let width = String(section.items.count).utf8.count
        var count = 0
        return checklist.rows(of: group).map { row in
            switch row {
            case .context(let parts): return checklist.text(parts, indent: width + 4)
            case .item(let shown):
                count += 1
                let number = String(count).padded(to: width, isRightAligned: true)
                return checklist.text(shown, behind: "  \(style.dress(number, as: .line))  ", indent: width + 4)
            }
        }.joined()
    }

    /// What someone can do next.
    public func hint(_ text: String) -> String { style.dress(text, as: .faint) }

    // MARK: - The end

    /// How it went: time against budget and what was said in each section, then what was missed.
    public func summary(_ summary: InterviewSummary) -> String {
        let rows = summary.sections.map(row) + [total(summary)]
        let titles = min(rows.map(\.title.displayWidth).max() ?? 0, max(style.width - Self.figures, Self.leastTitle))
        let times = rows.map(\.time.utf8.count).max() ?? 0
        let lines = rows.enumerated().map { index, row in
            let title = row.title.cut(to: titles).padded(to: titles)
            let isTotal = index == rows.count - 1
            let name = isTotal ? style.dress(title, as: .heading) : title
            let over = row.over > 0 ? "  " + style.dress("over by \(row.over.clock)", as: .warning) : ""
            return "  \(name)  \(row.time.padded(to: times, isRightAligned: true))  \(row.said)\(over)\n"
        }
        return "\n" + style.dress("Summary", as: .heading) + "\n" + lines.joined() + missed(summary.missed)
    }

    /// How it went in one line, for the end of the output.
    public func remark(on summary: InterviewSummary) -> String {
        guard summary.marked > 0 else { return "nothing was marked" }
        let missed = summary.missed.count
        let said = "\(summary.covered.grouped) of \(counted(summary.marked, "item")) said"
        guard missed > 0 else { return said }
        return "\(said); kb review asks the \(missed == 1 ? "one" : missed.grouped) missed"
    }

    private struct Row {
        var title: String
        var time: String
        var said: String
        var over: Int
    }

    /// The columns beside the title: `12:30 of 10:00  12 of 14 said  over by 12:30`.
    private static let figures = 50
    /// A title cut shorter says nothing.
    private static let leastTitle = 10

    private func row(_ section: InterviewSummary.Section) -> Row {
        let time = section.seconds.map { "\($0.clock) of \(section.budget.clock)" } ?? "-"
        let said =
            switch (section.seconds, section.covered) {
            case (nil, _): "not reached"
            case (_, nil): "not marked"
            case (_, .some(let covered)): "\(covered.grouped) of \(section.items.grouped) said"
            }
        return Row(title: section.title.harmless, time: time, said: said, over: section.over)
    }

    private func total(_ summary: InterviewSummary) -> Row {
        Row(
            title: "all", time: "\(summary.seconds.clock) of \(summary.budget.clock)",
            said: "\(summary.covered.grouped) of \(summary.marked.grouped) said",
            over: max(0, summary.seconds - summary.budget))
    }

    private func missed(_ items: [Checklist.Item]) -> String {
        guard !items.isEmpty else { return "" }
        let checklist = ChecklistPresenter(format: .text, style: style, paths: paths)
        let lines = items.map { item in
            let shown = ChecklistPresenter.ShownItem(item: item, level: 0, context: item.context)
            return checklist.text(shown, behind: "  - ", indent: 4)
        }
        return "\n" + style.dress("Missed", as: .heading) + "\n" + lines.joined()
    }

    private func room(behind start: String) -> Int { max(style.width - start.utf8.count, Self.leastTitle) }
}

extension Int {
    /// Seconds as a clock shows them: `0:07`, `12:30`, `1:02:03`.
    fileprivate var clock: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let seconds = Swift.max(0, self)
        let rest = "\(seconds / 60 % 60 < 10 && seconds >= 3600 ? "0" : "")\(seconds / 60 % 60):\(padded(seconds % 60))"
        return seconds < 3600 ? rest : "\(seconds / 3600):\(rest)"
    }
}
