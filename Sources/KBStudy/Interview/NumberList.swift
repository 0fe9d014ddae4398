/// Numbers of a list as people type them: `2 4-6, 9`, `all`, `none`.
public struct NumberList: Equatable, Sendable {
    /// Why a line is no list of numbers: the part that cannot be read.
    public struct Slip: Error, Equatable {
        /// As it was typed.
        public var part: String
    }

    /// Indices from 0.
    public var indices: Set<Int>

    /// Reads what was typed about a list of `count` entries, which are numbered from 1. Nothing means none of them.
    public init(_ typed: some StringProtocol, count: Int) throws(Slip) {
        let parts = typed.lowercased().split { $0 == " " || $0 == "," || $0 == "\t" }
        indices = []
        if parts == ["all"] || parts == ["a"] {
            indices = Set(0..<max(0, count))
        } else if parts != ["none"] {
            for part in parts { indices.formUnion(try NumberList.range(part, count: count)) }
        }
    }

    private static func range(_ part: Substring, count: Int) throws(Slip) -> Range<Int> {
        let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { Int($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, 1 <= first, first <= last, last <= count
        else { throw Slip(part: String(part)) }
        return first - 1..<last
    }
}
