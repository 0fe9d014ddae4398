/// A mock interview on the way from its opening to its end. Whoever leads it owns the clock.
///
/// First the sections are announced. In each, the items are hidden while someone answers; then they are shown, and what
/// was missed is marked. A step that does not fit the phase changes nothing.
public struct InterviewSession: Equatable, Sendable {
    /// Where it is.
    public enum Phase: Equatable, Sendable {
        /// The sections are announced; no clock runs.
        case opening
        /// The section of this number is being answered, its items hidden.
        case answering(Int)
        /// The items of this section are shown, to be marked.
        case marking(Int)
        /// It is over.
        case finished
    }

    /// How a section went.
    public struct Result: Equatable, Sendable {
        /// How long the answer took, in seconds.
        public var seconds: Int
        /// Which items were missed, by their index; nil when they were never marked.
        public var missed: Set<Int>?
    }

    /// What is asked, in order.
    public let sections: [InterviewSection]
    /// Where it is.
    public private(set) var phase: Phase
    /// How each section went that was begun, in the order of ``sections``.
    public private(set) var results: [Result] = []

    /// When the section that is answered was begun, in seconds of the caller's clock.
    private var start = 0

    /// An interview with these sections, not yet begun; one without sections is over at once.
    public init(_ sections: [InterviewSection]) {
        self.sections = sections
        phase = sections.isEmpty ? .finished : .opening
    }

    /// Begins the first section at `now`, seconds of any clock that only goes forward.
    public mutating func begin(at now: Int) {
        guard phase == .opening else { return }
        enter(0, at: now)
    }

    /// Seconds since the section that is answered was begun; nil when none is.
    public func elapsed(at now: Int) -> Int? {
        guard case .answering = phase else { return nil }
        return max(0, now - start)
    }

    /// Ends the answer and shows the items.
    public mutating func reveal(at now: Int) {
        guard case .answering(let section) = phase, let seconds = elapsed(at: now) else { return }
        results.append(Result(seconds: seconds, missed: nil))
        phase = .marking(section)
    }

    /// Marks which items were missed, by index, and begins the next section. Indices out of range are passed over.
    ///
    /// - Returns: The items that were missed, in their order.
    @discardableResult
    public mutating func mark(missed: Set<Int>, at now: Int) -> [Checklist.Item] {
        guard case .marking(let section) = phase, let last = results.indices.last else { return [] }
        let items = sections[section].items
        let sound = missed.filter(items.indices.contains)
        results[last].missed = sound
        enter(section + 1, at: now)
        return sound.sorted().map { items[$0] }
    }

    /// Ends it, whatever the phase. The time of an answer that is cut off counts; what was marked stays.
    public mutating func stop(at now: Int) {
        if let seconds = elapsed(at: now) { results.append(Result(seconds: seconds, missed: nil)) }
        phase = .finished
    }

    private mutating func enter(_ section: Int, at now: Int) {
        start = now
        phase = sections.indices.contains(section) ? .answering(section) : .finished
    }
}
