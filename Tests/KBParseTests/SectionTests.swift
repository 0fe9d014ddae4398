import KBModel
import KBParse
import Testing

@Test func `a heading opens a section that runs to the next heading`() {
    var parser = NoteParser()
    let note = parser.parse(Array("# One\n\ntext\n\n## Two\n- a\n  - b\n".utf8), path: "x.md")
    #expect(note.sections.map(\.lines) == [LineRange(1, 4), LineRange(5, 7)])
    #expect(note.sections.map(\.lastLine) == [7, 7])
    #expect(note.sections.map(\.parent) == [nil, 0])
    #expect(note.blocks.map(\.parent) == [nil, nil, nil, nil, 3])
}

@Test func `a raw heading without a closing tag hides none after it`() {
    var parser = NoteParser()
    let note = parser.parse(Array("<div>\n<h1>Lost\n<h2>Found</h2>\n<h1>Lost again\n<h3>Too</h3>\n".utf8), path: "x.md")
    #expect(note.sections.filter { $0.kind == .html }.map { note.text($0.title) } == ["Found", "Too"])
}
