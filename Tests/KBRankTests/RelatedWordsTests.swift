import KBText
import Testing

@testable import KBRank

/// The general list of words of like meaning.
@Suite struct RelatedWordsTests {
    @Test func `a word is given the others of its group, whatever its form`() {
        for word in ["gradual", "gradually"] {
            #expect(RelatedWords.others(for: [word]).first?.contains("incremental") == true, "\(word)")
        }
        #expect(RelatedWords.others(for: ["buys"]).first?.contains("purchase") == true)
        #expect(RelatedWords.others(for: ["using"]).first?.contains("employ") == true)
    }

    @Test func `a word the list does not have is given none`() {
        #expect(RelatedWords.others(for: ["zebra", "", "x", "評価", "k8s"]) == [[], [], [], [], []])
        #expect(RelatedWords.others(for: []) == [])
    }

    @Test func `no word is given what the query says itself`() {
        let others = RelatedWords.others(for: ["shrink", "compressed"])
        #expect(others.allSatisfy { !$0.contains("compress") && !$0.contains("shrink") })
        #expect(others.allSatisfy { $0.contains("reduce") })
    }

    @Test func `no word is given many others, nor one twice`() {
        for group in Self.groups {
            for word in group {
                let others = RelatedWords.others(for: [word]).first ?? []
                #expect(others.count <= RelatedWords.mostPerWord && Set(others).count == others.count, "\(word)")
            }
        }
    }

    @Test func `words of a group stand for each other`() {
        for group in Self.groups {
            for word in group {
                let others = RelatedWords.others(for: [word]).first ?? []
                guard others.count < RelatedWords.mostPerWord else { continue }
                let stem = Stemmer.stem(word)
                let missing = group.filter { Stemmer.stem($0) != stem && !others.contains($0) }
                #expect(missing.isEmpty, "\(word): \(missing)")
            }
        }
    }

    @Test func `the list holds groups of two to eight plain words`() {
        #expect(Self.groups.count > 1_000)
        for group in Self.groups {
            #expect((2...8).contains(group.count) && Set(group).count == group.count, "\(group)")
            #expect(group.allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } })
        }
    }

    private static let groups: [[String]] = RelatedWordList.text.description.split(separator: ";").map {
        $0.split { $0.isWhitespace }.map(String.init)
    }.filter { !$0.isEmpty }
}
