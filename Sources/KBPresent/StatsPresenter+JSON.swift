import KBModel
import KBStudy

extension StatsPresenter {
    /// All figures; the days of the last 30 one by one.
    func json(_ statistics: StudyStatistics, _ hardest: [HardCard]) -> JSONValue {
        let cards = statistics.cards
        return [
            "version": jsonVersion,
            "day": .string(statistics.today.description),
            "cards": [
                "total": .integer(cards.total), "new": .integer(cards.new), "learning": .integer(cards.learning),
                "young": .integer(cards.young), "mature": .integer(cards.mature),
                "suspended": .integer(cards.suspended),
            ],
            "wantedRetention": .number(statistics.wantedRetention),
            "retention": .array(statistics.retention.map(json)),
            "reviews": .integer(statistics.reviews),
            "days": .array(statistics.lastDays.map(json)),
            "streak": .integer(statistics.streak),
            "longestStreak": .integer(statistics.longestStreak),
            "forecast": .array(
                statistics.forecast.enumerated().map { ahead, count in
                    [
                        "day": .string(statistics.today.adding(days: ahead).description), "due": .integer(count),
                    ]
                }),
            "hardest": .array(hardest.map(json)),
        ]
    }

    private func json(_ span: StudyStatistics.Retention) -> JSONValue {
        [
            "days": .integer(span.days), "young": json(span.young), "mature": json(span.mature),
            "both": json(span.all), "expected": number(span.expected),
        ]
    }

    private func json(_ share: StudyStatistics.Share) -> JSONValue {
        ["passed": .integer(share.passed), "reviews": .integer(share.reviews), "share": number(share.value)]
    }

    private func json(_ day: StudyStatistics.DayOfReviews) -> JSONValue {
        [
            "day": .string(day.day.description), "reviews": .integer(day.reviews), "again": .integer(day.again),
            "seconds": .integer(day.seconds),
        ]
    }

    private func json(_ card: HardCard) -> JSONValue {
        [
            "id": .string(card.figures.id.text), "question": .string(card.question),
            "path": .string(paths.shown(card.source.path)), "line": .integer(card.source.line),
            "lapses": .integer(card.figures.lapses), "reviews": .integer(card.figures.reviews),
            "difficulty": .number(card.figures.difficulty.rounded(decimals: 2)),
        ]
    }

    private func number(_ value: Double?) -> JSONValue {
        value.map { .number($0.rounded(decimals: 4)) } ?? .null
    }
}
