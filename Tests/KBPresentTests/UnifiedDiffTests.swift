import Foundation
import KBPresent
import Testing

@Suite struct UnifiedDiffTests {
    private func diff(_ old: String?, _ new: String) -> String {
        let diff = UnifiedDiff(from: old.map { Array($0.utf8) }, to: Array(new.utf8))
        return String(decoding: diff.plain(path: "a.yml"), as: UTF8.self)
    }

    @Test(arguments: [
        ("", "", ""), ("a\n", "a\n", ""),
        ("", "a\n", "--- a/a.yml\n+++ b/a.yml\n@@ -0,0 +1 @@\n+a\n"),
        ("a\n", "", "--- a/a.yml\n+++ b/a.yml\n@@ -1 +0,0 @@\n-a\n"),
        ("a", "a\n", "--- a/a.yml\n+++ b/a.yml\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        (
            "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nX\n6\n7\n8\n",
            "--- a/a.yml\n+++ b/a.yml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+X\n 6\n 7\n 8\n"
        ),
        ("a\r\n", "b\r\n", "--- a/a.yml\n+++ b/a.yml\n@@ -1 +1 @@\n-a\r\n+b\r\n"),
    ])
    func `a difference reads as diff -u prints it`(_ old: String, _ new: String, _ expected: String) {
        #expect(diff(old, new) == expected)
    }

    @Test(arguments: [
        ("a b.md", "a/a b.md b/c.md", "a b.md", "a/a b.md\t"), ("ä.md", "a/ä.md b/c.md", "ä.md", "a/ä.md"),
        ("a\tb.md", #""a/a\tb.md" b/c.md"#, #""a\tb.md""#, #""a/a\tb.md""#),
        ("\"\\ \u{1}.md", #""a/\"\\ \001.md" b/c.md"#, #""\"\\ \001.md""#, #""a/\"\\ \001.md""#),
    ])
    func `a name is quoted as git does it`(_ path: String, _ both: String, _ name: String, _ old: String) {
        let diff = UnifiedDiff(from: [97, 10], to: [98, 10]).plain(path: path, newPath: "c.md", isGit: true)
        let head = "diff --git \(both)\nrename from \(name)\nrename to c.md\n--- \(old)\n+++ b/c.md\n"
        #expect(String(decoding: diff, as: UTF8.self).hasPrefix(head))
    }

    @Test func `a new file comes from nowhere`() {
        #expect(diff(nil, "a\nb\n") == "--- /dev/null\n+++ b/a.yml\n@@ -0,0 +1,2 @@\n+a\n+b\n")
    }

    @Test func `an added entry is shown whole`() {
        let entry = "- name: a\n  hidden: true\n"
        #expect(diff(entry, entry + entry).hasSuffix("   hidden: true\n+- name: a\n+  hidden: true\n"))
    }

    @Test func `on a terminal what goes and comes has a colour and nothing drives it`() {
        let diff = UnifiedDiff(from: Array("a\u{1B}[2J\n".utf8), to: Array("b\n".utf8))
        let text = diff.dressed(path: "a.yml", style: Style(isColoured: true))
        #expect(text.contains("\u{1B}[31m-a\u{FFFD}[2J\u{1B}[m\n\u{1B}[92m+b\u{1B}[m\n"))
        #expect(!diff.dressed(path: "a.yml", style: Style()).contains("\u{1B}"))
    }

    @Test func `texts with nothing in common are replaced in reasonable time`() {
        let old = (0..<20_000).map { "old \($0)\n" }.joined()
        let new = (0..<20_000).map { "new \($0)\n" }.joined()
        #expect(diff(old, new).hasPrefix("--- a/a.yml\n+++ b/a.yml\n@@ -1,20000 +1,20000 @@\n-old 0\n"))
    }

    /// What `/usr/bin/diff` prints.
    private func oracle(_ old: String, _ new: String, in folder: URL) throws -> String {
        let (a, b) = (folder.appendingPathComponent("a"), folder.appendingPathComponent("b"))
        try Data(old.utf8).write(to: a)
        try Data(new.utf8).write(to: b)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/diff")
        process.arguments = ["-u", "--minimal", "--label", "a/a.yml", "--label", "b/a.yml", a.path, b.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// `old` with `diff` carried out; nil when it does not fit.
    private func patched(_ old: String, with diff: String) -> String? {
        func lines(_ text: String) -> [String] {
            text.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }.dropLast(1)
                + (text.isEmpty || text.hasSuffix("\n")
                    ? [] : [text.split(separator: "\n").last.map(String.init) ?? ""])
        }
        let source = lines(old)
        var (result, position): ([String], Int) = ([], 0)
        for line in lines(diff).dropFirst(2) {
            let text = String(line.dropFirst())
            switch line.first {
            case "@":
                let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
                let isEmpty = line.hasPrefix("@@ -\(numbers[0]),0 ")
                let start = isEmpty ? numbers[0] : numbers[0] - 1
                guard start >= position, start <= source.count else { return nil }
                result += source[position..<start]
                position = start
            case "\\": result[result.count - 1].removeLast()
            case "+": result.append(text)
            case " ", "-":
                guard position < source.count, source[position].hasPrefix(text.dropLast()) else { return nil }
                if line.first == " " { result.append(text) }
                position += 1
            default: return nil
            }
            // A mark about a line that goes says nothing about the new text.
        }
        return (result + source[position...]).joined()
    }

    /// How many lines go and come.
    private func size(_ diff: String) -> Int {
        diff.split(separator: "\n").dropFirst(2).count { $0.hasPrefix("+") || $0.hasPrefix("-") }
    }

    @Test(arguments: 0..<6)
    func `random texts differ by as few lines as diff finds, and the difference leads from one to the other`(
        _ seed: Int
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kb-diff-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
        }
        func lines(_ count: Int) -> [String] { (0..<count).map { _ in "line \(next(8))\n" } }
        for _ in 0..<25 {
            let old = lines(next(40))
            var new = old
            for _ in 0..<next(6) {
                let place = next(new.count + 1)
                let removed = min(next(4), new.count - place)
                new.replaceSubrange(place..<place + removed, with: lines(next(4)))
            }
            let (a, b) = (old.joined(), new.joined())
            let ours = diff(a, b)
            #expect(size(ours) == size(try oracle(a, b, in: folder)))
            #expect(patched(a, with: ours) == b, "\(ours)")
        }
    }
}
