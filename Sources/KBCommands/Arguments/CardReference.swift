internal import KBModel
internal import KBStudy

/// Finds cards by what a person types of their ids.
enum CardReference {
    /// Fewer letters are too easily mistyped.
    private static let leastLetters = 4

    /// The ids that `names` are the beginnings of, in the order given.
    ///
    /// - Throws: ``Failure/card(_:)`` when a name is too short, or the beginning of none or of several.
    static func find(_ names: [String], among cards: [StudyCard]) throws(Failure) -> [StudyID] {
        var found: [StudyID] = []
        for name in names {
            let typed = name.lowercased()
            if let exact = cards.first(where: { $0.id.text == typed }) {
                found.append(exact.id)
                continue
            }
            guard typed.utf8.count >= leastLetters else {
                throw .card("“\(name)” is too short; type at least \(leastLetters) letters of the id")
            }
            let matches = cards.filter { $0.id.text.hasPrefix(typed) }
            guard let only = matches.first else { throw .card("no card has the id “\(name)”; kb cards lists them") }
            guard matches.count == 1 else {
                throw .card("“\(name)” begins the ids of \(matches.count) cards; type more of it")
            }
            found.append(only.id)
        }
        return found
    }
}
