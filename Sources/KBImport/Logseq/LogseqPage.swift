internal import KBModel
internal import KBParse

/// One page of Logseq as a note: its properties become front matter, its blocks stay a list.
struct LogseqPage {
    private let text: NoteText
    private let path: String
    private let graph: LogseqGraph
    private let inline: LogseqInline

    init(_ text: NoteText, path: String, graph: LogseqGraph) {
        self.text = text
        self.path = path
        self.graph = graph
        inline = LogseqInline(graph: graph, path: path)
    }

    mutating func convert() -> ConvertedNote {
        let (properties, count) = Self.properties(of: text.lines)
        var front = FrontMatterText()
        for property in properties { add(property, to: &front) }
        if !front.has("source") { front.add("source", path) }
        var body = text
        let blocks = LogseqBlock.blocks(of: Array(text.lines[count...])).map(converted)
        body.lines = front.lines(before: Self.joined(blocks))
        if text.lines.last?.isEmpty ?? false, !(body.lines.last?.isEmpty ?? false) { body.lines.append("") }
        return ConvertedNote(body.bytes, unmapped: LogseqRemains.find(in: body.lines, path: path))
    }

    // MARK: - Properties of the page

    /// The properties at the start of a page, and how many lines they take. They stand at the margin, or in a first block
    /// that holds nothing else.
    static func properties(of lines: [String]) -> (properties: [LogseqProperty], count: Int) {
        var properties: [LogseqProperty] = []
        var count = 0
        let isBullet = lines.first?.hasPrefix("- ") ?? false
        for (number, line) in lines.enumerated() {
            let content = number == 0 && isBullet ? String(line.dropFirst(2)) : line
            if isBullet, number > 0, !line.hasPrefix("  ") { break }
            guard let property = LogseqProperty(content) else {
                // A block with other text keeps its properties.
                if isBullet, !line.trimmed.isEmpty { return ([], 0) }
                break
            }
            properties.append(property)
            count = number + 1
        }
        while count > 0, count < lines.count, lines[count].trimmed.isEmpty { count += 1 }
        return (properties, count)
    }

    private func add(_ property: LogseqProperty, to front: inout FrontMatterText) {
        switch property.key {
        case "id", "collapsed", "filters": break
        case "tags", "tag":
            front.add("tags", list: property.parts.compactMap { FrontMatterText.tag(LogseqProperty.bare($0)) })
        case "alias", "aliases": front.add("aliases", list: property.parts.map(LogseqProperty.bare))
        default:
            let parts = property.parts
            if parts.count > 1, parts.allSatisfy({ $0.hasPrefix("[[") && $0.hasSuffix("]]") }) {
                front.add(property.key, list: parts)
            } else {
                front.add(property.key, property.value)
            }
        }
    }

    // MARK: - Blocks

    private func converted(_ block: LogseqBlock) -> LogseqBlock {
        var conversion = LogseqBlockConversion(block, inline: inline, graph: graph)
        return conversion.result()
    }

    /// The blocks as lines. A bullet at the margin that is a heading becomes one, and what is below it moves up a level.
    private static func joined(_ blocks: [LogseqBlock]) -> [String] {
        var lines: [String] = []
        var headings: [Int] = []
        for block in blocks {
            while let last = headings.last, last >= block.depth { headings.removeLast() }
            let depth = block.depth - headings.count
            guard block.isBullet, depth == 0, isHeading(block.lines.first ?? "") else {
                lines += block.written(depth: depth)
                continue
            }
            headings.append(block.depth)
            if let last = lines.last, !last.isEmpty { lines.append("") }
            lines += block.lines.prefix(1)
            let rest = block.lines.dropFirst()
            if !rest.isEmpty { lines += (rest.first?.isEmpty ?? true ? [] : [""]) + rest }
        }
        return lines
    }

    static func isHeading(_ line: String) -> Bool {
        let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
        return 1...6 ~= level && line.utf8.dropFirst(level).first == UInt8(ascii: " ")
    }
}
