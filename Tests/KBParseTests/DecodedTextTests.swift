import KBModel
import KBParse
import Testing

@Suite struct DecodedTextTests {
    private static let text = "# Ü\n\nText, long enough.\n"

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    }

    @Test(arguments: [
        Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + utf16(text, bigEndian: false),
        [0xFE, 0xFF] + utf16(text, bigEndian: true), utf16(text, bigEndian: false), utf16(text, bigEndian: true),
        text.unicodeScalars.map { UInt8($0.value) },
    ])
    func `a text reads the same in every encoding`(_ bytes: [UInt8]) {
        let decoded = DecodedText(bytes)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == Self.text)
        #expect(decoded.isText)
        #expect(decoded.issues.allSatisfy { $0.kind == .encoding })
    }

    @Test func `Windows-1252 keeps its quotes and dashes`() {
        let decoded = DecodedText([0x93, 0x61, 0x94, 0x20, 0x96, 0x20, 0x80])
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "“a” – €")
        #expect(
            decoded.issues == [Issue(.encoding, .warning, line: 1, "the file is not UTF-8; it is read as Windows-1252")]
        )
    }

    @Test func `a damaged byte in UTF-8 is replaced, and reported at its line`() {
        let decoded = DecodedText(Array("ä ö\nü ".utf8) + [0xFF] + Array(" é".utf8))
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "ä ö\nü \u{FFFD} é")
        #expect(decoded.issues.map(\.line) == [2])
    }

    @Test func `NUL is replaced and reported`() {
        let decoded = DecodedText(
            Array("one line of text that is long enough\nand a\0nother one, which is long too".utf8))
        #expect(decoded.utf8.contains(0) == false)
        #expect(decoded.issues.map(\.kind) == [.nulByte])
        #expect(decoded.issues.map(\.line) == [2])
    }

    @Test(
        arguments: [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0xFF, 0xD8],
            Array("%PDF-1.7\n\u{1}\n".utf8),
            [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], [UInt8](repeating: 0, count: 64),
        ] as [[UInt8]])
    func `a binary file gives an empty note and an issue`(_ bytes: [UInt8]) {
        var parser = NoteParser()
        let note = parser.parse(bytes, path: "a/picture.md")
        #expect(note.issues.map(\.kind) == [.notText])
        #expect(note.utf8.isEmpty && note.sections.isEmpty && note.lineCount == 0)
        #expect(note.title == "picture")
    }
}
