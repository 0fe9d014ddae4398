internal import KBParse

/// The pages that a property of Notion names: `Plan (Plans/Plan%200123….md), Budget (https://www.notion.so/…)`.
enum NotionRelation {
    /// The pages that `value`, in the file at `path`, names; nil when it is anything else.
    static func items(
        of value: String, from path: String, pages: [String: String]
    ) -> [(title: String, page: String)]? {
        guard value.utf8.contains(UInt8(ascii: "(")) else { return nil }
        var items: [(title: String, page: String)] = []
        var rest = value.trimmed
        while !rest.isEmpty {
            guard let (title, tail) = rest.cut(at: " ("), let (target, next) = closing(tail),
                let page = page(target, from: path, pages: pages)
            else { return nil }
            items.append((title.trimmed, page))
            guard next.isEmpty || next.hasPrefix(",") else { return nil }
            rest = next.dropFirst().trimmed
        }
        return items.isEmpty ? nil : items
    }

    /// The text up to the parenthesis that closes, and what follows it.
    private static func closing(_ text: String) -> (target: String, rest: String)? {
        var depth = 1
        for index in text.utf8.indices {
            if text.utf8[index] == UInt8(ascii: "(") { depth += 1 }
            if text.utf8[index] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return (String(text[..<index]), String(text[text.utf8.index(after: index)...])) }
        }
        return nil
    }

    /// The page of the export that `target`, written in the file at `path`, is; nil when it is none.
    static func page(_ target: String, from path: String, pages: [String: String]) -> String? {
        if let id = id(inAddress: target) { return pages[id] }
        guard !target.contains("://") else { return nil }
        let decoded = PercentEncoding.decoded(target)
        guard let id = NotionName.id(in: ExportPath.name(of: decoded)), let page = pages[id] else { return nil }
        return page
    }

    /// The id of the page that an address of Notion shows; nil for any other address.
    static func id(inAddress address: String) -> String? {
        guard let (scheme, rest) = address.cut(at: "://"), scheme == "https" || scheme == "http" else { return nil }
        let parts = rest.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        guard parts.count > 1, let host = parts.first?.lowercased(), let last = parts.last,
            host == "notion.so" || host.hasSuffix(".notion.so") || host.hasSuffix(".notion.site")
        else { return nil }
        let digits = last.filter { $0 != "-" }.suffix(32)
        guard digits.count == 32, digits.allSatisfy(\.isHexDigit) else { return nil }
        return digits.lowercased()
    }
}
