import KBConcepts
import KBModel
import Testing

@Suite struct CatalogMergingTests {
    @Test func `forms of the same words are one concept`() {
        let catalog = catalog([term("write barrier", notes: 2), term("write barriers"), term("Write-barrier")])
        #expect(catalog.concepts.count == 1)
        #expect(catalog.joins("write barrier", "write barriers"))
    }

    @Test func `an acronym is what the notes say it stands for`() {
        let catalog = catalog(
            [term("LRU", notes: 2), term("least recently used", notes: 1), term("cache")],
            acronyms: [NoteAcronym(short: "LRU", long: "least recently used", notes: 1)])
        #expect(catalog.joins("LRU", "least recently used"))
        #expect(!catalog.joins("LRU", "cache"))
    }

    @Test func `an acronym with two meanings in the notes is neither`() {
        let catalog = catalog(
            [term("SP"), term("stack pointer", notes: 2), term("service provider")],
            acronyms: [
                NoteAcronym(short: "SP", long: "stack pointer", notes: 2),
                NoteAcronym(short: "SP", long: "service provider", notes: 1),
            ])
        #expect(!catalog.joins("SP", "stack pointer"))
        #expect(!catalog.joins("SP", "service provider"))
        #expect(catalog.names(for: "SP").contains("service provider"))
        #expect(catalog.names(for: "SP").contains("stack pointer"))
    }

    @Test(arguments: [("COM", "COM add-in"), ("ARC", "and Reasoning Corpus"), ("MF", "MOF")])
    func `a piece of a sentence is no long form`(_ short: String, _ long: String) {
        let catalog = catalog(
            [term(short), term(long, notes: 2)], acronyms: [NoteAcronym(short: short, long: long, notes: 1)])
        #expect(!catalog.joins(short, long))
    }

    @Test func `a pair whose letters do not fit is not believed`() {
        let catalog = catalog(
            [term("HTTP"), term("model output", notes: 2)],
            acronyms: [NoteAcronym(short: "HTTP", long: "model output", notes: 1)])
        #expect(!catalog.joins("HTTP", "model output"))
    }

    @Test func `an acronym that everybody knows needs no note to spell it out`() {
        #expect(catalog([term("SVM"), term("support vector machines")]).joins("SVM", "support vector machines"))
        #expect(catalog([term("recsys"), term("recommender system")]).joins("recsys", "recommender system"))
    }

    @Test func `initials with several common meanings are left alone, though one of them stands in the notes`() {
        let catalog = catalog([term("LR", notes: 3), term("logistic regression", notes: 3)])
        #expect(!catalog.joins("LR", "logistic regression"))
    }

    @Test func `three initials and more join the only phrase they fit`() {
        let terms = [term("WQF", notes: 2), term("weighted quorum forest", notes: 2, [.heading: 1])]
        #expect(catalog(terms).joins("WQF", "weighted quorum forest"))
        // A phrase that no note treats fits by chance.
        #expect(!catalog([term("WQF"), term("wide query filter")]).joins("WQF", "wide query filter"))
        #expect(!catalog(terms + [term("wide query filter")]).joins("WQF", "weighted quorum forest"))
    }

    @Test func `two initials join nothing by themselves`() {
        #expect(!catalog([term("QF", notes: 2), term("quorum forest")]).joins("QF", "quorum forest"))
    }

    @Test func `capitals are not short for every longer name that begins with them`() {
        #expect(!catalog([term("SQL"), term("SQLite", notes: 2)]).joins("SQL", "SQLite"))
        #expect(!catalog([term("TQB"), term("TQBridge", notes: 2)]).joins("TQB", "TQBridge"))
    }

    @Test func `a short word within a phrase stands for its long form`() {
        #expect(
            catalog([term("ML platform"), term("machine learning platform")]).joins(
                "ML platform", "machine learning platform"))
        #expect(
            catalog([term("config drift"), term("configuration drift")]).joins("config drift", "configuration drift"))
    }

    @Test func `an ending that is short for another is so in longer words too`() {
        #expect(
            catalog([term("hyperparams"), term("hyperparameter", notes: 2)]).joins("hyperparams", "hyperparameter"))
    }

    @Test func `a beginning that is a word of its own is another concept`() {
        let catalog = catalog([
            term("cloud"), term("Cloudflare"), term("graph"), term("GraphQL"), term("app"), term("application"),
        ])
        #expect(catalog.concepts.count == 6)
    }

    @Test func `one word here and two there are one concept`() {
        let catalog = catalog([term("newsfeed"), term("news feed", notes: 2), term("AB test"), term("A/B test")])
        #expect(catalog.joins("newsfeed", "news feed"))
        #expect(catalog.joins("AB test", "A/B test"))
    }

    @Test func `a rare spelling one slip away is the common one`() {
        let catalog = catalog([
            term("replicaton"), term("replication", notes: 5), term("offline replicaton"),
            term("offline replication", notes: 2),
        ])
        #expect(catalog.joins("replicaton", "replication"))
        #expect(catalog.joins("offline replicaton", "offline replication"))
        #expect(!catalog.joins("replication", "offline replication"))
    }

    @Test func `a spelling met as often is no slip`() {
        #expect(
            !catalog([term("conversion", notes: 3), term("conversation", notes: 5)]).joins("conversion", "conversation")
        )
        #expect(!catalog([term("sharding", notes: 4), term("shading", notes: 1)]).joins("sharding", "shading"))
    }

    @Test func `a name with a slip is shown as it was meant`() {
        let catalog = catalog([term("Replicaton limits"), term("replication", notes: 6)])
        #expect(catalog.name(of: "Replicaton limits") == "replication limits")
    }

    @Test(arguments: [
        ("offline metrics", "online metrics"), ("supervised learning", "unsupervised learning"),
        ("product", "production"), ("engine", "engineering"), ("precision", "recall"), ("L1 norm", "L2 norm"),
        ("training set", "test set"), ("batch inference", "real-time inference"), ("offline evaluation", "evaluation"),
        ("balanced tree", "unbalanced tree"), ("version 1", "version 2"), ("feature", "feature store"),
        ("symmetric key", "asymmetric key"), ("upper bound", "lower bound"), ("explicit cast", "implicit cast"),
        ("stateful service", "stateless service"), ("encoder", "decoder"),
    ])
    func `what is not the same is never joined`(_ a: String, _ b: String) {
        #expect(!catalog([term(a, notes: 1), term(b, notes: 9)]).joins(a, b))
        #expect(catalog([term(a, notes: 1), term(b, notes: 9)]).concepts.count == 2)
    }

    @Test func `the alias of a note joins its title`() {
        let terms = [term("Paxos"), term("part-time parliament")]
        #expect(
            catalog(terms, aliases: [NoteAlias(title: "Paxos", alias: "part-time parliament")])
                .joins("Paxos", "part-time parliament"))
    }

    @Test func `an alias of two notes joins neither`() {
        let terms = [term("Java"), term("Java coffee"), term("Java island")]
        let catalog = catalog(
            terms,
            aliases: [NoteAlias(title: "Java coffee", alias: "Java"), NoteAlias(title: "Java island", alias: "Java")])
        #expect(!catalog.joins("Java", "Java coffee"))
    }

    @Test func `a method is an approach where the notes call it so too`() {
        #expect(catalog([term("gossip approach"), term("gossip method")]).joins("gossip approach", "gossip method"))
        #expect(!catalog([term("gossip"), term("gossip method")]).joins("gossip", "gossip method"))
    }

    @Test func `an acronym and its score are one, a word and its score are not`() {
        #expect(catalog([term("G2"), term("G2 score")]).joins("G2", "G2 score"))
        #expect(!catalog([term("credit"), term("credit score")]).joins("credit", "credit score"))
        #expect(!catalog([term("GPU"), term("GPU metrics")]).joins("GPU", "GPU metrics"))
    }
}
