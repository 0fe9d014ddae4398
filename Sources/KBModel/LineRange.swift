/// Whole lines of a file, counted from 1, first and last both included.
public struct LineRange: Hashable, Sendable {
    /// The first line, from 1.
    public var first: Int
    /// The last line; never smaller than ``first``.
    public var last: Int

    /// Covers `first` to `last`; a `last` before `first` is read as `first`.
    public init(_ first: Int, _ last: Int) {
        self.first = first
        self.last = max(first, last)
    }

    /// Whether `line` is one of these lines.
    public func contains(_ line: Int) -> Bool { first <= line && line <= last }
}
