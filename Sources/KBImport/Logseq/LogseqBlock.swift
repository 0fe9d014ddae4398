/// One block of a Logseq page: a bullet with the lines that belong to it.
struct LogseqBlock: Equatable {
    /// How deep the bullet stands; 0 at the margin.
    var depth: Int
    /// Whether it has a bullet; text at the margin has none.
    var isBullet: Bool
    /// The bullet as it is written: `-`, or what comes to stand for it.
    var bullet = "-"
    /// Its lines, without bullet and indentation.
    var lines: [String]

    /// The blocks of a page, in order.
    static func blocks(of lines: [String]) -> [LogseqBlock] {
        var blocks: [LogseqBlock] = []
        /// The columns at which the bullets above the next line stand.
        var columns: [Int] = []
        var fence = CodeFence()
        for line in lines {
            let indent = line.indentation
            let rest = line.dropFirst(indent.count)
            let isInCode = fence.isOpen
            _ = fence.read(Array(line.utf8))
            if !isInCode, rest == "-" || rest.hasPrefix("- ") {
                let column = width(indent)
                while let last = columns.last, last >= column { columns.removeLast() }
                blocks.append(LogseqBlock(depth: columns.count, isBullet: true, lines: [String(rest.dropFirst(2))]))
                columns.append(column)
            } else if let last = blocks.last, isInCode || !last.isBullet || !indent.isEmpty || line.isEmpty {
                let column = last.isBullet ? (columns.last ?? 0) + 2 : 0
                blocks[blocks.count - 1].lines.append(dedented(line, by: column))
            } else {
                // Text at the margin is a block of its own.
                columns = []
                blocks.append(LogseqBlock(depth: 0, isBullet: false, lines: [line]))
            }
        }
        return blocks
    }

    /// How many columns tabs and blanks take; Logseq's tab is as wide as a level.
    private static func width(_ indent: String) -> Int { indent.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) } }

    private static func dedented(_ line: String, by columns: Int) -> String {
        var rest = line[...]
        var left = columns
        while left > 0, let first = rest.first, first == " " || first == "\t" {
            left -= first == "\t" ? 4 : 1
            rest = rest.dropFirst()
        }
        return String(rest)
    }

    /// The lines of the block in a note, `depth` levels deep.
    func written(depth: Int) -> [String] {
        guard isBullet else { return lines }
        let indent = String(repeating: "\t", count: depth)
        let blanks = String(repeating: " ", count: bullet.utf8.count + 1)
        return lines.enumerated().map { index, line in
            if index == 0 { return line.isEmpty ? indent + bullet : "\(indent)\(bullet) \(line)" }
            return line.isEmpty ? "" : indent + blanks + line
        }
    }
}
