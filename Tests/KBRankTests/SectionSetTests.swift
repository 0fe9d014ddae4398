import KBModel
import KBRank
import Testing

@Suite struct SectionSetTests {
    @Test func `sets combine as sets of numbers do`() {
        var random = SplitMix(seed: 5)
        for _ in 0..<300 {
            let capacity = Int.random(in: 0...200, using: &random)
            func draw() -> (SectionSet, Set<Int>) {
                let low = Int.random(in: -5...capacity + 5, using: &random)
                let range = low..<low + Int.random(in: 0...90, using: &random)
                var set = SectionSet(ranges: [range], capacity: capacity)
                var reference = Set(range).filter { 0..<capacity ~= $0 }
                for _ in 0..<10 {
                    let number = Int.random(in: -3...capacity + 3, using: &random)
                    set.insert(number)
                    if 0..<capacity ~= number { reference.insert(number) }
                }
                return (set, reference)
            }
            let (a, x) = draw()
            let (b, y) = draw()
            #expect(a.sections == x.sorted())
            #expect(a.count == x.count)
            #expect(a.isEmpty == x.isEmpty)
            #expect((-3...capacity + 3).allSatisfy { a.contains($0) == x.contains($0) })
            var (both, either, without) = (a, a, a)
            both.formIntersection(b)
            either.formUnion(b)
            without.subtract(b)
            #expect(both.sections == x.intersection(y).sorted())
            #expect(either.sections == x.union(y).sorted())
            #expect(without.sections == x.subtracting(y).sorted())
        }
    }

    @Test func `sets of different capacity combine without growing`() {
        var small = SectionSet([1, 3], capacity: 5)
        small.formUnion(SectionSet(ranges: [0..<500], capacity: 500))
        #expect(small.sections == [0, 1, 2, 3, 4])
        var large = SectionSet(ranges: [0..<500], capacity: 500)
        large.formIntersection(small)
        #expect(large.sections == [0, 1, 2, 3, 4])
    }

    @Test(
        arguments: [
            (.all([word("a"), word("b")]), [1, 2, 3]),
            (.all([word("a")]), [1, 2]),
            (.all([.all([word("a")]), word("b")]), [1, 2]),
            (.all([.all([word("a")]), .all([word("b")])]), [2]),
            (.all([word("a"), .not(word("b"))]), [1]),
            (.all([word("a"), word("b"), .filter(.path("p"))]), [3]),
            (.all([word("a"), .filter(.path("p"))]), []),
            (.all([.filter(.path("p"))]), [3, 4]),
            (.any([word("a"), .filter(.path("p"))]), [1, 2, 3, 4]),
            (.any([word("a"), .not(word("b"))]), [1, 2, 4]),
            (.not(.all([word("a"), word("b")])), [4]),
            (.not(.all([.all([word("a")]), .all([word("b")])])), [1, 3, 4]),
            (.all([]), [1, 2, 3, 4]), (.any([]), []),
        ] as [(Query.Clause, [Int])])
    func `a clause holds in the sections its operators say`(_ clause: Query.Clause, sections: [Int]) {
        let universe = SectionSet([1, 2, 3, 4], capacity: 6)
        let found = clause.sections(in: universe) { leaf in
            switch leaf {
            case .word(let term, _): SectionSet(term.text == "a" ? [1, 2, 5] : [2, 3, 5], capacity: 6)
            default: SectionSet([3, 4, 0], capacity: 6)
            }
        }
        #expect(found.sections == sections)
    }

    @Test func `the words that rank are those not excluded, with their neighbours`() {
        let clause = Query.Clause.all([
            word("a"), .all([word("b")]), .phrase(Query.Term("c d", at: 0), in: .any), word("e"),
            .any([word("f"), .all([word("g"), word("h")])]), .not(word("x")), .filter(.path("p")),
        ])
        let words = QueryWords(clause).words
        #expect(words.map(\.isOptional) == [true, false, false, true, true, true, true])
        #expect(words.map(\.followsWord) == [false, true, false, false, false, false, true])
    }

    @Test(
        arguments: [
            (.all([word("the"), word("a")]), word("a")),
            (.all([word("the"), word("of")]), .all([word("the"), word("of")])),
            (.all([.all([word("the")]), word("a")]), .all([.all([word("the")]), word("a")])),
            (.all([word("the"), .filter(.path("p"))]), .all([word("the"), .filter(.path("p"))])),
            (.any([.all([word("the"), word("a")]), word("the")]), .any([word("a"), word("the")])),
            (word("the"), word("the")),
            (.all([word("The?"), word("(o’f),"), word("c++"), word("a")]), .all([word("c++"), word("a")])),
        ] as [(Query.Clause, Query.Clause)])
    func `stop words go where something else is left to look for`(_ clause: Query.Clause, kept: Query.Clause) {
        #expect(clause.dropping { ["the", "of"].contains($0) } == kept)
    }

    @Test func `a length survives its byte, nearly`() {
        for words in [0, 1, 2, 31, 32, 40, 41, 50, 100, 999, 12_345, 400_000] {
            let back = SectionLength.words[Int(SectionLength.encode(words))]
            #expect(words <= 40 ? back == words : back <= words && Double(back) >= Double(words) * 0.94)
        }
        #expect(SectionLength.encode(-1) == 1)
        #expect(SectionLength.encode(.max) == 255)
        #expect(SectionLength.words.count == 256)
    }
}

/// A bare word.
func word(_ text: String) -> Query.Clause { .word(Query.Term(text, at: 0), in: .any) }
