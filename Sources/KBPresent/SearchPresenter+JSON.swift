internal import KBModel

/// The number that every JSON object kb prints carries as `version`.
///
/// Members are only ever added under one version; taking one away or changing its meaning raises it.
let jsonVersion: JSONValue = 1

extension SearchPresenter {
    func json(_ answer: SearchAnswer) -> JSONValue {
        [
            "version": jsonVersion,
            "query": .string(answer.query),
            "relaxed": relaxed(answer.relaxed),
            "corrected": .array(
                answer.corrections.map { ["from": .string($0.typed), "to": .string($0.corrected)] }),
            "expanded": .array(
                answer.expansions.map {
                    ["from": .string($0.typed), "to": JSONValue($0.also), "reason": .string($0.reason.rawValue)]
                }),
            "total": .integer(answer.total),
            "hits": .array(answer.hits.map(json)),
        ]
    }

    func json(_ hit: Hit) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("path", .string(paths.shown(hit.path))),
            .init("title", .string(hit.title)),
            .init("line", .integer(hit.lines.first)),
            .init("endLine", .integer(hit.lines.last)),
            .init("headingPath", JSONValue(hit.headingPath)),
            .init("passage", ["line": .integer(hit.passage.first), "endLine": .integer(hit.passage.last)]),
            .init("score", .number(hit.score.rounded(decimals: 6))),
            .init("snippet", hit.snippet.json),
        ]
        if !hit.explanation.isEmpty {
            members.append(.init("explanation", .array(hit.explanation.map(json))))
        }
        return .object(members)
    }

    private func json(_ contribution: Contribution) -> JSONValue {
        [
            "part": .string(contribution.part),
            "term": .string(contribution.term),
            "value": .number(contribution.value.rounded(decimals: 6)),
            "arithmetic": .string(contribution.arithmetic),
        ]
    }

    /// Null when nothing was loosened, so that a reader can test it as a truth value.
    private func relaxed(_ relaxations: [SearchAnswer.Relaxation]) -> JSONValue {
        var missing: [String] = []
        var dropped: [String] = []
        for relaxation in relaxations {
            switch relaxation {
            case .most(let words): missing += words
            case .dropped(let words): dropped += words
            }
        }
        guard !relaxations.isEmpty else { return .null }
        return ["missing": JSONValue(missing), "dropped": JSONValue(dropped)]
    }
}
