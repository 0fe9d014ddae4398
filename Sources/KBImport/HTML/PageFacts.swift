internal import KBParse

/// What a page says about itself, before it is written down.
struct PageFacts {
    /// As in the head of the page.
    var title: String?
    var siteName: String?
    /// Where the page lives, when it tells.
    var address: WebAddress?
    /// What its links are written from, when that is another place.
    var base: WebAddress?
    var author: String?
    /// `YYYY-MM-DD`.
    var date: String?
    /// `en`, `pt-BR`.
    var language: String?
    var summary: String?
    var keywords: [String] = []
    /// Whether the page loads a program that sets formulas.
    var setsFormulas = false

    /// Reads the head, and what stands for it in the body. `known` is the address when whoever saved the page knows it.
    init(_ tree: HTMLTree, known: String?) {
        address = known.flatMap(WebAddress.init)
        var social: [String: String] = [:]
        var current: HTMLTree.ID? = HTMLTree.root
        while let node = current {
            switch tree.tag(node) {
            case .title where title == nil && tree.tag(tree[node].parent) != .svg:
                title = Self.words(String(decoding: tree.rawText(of: node), as: UTF8.self))
            case .meta: readMeta(tree, node, into: &social)
            case .link: readLink(tree, node, into: &social)
            case .base: if base == nil { base = tree.value(.href, of: node).flatMap(WebAddress.init) }
            case .html: language = tree.value(.lang, of: node) ?? tree.value(.xmlLang, of: node)
            case .comment: readComment(tree, node)
            case .script: readScript(tree, node)
            case .time where date == nil && (tree.has(.itemprop, node) || tree.has(.datetime, node)):
                if tree.nearest(node, where: { tree.tag($0) == .article || tree.tag($0) == .main }) != nil {
                    date = tree.value(.datetime, of: node).flatMap(Self.day)
                }
            case .a where author == nil && tree.value(.rel, of: node) == "author":
                author = Self.words(tree.words(of: node))
            default: break
            }
            current = tree.following(node, within: HTMLTree.root)
        }
        conclude(social)
    }

    private mutating func conclude(_ social: [String: String]) {
        let canonical = social["canonical"] ?? social["og:url"]
        address =
            address ?? canonical.flatMap { link in WebAddress(link) ?? base.flatMap { WebAddress($0.resolving(link)) } }
        siteName = social["og:site_name"] ?? social["application-name"]
        title = title ?? social["og:title"]
        let writer = ["author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author"]
        author = writer.lazy.compactMap { social[$0] }.first { !$0.contains("://") } ?? author
        let published = [
            "article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dc.date.issued",
            "dcterms.issued",
            "citation_publication_date", "citation_date", "pubdate", "publish-date", "created",
        ]
        date = published.lazy.compactMap { social[$0].flatMap(Self.day) }.first ?? date
        language = (language ?? social["content-language"] ?? social["og:locale"])?.collapsed
        if let named = language { language = named.isEmpty ? nil : named.split(separator: "_").joined(separator: "-") }
        summary = social["description"] ?? social["og:description"]
        keywords = (social["keywords"] ?? "").split { $0 == "," || $0 == ";" }.map { $0.description.collapsed }
            .filter { !$0.isEmpty }
    }

    private func readMeta(_ tree: HTMLTree, _ node: HTMLTree.ID, into social: inout [String: String]) {
        let names: [HTMLAttribute] = [.name, .property, .itemprop, .equivalent]
        guard let key = names.lazy.compactMap({ tree.value($0, of: node) }).first?.lowercased(),
            let text = tree.value(.content, of: node).flatMap(Self.words), social[key] == nil
        else { return }
        social[key] = text
    }

    private func readLink(_ tree: HTMLTree, _ node: HTMLTree.ID, into social: inout [String: String]) {
        guard let relation = tree.value(.rel, of: node)?.lowercased(), relation == "canonical",
            let target = tree.value(.href, of: node)
        else { return }
        social["canonical"] = social["canonical"] ?? target
    }

    private mutating func readScript(_ tree: HTMLTree, _ node: HTMLTree.ID) {
        let source = (tree.value(.src, of: node) ?? "").lowercased()
        if source.contains("mathjax") || source.contains("katex") { setsFormulas = true }
    }

    /// Browsers and programs that save pages leave the address in a comment.
    private mutating func readComment(_ tree: HTMLTree, _ node: HTMLTree.ID) {
        let text = String(decoding: tree.bytes(of: node), as: UTF8.self)
        guard address == nil, text.contains("saved from url=") || text.contains("Page saved with SingleFile") else {
            return
        }
        for word in text.split(whereSeparator: \.isWhitespace) {
            // `url=(0023)https://example.org/page`: the number is the length of the address.
            let rest = word.utf8.firstIndex(of: UInt8.parenClose).map { word[word.index(after: $0)...] } ?? word
            if let found = WebAddress(String(rest)) {
                address = found
                return
            }
        }
    }

    /// The words of a value; nil when there are none.
    private static func words(_ text: String) -> String? {
        let words = text.collapsed
        return words.isEmpty ? nil : words
    }

    /// The day a time starts with: `2024-03-01T10:00Z`, `2024/3/1`, `20240301`.
    static func day(_ text: String) -> String? {
        let bytes = ByteText(text.collapsed)
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].allSatisfy(\.isDigit) ? Int(bytes.string(range)) : nil
        }
        guard let year = number(0..<4), bytes.count >= 8, year > 0 else { return nil }
        var parts: [Int] = []
        if bytes[4].isDigit {
            parts = [number(4..<6), number(6..<8)].compactMap(\.self)
        } else {
            var i = 4
            while parts.count < 2, bytes[i] == UInt8.dash || bytes[i] == UInt8.slash || bytes[i] == UInt8.dot {
                var end = i + 1
                while bytes[end].isDigit, end < i + 3 { end += 1 }
                guard let part = number(i + 1..<end) else { return nil }
                parts.append(part)
                i = end
            }
        }
        guard parts.count == 2, let month = parts.first, let day = parts.last, 1...12 ~= month, 1...31 ~= day else {
            return nil
        }
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
