/// A JSON text as a tree whose members keep their order, so that two runs print the same bytes.
public indirect enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A number in the shortest form that reads back the same; what JSON cannot write (infinity, NaN) becomes null.
    case number(Double)
    /// A number as someone wrote it; see ``init(decimal:)``.
    case literal(String)
    case string(String)
    case array([JSONValue])
    /// In the order written.
    case object([Member])

    /// One member of an object.
    public struct Member: Equatable, Sendable {
        /// The name.
        public var key: String
        /// The value.
        public var value: JSONValue

        /// `"key": value`.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// A number as written when JSON's grammar allows it (`12`, `-0.50`, `1e3`), else a string (`007`, `0x1F`, `.inf`).
    public init(decimal text: String) {
        self = JSONValue.isNumber(text) ? .literal(text) : .string(text)
    }

    /// `value`, or null when there is none.
    public init(_ value: String?) {
        self = value.map(JSONValue.string) ?? .null
    }

    /// An array of strings.
    public init(_ values: [String]) {
        self = .array(values.map(JSONValue.string))
    }

    /// RFC 8259, section 6: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
    private static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func take(_ allowed: (UInt8) -> Bool) -> Int {
            let run = rest.prefix(while: allowed)
            rest = rest[run.endIndex...]
            return run.count
        }
        func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let digits = take(isDigit)
        guard digits > 0, !startsWithZero || digits == 1 else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard take(isDigit) > 0 else { return false }
        }
        if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard take(isDigit) > 0 else { return false }
        }
        return rest.isEmpty
    }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    /// An object with its members in the order written.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }

    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }

    /// An integer.
    public init(integerLiteral value: Int) { self = .integer(value) }

    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    /// Null.
    public init(nilLiteral: ()) { self = .null }
}
