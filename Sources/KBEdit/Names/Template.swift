internal import KBModel
internal import KBParse

/// A note to be, with places for what is not known yet: `{{title}}`, `{{date}}`, `{{time}}`, `{{cursor}}`.
///
/// `{{date:YYYY-MM-DD}}` and `{{time:HH:mm}}` take a pattern of ``DateFormat``. A template runs nothing.
public struct Template: Equatable, Sendable {
    /// What is put into a template.
    public struct Values: Equatable, Sendable {
        /// The title of the new note.
        public var title: String
        /// The moment it is made.
        public var now: WallTime

        /// Values; see the properties.
        public init(title: String, now: WallTime) {
            self.title = title
            self.now = now
        }
    }

    /// A template filled.
    public struct Filled: Equatable, Sendable {
        /// The text of the note.
        public var text: String
        /// Where the cursor goes, in bytes of ``text``; nil when the template does not say.
        public var cursor: Int?
        /// The placeholders kb does not know, as written; they stay.
        public var unknown: [String]
    }

    private let text: String

    /// The template `text`.
    public init(_ text: String) { self.text = text }

    /// The template with `values` in place. In front matter they are written so that YAML reads them as they are.
    public func filled(with values: Values) -> Filled {
        var result = Filled(text: "", unknown: [])
        let lines = Self.linesWithEnds(text)
        let closing = Self.frontMatterEnd(lines)
        for (number, line) in lines.enumerated() {
            if number > 0, number < closing {
                fillEntry(line, values, into: &result)
            } else {
                fill(line[...], values, into: &result) { $0 }
            }
        }
        return result
    }

    /// Puts `text` with its placeholders filled behind `result`; each value goes through `written`.
    private func fill(_ text: Substring, _ values: Values, into result: inout Filled, written: (String) -> String) {
        var rest = text
        while let open = Self.range(of: "{{", in: rest) {
            result.text += rest[..<open.lowerBound]
            guard let close = Self.range(of: "}}", in: rest[open.upperBound...]) else {
                result.text += rest[open.lowerBound...]
                return
            }
            let name = Self.trimmed(rest[open.upperBound..<close.lowerBound])
            if name.lowercased() == "cursor" {
                if result.cursor == nil { result.cursor = result.text.utf8.count }
            } else if let value = value(of: name, values) {
                result.text += written(value)
            } else {
                let whole = String(rest[open.lowerBound..<close.upperBound])
                result.text += whole
                result.unknown.append(whole)
            }
            rest = rest[close.upperBound...]
        }
        result.text += rest
    }

    private func value(of name: String, _ values: Values) -> String? {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let pattern = parts.count > 1 ? Self.trimmed(parts[1]) : nil
        switch (parts.first.map { Self.trimmed($0).lowercased() }, pattern) {
        case ("title", nil): return values.title
        case ("date", let pattern): return DateFormat.text(values.now, pattern ?? DateFormat.date)
        case ("time", let pattern): return DateFormat.text(values.now, pattern ?? DateFormat.time)
        default: return nil
        }
    }

    // MARK: Front matter

    /// A line of front matter: what a value needs depends on the quotes or brackets it stands in.
    private func fillEntry(_ line: String, _ values: Values, into result: inout Filled) {
        guard Self.range(of: "{{", in: line[...]) != nil else {
            result.text += line
            return
        }
        let start = Self.valueStart(line)
        fill(line[..<start], values, into: &result) { $0 }
        let end = Self.valueEnd(line, from: start)
        let value = line[start..<end]
        switch value.first {
        case "\"": fill(value, values, into: &result) { String(YAML.quoted($0).dropFirst().dropLast()) }
        case "'": fill(value, values, into: &result) { String(YAML.quoted($0, mark: 0x27).dropFirst().dropLast()) }
        case "[": fill(value, values, into: &result) { YAML.scalar($0, inBrackets: true) }
        case "{" where !value.hasPrefix("{{"): fill(value, values, into: &result) { YAML.scalar($0, inBrackets: true) }
        default:
            var plain = Filled(text: "", unknown: [])
            fill(value, values, into: &plain) { $0 }
            let offset = result.text.utf8.count
            // What is not known stays as it is, for whoever fills it next.
            let text = plain.unknown.isEmpty && !plain.text.isEmpty ? YAML.scalar(plain.text) : plain.text
            result.text += text
            if result.cursor == nil { result.cursor = plain.cursor.map { offset + min($0, text.utf8.count) } }
            result.unknown += plain.unknown
        }
        result.text += line[end...]
    }

    /// Where the value of a line `- key: value` starts.
    private static func valueStart(_ line: String) -> String.Index {
        var start = line.firstIndex { $0 != " " && $0 != "\t" && $0 != "-" } ?? line.endIndex
        var k = start
        while k < line.endIndex, line[k] != "{", line[k] != "\"", line[k] != "'" {
            let next = line.index(after: k)
            if line[k] == ":", next == line.endIndex || line[next] == " " {
                start = line[next...].firstIndex { $0 != " " } ?? line.endIndex
                break
            }
            k = next
        }
        return start
    }

    /// Where it ends: before a comment, blanks and the line end.
    private static func valueEnd(_ line: String, from start: String.Index) -> String.Index {
        let rest = line[start...]
        let comment = range(of: " #", in: rest)?.lowerBound ?? line.endIndex
        let last = line[start..<comment].lastIndex { $0 != " " && !$0.isNewline }
        return last.map { line.index(after: $0) } ?? start
    }

    /// The number of the line that closes the front matter; 0 when there is none.
    private static func frontMatterEnd(_ lines: [String]) -> Int {
        func isMark(_ line: String) -> Bool { trimmed(line.prefix { !$0.isNewline }) == "---" }
        guard let first = lines.first, isMark(first) else { return 0 }
        return lines.dropFirst().firstIndex(where: isMark) ?? 0
    }

    private static func linesWithEnds(_ text: String) -> [String] {
        var lines: [String] = []
        var start = text.startIndex
        for index in text.indices where text[index].isNewline {
            let next = text.index(after: index)
            lines.append(String(text[start..<next]))
            start = next
        }
        return start < text.endIndex ? lines + [String(text[start...])] : lines
    }

    private static func range(of mark: String, in text: Substring) -> Range<String.Index>? {
        var place = text.startIndex
        while place < text.endIndex {
            if text[place...].hasPrefix(mark) { return place..<text.index(place, offsetBy: mark.count) }
            place = text.index(after: place)
        }
        return nil
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.firstIndex { $0 != " " } ?? text.endIndex
        let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? start
        return String(text[start..<end])
    }
}
