/// A time budget an author wrote in a heading, such as `(8-9 min)`, in whole minutes.
public struct Minutes: Hashable, Sendable {
    /// The least time, in minutes.
    public var min: Int
    /// The most time, in minutes; equal to ``min`` when one figure was given.
    public var max: Int

    /// A budget from `min` to `max` minutes; two figures in the wrong order are swapped.
    public init(_ min: Int, _ max: Int) {
        self.min = Swift.min(min, max)
        self.max = Swift.max(min, max)
    }
}
