import KBModel
import Testing

@Suite struct JSONTests {
    @Test(
        arguments: [
            ("null", .null), (" true ", .bool(true)), ("false", .bool(false)), ("-0.5e+3", .literal("-0.5e+3")),
            ("[]", []), ("[1, [2]]", [.literal("1"), [.literal("2")]]), ("{}", [:]),
            (#"{"a": 1, "b": {"a": null}}"#, ["a": .literal("1"), "b": ["a": nil]]),
            (#"{"a": 1, "a": 2}"#, ["a": .literal("1"), "a": .literal("2")]),
            (#""plain é 東""#, "plain é 東"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u00e9\ud83d\ude00\u0000""#, "é😀\0"), ("\t[\r\n1]\n", [.literal("1")]),
        ] as [(String, JSONValue)])
    func `JSON is read as it is written`(_ text: String, value: JSONValue) throws {
        #expect(try JSON.read(text.utf8) == value)
    }

    @Test(arguments: [
        ("", 0), ("  ", 2), ("nul", 0), ("01", 0), ("1.", 0), ("+1", 0), ("-", 0), (".5", 0), ("NaN", 0), ("1 2", 2),
        ("[1,]", 3), ("[1", 2), ("[1}", 2), ("{,}", 1), (#"{"a"}"#, 4), (#"{"a":}"#, 5), (#"{"a":1,}"#, 7),
        ("{a:1}", 1),
        (#""abc"#, 4), ("\"a\nb\"", 2), (#""\x""#, 2), (#""\u12g4""#, 5), (#""\ud800""#, 7), (#""\ude00""#, 7),
        (#""\ud800\u0041""#, 13), ("'a'", 0), ("[1 2]", 3), ("\u{FEFF}1", 0), ("1\0", 1), ("\0", 0),
    ])
    func `what is no JSON is refused at its place`(_ text: String, offset: Int) {
        let error = #expect(throws: JSON.SyntaxError.self, "\(text)") { try JSON.read(text.utf8) }
        #expect(error?.offset == offset, "\(text): \(String(describing: error))")
    }

    @Test func `text that is not UTF-8 is refused`() {
        #expect(throws: JSON.SyntaxError.self) { try JSON.read([0x22, 0xFF, 0x22]) }
    }

    @Test func `nesting has an end`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try JSON.read(nested(JSON.deepest).utf8) }
        #expect(throws: JSON.SyntaxError.self) { try JSON.read(nested(100_000).utf8) }
    }

    @Test func `what kb writes is read as it was`() throws {
        let text = "é \"x\" \\ \n\u{1}\u{7F}\u{85} 😀"
        let value: JSONValue = ["text": .string(text), "more": [.literal("1.50"), nil, true, [:]]]
        #expect(try JSON.read(value.compact.utf8) == value)
        #expect(try JSON.read(value.indented.utf8) == value)
    }
}
