internal import CYAML
internal import KBModel

/// A piece of a YAML document with its place in the text: what an edit that keeps comments and layout needs.
///
/// Offsets count Unicode scalars, as libyaml does.
struct YAMLNode {
    /// What stands there.
    enum Content {
        case scalar(YAMLValue)
        case list([YAMLNode])
        /// In the order of the text, repeated keys included.
        case map([(key: YAMLNode, value: YAMLNode)])
    }

    var content: Content
    /// Whether a list or map is written in brackets.
    var isFlow: Bool
    /// The line it begins on, from 1.
    var line: Int
    /// From its first sign to behind its last; empty, behind the colon or dash, for a value that is not written.
    var range: Range<Int>

    /// The items of a list; empty for anything else.
    var items: [YAMLNode] { if case .list(let items) = content { items } else { [] } }

    /// The entries of a map; empty for anything else.
    var entries: [(key: YAMLNode, value: YAMLNode)] { if case .map(let entries) = content { entries } else { [] } }

    /// The scalar as text; nil for null, lists and maps.
    var text: String? { if case .scalar(let value) = content { value.scalar } else { nil } }

    /// Whether it is null, written or not.
    var isNull: Bool { if case .scalar(.null) = content { true } else { false } }

    /// Reads one document.
    ///
    /// - Throws: ``YAML/SyntaxError`` for text that is not YAML, too deep, uses anchors, or has a second document.
    static func read(_ bytes: [UInt8]) throws(YAML.SyntaxError) -> YAMLNode {
        let result: Result<YAMLNode, YAML.SyntaxError> = bytes.withUnsafeBufferPointer { buffer in
            var reader = YAMLEventReader(buffer, firstLine: 1)
            defer { reader.close() }
            do throws(YAML.SyntaxError) { return .success(try reader.root()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}

extension YAMLEventReader {
    /// The one document as a tree; null when the text is empty.
    fileprivate mutating func root() throws(YAML.SyntaxError) -> YAMLNode {
        guard isReady else { throw error("no memory to read YAML") }
        try next()
        try next()
        guard event.type == YAML_DOCUMENT_START_EVENT else {
            return YAMLNode(content: .scalar(.null), isFlow: false, line: line, range: end..<end)
        }
        try next()
        let node = try self.node(depth: 0)
        try next()
        try next()
        guard event.type == YAML_STREAM_END_EVENT else { throw error("one document is expected, a second starts here") }
        return node
    }

    private var start: Int { Int(event.start_mark.index) }
    private var end: Int { Int(event.end_mark.index) }

    /// Reads the node whose first event is the current one; afterwards its last event is.
    private mutating func node(depth: Int) throws(YAML.SyntaxError) -> YAMLNode {
        guard depth <= YAML.deepest else { throw error("lists and maps nest more than \(YAML.deepest) deep") }
        let (line, start) = (line, start)
        switch event.type {
        case YAML_SCALAR_EVENT:
            guard event.data.scalar.anchor == nil else { throw error("anchors (&name) are not supported") }
            return YAMLNode(content: .scalar(scalar()), isFlow: false, line: line, range: start..<max(start, end))
        case YAML_SEQUENCE_START_EVENT:
            guard event.data.sequence_start.anchor == nil else { throw error("anchors (&name) are not supported") }
            let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
            var items: [YAMLNode] = []
            try next()
            while event.type != YAML_SEQUENCE_END_EVENT {
                items.append(try node(depth: depth + 1))
                try next()
            }
            // The end of a block is only seen where the next piece begins.
            let stop = isFlow ? end : items.last?.range.upperBound ?? start
            return YAMLNode(content: .list(items), isFlow: isFlow, line: line, range: start..<max(start, stop))
        case YAML_MAPPING_START_EVENT:
            guard event.data.mapping_start.anchor == nil else { throw error("anchors (&name) are not supported") }
            let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
            var entries: [(key: YAMLNode, value: YAMLNode)] = []
            try next()
            while event.type != YAML_MAPPING_END_EVENT {
                let key = try node(depth: depth + 1)
                try next()
                entries.append((key, try node(depth: depth + 1)))
                try next()
            }
            let stop = isFlow ? end : entries.last?.value.range.upperBound ?? start
            return YAMLNode(content: .map(entries), isFlow: isFlow, line: line, range: start..<max(start, stop))
        case YAML_ALIAS_EVENT:
            throw error("aliases (*name) are not supported; put text that starts with * in quotes")
        default:
            throw error("a value is expected here")
        }
    }
}
