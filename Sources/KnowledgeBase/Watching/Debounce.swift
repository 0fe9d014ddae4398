/// When to look at the notes again: once they have been quiet for a while, or have not been for too long.
///
/// Times are in milliseconds since some fixed moment.
struct Debounce: Equatable {
    /// How long no change must have come. Editors write a note with several calls within some 10 ms, and tools that write
    /// many files leave less between two: a fifth of a second makes one refresh of each burst, and nobody waits for it.
    static let usualQuiet = 200
    /// The longest wait is this many times the quiet one, so that one that never stops writing is not waited for.
    private static let patience = 10

    /// How long no change must have come.
    let quiet: Int
    /// When the first change came that was not looked at yet; nil when there is none.
    private(set) var first: Int?
    private var last = 0

    /// Waits until there was no change for `quiet`.
    init(quiet: Int = usualQuiet) { self.quiet = max(0, quiet) }

    /// A change came at `now`.
    mutating func note(at now: Int) {
        if first == nil { first = now }
        last = now
    }

    /// All changes were looked at.
    mutating func clear() { first = nil }

    /// When it is time to look; nil as long as there is nothing to look at.
    var due: Int? {
        first.map { min(last + quiet, $0 + quiet * Debounce.patience) }
    }
}
