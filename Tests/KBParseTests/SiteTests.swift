import Foundation
import KBModel
import Testing

@testable import KBParse

/// Says what does not fit between a note and its sites; empty when all does.
enum SiteCheck {
    static func problems(_ note: Note, _ sites: NoteSites) -> [String] {
        var problems: [String] = []
        if sites.links.count != note.links.count { return ["\(sites.links.count) sites, \(note.links.count) links"] }
        if sites.tags.count != note.tags.count { return ["\(sites.tags.count) sites, \(note.tags.count) tags"] }
        let headings = note.sections.filter { $0.kind != .preamble }.count
        if sites.headings.count != headings { return ["\(sites.headings.count) sites, \(headings) headings"] }
        let ends = lineEnds(note)
        for (link, site) in zip(note.links, sites.links) where site.isExact {
            if let problem = problem(link, site, note, ends) { problems.append("\(link.line): \(problem)") }
        }
        for (tag, site) in zip(note.tags, sites.tags) where site.isExact {
            let name = text(note, site.name)
            if name != tag.spelling { problems.append("tag “\(name)” is not “\(tag.spelling)”") }
            if site.place == .text {
                if text(note, site.name.lowerBound - 1..<site.name.lowerBound) != "#" { problems.append("no # before") }
                if line(ends, site.name.lowerBound) != tag.line { problems.append("tag “\(name)” on another line") }
            }
        }
        return problems
    }

    private static func problem(_ link: Link, _ site: LinkSite, _ note: Note, _ ends: [Int]) -> String? {
        let target = text(note, site.target)
        let anchor = site.anchor.map { text(note, $0) }
        let whole = text(note, site.whole)
        switch site.form {
        case .wiki, .yaml:
            guard link.kind == .wiki || link.kind == .embed else { return "\(link.kind) is written \(whole)" }
            guard target == link.target, anchor == link.anchor else { return "\(link) is written \(whole)" }
            if site.form == .yaml { return nil }
            guard whole.hasPrefix(link.kind == .embed ? "![[" : "[["), whole.hasSuffix("]]") else { return whole }
        case .inline, .reference, .html, .container:
            guard link.kind == .markdown || link.kind == .image else { return "\(link.kind) is written \(whole)" }
            let read = LinkTarget(destination: target + (anchor.map { "#" + $0 } ?? ""))
            guard read.target == link.target, read.anchor == link.anchor else { return "\(link) is written \(whole)" }
            if site.form == .inline, !whole.hasSuffix(")") { return whole }
            if site.form == .inline || site.form == .reference, !whole.hasPrefix(link.kind == .image ? "![" : "[") {
                return whole
            }
        case .address:
            let bare = whole.hasPrefix("<") ? whole.dropFirst().dropLast() : whole[...]
            let address = bare.prefix { $0 != "#" }
            guard link.kind == .auto, link.target.hasSuffix(address) else { return "\(link) is written \(whole)" }
        }
        guard line(ends, site.whole.lowerBound) == link.line else { return "\(whole) stands elsewhere" }
        return nil
    }

    static func text(_ note: Note, _ range: Range<Int>) -> String {
        guard range.lowerBound >= 0, range.upperBound <= note.utf8.count else { return "outside the note" }
        return String(decoding: note.utf8[range], as: UTF8.self)
    }

    /// Where each line ends, one byte after the other.
    static func lineEnds(_ note: Note) -> [Int] {
        note.utf8.indices.filter { k in
            let isReturn = note.utf8[k] == 0x0D && !(k + 1 < note.utf8.count && note.utf8[k + 1] == 0x0A)
            return note.utf8[k] == 0x0A || isReturn
        }
    }

    static func line(_ ends: [Int], _ offset: Int) -> Int {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }
}

@Suite struct SiteTests {
    private func read(_ text: String) -> (Note, NoteSites) {
        var parser = NoteParser()
        let (note, sites) = parser.parseSites(Array(text.utf8), path: "a.md")
        return (note, sites)
    }

    @Test(arguments: [
        ("[t](a%20b%3F.md?c=1)", "a b?.md"), ("[t](a.md?c=%3F)", "a.md"), ("[t](note%3A%20b.md)", "./note: b.md"),
        ("[[a?b]]", "a?b"), ("[t](https://x.org/a%3F?b=1)", "https://x.org/a%3F?b=1"),
        ("[t](//x.org/?b)", "//x.org/?b"),
    ])
    func `a query is no part of a path, an encoded mark is`(_ text: String, target: String) {
        #expect(read(text).0.links.map(\.target) == [target])
    }

    /// The text with « and » around what a range of it holds.
    private func shown(_ note: Note, _ range: Range<Int>?) -> String? { range.map { SiteCheck.text(note, $0) } }

    @Test(
        arguments: [
            ("See [[Some note#Part|that]].", "Some note", "Part", "that", "[[Some note#Part|that]]"),
            ("> - x ![[ pic.png | 100 ]]", "pic.png", nil, " 100 ", "![[ pic.png | 100 ]]"),
            ("| a |\n| - |\n| [[In a\\|cell]] |", "In a", nil, "cell", "[[In a\\|cell]]"),
            ("[t *e*](<a b.md#x y> \"T\")", "a b.md", "x y", "t *e*", "[t *e*](<a b.md#x y> \"T\")"),
            ("x ![p](../i%20j.png)", "../i%20j.png", nil, "p", "![p](../i%20j.png)"),
            ("> [over\n> two](\n> c.md)", "c.md", nil, "over\n> two", "[over\n> two](\n> c.md)"),
            ("a <img src='i.png#f' alt=b>", "i.png", "f", nil, "<img src='i.png#f' alt=b>"),
            ("---\nup: \"[[Über#A|b]]\"\n---\n", "Über", "A", "b", "\"[[Über#A|b]]\""),
            ("[t][L]\n\n[l]: <d e.md#f> 'x'", "d e.md", "f", "t", "[t][L]"),
            ("[t](a\\#b&#35;c)", "a", "b&#35;c", "t", "[t](a\\#b&#35;c)"),
            ("[t](a%3Fb.md?c=1#d?)", "a%3Fb.md", "d?", "t", "[t](a%3Fb.md?c=1#d?)"),
            ("[t][L]\n\n[l]: a.md\\?c=1", "a.md", nil, "t", "[t][L]"),
            ("[t](https://x.org/a?b#c)", "https://x.org/a?b", "c", "t", "[t](https://x.org/a?b#c)"),
            ("[[#Here]]", "", "Here", nil, "[[#Here]]"),
        ] as [(String, String, String?, String?, String)])
    func `a link's pieces are found where they stand`(
        _ text: String, target: String, anchor: String?, shown: String?, whole: String
    ) throws {
        for ends in ["\n", "\r\n"] {
            let (note, sites) = read(text.replacingOccurrences(of: "\n", with: ends))
            let site = try #require(sites.links.first)
            func fits(_ found: String?, _ wanted: String?) -> Bool {
                found == wanted?.replacingOccurrences(of: "\n", with: ends)
            }
            #expect(SiteCheck.text(note, site.target) == target)
            #expect(fits(self.shown(note, site.anchor), anchor))
            #expect(fits(self.shown(note, site.text), shown))
            #expect(fits(SiteCheck.text(note, site.whole), whole))
            #expect(SiteCheck.problems(note, sites) == [])
        }
    }

    @Test func `a definition is found in a quote, and only the first of a label`() throws {
        let (note, sites) = read("> [a]: x.md#y\n> [A]: z.md\n> [b\n> c]: <w v.md>\n\n[a] [b c]")
        #expect(sites.definitions.map { SiteCheck.text(note, $0.target) } == ["x.md", "w v.md"])
        #expect(sites.links.map(\.definition) == [0, 1])
        #expect(sites.definitions[0].anchor.map { SiteCheck.text(note, $0) } == "y")
    }

    @Test func `a heading's words are found without its marks`() {
        let (note, sites) = read("# A *b* ## {#x}\n\n> Two\n> ---\n\n<h2>Three</h2>\n\n- ## Four ##\n\nPlan:\n- a\n")
        #expect(sites.headings.map { SiteCheck.text(note, $0.title) } == ["A *b* ##", "Two", "Three", "Four", "Plan:"])
        #expect(sites.headings.map { shown(note, $0.underline) } == [nil, "---", nil, nil, nil])
    }

    @Test(
        arguments: [
            ("---\ntags: [a, \"#b/c\", 'd']\n---\n#e/f", ["a", "b/c", "d", "e/f"]),
            ("---\ntags:\n  - a # why\n  - \"b\"\nkeywords: x y, z\n---\n", ["a", "b", "x y", "z"]),
            ("---\ntag: \"#a b\"\n---\n(#c)", ["a", "b", "c"]),
        ] as [(String, [String])])
    func `a tag is found without its mark`(_ text: String, names: [String]) {
        let (note, sites) = read(text)
        #expect(sites.tags.map { SiteCheck.text(note, $0.name) } == names)
        #expect(SiteCheck.problems(note, sites) == [])
    }

    @Test func `what stands in code, comments and formulas has no site`() {
        let (_, sites) = read("`[[a]]` $[[b]]$ %%[[c]]%% <!-- [[d]] -->\n\n```\n[[e]] #f\n```\n")
        #expect(sites.links == [] && sites.tags == [])
    }

    @Test func `links and sites agree on notes made up at random`() {
        var random = RandomNotes(seed: 7)
        var parser = NoteParser()
        for _ in 0..<3000 {
            let text = random.note(lines: 12, beyond: true)
            let (note, sites) = parser.parseSites(Array(text.utf8), path: "a.md")
            var plain = NoteParser()
            #expect(note == plain.parse(Array(text.utf8), path: "a.md"))
            let problems = SiteCheck.problems(note, sites)
            #expect(problems == [], "\(text)")
            if !problems.isEmpty { return }
        }
    }

    /// A folder of real notes to try, when there is one: `KB_NOTES=FOLDER`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["KB_NOTES"] != nil))
    func `links and sites agree on real notes`() throws {
        let root = URL(filePath: ProcessInfo.processInfo.environment["KB_NOTES"] ?? "")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var parser = NoteParser()
        var (notes, links) = (0, 0)
        for case let file as URL in files ?? .init() where ["md", "txt"].contains(file.pathExtension) {
            guard let data = try? Data(contentsOf: file) else { continue }
            let (note, sites) = parser.parseSites(Array(data), path: file.lastPathComponent)
            #expect(SiteCheck.problems(note, sites) == [], "\(file.path)")
            notes += 1
            links += note.links.count
        }
        print("\(notes) notes, \(links) links")
    }
}
