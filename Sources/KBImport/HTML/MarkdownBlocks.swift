internal import KBParse

/// A note as it grows, block by block: lines get the marks of the items and quotes they stand in.
struct MarkdownBlocks {
    private(set) var bytes: [UInt8] = []
    /// What each line begins with.
    private var margin: [UInt8] = []
    /// What the next line begins with instead, after the marks of items that have just begun.
    private var firstMargin: [UInt8]?
    /// Whether a block stands in the innermost container yet.
    private var hasBlock = false

    /// Whether nothing was written in the item or quote that was begun last.
    var isAtStart: Bool { !hasBlock }

    /// Writes a block of one line or more; `isTight` sets no blank line before it.
    mutating func add(_ lines: [UInt8], isTight: Bool = false) {
        begin(isTight: isTight)
        for line in lines.split(separator: UInt8.lf, omittingEmptySubsequences: false) { write(line) }
    }

    /// Begins an item or a quote: its first line starts with `marker`, all others with as many spaces, or with
    /// `continuation`.
    mutating func enter(marker: String, continuation: String? = nil, isTight: Bool = false) {
        begin(isTight: isTight)
        firstMargin = (firstMargin ?? margin) + Array(marker.utf8)
        margin += Array((continuation ?? String(repeating: " ", count: marker.utf8.count)).utf8)
        hasBlock = false
    }

    /// Ends the item or quote begun with the same marker.
    mutating func leave(marker: String, continuation: String? = nil) {
        if firstMargin != nil { write([]) }
        margin.removeLast(min(margin.count, (continuation ?? marker).utf8.count))
        hasBlock = true
    }

    private mutating func begin(isTight: Bool) {
        if hasBlock, !isTight { write([]) }
        hasBlock = true
    }

    private mutating func write(_ line: ArraySlice<UInt8>) {
        let start = firstMargin ?? margin
        firstMargin = nil
        bytes += start
        bytes += line
        if line.isEmpty {
            while let last = bytes.last, last == UInt8.space { bytes.removeLast() }
        }
        bytes.append(UInt8.lf)
    }
}
