/// Turns the markup within a line of Logseq into that of kb: references to blocks, embeds, tags of several words, highlights.
struct LogseqInline {
    let graph: LogseqGraph
    /// The path of the page the line stands in.
    let path: String
    /// Longer lines, in bytes, are data that somebody pasted: they stay, since looking for pairs of marks in them would
    /// take time squared.
    private static let longestLine = 20_000

    /// `line` in kb's markup; code in it stays.
    func converted(_ line: String) -> String {
        guard line.utf8.contains(where: { "([{#^`!".utf8.contains($0) }), line.utf8.count <= Self.longestLine else {
            return line
        }
        var result = ""
        var rest = line[...]
        while let first = rest.first {
            if let (text, next) = piece(rest, first) {
                result += text
                rest = next
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    /// What stands at the start of `rest` in kb's markup, and what follows it; nil when that is plain text.
    private func piece(_ rest: Substring, _ first: Character) -> (String, Substring)? {
        switch first {
        case "`": return code(rest)
        case "(": return reference(rest).map { ("[[\($0)]]", $1) }
        case "{": return macro(rest)
        case "#": return tag(rest)
        case "^":
            guard let (inner, next) = enclosed(rest, "^^", "^^"), !inner.isEmpty else { return nil }
            return ("==\(converted(inner))==", next)
        case "!": return image(rest)
        case "[":
            if let (inner, next) = enclosed(rest, "[[", "]]") { return ("[[\(graph.day(inner) ?? inner)]]", next) }
            return labelled(rest)
        default: return nil
        }
    }

    /// The text between `open`, which `rest` has to start with, and the next `close`.
    private func enclosed(_ rest: Substring, _ open: String, _ close: String) -> (inner: String, rest: Substring)? {
        guard rest.hasPrefix(open) else { return nil }
        let tail = rest.dropFirst(open.count)
        guard let (inner, next) = tail.cut(at: close) else { return nil }
        return (inner, next[...])
    }

    private func code(_ rest: Substring) -> (String, Substring)? {
        let mark = String(rest.prefix { $0 == "`" })
        let tail = rest.dropFirst(mark.count)
        guard let (inner, next) = tail.cut(at: mark) else { return (mark, tail) }
        return (mark + inner + mark, next[...])
    }

    /// The target of the block that `((id))` means.
    private func reference(_ rest: Substring) -> (target: String, rest: Substring)? {
        guard let (inner, next) = enclosed(rest, "((", "))"), let id = LogseqUUID.read(inner),
            let target = graph.target(of: id, from: path)
        else { return nil }
        return (target, next)
    }

    private func macro(_ rest: Substring) -> (String, Substring)? {
        guard let (inner, next) = enclosed(rest, "{{", "}}") else { return nil }
        let (name, argument) = inner.trimmed.cut(at: " ").map { ($0.lowercased(), $1.trimmed) } ?? (inner, "")
        switch name {
        case "embed":
            if let (target, tail) = reference(argument[...]), tail.isEmpty { return ("![[\(target)]]", next) }
            if argument.hasPrefix("[["), argument.hasSuffix("]]") { return ("!" + argument, next) }
        case "video", "youtube", "vimeo", "bilibili", "tweet", "twitter":
            if argument.hasPrefix("http"), !argument.contains(" ") { return ("![](\(argument))", next) }
        case "cloze":
            if !argument.isEmpty { return ("==\(argument)==", next) }
        default: break
        }
        return ("{{\(inner)}}", next)
    }

    /// `#[[two words]]` is a link where the graph has such a page, else a tag.
    private func tag(_ rest: Substring) -> (String, Substring)? {
        guard let (name, next) = enclosed(rest, "#[[", "]]") else { return nil }
        if graph.names[name.lowercased()] == nil, let tag = FrontMatterText.tag(name) { return ("#" + tag, next) }
        return ("[[\(name)]]", next)
    }

    /// `[words](((id)))` and `[words]([[Page]])`.
    private func labelled(_ rest: Substring) -> (String, Substring)? {
        guard let (label, next) = enclosed(rest, "[", "]"), !label.contains(where: { "[|".contains($0) }),
            next.hasPrefix("(")
        else { return nil }
        let tail = next.dropFirst()
        if let (target, end) = reference(tail), end.hasPrefix(")") {
            return ("[[\(target)|\(label)]]", end.dropFirst())
        }
        if let (page, end) = enclosed(tail, "[[", "]]"), end.hasPrefix(")"), !page.contains("|") {
            return ("[[\(page)|\(label)]]", end.dropFirst())
        }
        return nil
    }

    /// `![words](file){:height 10, :width 20}`: the size moves behind the words.
    private func image(_ rest: Substring) -> (String, Substring)? {
        guard let (label, next) = enclosed(rest, "![", "]"), let (target, tail) = enclosed(next, "(", ")"),
            let (options, end) = enclosed(tail, "{:", "}")
        else { return nil }
        var sizes: [String: String] = [:]
        for option in options.split(separator: ",") {
            let words = option.split(separator: " ")
            if words.count == 2, let size = Int(words[1]) {
                sizes[words[0].drop { $0 == ":" }.lowercased()] = String(size)
            }
        }
        let size = sizes["width"].map { width in "|" + width + (sizes["height"].map { "x" + $0 } ?? "") } ?? ""
        return ("![\(label)\(size)](\(target))", end)
    }
}
