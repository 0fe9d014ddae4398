internal import KBParse

/// A page of HTML read as a note: what it is about, in Markdown, and what it says about itself.
///
/// Nothing fails: what a note cannot hold becomes an ``HTMLRemark``, and a page without words an empty note.
public struct HTMLNote: Equatable, Sendable {
    /// The page's title without the name of the site; nil when the page has neither title nor heading.
    public var title: String?
    /// The main content in Markdown, with a line feed at its end; empty when there is none. The heading the page shows
    /// as its title is in it, when there is one.
    public var markdown: String
    /// Where the page lives, without a fragment, as whoever saved it or the page itself tells.
    public var address: String?
    /// Who wrote it, as the page tells.
    public var author: String?
    /// The day it was published, `YYYY-MM-DD`, as the page tells.
    public var date: String?
    /// The language, such as `en` or `pt-BR`, as the page tells.
    public var language: String?
    /// What the page says it is about, in a sentence or two.
    public var summary: String?
    /// The words the page is filed under, as it tells.
    public var keywords: [String]
    /// What a note cannot hold, in the order it was met.
    public var remarks: [HTMLRemark]

    /// Reads a page.
    ///
    /// Takes time and memory in proportion to the page, whatever is in it.
    ///
    /// - Parameters:
    ///   - bytes: The page in any encoding that ``remarks`` does not name.
    ///   - address: Where the page lives when the caller knows; links written as seen from there become absolute.
    public init(_ bytes: [UInt8], address: String? = nil) {
        let page = PageEncoding(bytes)
        let tree = HTMLTreeBuilder.tree(of: page.utf8)
        let facts = PageFacts(tree, known: address)
        var content = MainContent(tree)
        let styles = PageStyles(tree)
        let footnotes = content.findFootnotes()
        var writer = PageWriter(content.tree, facts, styles: styles, footnotes: footnotes)
        if let remark = page.remark { writer.tally.add(remark) }
        writer.write(content.root)
        if content.words(in: HTMLTree.root) < Self.fewWords, content.hasScripts { writer.tally.add(.scriptedContent) }
        markdown = String(decoding: writer.out.bytes, as: UTF8.self)
        title = content.title(facts)
        self.address = facts.address?.text
        author = facts.author
        date = facts.date
        language = facts.language
        summary = facts.summary
        keywords = facts.keywords
        remarks = writer.tally.remarks
    }

    /// Where a page lives, as it tells; a fraction of the work of reading the whole page.
    public static func address(of bytes: [UInt8]) -> String? {
        PageFacts(HTMLTreeBuilder.tree(of: PageEncoding(bytes).utf8), known: nil).address?.text
    }

    /// The Markdown with the title as its first heading, unless it starts with a heading of level 1.
    public var titledMarkdown: String {
        guard let title, !markdown.hasPrefix("# ") else { return markdown }
        var heading = Array("# ".utf8)
        MarkdownEscape.append(Array(title.utf8), to: &heading, isLineStart: false, next: UInt8.lf, place: .init())
        return String(decoding: heading, as: UTF8.self) + "\n" + (markdown.isEmpty ? "" : "\n" + markdown)
    }

    /// A page with fewer bytes of words than this that has scripts is made by them.
    private static let fewWords = 100
}

extension MainContent {
    var hasScripts: Bool { tree.first(.script, in: HTMLTree.root) != nil }

    /// The title of the head without the site's name, or the lone heading of level 1.
    func title(_ facts: PageFacts) -> String? {
        let headings = tree.all(in: root) { tree.tag($0) == .h1 && !tree.isHidden($0) }
        let words = headings.map { tree.words(of: $0) }.filter { !$0.isEmpty }
        let heading = words.count == 1 ? words.first : nil
        guard let title = facts.title else { return heading ?? words.first }
        if let heading, title.lowercased().contains(heading.lowercased()) { return heading }
        if let site = facts.siteName, let short = Self.title(title, without: site) { return short }
        return heading ?? title
    }

    /// `Page - Site` without the site; nil when it does not end or start so.
    private static func title(_ title: String, without site: String) -> String? {
        for sign in [" | ", " - ", " – ", " — ", " · ", " :: ", ": ", " • "] {
            if title.hasSuffix(sign + site) { return String(title.dropLast(sign.count + site.count)).collapsed }
            if title.hasPrefix(site + sign) { return String(title.dropFirst(sign.count + site.count)).collapsed }
        }
        return nil
    }
}
