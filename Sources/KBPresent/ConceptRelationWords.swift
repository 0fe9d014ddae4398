internal import KBModel

extension RelationKind {
    /// What stands between two names when a step is read as a sentence: `precision stands beside recall`.
    var verb: String {
        switch self {
        case .broader: "is narrower than"
        case .narrower: "is broader than"
        case .sibling: "stands beside"
        case .together: "stands in one line with"
        case .defines: "shares a definition with"
        case .link: "is linked with"
        case .similar: "keeps the same company as"
        case .related: "belongs, says the vocabulary, with"
        }
    }

    /// What a neighbour is, in a list of them.
    var words: String {
        switch self {
        case .broader: "broader"
        case .narrower: "narrower"
        case .sibling: "beside it"
        case .together: "in one line"
        case .defines: "in a definition"
        case .link: "by a link"
        case .similar: "in the same company"
        case .related: "by the vocabulary"
        }
    }
}

extension Neighbour {
    /// Its kinds in words: `narrower, in one line`.
    var kindWords: String { kinds.map(\.words).joined(separator: ", ") }
}
