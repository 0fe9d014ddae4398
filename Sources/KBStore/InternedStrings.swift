/// Strings that many notes share, each kept once and named by a number.
///
/// An update reads back only the short lists; a link target or property met again gets a second number, which costs a
/// few bytes until the next rebuild instead of a look at every string there is.
struct InternedStrings {
    private let insertFolder: Statement
    private let insertTag: Statement
    private let insertProperty: Statement
    private let insertTarget: Statement
    private var folders: [String: Int] = [:]
    private var tags: [String: Int] = [:]
    private var properties: [Property: Int] = [:]
    private var targets: [String: Int] = [:]
    private var nextProperty = 1
    private var nextTarget = 1

    private struct Property: Hashable {
        var key: String
        var value: String
    }

    /// `isEmpty` tells that the database has just been made.
    init(_ connection: Connection, isEmpty: Bool) throws(StoreError) {
        insertFolder = try connection.prepare("INSERT INTO folder VALUES(?1, ?2)")
        insertTag = try connection.prepare("INSERT INTO tag VALUES(?1, ?2)")
        insertProperty = try connection.prepare("INSERT INTO property VALUES(?1, ?2, ?3)")
        insertTarget = try connection.prepare("INSERT INTO link_target VALUES(?1, ?2)")
        guard !isEmpty else { return }
        folders = try InternedStrings.known("SELECT path, id FROM folder", connection)
        tags = try InternedStrings.known("SELECT spelling, id FROM tag", connection)
        nextProperty = try connection.integer("SELECT max(id) FROM property") + 1
        nextTarget = try connection.integer("SELECT max(id) FROM link_target") + 1
    }

    private static func known(_ sql: String, _ connection: Connection) throws(StoreError) -> [String: Int] {
        var known: [String: Int] = [:]
        let statement = try connection.prepare(sql)
        while try statement.step() { known[statement.text(0)] = statement.integer(1) }
        return known
    }

    mutating func folder(_ path: String) throws(StoreError) -> Int {
        try InternedStrings.intern(path, &folders, insertFolder)
    }

    mutating func tag(_ spelling: String) throws(StoreError) -> Int {
        try InternedStrings.intern(spelling, &tags, insertTag)
    }

    mutating func linkTarget(_ text: String) throws(StoreError) -> Int {
        if let id = targets[text] { return id }
        insertTarget.bind(1, nextTarget)
        insertTarget.bind(2, text)
        try insertTarget.run()
        targets[text] = nextTarget
        nextTarget += 1
        return nextTarget - 1
    }

    mutating func property(_ key: String, _ value: String) throws(StoreError) -> Int {
        let property = Property(key: key, value: value)
        if let id = properties[property] { return id }
        insertProperty.bind(1, nextProperty)
        insertProperty.bind(2, key)
        insertProperty.bind(3, value)
        try insertProperty.run()
        properties[property] = nextProperty
        nextProperty += 1
        return nextProperty - 1
    }

    private static func intern(
        _ text: String, _ known: inout [String: Int], _ insert: Statement
    ) throws(StoreError) -> Int {
        if let id = known[text] { return id }
        let id = known.count + 1
        insert.bind(1, id)
        insert.bind(2, text)
        try insert.run()
        known[text] = id
        return id
    }
}
