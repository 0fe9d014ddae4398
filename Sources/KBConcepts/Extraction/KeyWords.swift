/// What the words of the phrases met in a note add to their keys, one phrase behind the other.
struct KeyWords {
    /// What each word adds, as the last one of its phrase or another.
    var words: [(inner: UInt64, last: UInt64)] = []

    /// The key of some words in a row: the same for all their orders.
    func key(of range: Range<Int>) -> UInt64 {
        guard let last = range.last else { return 0 }
        var sum = UInt64(truncatingIfNeeded: range.count)
        var index = range.lowerBound
        while index < last {
            sum &+= WordTable.finished(words[index].inner)
            index += 1
        }
        return WordTable.finished(sum &+ WordTable.finished(words[last].last))
    }
}
