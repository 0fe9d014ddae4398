internal import KBModel

/// The text of a vocabulary file, changed in place: comments, order, indentation and line ends stay.
///
/// Each change is one small replacement; the text is read again after it, so that offsets are never stale.
struct VocabularyText {
    /// How wide a list in brackets may grow, in columns, before it goes on below: what most editors show.
    static let widest = 100

    var lines: TextLines
    private let hasByteOrderMark: Bool
    var root: YAMLNode
    /// The concepts, in the order of the text.
    private(set) var entries: [VocabularyReader.Written] = []

    /// Why a text cannot be changed: the line, from 1, and what to do.
    struct Refusal: Error, Equatable {
        var line: Int
        var message: String
    }

    /// Reads `bytes`; empty ones are an empty list.
    init(_ bytes: [UInt8]) throws(Refusal) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        hasByteOrderMark = bytes.starts(with: mark)
        lines = TextLines(
            String(decoding: hasByteOrderMark ? Array(bytes.dropFirst(mark.count)) : bytes, as: UTF8.self))
        // In step with the text in any case: the bytes may be no UTF-8, which reading them finds out.
        root = YAMLNode(content: .scalar(.null), isFlow: false, line: 1, range: 0..<0)
        root = try VocabularyText.parsed(bytes)
        try readEntries()
    }

    /// The text as it is now.
    var bytes: [UInt8] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: lines.scalars)
        return (hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + Array(String(text).utf8)
    }

    /// The concept called `name`, or else the one with that alias, case-blind; an index of ``entries``.
    func entry(called name: String) -> Int? {
        let folded = VocabularyReader.folded(name)
        return entries.firstIndex { VocabularyReader.folded($0.entry.name) == folded }
            ?? entries.firstIndex { $0.entry.aliases.contains { VocabularyReader.folded($0) == folded } }
    }

    // MARK: - Changes

    /// Adds a concept at the end of the list.
    mutating func append(_ name: String, aliases: [String] = [], not: [String] = [], isHidden: Bool = false)
        throws(Refusal)
    {
        let list = VocabularyReader.list(in: root)
        let inBrackets = list?.isFlow ?? false
        func listed(_ texts: [String]) -> String {
            "[" + texts.map { YAMLScalarText.written($0, inBrackets: true) }.joined(separator: ", ") + "]"
        }
        var fields = ["name: " + YAMLScalarText.written(name, inBrackets: inBrackets)]
        if !aliases.isEmpty { fields.append("aliases: " + listed(aliases)) }
        if !not.isEmpty { fields.append("not: " + listed(not)) }
        if isHidden { fields.append("hidden: true") }
        if let list, inBrackets {
            try insert("{\(fields.joined(separator: ", "))}", atEndOf: list)
        } else {
            appendBlock(fields, to: list)
        }
        try reread()
    }

    /// Takes the concept at `index` out, with its lines.
    mutating func remove(_ index: Int) throws(Refusal) {
        guard let list = VocabularyReader.list(in: root) else { throw refusal(at: root) }
        try removeItem(entries[index].index, of: list)
        try reread()
    }

    /// Calls the concept at `index` `name`.
    mutating func rename(_ index: Int, to name: String) throws(Refusal) {
        let node = try node(index)
        let written = node.entries.first { $0.key.text == VocabularyReader.Key.name.rawValue }?.value ?? node
        lines.replace(written.range, with: YAMLScalarText.written(name, inBrackets: isInBrackets(node)))
        try reread()
    }

    /// Puts `text` under `key` of the concept at `index`, at the end.
    mutating func add(_ text: String, to key: VocabularyReader.Key, of index: Int) throws(Refusal) {
        let node = try node(index)
        guard let (_, value) = node.entries.first(where: { $0.key.text == key.rawValue }) else {
            return try addField("\(key.rawValue): [\(YAMLScalarText.written(text, inBrackets: true))]", to: index)
        }
        switch value.content {
        case .list(let items) where value.isFlow || items.isEmpty: try insert(flowItem(text, in: value), atEndOf: value)
        case .list(let items):
            let indent = String(repeating: " ", count: lines.column(value.range.lowerBound))
            let item = indent + "- " + YAMLScalarText.written(text, inBrackets: isInBrackets(node))
            lines.insert([item], belowLineWith: end(of: items.last ?? value))
        case .scalar:
            let texts = (value.text.map { [VocabularyReader.tidied($0)] } ?? []) + [text]
            let list = texts.map { YAMLScalarText.written($0, inBrackets: true) }.joined(separator: ", ")
            lines.replace(written(value), with: (value.range.isEmpty ? " " : "") + "[\(list)]")
        case .map: throw refusal(at: value)
        }
        try reread()
    }

    /// Takes `text`, case-blind, from under `key` of the concept at `index`, if it is there; an empty list goes too.
    mutating func remove(_ text: String, from key: VocabularyReader.Key, of index: Int) throws(Refusal) {
        let folded = VocabularyReader.folded(text)
        func isText(_ node: YAMLNode) -> Bool { node.text.map { VocabularyReader.folded($0) == folded } ?? false }
        while true {
            let node = try node(index)
            guard let field = node.entries.firstIndex(where: { $0.key.text == key.rawValue }) else { return }
            let value = node.entries[field].value
            if isText(value) {
                removeField(field, of: node)
            } else if let item = value.items.firstIndex(where: isText) {
                if value.items.count == 1 { removeField(field, of: node) } else { try removeItem(item, of: value) }
            } else {
                return
            }
            try reread()
        }
    }

    /// Hides the concept at `index`, or shows it again; one of which nothing but its name is left then goes, unless
    /// its name is kept.
    mutating func setHidden(_ isHidden: Bool, of index: Int, keepingName: Bool = false) throws(Refusal) {
        let node = try node(index)
        let field = node.entries.firstIndex { $0.key.text == VocabularyReader.Key.hidden.rawValue }
        switch (isHidden, field) {
        case (true, nil): return try addField("hidden: true", to: index)
        case (true, .some(let field)):
            let value = node.entries[field].value
            lines.replace(written(value), with: value.range.isEmpty ? " true" : "true")
        case (false, nil): return
        case (false, .some(let field)):
            if node.entries.count == 2, !keepingName { return try remove(index) }
            removeField(field, of: node)
        }
        try reread()
    }
}

// MARK: - Pieces of text

extension VocabularyText {
    private static func parsed(_ bytes: [UInt8]) throws(Refusal) -> YAMLNode {
        guard bytes.count <= VocabularyReader.largest else {
            throw Refusal(
                line: 1, message: "a vocabulary of more than \(VocabularyReader.largest >> 20) MB is not read")
        }
        do throws(YAML.SyntaxError) {
            return try YAMLNode.read(bytes)
        } catch {
            throw Refusal(line: error.line, message: "not YAML: \(error.message); mend that first")
        }
    }

    private mutating func reread() throws(Refusal) {
        root = try VocabularyText.parsed(bytes)
        try readEntries()
    }

    private mutating func readEntries() throws(Refusal) {
        if VocabularyReader.list(in: root) == nil, !root.isNull, !VocabularyReader.isEmptyList(root.entries) {
            let message =
                "kb changes vocabularies that are lists; begin each concept with `- name:`, or edit this by hand"
            throw Refusal(line: root.line, message: message)
        }
        var reader = VocabularyReader()
        entries = reader.entries(of: root)
    }

    func refusal(at node: YAMLNode) -> Refusal {
        Refusal(line: node.line, message: "kb cannot change what is written here; edit it by hand")
    }

    /// The map of the concept at `index`, or its bare name.
    private func node(_ index: Int) throws(Refusal) -> YAMLNode {
        guard let list = VocabularyReader.list(in: root), entries.indices.contains(index) else {
            throw refusal(at: root)
        }
        return list.items[entries[index].index]
    }

    private func isInBrackets(_ node: YAMLNode) -> Bool {
        node.isFlow || (VocabularyReader.list(in: root)?.isFlow ?? false)
    }

    /// Behind the last sign of `node`; a block scalar's range takes in the line ends after it.
    func end(of node: YAMLNode) -> Int { lines.trimmedEnd(node.range.lowerBound, node.range.upperBound) }

    private func written(_ node: YAMLNode) -> Range<Int> { node.range.lowerBound..<end(of: node) }

    /// Puts a new field behind the name of the concept at `index`.
    private mutating func addField(_ field: String, to index: Int) throws(Refusal) {
        var node = try node(index)
        if case .scalar = node.content {
            // A bare name has no room for more.
            let isFlow = isInBrackets(node)
            let name = YAMLScalarText.written(entries[index].entry.name, inBrackets: isFlow)
            lines.replace(written(node), with: isFlow ? "{name: \(name)}" : "name: \(name)")
            try reread()
            node = try self.node(index)
        }
        guard let name = node.entries.first(where: { $0.key.text == VocabularyReader.Key.name.rawValue })?.value else {
            throw refusal(at: node)
        }
        if node.isFlow {
            let stop = end(of: name)
            lines.replace(stop..<stop, with: ", " + field)
        } else {
            let indent = String(repeating: " ", count: lines.column(node.range.lowerBound))
            lines.insert([indent + field], belowLineWith: end(of: name))
        }
        try reread()
    }

    /// Takes a whole field out of a concept's map.
    private mutating func removeField(_ field: Int, of node: YAMLNode) {
        let (key, value) = node.entries[field]
        let next = field + 1 < node.entries.count ? node.entries[field + 1].key.range.lowerBound : nil
        if node.isFlow, field > 0 {
            lines.replace(end(of: node.entries[field - 1].value)..<end(of: value), with: "")
        } else if let next, node.isFlow || field == 0 {
            // The dash stays, and the next field moves up to it.
            lines.replace(key.range.lowerBound..<next, with: "")
        } else {
            lines.removeLines(from: key.range.lowerBound, through: max(key.range.lowerBound, end(of: value)))
        }
    }
}
