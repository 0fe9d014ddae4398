import KBConcepts
import KBModel
import Testing

@Suite struct CatalogNamingTests {
    @Test func `the most used spelling is the name, the others follow by use`() {
        let catalog = catalog([
            term("imbalanced tree", notes: 2, mentions: 5), term("tree imbalance", notes: 3, mentions: 7),
            term("tree-imbalance", mentions: 1),
        ])
        #expect(catalog.concepts.first?.spellings == ["tree imbalance", "imbalanced tree", "tree-imbalance"])
    }

    @Test func `the singular is the name when it is about as usual`() {
        #expect(
            catalog([term("hash rings", notes: 5), term("hash ring", notes: 3)]).name(of: "hash rings") == "hash ring")
        #expect(catalog([term("hash rings", notes: 5), term("hash ring")]).name(of: "hash ring") == "hash rings")
        #expect(catalog([term("policies", notes: 2), term("policy")]).name(of: "policies") == "policy")
    }

    @Test func `a capital of a heading is none within a sentence`() {
        #expect(catalog([term("Write Barrier", notes: 2, [.heading: 2])]).concepts.first?.name == "write barrier")
    }

    @Test func `names, acronyms and capitals inside stay`() {
        let catalog = catalog([
            term("Kafka", notes: 3, mentions: 9), term("XGBoost", [.alone: 1]), term("NDCG", [.alone: 1]),
            term("K-means", [.alone: 1]),
        ])
        #expect(Set(catalog.concepts.map(\.name)) == ["Kafka", "XGBoost", "NDCG", "K-means"])
    }

    @Test func `a shouted heading is not an acronym`() {
        let catalog = catalog([term("REPLICATION", [.heading: 1]), term("replication", notes: 2)])
        #expect(catalog.concepts.first?.name == "replication")
    }

    @Test func `the long form is the name unless hardly anybody writes it`() {
        let acronyms = [NoteAcronym(short: "LSM", long: "log-structured merge", notes: 1)]
        let usual = catalog(
            [term("LSM", notes: 2, mentions: 3), term("log-structured merge", mentions: 2)], acronyms: acronyms)
        #expect(usual.concepts.first?.name == "log-structured merge")
        let short = catalog(
            [term("LSM", notes: 9, mentions: 40), term("log-structured merge", mentions: 2)], acronyms: acronyms)
        #expect(short.concepts.first?.name == "LSM")
        #expect(short.concepts.first?.spellings == ["LSM", "log-structured merge"])
    }

    @Test func `a capital met once is that of a sentence on a common word, and of a name on another`() {
        #expect(catalog([term("Replicating")]).concepts.first?.name == "replicating")
        #expect(catalog([term("Historical load")]).concepts.first?.name == "historical load")
        #expect(catalog([term("Zanzibar")]).concepts.first?.name == "Zanzibar")
        #expect(catalog([term("Historical", notes: 5)]).concepts.first?.name == "Historical")
    }

    @Test func `a blank of another kind is a space`() {
        let catalog = catalog([term("hash\u{A0}ring"), term("hash ring")])
        #expect(catalog.concepts.map(\.spellings) == [["hash ring"]])
    }

    @Test func `the form of a link is not the name where another stands`() {
        #expect(
            catalog([term("leader-election", notes: 3), term("leader election")]).concepts.first?.name
                == "leader election")
        #expect(catalog([term("re-election", notes: 3), term("re election")]).concepts.first?.name == "re-election")
    }
}

@Test func `uses as a link count for the form with spaces`() {
    let terms = [
        term("tree-imbalance", notes: 4), term("Tree imbalance", [.heading: 1]), term("skewed tree", mentions: 2),
    ]
    let aliases = [NoteAlias(title: "Tree imbalance", alias: "skewed tree")]
    #expect(catalog(terms, aliases: aliases).concepts.first?.name == "tree imbalance")
}
