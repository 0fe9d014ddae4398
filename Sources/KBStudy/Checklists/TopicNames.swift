import KBConcepts
import KBText

/// Tells headings, titles and short items that name a topic by their words alone.
struct TopicNames {
    private let tokenizer = Tokenizer()
    /// The words of each spelling of the topic, function words left out.
    private var topics: [[Word]] = []
    /// The stems of each spelling of the topic and of what is narrower, sorted.
    private var exact: Set<[String]> = []

    private struct Word {
        var surface: String
        var stem: String
    }

    init(of topic: [Int], narrower: [Int], in catalog: ConceptCatalog) {
        for index in topic + narrower where catalog.concepts.indices.contains(index) {
            for spelling in catalog.concepts[index].spellings {
                let words = words(of: spelling)
                guard !words.isEmpty else { continue }
                exact.insert(words.map(\.stem).sorted())
                if topic.contains(index) { topics.append(words) }
            }
        }
    }

    /// How much of a topic of several words a short text names.
    enum Share {
        case nothing
        /// A word, not the last: `online accuracy` for `online evaluation`.
        case modifier
        /// The last word, the thing itself: `data budget` for `training data`.
        case head
    }

    /// How much of the topic stands in a short text that is not opposed to it.
    func share(in text: String) -> Share {
        let words = words(of: text)
        guard words.count <= TopicNames.mostWords, !isOpposed(words) else { return .nothing }
        var best = Share.nothing
        for topic in topics where topic.count > 1 {
            for (index, wanted) in topic.enumerated()
            where wanted.surface == "data" || !GeneralWords.contains(wanted.surface) {
                guard words.contains(where: { TopicNames.isSame(wanted, $0) }) else { continue }
                if index == topic.count - 1 { return .head }
                best = .modifier
            }
        }
        return best
    }

    /// Whether a heading begins with the word that a topic of several begins with: `feature selection` for `feature
    /// engineering`.
    func begin(_ title: String) -> Bool {
        let words = words(of: title)
        guard words.count <= TopicNames.mostWords,
            let first = words.first(where: { !$0.surface.allSatisfy(\.isNumber) })
        else { return false }
        return !isOpposed(words)
            && topics.contains { $0.count > 1 && $0.first.map { TopicNames.isSame($0, first) } ?? false }
    }

    /// Whether a short text names the counterpart of the topic: `online evaluation` for `offline evaluation`.
    func isOpposed(_ text: String) -> Bool {
        let words = words(of: text)
        return words.count <= TopicNames.mostWords && isOpposed(words)
    }

    private func isOpposed(_ words: [Word]) -> Bool {
        topics.contains { topic in
            topic.count > 1
                && topic.contains { wanted in
                    !words.contains { TopicNames.isSame(wanted, $0) }
                        && words.contains { Opposites.areOpposite(wanted.surface, $0.surface) }
                }
        }
    }

    /// Whether the last word of a text is the last of the topic, so that it is the topic and not something of it.
    func end(_ text: String) -> Bool {
        guard let last = words(of: text).last(where: { !GeneralWords.contains($0.surface) }) else { return true }
        return topics.contains { $0.last.map { TopicNames.isSame($0, last) } ?? false }
    }

    /// Whether one side of an `and` in a heading is the topic, or ends in it; then the words of the other sides.
    func otherSides(of title: String) -> Set<String> {
        let sides = title.split(whereSeparator: { $0 == "&" || $0 == "/" || $0 == "," })
            .flatMap { TopicNames.split($0) }
        guard sides.count > 1 else { return [] }
        var others: Set<String> = []
        for side in sides where !stand(in: side) { others.formUnion(words(of: side).map(\.stem)) }
        return others.subtracting(topics.flatMap { $0 }.map(\.stem))
    }

    private static func split(_ text: Substring) -> [String] {
        var sides: [String] = [""]
        for word in text.split(separator: " ") {
            if word.lowercased() == "and" { sides.append("") } else { sides[sides.count - 1] += " " + word }
        }
        return sides.filter { !$0.isEmpty }
    }

    /// Whether a text is about one of `stems` and not about the topic.
    func isAbout(_ stems: Set<String>, _ text: String) -> Bool {
        let words = words(of: text)
        return words.count <= TopicNames.mostWords && words.contains { stems.contains($0.stem) }
            && !topics.contains { TopicNames.holds($0, in: words) }
    }

    private func words(of text: String) -> [Word] {
        tokenizer.tokens(in: text, as: .query).filter { !$0.isColocated && !StopWords.contains($0.surface) }
            .map { Word(surface: $0.surface, stem: $0.term) }
    }

    /// Whether a note with this title is about the topic or about something narrower.
    func nameNote(_ title: String) -> Bool {
        let words = words(of: title)
        if exact.contains(words.map(\.stem).sorted()) { return true }
        return topics.contains { 2 * $0.count >= words.count && TopicNames.holds($0, in: words) }
    }

    /// Whether a folder or a tag is called like the topic itself.
    func name(_ text: String) -> Bool {
        let wanted = words(of: text).map(\.stem)
        return !wanted.isEmpty && topics.contains { $0.map(\.stem) == wanted }
    }

    /// Whether all words of one spelling of the topic stand in `text`, in any order.
    func stand(in text: String) -> Bool {
        let words = words(of: text)
        guard words.count <= TopicNames.mostWords else { return false }
        return topics.contains { TopicNames.holds($0, in: words) }
    }

    /// A text of more words is no name.
    private static let mostWords = 5

    private static func holds(_ topic: [Word], in words: [Word]) -> Bool {
        topic.allSatisfy { wanted in words.contains { isSame(wanted, $0) } }
    }

    /// Whether two words are one, perhaps misspelt.
    private static func isSame(_ a: Word, _ b: Word) -> Bool {
        if a.stem == b.stem { return true }
        guard min(a.surface.utf8.count, b.surface.utf8.count) >= shortestMisspelt,
            a.surface.utf8.first == b.surface.utf8.first
        else { return false }
        return EditDistance(a.surface).distance(to: b.surface, atMost: 1) != nil
            && !Opposites.areOpposite(a.surface, b.surface)
    }

    /// Shorter words have too many neighbours.
    private static let shortestMisspelt = 8
}
