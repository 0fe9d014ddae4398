/// The words of a text one after the other, `camelCase` and `c++` as the one word they are written as.
struct WholeWords {
    /// The stems.
    private(set) var terms: [Int32] = []
    /// The first byte of each.
    private(set) var starts: [Int32] = []
    /// Where a word ends whose parts are still to come.
    private var end: Int32 = 0

    /// Adds the next word of the text. A whole word comes after its first part, and takes its place.
    mutating func add(_ word: TermNumbers.Word) {
        if word.isColocated, !terms.isEmpty {
            terms[terms.count - 1] = word.term
            starts[starts.count - 1] = word.start
            end = word.end
        } else if word.start >= end {
            terms.append(word.term)
            starts.append(word.start)
        }
    }

    /// Begins another text.
    mutating func removeAll() {
        terms.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        end = 0
    }
}
