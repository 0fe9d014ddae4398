public import KBModel

/// The front matter of a note with the places of its pieces, for changes that keep comments and layout.
///
/// All ranges are of ``KBModel/Note/utf8``.
public struct FrontMatterOutline: Equatable, Sendable {
    /// A value and where it stands.
    public struct Value: Equatable, Sendable {
        /// From its first byte to behind its last, quotes and brackets included; empty, behind the colon, when it is not
        /// written. A block scalar's takes in the line ends behind it.
        public var range: Range<Int>
        /// The scalar; nil for lists and maps.
        public var scalar: YAMLValue?
        /// The items of a list; nil for anything else.
        public var items: [Value]?
        /// Whether a list or map is written in brackets.
        public var isFlow: Bool
    }

    /// A key with its value.
    public struct Entry: Equatable, Sendable {
        /// The key, unquoted.
        public var key: String
        /// Where it is written.
        public var keyRange: Range<Int>
        /// Its value.
        public var value: Value
    }

    /// The lines between the two marks, the last line end included.
    public var range: Range<Int>
    /// Whether the whole is a map in brackets, as JSON is.
    public var isFlow: Bool
    /// In the order of the text; a repeated key is left out, as its value does not count.
    public var entries: [Entry]

    /// Reads what stands at `range` of `src`; nil when it is no map.
    init?(_ src: ByteView, _ range: Range<Int>) {
        let part = src.slice(range.lowerBound, range.upperBound)
        var bytes = Array(UnsafeBufferPointer(start: part.base, count: part.count))
        // As the reader of front matter does.
        for i in bytes.indices where bytes[i] < .space && !bytes[i].isWhitespace { bytes[i] = .space }
        guard bytes.count <= YAML.largest, let root = try? YAMLNode.read(bytes) else { return nil }
        let places = Self.places(bytes, from: range.lowerBound)
        self.range = range
        isFlow = root.isFlow
        entries = []
        var seen: Set<String> = []
        guard !root.entries.isEmpty || root.isNull else { return nil }
        for (key, value) in root.entries {
            let name = key.isNull ? "null" : key.text ?? ""
            guard seen.insert(name).inserted else { continue }
            entries.append(
                Entry(key: name, keyRange: Self.range(key.range, places), value: Self.value(value, places)))
        }
    }

    /// The first entry whose key is one of `names`, case-blind.
    public func entry(named names: String...) -> Entry? {
        entries.first { entry in names.contains { entry.key.lowercased() == $0 } }
    }

    /// The offset of each scalar, and of the end.
    private static func places(_ bytes: [UInt8], from start: Int) -> [Int] {
        var places: [Int] = []
        places.reserveCapacity(bytes.count + 1)
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { places.append(start + offset) }
        places.append(start + bytes.count)
        return places
    }

    private static func range(_ range: Range<Int>, _ places: [Int]) -> Range<Int> {
        let last = places.count - 1
        let first = places[min(max(range.lowerBound, 0), last)]
        return first..<max(first, places[min(max(range.upperBound, 0), last)])
    }

    private static func value(_ node: YAMLNode, _ places: [Int]) -> Value {
        let range = range(node.range, places)
        switch node.content {
        case .scalar(let scalar): return Value(range: range, scalar: scalar, isFlow: false)
        case .list(let items):
            return Value(range: range, items: items.map { value($0, places) }, isFlow: node.isFlow)
        case .map: return Value(range: range, isFlow: node.isFlow)
        }
    }
}
