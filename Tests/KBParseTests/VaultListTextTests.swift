import Testing

@testable import KBParse

@Suite struct VaultListTextTests {
    private func edited(_ text: String, _ edit: (inout VaultListText) throws -> Void) throws -> String {
        var list = try VaultListText(Array(text.utf8))
        try edit(&list)
        return String(decoding: list.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("", "vaults:\n  b: /b\n"),
        ("# mine\n", "# mine\nvaults:\n  b: /b\n"),
        ("color: never", "color: never\nvaults:\n  b: /b"),
        ("color: never\n", "color: never\nvaults:\n  b: /b\n"),
        ("vaults:\n", "vaults:\n  b: /b\n"),
        ("vaults: {} # none\ncolor: never\n", "vaults: # none\n  b: /b\ncolor: never\n"),
        ("vaults: ~\n", "vaults:\n  b: /b\n"),
        ("vaults:\n    a: /a # first\n\ncolor: never\n", "vaults:\n    a: /a # first\n    b: /b\n\ncolor: never\n"),
        ("vaults:\r\n  a: /a\r\n", "vaults:\r\n  a: /a\r\n  b: /b\r\n"),
        ("search:\n  limit: 5\n", "search:\n  limit: 5\nvaults:\n  b: /b\n"),
    ])
    func `a vault is added below the others`(_ text: String, after: String) throws {
        #expect(try edited(text) { try $0.add("b", at: "/b") } == after)
    }

    @Test(arguments: [
        ("vaults:\n  a: /a\n  b: /b\n", "vaults:\n  a: /a\n"),
        ("vaults:\n  b: /b # the only one\ncolor: never\n", "color: never\n"),
        ("# mine\nvaults:\n  # work\n  b: /b\n  a: /a\n", "# mine\nvaults:\n  # work\n  a: /a\n"),
        ("vaults:\n  \"b\":\n    /b\n  a: /a\n", "vaults:\n  a: /a\n"),
        ("vaults:\n  a: /a\n", "vaults:\n  a: /a\n"),
    ])
    func `a vault is taken out with its line, and the key with the last one`(_ text: String, after: String) throws {
        #expect(try edited(text) { try $0.remove("b") } == after)
    }

    @Test func `folders that YAML would read otherwise are quoted`() throws {
        #expect(try edited("") { try $0.add("a", at: "~/x: y #1") } == "vaults:\n  a: \"~/x: y #1\"\n")
    }

    @Test(arguments: [
        ("vaults: {a: /a}\n", 1), ("color: never\nvaults:\n  - /a\n", 3), ("{color: never}\n", 1), ("a: [\n", 2),
    ])
    func `a file that is written otherwise is refused with its line`(_ text: String, line: Int) {
        let error = #expect(throws: VaultListText.Refusal.self) { _ = try VaultListText(Array(text.utf8)) }
        #expect(error?.line == line)
    }
}
