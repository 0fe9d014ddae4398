/// The text of a note line by line, with what ends its lines.
struct NoteText {
    /// The lines without their ends; the last one is empty when a line end ends the text.
    var lines: [String]
    /// What ends the lines.
    private let end: String
    private let hasMark: Bool

    /// Reads `bytes`; nil when they are not valid UTF-8.
    init?(_ bytes: [UInt8]) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        hasMark = bytes.starts(with: mark)
        let body = hasMark ? bytes[3...] : bytes[...]
        guard String(validating: body, as: UTF8.self) != nil else { return nil }
        let lf = UInt8(ascii: "\n")
        let first = body.firstIndex(of: lf) ?? body.startIndex
        let isWindows = first > body.startIndex && body[first - 1] == UInt8(ascii: "\r")
        end = isWindows ? "\r\n" : "\n"
        lines = body.split(separator: lf, omittingEmptySubsequences: false).map { line in
            String(decoding: isWindows && line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
    }

    /// The bytes of the text; a byte order mark is not written again, since front matter has to come first.
    var bytes: [UInt8] { Array(lines.joined(separator: end).utf8) }
}
