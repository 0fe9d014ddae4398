import KBConcepts
import KBModel
import Testing

@Suite struct CatalogRankingTests {
    private func ranks(_ terms: [TermTotals]) -> [String] { catalog(terms).concepts.map(\.name) }

    @Test func `what more notes use stands out more`() {
        #expect(ranks([term("hash ring", notes: 2), term("leader election", notes: 6)]).first == "leader election")
    }

    @Test func `a heading, a lead or a mark counts for more than running text`() {
        for role in [TermCounts.Role.heading, .lead, .marked, .tag, .title, .defined, .acronym, .link] {
            #expect(ranks([term("leader election"), term("hash ring", [role: 1])]).first == "hash ring")
        }
    }

    @Test func `what stands alone counts for more than what is met only within longer names`() {
        let terms = [
            term("ring", notes: 1, mentions: 6), term("quorum", notes: 1, mentions: 6),
            term("hash ring", notes: 1, mentions: 3), term("token ring", notes: 1, mentions: 3),
        ]
        let ranks = ranks(terms)
        #expect((ranks.firstIndex(of: "quorum") ?? 9) < (ranks.firstIndex(of: "ring") ?? 0))
    }

    @Test func `an everyday word stands out less than a term of the trade`() {
        #expect(ranks([term("city", notes: 3), term("quorum", notes: 3)]).first == "quorum")
        #expect(ranks([term("thing", notes: 5), term("quorum", notes: 2)]).first == "quorum")
        #expect(ranks([term("city", notes: 3, [.title: 1]), term("quorum", notes: 3)]).first == "city")
    }

    @Test func `salience lies between 0 and 1 and falls along the list`() {
        let saliences = catalog((1...60).map { term("w\($0 * 7)q ring", notes: $0) }, notes: 60).concepts.map(
            \.salience)
        #expect(saliences.allSatisfy { 0...1 ~= $0 })
        #expect(saliences == saliences.sorted(by: >))
    }

    @Test func `a small vault shows more of its words than a large one`() {
        let terms = (0..<4_000).map { term("b\($0)x quorum", notes: 2, [.heading: 1]) }
        let small = catalog(terms, words: 2_000).concepts.count { $0.isShown }
        let large = catalog(terms, words: 200_000).concepts.count { $0.isShown }
        #expect(60...320 ~= small)
        #expect(small < large)
        #expect(large < small * 20)
    }

    @Test func `what is below the cut is still a concept`() {
        let terms = (0..<400).map { term("b\($0)x quorum", notes: 2, [.heading: 1]) } + [term("spare wheel")]
        let catalog = catalog(terms, words: 1_000)
        #expect(catalog.concepts.first { $0.name == "spare wheel" }?.isShown == false)
        #expect(catalog.names(for: "spare wheel") == ["spare wheel"])
    }

    @Test func `the order of the terms changes nothing`() {
        let terms = [
            term("WAL", notes: 2), term("write-ahead log", notes: 3), term("write-ahead logs"), term("Write-Ahead Log"),
            term("quorum", notes: 2), term("quorums", notes: 2), term("hash ring"), term("hash rings"), term("LR"),
            term("replicaton"), term("replication", notes: 6),
        ]
        let acronyms = [
            NoteAcronym(short: "WAL", long: "write-ahead log", notes: 1),
            NoteAcronym(short: "LR", long: "left recursion", notes: 1),
        ]
        let expected = catalog(terms, acronyms: acronyms).concepts
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20 {
            let shuffled = catalog(terms.shuffled(using: &generator), acronyms: acronyms.shuffled(using: &generator))
            #expect(shuffled.concepts == expected)
        }
    }

    private func isShown(_ name: String, in terms: [TermTotals]) -> Bool? {
        catalog(terms).concepts.first { $0.name == name }?.isShown
    }

    @Test func `what a note sets apart once is shown, a phrase of running text that ends in a common word is not`() {
        let terms = [
            term("peak class", [.alone: 1]), term("gossip class"), term("city"),
        ]
        #expect(isShown("peak class", in: terms) == true)
        #expect(isShown("gossip class", in: terms) == false)
        #expect(isShown("city", in: terms) == false)
    }

    @Test func `a phrase of running text is shown when the notes treat others that end like it`() {
        let kin = [term("peak class", [.alone: 1]), term("hash class", [.lead: 1])]
        #expect(isShown("gossip class", in: [term("gossip class")]) == false)
        #expect(isShown("gossip class", in: [term("gossip class")] + kin) == true)
    }

    @Test func `a common word that opens its own explanation stands out more`() {
        let explained = term("scale", mentions: 2, [.lead: 1, .defined: 1])
        #expect(ranks([term("scale", mentions: 2, [.lead: 1]), term("quorum")]).first == "quorum")
        #expect(ranks([explained, term("quorum")]).first == "scale")
    }

    @Test func `no notes hold no concepts`() {
        #expect(catalog([], notes: 0, words: 0).concepts.isEmpty)
    }
}
