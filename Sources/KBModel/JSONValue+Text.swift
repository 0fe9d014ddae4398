extension JSONValue {
    /// The value on one line, without a final line feed.
    public var compact: String {
        var writer = JSONWriter(isIndented: false)
        writer.write(self, indent: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The value over several lines, two spaces a level, with a final line feed.
    ///
    /// What fits a line is kept on it, so that a range or a heading path reads as one thing.
    public var indented: String {
        var writer = JSONWriter(isIndented: true)
        writer.write(self, indent: 0)
        writer.bytes.append(UInt8(ascii: "\n"))
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// Writes JSON as UTF-8. Text stays unescaped but for quotes, backslashes and control characters.
private struct JSONWriter {
    /// The longest array or object that is kept on one line: the width of a terminal.
    static let lineWidth = 80

    let isIndented: Bool
    var bytes: [UInt8] = []

    mutating func write(_ value: JSONValue, indent: Int) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .number(let value): bytes += JSONWriter.shortest(value).utf8
        case .literal(let text): bytes += text.utf8
        case .string(let text): write(text)
        case .array(let values):
            let isSplit = isIndented && !value.fits(JSONWriter.lineWidth - indent)
            writeAll(values, between: "[]", isSplit: isSplit, indent: indent) { writer, value, indent in
                writer.write(value, indent: indent)
            }
        case .object(let members):
            let isSplit = isIndented && !value.fits(JSONWriter.lineWidth - indent)
            writeAll(members, between: "{}", isSplit: isSplit, indent: indent) { writer, member, indent in
                writer.write(member.key)
                writer.bytes += (writer.isIndented ? ": " : ":").utf8
                writer.write(member.value, indent: indent)
            }
        }
    }

    private mutating func writeAll<Element>(
        _ elements: [Element], between brackets: String, isSplit: Bool, indent: Int,
        write: (inout JSONWriter, Element, Int) -> Void
    ) {
        bytes += brackets.utf8.prefix(1)
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes += (isIndented && !isSplit ? ", " : ",").utf8 }
            if isSplit { breakLine(indent + 2) }
            write(&self, element, indent + 2)
        }
        if isSplit { breakLine(indent) }
        bytes += brackets.utf8.suffix(1)
    }

    private mutating func breakLine(_ indent: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes += "\\\"".utf8
            case "\\": bytes += "\\\\".utf8
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}":
                let digits = String(scalar.value, radix: 16)
                bytes += "\\u".utf8
                bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
                bytes += digits.utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Swift's own shortest form, without `.0` behind whole numbers.
    private static func shortest(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension JSONValue {
    /// Whether the value takes at most `width` bytes on one line. Gives up as soon as it does not.
    fileprivate func fits(_ width: Int) -> Bool { remaining(of: width) >= 0 }

    private func remaining(of width: Int) -> Int {
        switch self {
        case .null: width - 4
        case .bool: width - 5
        case .integer(let value): width - String(value).utf8.count
        case .number(let value): width - value.description.utf8.count
        case .literal(let text): width - text.utf8.count
        case .string(let text): width - text.utf8.count - 2
        case .array(let values):
            JSONValue.remaining(of: width - 2, after: values) { $0 }
        case .object(let members):
            JSONValue.remaining(of: width - 2, after: members, \.value) { $0.key.utf8.count + 4 }
        }
    }

    private static func remaining<Element>(
        of width: Int, after elements: [Element], _ value: (Element) -> JSONValue,
        extra: (Element) -> Int = { _ in 0 }
    ) -> Int {
        var left = width
        for element in elements {
            left = value(element).remaining(of: left - extra(element) - 2)
            if left < 0 { break }
        }
        return left
    }
}
