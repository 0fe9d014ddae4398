/// The tables of the database; `docs/index.md` explains them.
enum Schema {
    /// The one version this program reads. Raise it with every change to the tables or to what a word or a link is.
    static let version = 6

    /// Marks the file as one of kb's: "kbnx".
    static let applicationID = 0x6B62_6E78

    ///
    /// The body comes first because FTS5 writes two bytes more for every section and term of any other column.
    static let tables = """
        CREATE TABLE state(next INTEGER NOT NULL, live INTEGER NOT NULL, dead INTEGER NOT NULL,
            recent INTEGER NOT NULL, terms INTEGER NOT NULL, backlinks INTEGER NOT NULL);
        INSERT INTO state VALUES(1, 0, 0, 0, 0, 0);
        CREATE TABLE string(kind INTEGER NOT NULL, first INTEGER NOT NULL, count INTEGER NOT NULL, texts BLOB NOT NULL,
            PRIMARY KEY(kind, first));
        CREATE TABLE note(id INTEGER PRIMARY KEY, folder INTEGER NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
            modified INTEGER NOT NULL, hash INTEGER NOT NULL, sections INTEGER NOT NULL, title TEXT NOT NULL,
            day INTEGER NOT NULL, words INTEGER NOT NULL, open INTEGER NOT NULL, done INTEGER NOT NULL,
            tags BLOB NOT NULL, properties BLOB NOT NULL, links BLOB NOT NULL);
        CREATE TABLE name(note INTEGER NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL, text TEXT NOT NULL,
            long TEXT NOT NULL, line INTEGER NOT NULL, PRIMARY KEY(note, place)) WITHOUT ROWID;
        CREATE INDEX name_text ON name(\(start(of: "text")));
        CREATE INDEX name_long ON name(\(start(of: "long")));
        CREATE TABLE issue(note INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, severity TEXT NOT NULL,
            line INTEGER NOT NULL, message TEXT NOT NULL, PRIMARY KEY(note, place)) WITHOUT ROWID;
        CREATE TABLE chunk(id INTEGER PRIMARY KEY, length BLOB NOT NULL, shape BLOB NOT NULL, features BLOB NOT NULL);
        CREATE TABLE word(id INTEGER PRIMARY KEY, words BLOB NOT NULL);
        CREATE TABLE recent_word(text TEXT PRIMARY KEY, sections INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE misspelling(meant TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY(meant, word)) WITHOUT ROWID;
        CREATE TABLE term(first INTEGER PRIMARY KEY, count INTEGER NOT NULL, keys BLOB NOT NULL, words BLOB NOT NULL);
        CREATE TABLE note_term(note INTEGER PRIMARY KEY, terms BLOB NOT NULL);
        CREATE TABLE note_link(note INTEGER PRIMARY KEY, mark INTEGER NOT NULL, names BLOB NOT NULL,
            texts BLOB NOT NULL);
        CREATE TABLE backlink(id INTEGER PRIMARY KEY, counts BLOB NOT NULL);
        CREATE TABLE link_text(key INTEGER PRIMARY KEY, note INTEGER NOT NULL);
        CREATE TABLE latent_term(id INTEGER PRIMARY KEY, vectors BLOB NOT NULL);
        CREATE TABLE latent_section(id INTEGER PRIMARY KEY, vectors BLOB NOT NULL);
        CREATE VIRTUAL TABLE built USING fts5(body, heading, content='', columnsize=0, tokenize='kb');
        CREATE VIRTUAL TABLE recent USING fts5(body, heading, content='', columnsize=0, tokenize='kb');
        """

    /// The first two letters of the name in `column`, lower case, which all forms of its first word share but for a few
    /// irregular ones; empty when they are not letters or digits of ASCII.
    static func start(of column: String) -> String {
        "CASE WHEN \(column) GLOB '[0-9A-Za-z][0-9A-Za-z]*' THEN lower(substr(\(column), 1, 2)) ELSE '' END"
    }

    /// How many bytes of postings FTS5 gathers in memory during a build before it writes them as one segment.
    ///
    /// Measured on 10,000 notes: 1 MB costs a fifth more time and 6 % more space; above 8 MB the postings no longer fit
    /// the processor's cache and nothing is won.
    static let buildHashSize = 6 << 20
}
