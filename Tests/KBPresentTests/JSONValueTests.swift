import KBModel
import KBPresent
import Testing

@Suite struct JSONValueTests {
    @Test(
        arguments: [
            (.null, "null"), (.bool(true), "true"), (.integer(-7), "-7"), (.number(0.5), "0.5"), (.number(3), "3"),
            (.number(1e-7), "1e-07"), (.number(.infinity), "null"), (.number(.nan), "null"),
            (.string("plain"), "\"plain\""), (.string("ü 漢 🙂"), "\"ü 漢 🙂\""),
            (.string("a\"b\\c/d"), "\"a\\\"b\\\\c/d\""), (.string("\n\r\t"), "\"\\n\\r\\t\""),
            (.string("\u{0}\u{1B}\u{7F}\u{85}"), "\"\\u0000\\u001b\\u007f\\u0085\""), ([], "[]"), ([:], "{}"),
            ([1, [2, 3]], "[1,[2,3]]"), (["b": 1, "a": [nil, false]], "{\"b\":1,\"a\":[null,false]}"),
        ] as [(JSONValue, String)])
    func `a value has one compact form, its members in the order given`(_ value: JSONValue, text: String) {
        #expect(value.compact == text)
    }

    @Test(arguments: ["0", "-0", "12", "-3.25", "1e3", "1E+3", "2.5e-10"])
    func `a number that JSON can write stays as it was written`(_ text: String) {
        #expect(JSONValue(decimal: text).compact == text)
    }

    @Test(arguments: ["007", "0x1F", ".inf", "1.", ".5", "+1", "1e", "", "-", "1 2", "1\"2"])
    func `a number that JSON cannot write becomes a string`(_ text: String) {
        #expect(JSONValue(decimal: text) == .string(text))
    }

    @Test func `what fits a line stays on it and the rest is indented`() {
        let hit: JSONValue = [
            "path": "a.md", "headingPath": ["One", "Two"], "passage": ["line": 3, "endLine": 4],
            "text": .string(String(repeating: "x", count: 60)),
        ]
        let value: JSONValue = ["version": 1, "hits": [hit], "none": []]
        #expect(
            value.indented == """
                {
                  "version": 1,
                  "hits": [
                    {
                      "path": "a.md",
                      "headingPath": ["One", "Two"],
                      "passage": {"line": 3, "endLine": 4},
                      "text": "\(String(repeating: "x", count: 60))"
                    }
                  ],
                  "none": []
                }

                """)
    }

    @Test func `deep nesting is written without running out of stack`() {
        let depth = 2_000
        let value = (0..<depth).reduce(JSONValue.null) { inner, _ in .array([inner]) }
        #expect(value.compact == String(repeating: "[", count: depth) + "null" + String(repeating: "]", count: depth))
    }
}
