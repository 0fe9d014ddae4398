import KBConcepts
import KBModel
import KBParse
import Testing

/// Which phrases of a note are terms, and in which roles.
struct ExtractionTermTests {
    private func terms(_ text: String, path: String = "n.md") -> [TermUse] {
        var parser = NoteParser()
        return TermExtractor().terms(of: parser.parse(Array(text.utf8), path: path))
    }

    private func spellings(_ text: String) -> [String] { terms(text, path: "0.md").map(\.spelling) }

    private func count(_ spelling: String, _ role: TermCounts.Role, in text: String) -> Int {
        terms(text).first { $0.spelling == spelling }?.counts[role] ?? 0
    }

    @Test(
        arguments: [
            ("The scheduler moves idle workers between queues.", ["scheduler", "idle workers", "queues"]),
            ("We measure tail latency with a load generator.", ["tail latency", "load generator"]),
            ("- How to shard the database?", ["database"]),
            ("- Define retry budgets, and circuit breakers based on them", ["retry budgets", "circuit breakers"]),
            ("- Handling missing sensor values (sensor coverage)", ["missing sensor values", "sensor coverage"]),
            ("- Detecting memory leaks", ["memory leaks"]),
            ("- Monitor queue length", ["queue length"]),
            ("Costs limit throughput.", ["Costs", "throughput"]),
            ("The cache improves throughput.", ["cache", "throughput"]),
            ("Bursty traffic => backpressure -> retries", ["Bursty traffic", "backpressure", "retries"]),
            ("Lexers vs parsers", ["Lexers", "parsers", "Lexers vs parsers"]),
            ("- Locks - acquire vs dispose", ["Locks", "acquire vs dispose"]),
            ("We compare lexers vs parsers here.", ["lexers", "parsers"]),
            ("Chop up the log, and squeezing out slack helps.", ["log", "slack"]),
            ("- Brainstorm down the list of brokers", ["brokers"]),
            ("The broker's backlog and Amdahl's law", ["broker", "backlog", "Amdahl's law"]),
            ("- Weighted (Moving) Average to handle bursts", ["Weighted (Moving) Average", "bursts"]),
            ("Use the weighted (EWMA) latency.", ["EWMA", "latency"]),
            ("- Pre/post-processing", ["Pre/post-processing", "post-processing"]),
            ("In-memory tables on-disk", ["In-memory tables"]),
            ("Queues over-time", ["Queues"]),
            ("- cache size limit and eviction", ["cache size limit", "eviction", "cache size"]),
            ("- row-key/value lookups", []),
            ("It meets latency SLOs.", ["latency SLOs", "SLOs"]),
            ("The geometric mean of latencies and sizes", ["geometric mean", "latencies"]),
            (
                "- Clock skew or packet loss causing leader churn: page the owner",
                [
                    "Clock skew", "packet loss", "leader churn", "owner",
                ]
            ),
            ("- Debugging a deadlock", ["deadlock"]),
            ("The planner learns costs for capturing temporal locality.", ["planner", "costs", "temporal locality"]),
            ("## 3. Recovering (5 min)\n\n- Migrating\n- Migrating brokers", ["Recovering", "Migrating", "brokers"]),
            ("- high availability and open source", ["high availability", "open source"]),
            ("The proxy has load balancing.", ["proxy", "load balancing"]),
            ("Snapshot 66f0c2188ab04d91 and c0ffee1234567890.", ["Snapshot"]),
            ("A very good value of many things.", []),
            ("This is an example, with pros and cons.", []),
            ("Written by Margaret Whitfield in March 2021.", []),
            ("See https://example.com/some/page.html and src/main/app_config.py for more.", []),
        ] as [(String, [String])])
    func `running text gives the chunks between function words and verbs`(_ text: String, _ expected: [String]) {
        #expect(spellings(text) == expected)
    }

    @Test(arguments: [
        ("## 3. Query planning (10 min)\n\ntext", "Query planning"),
        ("# Step 2: Query planning\n\ntext", "Query planning"),
        ("## Query planning:\n\ntext", "Query planning"), ("## Build a query planner\n\ntext", "query planner"),
    ])
    func `a heading's subject is a term without its number, budget and verb`(_ text: String, _ term: String) {
        #expect(count(term, .heading, in: text) == 1)
    }

    @Test func `a lead opens its item and is explained there`() {
        let text = "- Vacuum: frees dead rows\n- Checkpoint - writes dirty pages"
        #expect(count("Vacuum", .lead, in: text) == 1)
        #expect(count("Vacuum", .defined, in: text) == 1)
        #expect(count("Checkpoint", .lead, in: text) == 1)
        #expect(count("dead rows", .lead, in: text) == 0)
    }

    @Test func `members of an enumeration say so`() {
        let text = "Storage engines differ in latency, durability, compaction and cost."
        for term in ["latency", "durability", "compaction"] { #expect(count(term, .enumerated, in: text) == 1) }
        #expect(count("Storage engines", .enumerated, in: text) == 0)
    }

    @Test func `two names behind a lead are an enumeration when nothing follows`() {
        #expect(count("replay", .enumerated, in: "- Recovery: replay, checkpoints") == 1)
        #expect(count("replay", .enumerated, in: "After replay, checkpoints are written.") == 0)
    }

    @Test func `a lead opens a line though it looks like an acronym`() {
        let text = "A long line about throughput that ends in a noun and is wrapped by latency\nP99 latency: the tail"
        #expect(count("P99 latency", .lead, in: text) == 1)
    }

    @Test func `blanks beyond ASCII are spaces in a spelling`() {
        #expect(
            spellings("The write\u{A0}amplification and read\u{2009}amplification") == [
                "write amplification", "read amplification",
            ])
    }

    @Test func `an item that is all one phrase stands alone`() {
        #expect(
            count("write amplification", .alone, in: "Costs:\n- write amplification\n- slow write amplification tests")
                == 1)
    }

    @Test func `a mark and a link's text are roles of their phrase`() {
        let text = "We use **leader election** and [quorum reads](https://example.com/q) here."
        #expect(count("leader election", .marked, in: text) == 1)
        #expect(count("quorum reads", .link, in: text) == 1)
    }

    @Test func `tags, aliases and the title are terms though the text lacks them`() {
        let text = "---\ntitle: Log compaction\naliases: [compacted topics]\ntags: [stream-processing]\n---\nText."
        #expect(count("Log compaction", .title, in: text) == 1)
        #expect(count("compacted topics", .title, in: text) == 1)
        #expect(count("stream processing", .tag, in: text) == 1)
        #expect(count("stream processing", .mention, in: text) == 0)
    }

    @Test func `an acronym and its long form are terms`() {
        let text = "The Mean Time To Recovery (MTTR) fell."
        #expect(count("MTTR", .acronym, in: text) == 1)
        #expect(count("Mean Time To Recovery", .acronym, in: text) == 1)
    }

    @Test func `code is no term, but a name in code that opens its item is`() {
        let text = "- `vacuumdb`: cleans up\n- run `select * from t` now\n\n```\nsecret phrase\n```"
        #expect(spellings(text).contains("vacuumdb"))
        #expect(!spellings(text).contains { $0.contains("select") || $0.contains("secret") })
    }

    @Test func `spellings of one term are apart and share their key`() {
        let found = terms("Leader-election rules are old. We use leader election rules. Leader-Election Rules again.")
            .filter { $0.spelling.lowercased().contains("leader") }
        #expect(found.map(\.spelling) == ["Leader-election rules", "leader election rules"])
        #expect(Set(found.map(\.key)).count == 1)
        #expect(found.first?.counts[.mention] == 2)
    }

    @Test func `a term counts in longer ones that hold it`() {
        #expect(
            count("compaction", .mention, in: "We tune compaction.\n\nThe compaction queue. Compaction helps.") == 3)
    }

    @Test func `sections are counted once each`() {
        let text = "# A\n\nbackpressure and backpressure\n\n# B\n\nbackpressure"
        #expect(count("backpressure", .section, in: text) == 2)
        #expect(count("backpressure", .mention, in: text) == 3)
    }

    @Test func `a long text keeps a bounded number of terms, and every item`() {
        var text = "- item that stays\n- write amplification\n\n"
        for first in 0..<60 {
            for second in 0..<20 { text += "The qa\(letters(first)) wz\(letters(second)) grid fails here. " }
        }
        let found = terms(text)
        #expect(found.contains { $0.spelling == "write amplification" })
        #expect(found.count <= 60 + (60 * 20 * 6 + 10) * 15 / 100)
        #expect(found.count > 500)
    }

    @Test func `a word that shares its noun with the one behind the slash is no term`() {
        #expect(spellings("- user/item features\n- sockets/threads") == ["item features", "sockets", "threads"])
    }

    private func letters(_ number: Int) -> String {
        String(decoding: [UInt8(97 + number / 26), UInt8(97 + number % 26), 107], as: UTF8.self)
    }

    @Test func `what is found does not depend on the notes read before`() {
        let note = "# Raft\n\nLeader election needs a quorum. Log replication follows leader election."
        var parser = NoteParser()
        let parsed = parser.parse(Array(note.utf8), path: "raft.md")
        let used = TermExtractor()
        for text in ["Quorum reads.", "Elections of leaders, logs", "a/b c-d e_f"] {
            _ = used.terms(of: parser.parse(Array(text.utf8), path: "x.md"))
        }
        #expect(used.terms(of: parsed) == TermExtractor().terms(of: parsed))
    }

    @Test(arguments: [
        "", "\u{0}\u{FFFD}", "((((((", "----", "a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p", "of of of", "数据库 系统", "- \n- \n",
    ])
    func `odd text is read without trouble`(_ text: String) {
        _ = terms(text)
        _ = TermExtractor().key(of: text)
    }
}
