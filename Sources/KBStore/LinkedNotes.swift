/// All notes of an index with what their links point at: what it takes to find out where those lead.
public struct LinkedNotes: Sendable {
    /// One note.
    public struct Note: Sendable {
        /// The note's number.
        public var id: Int
        /// The path in the vault, with `/`.
        public var path: String
        /// Its aliases.
        public var aliases: [String] = []
        fileprivate var links = 0..<0
        fileprivate var names = 0..<0
        fileprivate var texts = 0..<0
    }

    /// The words of a link.
    public struct Text: Sendable {
        /// What the link points at: a place in ``LinkedNotes/targets``.
        public var target: Int
        /// The words, as a ``KBText/NameKey``.
        public var key: UInt64
    }

    /// The notes, in the order of their numbers.
    public private(set) var notes: [Note] = []
    /// What links point at, in the normal form given with the notes; some may be there twice, or no longer in use.
    public private(set) var targets: [String] = []
    // One array for all notes: a large vault has hundreds of thousands of links.
    private var allLinks: [UInt32] = []
    private var allNames: [UInt64] = []
    private var allTexts: [(target: UInt32, key: UInt64)] = []

    /// What the links of `note` point at, each once: places in ``targets``.
    public func links(of note: Note) -> some Sequence<Int> { allLinks[note.links].lazy.map(Int.init) }

    /// What `note` calls itself: title, file name, aliases, as ``KBText/NameKey``.
    public func names(of note: Note) -> some Sequence<UInt64> { allNames[note.names] }

    /// What `note` calls others.
    public func texts(of note: Note) -> some Sequence<Text> {
        allTexts[note.texts].lazy.map { Text(target: Int($0.target), key: $0.key) }
    }

    /// Reads what the database at the end of `connection` holds; nil when no note links to anything.
    init?(of connection: Connection) throws(StoreError) {
        targets = try InternedStrings.all(.linkTarget, connection)
        guard targets.count > 1 else { return nil }
        let folders = try InternedStrings.all(.folder, connection)
        let select = try connection.prepare(
            """
            SELECT id, folder, name, links, note_link.names, note_link.texts
            FROM note LEFT JOIN note_link ON note_link.note = id ORDER BY id
            """)
        while try select.step() {
            var note = Note(id: select.integer(0), path: select.path(in: folders.text(select.integer(1)), 2))
            note.links = read(links: select.blob(3))
            note.names = read(names: select.blob(4))
            note.texts = read(texts: select.blob(5))
            notes.append(note)
        }
        try readAliases(connection)
    }

    private mutating func readAliases(_ connection: Connection) throws(StoreError) {
        let select = try connection.prepare(
            "SELECT note, text FROM name WHERE kind = \(NoteName.Kind.alias.rawValue) ORDER BY note, place")
        var place = 0
        while try select.step() {
            while place < notes.count, notes[place].id < select.integer(0) { place += 1 }
            if place < notes.count, notes[place].id == select.integer(0) { notes[place].aliases.append(select.text(1)) }
        }
    }

    private mutating func read(links bytes: [UInt8]) -> Range<Int> {
        let start = allLinks.count
        for number in Varint.all(bytes) where targets.indices.contains(number) { allLinks.append(UInt32(number)) }
        return start..<allLinks.count
    }

    private mutating func read(names bytes: [UInt8]) -> Range<Int> {
        let start = allNames.count
        var position = 0
        while let key = LinkCoding.readKey(bytes, &position) { allNames.append(key) }
        return start..<allNames.count
    }

    private mutating func read(texts bytes: [UInt8]) -> Range<Int> {
        let start = allTexts.count
        var position = 0
        while let number = Varint.read(bytes, &position), let key = LinkCoding.readKey(bytes, &position) {
            if targets.indices.contains(number) { allTexts.append((UInt32(number), key)) }
        }
        return start..<allTexts.count
    }
}
