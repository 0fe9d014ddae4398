/// The names of all notes as sequences of words, and where they stand in a text.
struct NameTable {
    /// A name that stands in a note.
    struct Mention {
        /// The name's number.
        var name: Int32
        /// The line it first stands at, counted from 1.
        var line: Int32
    }

    /// One name.
    struct Name {
        /// As the first note that bears it spells it.
        var spelling: String
        /// Its words.
        var terms: [Int32]
        /// The notes that bear it, ascending.
        var owners: [Int32]
    }

    private(set) var names: [Name] = []
    private var numbers: [[Int32]: Int] = [:]
    /// What begins with each word: the words of names have the smallest numbers.
    private var byFirst: [Beginning] = []
    /// The names of several words by their first two, longest first: hundreds may begin with the same word.
    private var byPair: [UInt64: [Int32]] = [:]

    /// What begins with a word.
    private struct Beginning {
        /// The name that is the word itself.
        var alone: Int32?
        /// Whether a name of several words begins with it.
        var isLonger = false
    }

    /// Gives `note`, no smaller than any before, the name `spelling`, which has these words.
    mutating func add(_ spelling: String, terms: [Int32], note: Int) {
        guard let first = terms.first.map(Int.init), terms.count <= SuggestionWeight.longestName else { return }
        let owner = Int32(truncatingIfNeeded: note)
        if let known = numbers[terms] {
            if names[known].owners.last != owner { names[known].owners.append(owner) }
            return
        }
        numbers[terms] = names.count
        let number = Int32(truncatingIfNeeded: names.count)
        names.append(Name(spelling: spelling, terms: terms, owners: [owner]))
        while byFirst.count <= first { byFirst.append(Beginning()) }
        guard terms.count > 1 else {
            byFirst[first].alone = number
            return
        }
        byFirst[first].isLonger = true
        let pair = NameTable.pair(terms[0], terms[1])
        let place = byPair[pair]?.firstIndex { names[Int($0)].terms.count < terms.count }
        byPair[pair, default: []].insert(number, at: place ?? byPair[pair]?.count ?? 0)
    }

    private static func pair(_ first: Int32, _ second: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    }

    /// The names that stand in `terms`, each with the place of its first word, in order. The longest name counts, and
    /// none inside it.
    func mentions(in terms: [Int32]) -> [(name: Int, place: Int)] {
        var found: [(name: Int, place: Int)] = []
        var place = 0
        while place < terms.count {
            if let name = name(in: terms, at: place) {
                found.append((Int(name), place))
                place += names[Int(name)].terms.count
            } else {
                place += 1
            }
        }
        return found
    }

    private func name(in terms: [Int32], at place: Int) -> Int32? {
        let first = Int(terms[place])
        guard first < byFirst.count else { return nil }
        if byFirst[first].isLonger, place + 1 < terms.count,
            let begun = byPair[NameTable.pair(terms[place], terms[place + 1])],
            let name = begun.first(where: { stands($0, in: terms, at: place) })
        {
            return name
        }
        return byFirst[first].alone
    }

    private func stands(_ name: Int32, in terms: [Int32], at place: Int) -> Bool {
        let wanted = names[Int(name)].terms
        return terms.count - place >= wanted.count && terms[place..<place + wanted.count].elementsEqual(wanted)
    }
}
