public import KBModel
public import KBStudy

/// Prints what a log says about learning.
public struct StatsPresenter: Sendable {
    /// The formats of `kb stats`.
    public enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// A card that is often forgotten, with where it stands.
    public struct HardCard: Equatable, Sendable {
        /// How often it was forgotten, and how hard it is.
        public var figures: StudyStatistics.HardCard
        /// What it asks.
        public var question: String
        /// Where it stands.
        public var source: Source

        /// A card; see the properties.
        public init(figures: StudyStatistics.HardCard, question: String, source: Source) {
            self.figures = figures
            self.question = question
            self.source = source
        }
    }

    /// The format.
    public var format: Format
    /// How text is dressed.
    public var style: Style
    /// How paths are printed.
    public var paths: PathStyle

    /// A presenter; see the properties.
    public init(format: Format, style: Style = Style(), paths: PathStyle) {
        self.format = format
        self.style = style
        self.paths = paths
    }

    /// What goes to standard output.
    ///
    /// - Parameter hardest: The hardest cards that the notes still hold, as many as are to be shown.
    public func render(_ statistics: StudyStatistics, hardest: [HardCard]) -> String {
        switch format {
        case .text: text(statistics, hardest)
        case .json: json(statistics, hardest).indented
        }
    }

    // MARK: - Text

    private func text(_ statistics: StudyStatistics, _ hardest: [HardCard]) -> String {
        var parts = [cards(statistics), retention(statistics), reviews(statistics), forecast(statistics)]
        if !hardest.isEmpty { parts.append(hard(hardest)) }
        return parts.joined(separator: "\n")
    }

    private func heading(_ text: String) -> String { style.dress(text, as: .heading) + "\n" }

    private func cards(_ statistics: StudyStatistics) -> String {
        let cards = statistics.cards
        let kinds = [
            ("new", cards.new), ("learning", cards.learning), ("young", cards.young), ("mature", cards.mature),
            ("suspended", cards.suspended),
        ]
        return heading("Cards: \(cards.total.grouped)")
            + "  " + kinds.map { "\($0.1.grouped) \($0.0)" }.joined(separator: ", ") + "\n"
    }

    /// A row for each span of days.
    private func retention(_ statistics: StudyStatistics) -> String {
        let rows = statistics.retention.map { span in
            [
                span.days == 365 ? "last year" : "last \(span.days) days", shown(span.young), shown(span.mature),
                shown(span.all), span.expected.map(percent) ?? "–",
            ]
        }
        let table = [["", "young", "mature", "both", "expected"]] + rows
        return heading("Remembered (wanted: \(percent(statistics.wantedRetention)))") + columns(table)
    }

    private func shown(_ share: StudyStatistics.Share) -> String {
        share.value.map { "\(percent($0)) of \(share.reviews.grouped)" } ?? "–"
    }

    private func percent(_ value: Double) -> String {
        let tenths = Int((value * 1000).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }

    /// Columns under the first row's titles, the first one to the left, all others to the right.
    private func columns(_ rows: [[String]]) -> String {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.map { $0.indices.contains(column) ? $0[column].displayWidth : 0 }.max() ?? 0
        }
        return rows.map { row in
            let fields = zip(row, widths).enumerated().map { place, field in
                field.0.padded(to: field.1, isRightAligned: place > 0)
            }
            return "  " + fields.joined(separator: "  ") + "\n"
        }.joined()
    }

    private func reviews(_ statistics: StudyStatistics) -> String {
        let spans = [("today", 1), ("last 7 days", 7), ("last 30 days", 30)].map { name, days in
            row(name, statistics.last(days))
        }
        let rows = [["", "reviews", "again", "time"]] + spans + [row("in all", statistics.allDays)]
        return heading("Reviews") + columns(rows)
            + "  streak: \(counted(statistics.streak, "day")), longest \(statistics.longestStreak.grouped)\n"
    }

    private func row(_ name: String, _ day: StudyStatistics.DayOfReviews) -> [String] {
        [name, day.reviews.grouped, day.again.grouped, day.seconds > 0 ? day.seconds.timeSpent : "–"]
    }

    /// A bar for each of the coming days.
    private func forecast(_ statistics: StudyStatistics) -> String {
        let total = statistics.forecast.reduce(0, +)
        let title = heading("Due in the next \(statistics.forecast.count) days: \(total.grouped)")
        guard total > 0, let last = statistics.forecast.lastIndex(where: { $0 > 0 }) else { return title }
        let days = statistics.forecast[...last].enumerated().map { ahead, count in
            (ahead == 0 ? "today" : statistics.today.adding(days: ahead).short, count)
        }
        return title + BarPlot(style: style).render(days)
    }

    private func hard(_ cards: [HardCard]) -> String {
        let source = ConceptSourceLine(style: style, paths: paths)
        return heading("Forgotten most often")
            + cards.map { card in
                let times = card.figures.lapses == 1 ? "once" : "\(card.figures.lapses.grouped) times"
                let question = card.question.split(separator: "\n").first.map { String($0) } ?? ""
                let reason = Reason(path: card.source.path, line: card.source.line, text: "\(times): \(question)")
                return source.whole(reason, indent: 2)
            }.joined()
    }
}

extension Day {
    /// The day in five columns: `11-22`.
    var short: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(month))-\(padded(day))"
    }
}
