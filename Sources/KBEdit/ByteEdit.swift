/// One place of a file with what is to stand there instead.
public struct ByteEdit: Hashable, Sendable {
    /// The bytes that go: offsets into the file as it is on disk, a byte order mark counted. Empty for an insertion.
    public var range: Range<Int>
    /// What comes in their place; empty to take them out.
    public var bytes: [UInt8]

    /// `bytes` in place of what stands at `range`.
    public init(_ range: Range<Int>, _ bytes: [UInt8]) {
        self.range = range
        self.bytes = bytes
    }

    /// `text` in place of what stands at `range`.
    public init(_ range: Range<Int>, _ text: String) {
        self.init(range, Array(text.utf8))
    }

    /// `file` with all `edits` made, which may come in any order; every byte outside their ranges stays.
    ///
    /// Insertions at one place come in the order given.
    /// - Returns: nil when two edits overlap or one lies outside the file: then nothing is right to write.
    public static func apply(_ edits: [ByteEdit], to file: [UInt8]) -> [UInt8]? {
        let ordered = edits.enumerated().sorted { a, b in
            let (x, y) = (a.element.range, b.element.range)
            if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
            if x.upperBound != y.upperBound { return x.upperBound < y.upperBound }
            return a.offset < b.offset
        }
        var result: [UInt8] = []
        result.reserveCapacity(file.count + edits.reduce(0) { $0 + $1.bytes.count })
        var done = 0
        for (_, edit) in ordered {
            guard edit.range.lowerBound >= done, edit.range.upperBound <= file.count else { return nil }
            result += file[done..<edit.range.lowerBound]
            result += edit.bytes
            done = edit.range.upperBound
        }
        result += file[done...]
        return result
    }
}
