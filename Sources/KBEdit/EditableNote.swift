public import KBModel
public import KBParse

/// A note read for being changed: what it says, where its pieces stand, and its bytes.
public struct EditableNote: Sendable {
    /// The path in the vault.
    public let path: String
    /// The file as it is.
    public let bytes: [UInt8]
    /// What it says.
    public let note: Note
    /// Where its links, tags and headings stand.
    public let sites: NoteSites
    /// How many bytes of the file stand before the text: the byte order mark.
    let markLength: Int
    /// Why it must not be changed, in words; nil when it may be. A text that is not valid UTF-8 would be re-encoded.
    public let reasonNotEditable: String?

    /// Reads the file `bytes` at `path`.
    public init(_ bytes: [UInt8], path: String, with parser: inout NoteParser) {
        self.path = path
        self.bytes = bytes
        (note, sites) = parser.parseSites(bytes, path: path)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        markLength = bytes.starts(with: mark) ? mark.count : 0
        let isSame = bytes.dropFirst(markLength).elementsEqual(note.utf8)
        let isWhole = sites.links.count == note.links.count && sites.tags.count == note.tags.count
        reasonNotEditable =
            !isSame
            ? "it is not plain UTF-8, and kb does not change the encoding of a file"
            : !isWhole ? "its links cannot be told apart" : nil
    }

    /// What stands at `range` of ``KBModel/Note/utf8``.
    func text(_ range: Range<Int>) -> String {
        String(decoding: note.utf8[range.clamped(to: 0..<note.utf8.count)], as: UTF8.self)
    }

    /// An edit of the file, given as one of ``KBModel/Note/utf8``.
    func edit(_ range: Range<Int>, _ text: String) -> ByteEdit {
        ByteEdit(range.lowerBound + markLength..<range.upperBound + markLength, text)
    }

    /// The file with `edits` made; nil when they overlap.
    func applying(_ edits: [ByteEdit]) -> [UInt8]? { ByteEdit.apply(edits, to: bytes) }

    /// The line that holds `offset` of ``KBModel/Note/utf8``, counted from 1.
    ///
    /// Reads everything before it; who asks of many places uses ``lineStarts``.
    func line(of offset: Int) -> Int {
        1 + note.utf8[..<min(max(offset, 0), note.utf8.count)].indices.count(where: endsLine)
    }

    /// Where each line begins in ``KBModel/Note/utf8``.
    var lineStarts: [Int] { [0] + note.utf8.indices.filter(endsLine).map { $0 + 1 } }

    private func endsLine(_ place: Int) -> Bool {
        switch note.utf8[place] {
        case UInt8.lf: true
        case UInt8.cr: !(place + 1 < note.utf8.count && note.utf8[place + 1] == UInt8.lf)
        default: false
        }
    }

    /// What ends the lines of the file: that of the first line, LF when there is none.
    var lineEnd: String {
        guard let first = note.utf8.firstIndex(where: { $0 == UInt8.lf || $0 == UInt8.cr }) else { return "\n" }
        if note.utf8[first] == UInt8.lf { return "\n" }
        return first + 1 < note.utf8.count && note.utf8[first + 1] == UInt8.lf ? "\r\n" : "\r"
    }
}
