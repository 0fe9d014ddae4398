internal import CYAML
internal import KBModel

/// Builds a ``YAML/Document`` from libyaml's events.
struct YAMLEventReader {
    /// libyaml keeps a pointer to this in it, so it must never move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private(set) var event = yaml_event_t()
    private var hasEvent = false
    let isReady: Bool
    private let firstLine: Int
    private let size: Int
    private var keys: [(key: String, line: Int)] = []
    private var issues: [Issue] = []

    init(_ buffer: UnsafeBufferPointer<UInt8>, firstLine: Int) {
        self.firstLine = firstLine
        // libyaml counts a byte order mark as a column, which would put the first line out of step with the others.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let buffer = buffer.starts(with: mark) ? UnsafeBufferPointer(rebasing: buffer.dropFirst(mark.count)) : buffer
        size = buffer.count
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        isReady = yaml_parser_initialize(parser) == 1
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    }

    /// Gives libyaml's memory back; call exactly once.
    mutating func close() {
        if hasEvent { yaml_event_delete(&event) }
        if isReady { yaml_parser_delete(parser) }
        parser.deallocate()
    }

    mutating func document() throws(YAML.SyntaxError) -> YAML.Document {
        guard isReady else { throw error("no memory to read YAML") }
        try next()
        try next()
        guard event.type == YAML_DOCUMENT_START_EVENT else {
            return YAML.Document(value: .null, keys: [], issues: [])
        }
        try next()
        let value = try self.value(depth: 0)
        try next()
        try next()
        guard event.type == YAML_STREAM_END_EVENT else { throw error("one document is expected, a second starts here") }
        return YAML.Document(value: value, keys: keys, issues: issues)
    }

    /// Reads the value whose first event is the current one; afterwards its last event is.
    private mutating func value(depth: Int) throws(YAML.SyntaxError) -> YAMLValue {
        guard depth <= YAML.deepest else { throw error("lists and maps nest more than \(YAML.deepest) deep") }
        switch event.type {
        case YAML_SCALAR_EVENT:
            guard event.data.scalar.anchor == nil else { throw error("anchors (&name) are not supported") }
            return scalar()
        case YAML_SEQUENCE_START_EVENT:
            guard event.data.sequence_start.anchor == nil else { throw error("anchors (&name) are not supported") }
            var values: [YAMLValue] = []
            try next()
            while event.type != YAML_SEQUENCE_END_EVENT {
                values.append(try value(depth: depth + 1))
                try next()
            }
            return .list(values)
        case YAML_MAPPING_START_EVENT:
            guard event.data.mapping_start.anchor == nil else { throw error("anchors (&name) are not supported") }
            return .map(try entries(depth: depth))
        case YAML_ALIAS_EVENT:
            throw error("aliases (*name) are not supported; put text that starts with * in quotes")
        default:
            throw error("a value is expected here")
        }
    }

    private mutating func entries(depth: Int) throws(YAML.SyntaxError) -> [(key: String, value: YAMLValue)] {
        var entries: [(key: String, value: YAMLValue)] = []
        // A set pays off once a list of keys is long.
        var seen: Set<String> = []
        let few = 16
        try next()
        while event.type != YAML_MAPPING_END_EVENT {
            let line = self.line
            let column = Int(event.start_mark.column) + 1
            let keyValue = try value(depth: depth + 1)
            let key: String
            switch keyValue {
            case .null: key = "null"
            case .list, .map: throw YAML.SyntaxError(line: line, column: column, message: "a key must be plain text")
            default: key = keyValue.scalar ?? ""
            }
            try next()
            let value = try self.value(depth: depth + 1)
            if depth == 0 { keys.append((key, line)) }
            if entries.count == few, seen.isEmpty { seen = Set(entries.map(\.key)) }
            let isNew = entries.count < few ? !entries.contains { $0.key == key } : seen.insert(key).inserted
            if isNew {
                entries.append((key, value))
            } else {
                issues.append(
                    Issue(.frontMatter, .warning, line: line, "the key \(key) is repeated; its first value counts"))
            }
            try next()
        }
        return entries
    }

    func scalar() -> YAMLValue {
        let data = event.data.scalar
        guard let start = data.value else { return .null }
        let text = String(decoding: UnsafeBufferPointer(start: start, count: data.length), as: UTF8.self)
        let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE && data.plain_implicit == 1
        return isPlain ? CoreSchema.resolve(text) : .string(text)
    }

    /// Moves on to the next event.
    mutating func next() throws(YAML.SyntaxError) {
        if hasEvent { yaml_event_delete(&event) }
        hasEvent = false
        guard yaml_parser_parse(parser, &event) == 1 else {
            let problem = parser.pointee.problem.map { String(cString: $0) } ?? "not YAML"
            // What is not closed is found out at the end; its beginning is what the author looks for.
            let isAtEnd = parser.pointee.problem_mark.index >= size && parser.pointee.context != nil
            let mark = isAtEnd ? parser.pointee.context_mark : parser.pointee.problem_mark
            throw YAML.SyntaxError(line: firstLine + Int(mark.line), column: Int(mark.column) + 1, message: problem)
        }
        hasEvent = true
    }

    /// The line the current event begins on.
    var line: Int { firstLine + Int(event.start_mark.line) }

    /// An error at the current event.
    func error(_ message: String) -> YAML.SyntaxError {
        YAML.SyntaxError(line: line, column: Int(event.start_mark.column) + 1, message: message)
    }
}

/// YAML 1.2's core schema: what a scalar without quotes means.
enum CoreSchema {
    static func resolve(_ text: String) -> YAMLValue {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default:
            // Most values are words: only these bytes can open a number.
            guard let first = text.utf8.first, first.isDigit || first == .dot || first == .dash || first == .plus else {
                return .string(text)
            }
            return isNumber(Array(text.utf8)) ? .number(text) : .string(text)
        }
    }

    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        if bytes.count > 2, bytes.starts(with: [0x30, 0x6F]) {
            return bytes.dropFirst(2).allSatisfy { $0 >= 0x30 && $0 <= 0x37 }
        }
        if bytes.count > 2, bytes.starts(with: [0x30, 0x78]) { return bytes.dropFirst(2).allSatisfy(\.isHexDigit) }
        var rest = bytes[...]
        if let sign = rest.first, sign == .dash || sign == .plus { rest = rest.dropFirst() }
        if [".inf", ".Inf", ".INF"].contains(where: { rest.elementsEqual($0.utf8) }) { return true }
        if [".nan", ".NaN", ".NAN"].contains(where: { bytes.elementsEqual($0.utf8) }) { return true }
        let whole = rest.prefix(while: \.isDigit)
        rest = rest.dropFirst(whole.count)
        var fraction = rest.prefix(0)
        if rest.first == .dot {
            fraction = rest.dropFirst().prefix(while: \.isDigit)
            rest = rest.dropFirst(fraction.count + 1)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return false }
        guard let mark = rest.first else { return true }
        guard mark == 0x65 || mark == 0x45 else { return false }
        rest = rest.dropFirst()
        if let sign = rest.first, sign == .dash || sign == .plus { rest = rest.dropFirst() }
        return !rest.isEmpty && rest.allSatisfy(\.isDigit)
    }
}
