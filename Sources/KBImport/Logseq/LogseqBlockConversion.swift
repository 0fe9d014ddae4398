/// Turns one block of Logseq into a list item: tasks, dates, ids and blocks of Org markup take the forms kb reads.
struct LogseqBlockConversion {
    private var block: LogseqBlock
    private let inline: LogseqInline
    private let graph: LogseqGraph
    private var kept: [String] = []
    private var id: String?
    private var level = 0
    private var dates: [String] = []

    /// Marks of tasks, by the words Logseq has. No mark means waiting, so that word stays.
    private static let tasks = [
        "TODO": "[ ] ", "LATER": "[ ] ", "DOING": "[/] ", "NOW": "[/] ", "IN-PROGRESS": "[/] ", "DONE": "[x] ",
        "CANCELED": "[-] ", "CANCELLED": "[-] ", "WAITING": "[ ] WAITING ", "WAIT": "[ ] WAIT ",
    ]
    /// Priorities as the Tasks plugin of Obsidian writes them.
    private static let priorities = ["[#A]": "⏫", "[#B]": "🔼", "[#C]": "🔽"]

    init(_ block: LogseqBlock, inline: LogseqInline, graph: LogseqGraph) {
        self.block = block
        self.inline = inline
        self.graph = graph
    }

    mutating func result() -> LogseqBlock {
        readLines()
        if kept.isEmpty { kept = [""] }
        convertHead()
        if let id { place(graph.blockID(id)) }
        block.lines = kept
        return block
    }

    // MARK: - Lines

    private mutating func readLines() {
        var fence = CodeFence()
        var k = 0
        while k < block.lines.count {
            let line = block.lines[k]
            k += 1
            if fence.read(Array(line.utf8)) {
                kept.append(line)
            } else if line.trimmed.uppercased() == ":LOGBOOK:" {
                let end = block.lines[k...].firstIndex { $0.trimmed.uppercased() == ":END:" } ?? block.lines.count - 1
                // A comment keeps it without showing it.
                kept += ["%%", line] + (k <= end ? block.lines[k...end] : []) + ["%%"]
                k = max(k, end + 1)
            } else if let org = LogseqOrgBlock(block.lines[(k - 1)...]) {
                kept += org.lines(inline)
                k += org.count - 1
            } else if !takeProperty(line), !takeDates(line) {
                kept.append(inline.converted(line))
            }
        }
        while kept.count > 1, kept.last?.isEmpty ?? false, block.isBullet { kept.removeLast() }
    }

    private mutating func takeProperty(_ line: String) -> Bool {
        guard block.isBullet, let property = LogseqProperty(line) else { return false }
        switch property.key {
        case "id":
            guard let uuid = LogseqUUID.read(property.value) else { return false }
            id = uuid
        case "heading": level = Int(property.value).map { min(max($0, 0), 6) } ?? 2
        case "logseq.order-list-type" where property.value == "number": block.bullet = "1."
        // How a block was shown last is no text.
        case "collapsed": break
        default: return false
        }
        return true
    }

    /// `SCHEDULED: <2026-11-21 Sat>` and the like become the signs of the Tasks plugin.
    private mutating func takeDates(_ line: String) -> Bool {
        var rest = line.trimmed
        var found: [String] = []
        while !rest.isEmpty {
            guard let (word, tail) = rest.cut(at: ":"), let mark = ["SCHEDULED": "⏳", "DEADLINE": "📅"][word],
                let (_, inner) = tail.cut(at: "<"), let (stamp, next) = inner.cut(at: ">"),
                let text = LogseqStamp.text(stamp, mark: mark)
            else { return false }
            found.append(text)
            rest = next.trimmed
        }
        dates += found
        return !found.isEmpty
    }

    // MARK: - The first line

    private mutating func convertHead() {
        var head = kept[0]
        let word = String(head.prefix { $0 != " " })
        if block.isBullet, let mark = Self.tasks[word] {
            var rest = String(head.dropFirst(word.count)).trimmed
            if let (priority, sign) = Self.priorities.first(where: { rest.hasPrefix($0.key) }) {
                rest = String(rest.dropFirst(priority.count)).trimmed
                dates.insert(sign, at: 0)
            }
            head = mark + rest
        }
        if level > 0, !LogseqPage.isHeading(head) { head = String(repeating: "#", count: level) + " " + head }
        kept[0] = ([head] + dates).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Writes the block's id where its first paragraph ends, or on a line of its own behind code and quotations.
    private mutating func place(_ id: String) {
        func isText(_ line: String) -> Bool {
            !line.isEmpty && !["```", "~~~", ">", "%%", "|"].contains { line.hasPrefix($0) }
        }
        guard isText(kept[0]) else {
            kept.append("^" + id)
            return
        }
        let stop = LogseqPage.isHeading(kept[0]) ? 1 : kept.firstIndex { !isText($0) } ?? kept.count
        if LogseqProperty(kept[stop - 1]) != nil {
            // Behind a property, the id would be a part of its value.
            kept.insert("^" + id, at: stop)
        } else {
            kept[stop - 1] += " ^" + id
        }
    }
}
