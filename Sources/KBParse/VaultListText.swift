/// The text of a user's configuration file whose list of vaults is changed in place: comments, order, indentation and
/// line ends stay.
///
///     vaults:
///       work: ~/notes/work
public struct VaultListText {
    /// The key that holds the list: a map of names to folders.
    public static let key = "vaults"
    /// How far a name is set in below the key where no other name shows it.
    private static let usualIndent = 2

    /// Why a text cannot be changed: the line, from 1, and what to do.
    public struct Refusal: Error, Equatable, Sendable {
        /// The line, from 1.
        public var line: Int
        /// What to do, without a final full stop.
        public var message: String
    }

    private var lines: TextLines
    private let mark: [UInt8]
    private var root: YAMLNode

    /// Reads `bytes`; empty ones are a file without settings.
    public init(_ bytes: [UInt8]) throws(Refusal) {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        mark = bytes.starts(with: byteOrderMark) ? byteOrderMark : []
        root = try Self.parsed(bytes)
        lines = TextLines(String(decoding: bytes.dropFirst(mark.count), as: UTF8.self))
        guard root.isNull || Self.isBlockMap(root) else {
            throw refusal(root, "kb adds to files of `key: value` lines")
        }
        if let list, !list.isNull, !Self.isBlockMap(list) {
            throw refusal(list, "kb changes a list of vaults that has one `name: folder` a line")
        }
    }

    /// The text as it is now.
    public var bytes: [UInt8] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: lines.scalars)
        return mark + Array(String(text).utf8)
    }

    /// Adds the vault `name` at `folder` below the others.
    public mutating func add(_ name: String, at folder: String) throws(Refusal) {
        let line = "\(YAML.scalar(name)): \(YAML.scalar(folder))"
        func indented(_ width: Int) -> String { String(repeating: " ", count: width) + line }
        if let last = list?.entries.last {
            lines.insert([indented(lines.column(last.key.range.lowerBound))], belowLineWith: end(of: last))
        } else if let entry {
            // An empty list may be written: `{}`, `~`.
            let written = entry.value.range
            lines.replace(lines.trimmedEnd(0, written.lowerBound)..<written.upperBound, with: "")
            lines.insert([indented(Self.usualIndent)], belowLineWith: entry.key.range.lowerBound)
        } else if let last = root.entries.last {
            lines.insert(["\(Self.key):", indented(Self.usualIndent)], belowLineWith: end(of: last))
        } else {
            let needsBreak = lines.scalars.last.map { $0 != "\n" && $0 != "\r" } ?? false
            let end = lines.scalars.count
            lines.replace(end..<end, with: (needsBreak ? "\n" : "") + "\(Self.key):\n\(indented(Self.usualIndent))\n")
        }
        try reread()
    }

    /// Takes the vault `name` out, and the key with the last one. One that is not there is no error.
    public mutating func remove(_ name: String) throws(Refusal) {
        guard let entry, let list, let index = list.entries.firstIndex(where: { $0.key.text == name }) else { return }
        let gone = list.entries.count == 1 ? entry : list.entries[index]
        lines.removeLines(from: gone.key.range.lowerBound, through: end(of: gone))
        try reread()
    }

    // MARK: - Pieces of text

    private typealias Entry = (key: YAMLNode, value: YAMLNode)

    private var entry: Entry? { root.entries.first { $0.key.text == Self.key } }
    private var list: YAMLNode? { entry?.value }

    private static func isBlockMap(_ node: YAMLNode) -> Bool {
        if case .map(let entries) = node.content { !node.isFlow || entries.isEmpty } else { false }
    }

    /// Behind the last sign of `entry`; a block scalar's range takes in the line ends after it.
    private func end(of entry: Entry) -> Int {
        lines.trimmedEnd(entry.key.range.lowerBound, max(entry.key.range.upperBound, entry.value.range.upperBound))
    }

    private static func parsed(_ bytes: [UInt8]) throws(Refusal) -> YAMLNode {
        do throws(YAML.SyntaxError) {
            return try YAMLNode.read(bytes)
        } catch {
            throw Refusal(line: error.line, message: "not YAML: \(error.message); mend that first")
        }
    }

    private mutating func reread() throws(Refusal) { root = try Self.parsed(bytes) }

    private func refusal(_ node: YAMLNode, _ message: String) -> Refusal {
        Refusal(line: node.line, message: message + "; change this one by hand")
    }
}
