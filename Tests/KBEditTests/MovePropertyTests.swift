import KBEdit
import KBModel
import KBParse
import KBText
import Testing

/// Vaults with links of every style, made up at random, the same ones on every run.
struct RandomVault {
    var random: SplitMix
    static let folders = ["", "a/", "b/", "a/c/", "d e/", "b/a/"]
    static let names = [
        "One", "two", "Three four", "Fünf", "six (7)", "One", "index", "p.q", "two", "it's", "%20x", "a&b;",
    ]
    static let files = ["i.png", "a/i.png", "b/Doc one.pdf", "a/c/j (1).png"]

    mutating func next(_ bound: Int) -> Int { Int(random.next() % UInt64(max(bound, 1))) }
    mutating func pick(_ all: [String]) -> String { all[next(all.count)] }
    mutating func path() -> String { pick(Self.folders) + pick(Self.names) + (next(8) == 0 ? ".txt" : ".md") }

    mutating func vault() -> MadeUpVault {
        var vault = MadeUpVault([:], files: Set(Self.files))
        while vault.notes.count < 7 { vault.notes[path()] = "" }
        let paths = vault.notes.keys.sorted()
        for path in paths {
            var text = next(3) == 0 ? "---\nup: \"[[\(name(of: pick(paths)))]]\"\ntags: [x]\n---\n" : ""
            if next(4) == 0 { text = "---\naliases: [\(pick(["Uno", "two", "Zwei"]))]\n---\n" }
            for _ in 0..<4 {
                text += words() + link(from: path, to: pick(paths + Self.files)) + words() + pick(["\n", "\n\n", " "])
            }
            text +=
                "\n\n## On [[\(name(of: pick(paths)))]]\n\n| a | b |\n| - | - |\n| [[\(name(of: pick(paths)))\\|x]] | y |\n"
            text +=
                "\n> - `[[\(name(of: pick(paths)))]]` [r] [gone](x/none.pdf) [[Uno]]\n\n[r]: <\(relative(pick(paths), path))>\n"
            vault.notes[path] =
                next(5) == 0
                ? text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : text
        }
        return vault
    }

    private mutating func words() -> String { pick(["see ", "ä ", "*so* ", "", "x, ", "(", "- ", "\\[a\\] "]) }

    private func levels(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }
    private func bare(_ path: String) -> String {
        String(path.dropLast(path.hasSuffix(".md") ? 3 : path.hasSuffix(".txt") ? 4 : 0))
    }
    private func name(of path: String) -> String { levels(bare(path)).last ?? "" }

    private func relative(_ path: String, _ from: String) -> String {
        String(repeating: "../", count: levels(from).count - 1) + path
    }

    private func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let isPlain = byte >= 0x80 || "/._-'".utf8.contains(byte) || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
            let digits = String(byte, radix: 16, uppercase: true)
            result += isPlain ? "" : "%" + (digits.count < 2 ? "0" : "") + digits
            if isPlain { result += byte < 0x80 ? String(UnicodeScalar(byte)) : "" }
        }
        return text.utf8.contains { $0 >= 0x80 } ? "<\(text)>" : result
    }

    private mutating func link(from note: String, to path: String) -> String {
        let way = relative(path, note)
        switch next(11) {
        case 0: return "[[\(name(of: path))]]"
        case 1: return "[[\(bare(path))|shown]]"
        case 2: return "![[\(levels(path).last ?? "")]]"
        case 3: return "[t](\(encoded(way)))"
        case 4: return "[t *x*](<\(way)> 'T')"
        case 5: return "[t](/\(encoded(path))#h)"
        case 6: return "![](\(encoded(way)))"
        case 7: return "<a href=\"\(way.split(separator: "%").joined(separator: "%25"))\">t</a>"
        case 8: return "[[\(name(of: path).lowercased())#H]]"
        case 9: return "[t](\(encoded(bare(way))))"
        default: return "[[\(way)]]"
        }
    }
}

@Suite struct MovePropertyTests {
    /// How many made-up vaults are tried.
    private static let rounds = 60

    /// The note without its links.
    private func withoutLinks(_ bytes: [UInt8], _ path: String) -> [UInt8] {
        var parser = NoteParser()
        let (_, sites) = parser.parseSites(bytes, path: path)
        var edits: Set<Range<Int>> = []
        for site in sites.links { edits.insert(site.whole) }
        for site in sites.definitions { edits.insert(site.target) }
        let outer = edits.filter { range in
            !edits.contains { $0 != range && $0.lowerBound <= range.lowerBound && $0.upperBound >= range.upperBound }
        }
        return ByteEdit.apply(outer.map { ByteEdit($0, "") }, to: bytes) ?? []
    }

    @Test func `after a move every link leads where it led, and nothing else has changed`() throws {
        var (links, unkept, followed) = (0, 0, 0)
        for seed in 0..<Self.rounds {
            var random = RandomVault(random: SplitMix(seed: UInt64(seed)))
            let vault = random.vault()
            let paths = vault.notes.keys.sorted()
            let isFolder = random.next(4) == 0
            let from = isFolder ? random.pick(["a", "b", "a/c"]) : random.pick(paths + RandomVault.files)
            let isFile = RandomVault.files.contains(from)
            let name = random.pick(
                isFile ? ["k.png", "j (2).png"] : ["New.md", "One.md", "x (.md", "Ö #.md", "two.md", "a b.md"])
            let to = isFolder ? random.pick(["z", "b/z", "d e/y"]) : random.pick(RandomVault.folders) + name
            let isTaken = vault.notes[to] != nil || vault.files.contains(to) || to.hasPrefix(from + "/")
            guard !isTaken, !isFolder || paths.contains(where: { $0.hasPrefix(from + "/") }) else { continue }
            let (plan, moves) = vault.plan(from, to)
            let after = vault.applying(plan)
            let (old, new) = (vault.map(), after.map())
            var parser = NoteParser()
            for path in paths {
                let bytes = Array((vault.notes[path] ?? "").utf8)
                let changed = Array((after.notes[moves.newPath(of: path)] ?? "gone").utf8)
                let (was, now) = (parser.parse(bytes, path: path), parser.parse(changed, path: moves.newPath(of: path)))
                try #require(was.links.count == now.links.count, "seed \(seed), \(path)")
                #expect(withoutLinks(bytes, path) == withoutLinks(changed, path), "seed \(seed), \(path)")
                #expect(was.sections.map(\.anchor) == now.sections.map(\.anchor), "seed \(seed), \(path)")
                let remarked = Set(plan.remarks.filter { $0.path == path }.compactMap(\.line))
                for (a, b) in zip(was.links, now.links) where !a.target.isEmpty && !a.isExternal {
                    links += 1
                    guard let end = old(a, path).path else { continue }
                    let kept = new(b, moves.newPath(of: path)).path == moves.newPath(of: end)
                    if a.target != b.target { followed += 1 }
                    if !kept { unkept += 1 }
                    #expect(
                        kept || remarked.contains(a.line), "seed \(seed), \(path):\(a.line): \(a.target) → \(b.target)")
                }
            }
        }
        // Links in the front matter cannot hold every name; nearly all others are kept.
        #expect(followed > 100 && unkept * 200 < links, "\(links) links, \(followed) followed, \(unkept) not kept")
    }
}
