import KBModel
import Testing

@testable import KBParse

@Suite struct YAMLTests {
    @Test(
        arguments: [
            ("~", .null), ("", .null), ("null", .null), ("true", .bool(true)), ("False", .bool(false)),
            ("yes", .string("yes")),
            ("007", .number("007")), ("-1.5e3", .number("-1.5e3")), ("0x1F", .number("0x1F")),
            ("0o17", .number("0o17")),
            (".inf", .number(".inf")), ("1.2.3", .string("1.2.3")), ("2026-01-01", .string("2026-01-01")),
            ("\"1\"", .string("1")),
            ("'a b'", .string("a b")), ("[1, a, [b]]", .list([.number("1"), .string("a"), .list([.string("b")])])),
            ("{a: 1, b: {c: ~}}", .map([("a", .number("1")), ("b", .map([("c", .null)]))])),
            ("|\n  x\n  y", .string("x\ny")),
            ("!!str 5", .string("5")), ("{\"a\": [true, null]}", .map([("a", .list([.bool(true), .null]))])),
        ] as [(String, YAMLValue)])
    func `a value is resolved by the core schema`(_ text: String, value: YAMLValue) throws {
        #expect(try YAML.read(Array(text.utf8)).value == value)
    }

    @Test(arguments: [
        ("a: [1", 1, 4), ("a: 1\nb: *x", 2, 4), ("a: &x 1", 1, 4), ("a: b: c", 1, 5), ("[1]: 2", 1, 1),
        ("a: 1\n---\nb: 2", 2, 1), ("\ta: 1", 1, 1),
    ])
    func `what cannot be read points at its line and column`(_ text: String, line: Int, column: Int) {
        let error = #expect(throws: YAML.SyntaxError.self) { try YAML.read(Array(text.utf8)) }
        #expect(error?.line == line)
        #expect(error?.column == column)
    }

    @Test func `a repeated key keeps its first value and is reported`() {
        let (value, issues) = YAML.parse(Array("a: 1\nb: 2\na: 3".utf8), firstLine: 10)
        #expect(value == .map([("a", .number("1")), ("b", .number("2"))]))
        #expect(issues.map(\.line) == [12])
    }

    @Test func `depth and size are bounded`() {
        #expect(throws: YAML.SyntaxError.self) { try YAML.read([UInt8](repeating: 0x5B, count: 100_000)) }
        #expect(throws: YAML.SyntaxError.self) { try YAML.read([UInt8](repeating: 0x20, count: YAML.largest + 1)) }
    }

    @Test(arguments: 0..<200)
    func `the short way through plain front matter reads what libyaml reads`(_ seed: Int) throws {
        var random = RandomNotes(seed: UInt64(seed) + 40)
        let values = [
            "", "word", "two words", "12", "1.5", "true", "null", "~", "\"quoted\"", "'single'", "\"a: b\"", "a:b",
            "a: b", "a #b", "a#b", "#c",
            "[a, b]", "[\"a, b\", 'c']", "[]", "[a, ]", "[a b, 1]", "{a: 1}", "-1", "- x", "/path", "ä ö", "“q”",
            "x\ty", "a, b", "(x)", "[x:y]",
            "*a", "&a", "!t", "%p", "@a", "`b", "|", ">", "a'b", "a\"b", "\"a\"b", "...", ".5", "a:", "[a]]", "[[a]]",
            "? x", "a ? b", "=", "<= x", "x ❓", "x\u{A0}y", "x\u{85}y", "x\u{2028}y", "x\u{FEFF}y", "日本語",
        ]
        for _ in 0..<50 {
            var text = ""
            for k in 0..<(1 + random.next(4)) {
                text +=
                    "k\(random.next(8) == 0 ? 0 : k):" + (random.next(6) == 0 ? "" : " ") + random.pick(values) + "\n"
                if random.next(4) == 0 {
                    text += random.pick(["- ", "  - ", "    - ", "-", "  ", "\n"]) + random.pick(values) + "\n"
                }
                if random.next(5) == 0 { text += random.pick(["- ", "  - "]) + random.pick(values) + "\n" }
            }
            let bytes = Array(text.utf8)
            let short = bytes.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.flatMap {
                    PlainFrontMatter.read(ByteView(base: $0, count: buffer.count), 0, buffer.count, line: 1)
                }
            }
            guard let short else { continue }
            let document = try YAML.read(bytes)
            #expect(.map(short.map { ($0.key, $0.value) }) == document.value, "\(text)")
            #expect(short.map(\.line) == document.keys.map(\.line), "\(text)")
        }
    }
}
