/// How well a card was remembered.
public enum Grade: Int, Sendable, CaseIterable, Comparable {
    /// Not remembered.
    case again = 1
    /// Remembered with great effort.
    case hard = 2
    /// Remembered after a little thought.
    case good = 3
    /// Remembered at once.
    case easy = 4

    /// Worse grades first.
    public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
}
