/// Remembers which words are opposites: the same few are asked for with each pair of lines.
///
/// Not to be shared between threads.
final class OppositeMemo {
    private struct Pair: Hashable {
        var one: String
        var other: String
    }

    private var known: [Pair: Bool] = [:]

    /// In a large vault what was known is forgotten now and then, to spare memory.
    private static let most = 200_000

    /// Whether two words, folded, are opposites; see ``Opposites/areOpposite(_:_:)``.
    func areOpposite(_ one: String, _ other: String) -> Bool {
        if one == other { return false }
        let pair = one < other ? Pair(one: one, other: other) : Pair(one: other, other: one)
        if let answer = known[pair] { return answer }
        if known.count >= OppositeMemo.most { known.removeAll(keepingCapacity: true) }
        let answer = Opposites.areOpposite(one, other)
        known[pair] = answer
        return answer
    }
}
