import KBModel
import KBParse
import Testing

@Suite struct PlainQueryTests {
    /// The words that a plain query looks for, with their offsets.
    private func words(_ text: String) throws -> [String] {
        let clause = try Query(plain: text).clause
        let parts = if case .all(let parts) = clause { parts } else { [clause] }
        return parts.map { part in
            if case .word(let term, in: .any) = part { "\(term.offset):\(term.text)" } else { "\(part)" }
        }
    }

    @Test(
        arguments: [
            ("feature store", ["0:feature", "8:store"]), ("  one\t", ["2:one"]),
            ("\"a phrase\" -out OR tag:x (y", ["0:\"a", "3:phrase\"", "11:-out", "16:OR", "19:tag:x", "25:(y"]),
            ("NOT this AND is:task pre*", ["0:NOT", "4:this", "9:AND", "13:is:task", "21:pre*"]),
            ("é – c++ ?", ["0:é", "7:c++"]), (":-) ?", ["0::-)", "4:?"]),
        ] as [(String, [String])])
    func `nothing in a plain query is an operator`(_ text: String, words expected: [String]) throws {
        #expect(try words(text) == expected)
    }

    @Test(arguments: ["", "  \n"])
    func `a plain query without a word is refused`(_ text: String) {
        #expect(throws: QueryError.nothingRequired) { try Query(plain: text) }
    }

    @Test func `a plain query without marks reads as a typed one`() throws {
        let today = try #require(Day(year: 2026, month: 5, day: 31))
        let text = "how do I handle imbalanced classes"
        #expect(try Query(plain: text) == Query(parsing: text, today: today))
    }
}
