import KBModel
import KBRank

extension QueryWords.Word {
    /// Whether it is a bare word, not a phrase, a prefix or `NEAR`.
    var isBareWord: Bool { clause.isBareWord }
}

extension Query.Clause {
    /// This clause with every bare word required.
    var requiringEveryWord: Query.Clause {
        switch self {
        case .word(_, in: .any): .all([self])
        case .word, .phrase, .prefix, .near, .filter: self
        case .not(let inner): .not(inner.requiringEveryWord)
        case .any(let choices): .any(choices.map(\.requiringEveryWord))
        case .all(let parts): parts.count == 1 && parts[0].isBareWord ? self : .all(parts.map(\.requiringEveryWord))
        }
    }

    /// Whether it is bare words and nothing else, so that no section is ruled out.
    var isBareWords: Bool {
        if case .all(let parts) = self { parts.allSatisfy(\.isBareWord) } else { isBareWord }
    }

    /// All filters in it, in order.
    var filters: [Query.Filter] {
        switch self {
        case .filter(let filter): [filter]
        case .not(let inner): inner.filters
        case .all(let parts), .any(let parts): parts.flatMap(\.filters)
        case .word, .phrase, .prefix, .near: []
        }
    }

    /// What `is:` asks a section to hold, exclusions left out.
    var features: [Query.Feature] {
        switch self {
        case .filter(.holds(let feature)): [feature]
        case .all(let parts), .any(let parts): parts.flatMap(\.features)
        case .not, .filter, .word, .phrase, .prefix, .near: []
        }
    }

    /// The names of the concepts that it asks for, exclusions left out.
    var concepts: [String] {
        switch self {
        case .filter(.concept(let name)): [name]
        case .all(let parts), .any(let parts): parts.flatMap(\.concepts)
        case .not, .filter, .word, .phrase, .prefix, .near: []
        }
    }

    /// This clause with conditions on the front matter's `keys` taken for words.
    func lookingFor(keys: Set<String>) -> Query.Clause {
        switch self {
        case .filter(.property(let key, let value)) where keys.contains(key.lowercased()):
            .phrase(Query.Term("\(key):\(value)", at: 0), in: .any)
        case .filter, .word, .phrase, .prefix, .near: self
        case .not(let inner): .not(inner.lookingFor(keys: keys))
        case .all(let parts): .all(parts.map { $0.lookingFor(keys: keys) })
        case .any(let choices): .any(choices.map { $0.lookingFor(keys: keys) })
        }
    }
}
