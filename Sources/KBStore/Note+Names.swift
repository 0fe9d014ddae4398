import KBModel

extension Note {
    /// What else the note is called, each on a line: its title where no heading says it first, aliases, and the tags of
    /// its front matter.
    var names: [UInt8] {
        var names: [UInt8] = []
        let heading = sections.first.map { plain[$0.title.clamped(to: plain.indices)] }
        if heading?.elementsEqual(title.utf8) != true { Note.append(title, to: &names) }
        for alias in aliases { Note.append(alias, to: &names) }
        for tag in tags where frontMatter.lines?.contains(tag.line) == true { Note.append(tag.spelling, to: &names) }
        return names
    }

    private static func append(_ name: String, to names: inout [UInt8]) {
        var name = name
        names.append(UInt8(ascii: "\n"))
        name.withUTF8 { names.append(contentsOf: $0) }
    }
}
