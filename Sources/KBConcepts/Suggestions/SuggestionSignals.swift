/// What the names in a note and the links of similar notes say of each other note, with the notes that say most.
struct SuggestionSignals {
    private(set) var mentions: ScoreRow
    private(set) var neighbours: ScoreRow
    private(set) var alike: ScoreRow
    private var mentionOf: [Int: NameTable.Mention] = [:]
    private var neighbourOf: [Int: (note: Int, value: Float)] = [:]
    private var likenessOf: [Int: (note: Int, value: Float)] = [:]

    /// Signals among `count` notes.
    init(count: Int) {
        mentions = ScoreRow(count: count)
        neighbours = ScoreRow(count: count)
        alike = ScoreRow(count: count)
    }

    /// The notes that something was said of, some of them several times.
    var touched: [Int32] { mentions.touched + neighbours.touched + alike.touched }

    /// The mention that counts for `note`.
    func mention(of note: Int) -> NameTable.Mention? { mentionOf[note] }
    /// The most similar note that links to `note`.
    func neighbour(of note: Int) -> Int? { neighbourOf[note]?.note }
    /// The linked note most similar to `note`.
    func likeness(of note: Int) -> Int? { likenessOf[note]?.note }

    /// A name of `note` is mentioned; the most telling one counts.
    mutating func mention(_ mention: NameTable.Mention, _ value: Float, for note: Int) {
        if mentions.raise(note, to: value) { mentionOf[note] = mention }
    }

    /// The similar note `neighbour` links to `note`.
    mutating func addNeighbour(_ neighbour: Int, _ value: Float, for note: Int) {
        neighbours.add(value, to: note)
        if value > neighbourOf[note]?.value ?? 0 { neighbourOf[note] = (neighbour, value) }
    }

    /// The note `linked`, which is linked to, is similar to `note`.
    mutating func addAlike(_ linked: Int, _ value: Float, for note: Int) {
        alike.add(value, to: note)
        if value > likenessOf[note]?.value ?? 0 { likenessOf[note] = (linked, value) }
    }

    /// Forgets the note at hand.
    mutating func removeAll() {
        mentions.removeAll()
        neighbours.removeAll()
        alike.removeAll()
        mentionOf.removeAll(keepingCapacity: true)
        neighbourOf.removeAll(keepingCapacity: true)
        likenessOf.removeAll(keepingCapacity: true)
    }
}
