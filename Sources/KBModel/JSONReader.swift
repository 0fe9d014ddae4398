/// Reads one JSON text, byte by byte.
struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The byte at the reader; NUL, which no JSON holds, at the end.
    private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// The whole text.
    mutating func text() throws(JSON.SyntaxError) -> JSONValue {
        let value = try value(depth: 0)
        guard index == bytes.count else { throw slip("there is more behind the value") }
        return value
    }

    private func slip(_ message: String) -> JSON.SyntaxError { JSON.SyntaxError(offset: index, message: message) }

    private mutating func skipSpace() {
        while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    /// Consumes `wanted`, if it stands here.
    private mutating func take(_ wanted: Character) -> Bool {
        guard byte == wanted.asciiValue else { return false }
        index += 1
        return true
    }

    /// A value with the white space around it.
    private mutating func value(depth: Int) throws(JSON.SyntaxError) -> JSONValue {
        guard depth <= JSON.deepest else { throw slip("nested too deep") }
        skipSpace()
        let value: JSONValue
        switch byte {
        case UInt8(ascii: "{"): value = try object(depth: depth)
        case UInt8(ascii: "["): value = try array(depth: depth)
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): value = try number()
        default: value = try word()
        }
        skipSpace()
        return value
    }

    private mutating func object(depth: Int) throws(JSON.SyntaxError) -> JSONValue {
        index += 1
        skipSpace()
        var members: [JSONValue.Member] = []
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard byte == UInt8(ascii: "\"") else { throw slip("a name in double quotes is missing") }
            let key = try string()
            skipSpace()
            guard take(":") else { throw slip("the colon behind a name is missing") }
            members.append(JSONValue.Member(key, try value(depth: depth + 1)))
        } while take(",")
        guard take("}") else { throw slip("a comma or the closing } is missing") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSON.SyntaxError) -> JSONValue {
        index += 1
        skipSpace()
        var values: [JSONValue] = []
        if take("]") { return .array(values) }
        repeat { values.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw slip("a comma or the closing ] is missing") }
        return .array(values)
    }

    private mutating func word() throws(JSON.SyntaxError) -> JSONValue {
        let words: [(String, JSONValue)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
        for (word, value) in words where bytes[index...].starts(with: word.utf8) {
            index += word.utf8.count
            return value
        }
        throw slip(index == bytes.count ? "a value is missing" : "this is no value")
    }

    private mutating func number() throws(JSON.SyntaxError) -> JSONValue {
        let run = bytes[index...].prefix { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                true
            default: false
            }
        }
        guard case .literal(let text) = JSONValue(decimal: String(decoding: run, as: UTF8.self)) else {
            throw slip("this is no number")
        }
        index = run.endIndex
        return .literal(text)
    }

    // MARK: - Strings

    private mutating func string() throws(JSON.SyntaxError) -> String {
        index += 1
        var content: [UInt8] = []
        while true {
            let plain = bytes[index...].prefix { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
            content += plain
            index = plain.endIndex
            if take("\"") { break }
            guard take("\\") else {
                let isAtEnd = index == bytes.count
                throw slip(isAtEnd ? "the closing quotation mark is missing" : "a control character is not escaped")
            }
            content += UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter
        }
        guard let text = String(validating: content, as: UTF8.self) else { throw slip("the text is not UTF-8") }
        return text
    }

    /// What stands behind a backslash.
    private mutating func escaped() throws(JSON.SyntaxError) -> Unicode.Scalar {
        let escapes: [(Character, Unicode.Scalar)] = [
            ("\"", "\""), ("\\", "\\"), ("/", "/"), ("b", "\u{8}"), ("f", "\u{C}"), ("n", "\n"), ("r", "\r"),
            ("t", "\t"),
        ]
        for (letter, scalar) in escapes where take(letter) { return scalar }
        guard take("u") else { throw slip("this escape is unknown") }
        let unit = try hexadecimal()
        guard UTF16.isLeadSurrogate(unit) else {
            guard let scalar = Unicode.Scalar(unit) else { throw slip("half a surrogate pair is missing") }
            return scalar
        }
        guard take("\\"), take("u") else { throw slip("half a surrogate pair is missing") }
        let trail = try hexadecimal()
        guard UTF16.isTrailSurrogate(trail) else { throw slip("half a surrogate pair is missing") }
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }

    /// Four hexadecimal digits.
    private mutating func hexadecimal() throws(JSON.SyntaxError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw slip("four hexadecimal digits are missing")
            }
            value = value << 4 | UInt16(digit)
            index += 1
        }
        return value
    }
}
