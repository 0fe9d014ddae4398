public import KBModel

/// Reads a vocabulary file: a YAML list of concepts (`docs/vocabulary.md`).
///
/// Never fails: what cannot be used is left out and becomes an ``Issue``, and the rest counts.
public struct VocabularyReader {
    /// The largest file read, in bytes: some fifty thousand concepts, more than a person writes.
    public static let largest = 4 << 20

    /// The keys of a concept, in the order of the documentation.
    enum Key: String, CaseIterable {
        case name, aliases, broader, narrower, related, not, hidden
    }

    /// The key that may stand above the list.
    static let listKey = "concepts"

    /// One concept as it is written, before it is compared with the others.
    struct Written {
        /// Where it stands in the list.
        var index: Int
        var entry: Vocabulary.Entry
    }

    /// What is wrong, in the order it was met.
    private(set) var issues: [Issue] = []

    /// What `bytes` say, and what is wrong with them, by line.
    public static func read(_ bytes: [UInt8]) -> (vocabulary: Vocabulary, issues: [Issue]) {
        guard bytes.count <= largest else {
            let message = "a vocabulary of more than \(largest >> 20) MB is not read; nothing in it counts"
            return (Vocabulary(), [Issue(.vocabulary, .error, line: 1, message)])
        }
        let root: YAMLNode
        do throws(YAML.SyntaxError) {
            root = try YAMLNode.read(bytes)
        } catch {
            let message = "not YAML, so nothing in it counts: \(error.message)"
            return (Vocabulary(), [Issue(.vocabulary, .error, line: error.line, message)])
        }
        var reader = VocabularyReader()
        let written = reader.entries(of: root)
        var check = VocabularyCheck()
        let entries = written.compactMap { check.admit($0.entry) }
        let vocabulary = Vocabulary(entries: check.withoutRivals(entries))
        return (vocabulary, (reader.issues + check.issues).sorted { $0.line < $1.line })
    }

    /// The concepts below `root`, in the order of the text; those without a name are left out.
    mutating func entries(of root: YAMLNode) -> [Written] {
        if let list = VocabularyReader.list(in: root) {
            return list.items.enumerated().compactMap { index, item in
                entry(item).map { Written(index: index, entry: $0) }
            }
        }
        switch root.content {
        case .scalar(.null): return []
        case .map(let entries) where VocabularyReader.isEmptyList(entries):
            return []
        case .map(let entries):
            return entries.enumerated().compactMap { index, pair in
                keyed(pair.key, pair.value).map { Written(index: index, entry: $0) }
            }
        case .scalar, .list:
            report(.error, root.line, "write a list of concepts, each as `- name: …`")
            return []
        }
    }

    /// Whether the entries are a lone `concepts:` with nothing below it.
    static func isEmptyList(_ entries: [(key: YAMLNode, value: YAMLNode)]) -> Bool {
        entries.count == 1 && entries.allSatisfy { $0.key.text == listKey && $0.value.isNull }
    }

    /// The list of concepts: the document itself, or what stands under a lone `concepts:`.
    static func list(in root: YAMLNode) -> YAMLNode? {
        if case .list = root.content { return root }
        guard let only = root.entries.first, root.entries.count == 1, only.key.text == listKey,
            case .list(let items) = only.value.content
        else { return nil }
        // A concept that is called “concepts” has aliases there.
        let isAliases = !items.isEmpty && items.allSatisfy { $0.text != nil }
        return isAliases ? nil : only.value
    }

    /// One item of the list: a map of keys, or a bare name.
    private mutating func entry(_ item: YAMLNode) -> Vocabulary.Entry? {
        switch item.content {
        case .scalar:
            return named(item.text, at: item.line)
        case .list:
            report(.error, item.line, "write a concept as `- name: …`; this is a list in the list")
            return nil
        case .map(let entries):
            guard let name = entries.first(where: { $0.key.text == Key.name.rawValue }) else {
                report(.error, item.line, "this concept has no name; write `name: …`")
                return nil
            }
            guard var entry = named(name.value.text, at: name.value.line) else { return nil }
            entry.line = item.line
            take(entries, into: &entry)
            return entry
        }
    }

    /// One entry of a map of names: a map of keys, or the aliases alone.
    private mutating func keyed(_ key: YAMLNode, _ value: YAMLNode) -> Vocabulary.Entry? {
        guard var entry = named(key.text, at: key.line) else { return nil }
        if case .map(let entries) = value.content {
            take(entries, into: &entry)
        } else {
            entry.aliases = texts(value, as: .aliases)
        }
        return entry
    }

    private mutating func named(_ text: String?, at line: Int) -> Vocabulary.Entry? {
        guard let name = text.map(VocabularyReader.tidied), !name.isEmpty else {
            report(.error, line, "a concept's name must be text; this one is left out")
            return nil
        }
        return Vocabulary.Entry(name: name, line: line)
    }

    private mutating func take(_ entries: [(key: YAMLNode, value: YAMLNode)], into entry: inout Vocabulary.Entry) {
        var seen: Set<String> = []
        for (key, value) in entries {
            guard let word = key.text, let known = Key(rawValue: word) else {
                let keys = Key.allCases.map(\.rawValue).joined(separator: ", ")
                report(.warning, key.line, "unknown key `\(key.text ?? "")`; the keys are \(keys)")
                continue
            }
            guard seen.insert(word).inserted else {
                report(.warning, key.line, "the key `\(word)` is repeated; its first value counts")
                continue
            }
            switch known {
            case .name: break
            case .aliases: entry.aliases = texts(value, as: known)
            case .broader: entry.broader = texts(value, as: known)
            case .narrower: entry.narrower = texts(value, as: known)
            case .related: entry.related = texts(value, as: known)
            case .not: entry.not = texts(value, as: known)
            case .hidden: entry.isHidden = flag(value)
            }
        }
    }

    /// The text or list of texts in `value`, each once, case-blind; what is no text is reported and left out.
    private mutating func texts(_ value: YAMLNode, as key: Key) -> [String] {
        if value.isNull { return [] }
        var nodes = [value]
        if case .list(let items) = value.content { nodes = items }
        var texts: [String] = []
        var seen: [String] = []
        for node in nodes {
            guard let text = node.text.map(VocabularyReader.tidied), !text.isEmpty else {
                report(.error, node.line, "`\(key.rawValue)` must be a name or a list of names; this one is left out")
                continue
            }
            seen.append(VocabularyReader.folded(text))
            texts.append(text)
        }
        return VocabularyReader.withoutRepeated(texts, seen)
    }

    /// `texts` without those whose `folded` form stands before.
    private static func withoutRepeated(_ texts: [String], _ folded: [String]) -> [String] {
        guard texts.count > 1 else { return texts }
        var seen: Set<String> = []
        return zip(texts, folded).compactMap { seen.insert($1).inserted ? $0 : nil }
    }

    private mutating func flag(_ value: YAMLNode) -> Bool {
        if case .scalar(.bool(let flag)) = value.content { return flag }
        if !value.isNull { report(.error, value.line, "`hidden` must be true or false") }
        return false
    }

    private mutating func report(_ severity: Issue.Severity, _ line: Int, _ message: String) {
        issues.append(Issue(.vocabulary, severity, line: line, message))
    }

    /// `text` with one space for every run of white space, none at the ends.
    static func tidied(_ text: String) -> String {
        if isTidy(text) { return text }
        return text.unicodeScalars.split { $0.properties.isWhitespace }.map { String(Substring($0)) }
            .joined(separator: " ")
    }

    /// What two spellings share that differ in case or white space only.
    static func folded(_ text: String) -> String {
        let isFolded = isTidy(text) && !text.utf8.contains { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
        return isFolded ? text : tidied(text).lowercased()
    }

    /// Whether `text` is plain ASCII with single spaces inside, as nearly every name is: a look at the bytes is far
    /// cheaper than one at the properties of its characters.
    private static func isTidy(_ text: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in text.utf8 {
            guard byte > 0x20 || (byte == 0x20 && last != 0x20), byte < 0x7F else { return false }
            last = byte
        }
        return last != UInt8(ascii: " ")
    }
}
