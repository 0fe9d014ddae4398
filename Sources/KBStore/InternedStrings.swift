/// Strings that many notes share, each kept once and named by a number, from 1 in the order of first sight.
///
/// An update reads back only the short lists; any other string met again gets a second number, which costs a few bytes
/// until the next rebuild instead of a look at every string there is.
struct InternedStrings {
    /// What the strings are; the raw value is `string.kind`.
    enum Kind: Int, CaseIterable {
        /// Folders of notes.
        case folder = 0
        /// Tags as spelled.
        case tag = 1
        /// Keys of front matter with one scalar of their value, a NUL between them.
        case property = 2
        /// What links point at.
        case linkTarget = 3
        /// Words of terms, as written.
        case termWord = 4
        /// How a note uses a term: ``TermCoding/append(_:to:)``. Bytes, no text.
        case termCounts = 5

        /// Whether the list is so short that an update reads it back.
        var isShort: Bool { self == .folder || self == .tag }
    }

    private var lists: [StringList] = []
    /// The property at hand, key and value.
    private var property: [UInt8] = []

    /// `isEmpty` tells that the database has just been made.
    init(_ connection: Connection, isEmpty: Bool) throws(StoreError) {
        for kind in Kind.allCases {
            var list = StringList()
            if !isEmpty, kind.isShort {
                for text in try InternedStrings.all(kind, connection).dropFirst() { list.append(Array(text.utf8)) }
                list.forgetNew()
            } else if !isEmpty {
                let last = try connection.prepare(
                    "SELECT first, count FROM string WHERE kind = ?1 ORDER BY first DESC LIMIT 1")
                last.bind(1, kind.rawValue)
                if try last.step() { list.first = last.integer(0) + last.integer(1) }
            }
            lists.append(list)
        }
    }

    /// The number of `text`.
    mutating func intern(_ text: String, as kind: Kind) -> Int {
        var text = text
        return text.withUTF8 { lists[kind.rawValue].intern($0) }
    }

    /// The number of the string of these bytes.
    mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, as kind: Kind) -> Int {
        lists[kind.rawValue].intern(bytes)
    }

    /// The number of the property `key` with the first `limit` bytes of `value`, cut where a scalar ends.
    mutating func internProperty(_ key: String, _ value: String, limit: Int) -> Int {
        var (key, value) = (key, value)
        property.removeAll(keepingCapacity: true)
        key.withUTF8 { property.append(contentsOf: $0) }
        property.append(0)
        value.withUTF8 { value in
            var end = min(value.count, limit)
            while end > 0, end < value.count, value[end] & 0xC0 == 0x80 { end -= 1 }
            property.append(contentsOf: value[..<end])
        }
        return property.withUnsafeBufferPointer { lists[Kind.property.rawValue].intern($0) }
    }

    /// Writes the strings that are new: one row for each kind.
    mutating func write(to connection: Connection) throws(StoreError) {
        let insert = try connection.prepare("INSERT INTO string VALUES(?1, ?2, ?3, ?4)")
        for kind in Kind.allCases where lists[kind.rawValue].newCount > 0 {
            insert.bind(1, kind.rawValue)
            insert.bind(2, lists[kind.rawValue].firstNew)
            insert.bind(3, lists[kind.rawValue].newCount)
            insert.bind(4, lists[kind.rawValue].newBytes)
            try insert.run()
            lists[kind.rawValue].forgetNew()
        }
    }

    /// All strings of a kind, by number; number 0 is the empty string.
    static func all(_ kind: Kind, _ connection: Connection) throws(StoreError) -> [String] {
        var texts = [""]
        try forEach(kind, connection) { texts.append(String(decoding: $1, as: UTF8.self)) }
        return texts
    }

    /// Those of a kind with one of `numbers`, by number: a few of many without making strings of the rest.
    static func some(
        _ kind: Kind, numbers: Set<Int>, _ connection: Connection
    ) throws(StoreError) -> [Int: String] {
        var texts = [0: ""]
        try forEach(kind, connection) { number, text in
            if numbers.contains(number) { texts[number] = String(decoding: text, as: UTF8.self) }
        }
        return texts
    }

    /// Hands every string of a kind to `visit`, in the order of their numbers, from 1.
    static func forEach(
        _ kind: Kind, _ connection: Connection, _ visit: (Int, UnsafeRawBufferPointer) -> Void
    ) throws(StoreError) {
        let select = try connection.prepare("SELECT first, count, texts FROM string WHERE kind = ?1 ORDER BY first")
        select.bind(1, kind.rawValue)
        var number = 1
        while try select.step() {
            guard select.integer(0) == number else { throw .damaged("strings are missing") }
            let bytes = select.blob(2)
            var position = 0
            for _ in 0..<max(0, min(select.integer(1), bytes.count)) {
                guard let length = Varint.read(bytes, &position), length >= 0, length <= bytes.count - position else {
                    throw .damaged("strings are cut off")
                }
                bytes.withUnsafeBytes { bytes in
                    visit(number, UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]))
                }
                position += length
                number += 1
            }
        }
    }
}
