import KBModel

/// What a note holds, one fact a line, in the words of `docs/markdown.md`.
enum Facts {
    static func of(_ note: Note) -> [String] {
        structure(of: note) + texts(of: note) + meaning(of: note)
    }

    private static func line(_ parts: String...) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func shown(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
    }

    private static func structure(of note: Note) -> [String] {
        var facts = ["title \(note.title)"]
        for section in note.sections {
            let title = shown(note.text(section.title))
            let first = section.lines.first
            facts.append(line("section \(first)-\(section.lines.last) \(section.kind) \(section.level)", title))
            facts.append("reach \(first) \(section.lastLine)")
            if let minutes = section.minutes { facts.append("minutes \(first) \(minutes.min)-\(minutes.max)") }
            if section.kind != .preamble { facts.append("anchor \(first) \(section.anchor)") }
        }
        for entry in note.frontMatter.entries {
            facts.append(line("key \(entry.line) \(entry.key) =", entry.value.scalars.joined(separator: ", ")))
        }
        return facts + note.issues.map { "issue \($0.line) \($0.kind.rawValue)" }
    }

    private static func texts(of note: Note) -> [String] {
        note.blocks.flatMap { block -> [String] in
            var facts: [String] = []
            let text = shown(note.text(block.plain))
            let first = block.lines.first
            if block.kind != .heading { facts.append(line("text \(first)-\(block.lines.last) \(block.kind)", text)) }
            if block.kind == .item || block.kind == .task {
                let parent = block.parent.map { note.blocks[$0].lines.first } ?? 0
                facts.append(line("item \(first) under \(parent)", text))
            }
            if let state = block.taskState { facts.append(line("task \(first) [\(state)]", text)) }
            if block.isQuestion { facts.append("question \(first) \(text)") }
            if let id = block.blockID { facts.append("id \(first) \(id)") }
            return facts
        }
    }

    private static func meaning(of note: Note) -> [String] {
        var facts = note.links.map { link in
            line(
                "link \(link.line) \(link.kind.rawValue)", link.target + (link.anchor.map { "#\($0)" } ?? ""), link.text
            )
        }
        facts += note.tags.map { "tag \($0.line) \($0.spelling)" }
        facts += note.aliases.map { "alias \($0)" }
        facts += note.marks.map { "mark \($0.kind) \(shown(note.text($0.plain)))" }
        facts += note.definitions.map { "definition \($0.line) \(note.text($0.term)) = \(shown(note.text($0.text)))" }
        return facts + note.acronyms.map { "acronym \($0.line) \($0.short) = \($0.long)" }
    }
}
