extension StringProtocol {
    /// The text without blanks and tabs at its ends.
    var trimmed: String {
        let bytes = Array(utf8.drop { $0 == 0x20 || $0 == 0x09 })
        let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? 0
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// How many blanks and tabs it begins with.
    var indentation: String { String(prefix { $0 == " " || $0 == "\t" }) }

    /// What follows `start`; nil when it does not begin with that.
    func after(_ start: String) -> String? {
        utf8.starts(with: start.utf8) ? String(decoding: Array(utf8.dropFirst(start.utf8.count)), as: UTF8.self) : nil
    }

    /// The text up to the first `mark` and what follows it; nil when it is not there.
    func cut(at mark: String) -> (before: String, after: String)? {
        let (text, mark) = (Array(utf8), Array(mark.utf8))
        guard let first = mark.first, text.count >= mark.count else { return nil }
        for place in 0...text.count - mark.count where text[place] == first && text[place...].starts(with: mark) {
            let rest = text[(place + mark.count)...]
            return (String(decoding: text[..<place], as: UTF8.self), String(decoding: rest, as: UTF8.self))
        }
        return nil
    }
}

/// Paths of an export, with `/` between their levels.
enum ExportPath {
    private static let slash = UInt8(ascii: "/")

    /// The levels of `path`.
    static func levels(_ path: String) -> [String] { path.utf8.split(separator: slash).map { String(Substring($0)) } }

    /// The folder that holds `path`; empty for the export's own.
    static func folder(of path: String) -> String { levels(path).dropLast().joined(separator: "/") }

    /// The last level.
    static func name(of path: String) -> String { levels(path).last ?? "" }

    /// `name` up to its last dot, and the rest.
    static func parts(of name: String) -> (stem: String, ending: String) {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return (name, "") }
        return (String(name[..<dot]), String(name[dot...]))
    }

    /// The way from a file in `folder` to `path`.
    static func way(to path: String, from folder: String) -> String {
        let (from, to) = (levels(folder), levels(path))
        let shared = zip(from, to).prefix { $0 == $1 }.count
        return ([String](repeating: "..", count: from.count - shared) + to[shared...]).joined(separator: "/")
    }

    /// `path` as the destination of a Markdown link.
    static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in path.utf8 {
            if byte <= 0x20 || byte == 0x7F || "\"#%<>\\`|()[]?".utf8.contains(byte) {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
