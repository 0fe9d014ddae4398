/// A queue of bounded size from the one thread that makes things to those that take them, in order.
final class Conveyor<Element: Sendable>: Sendable {
    private struct State {
        /// A ring of what waits, with its weight.
        var ring: [(element: Element, weight: Int)?]
        /// How many were put into the ring since the start.
        var put = 0
        /// How many were taken out of it.
        var taken = 0
        /// The weight of all that waits.
        var weight = 0
        /// No more will come.
        var isClosed = false
        /// Nobody wants more.
        var isCancelled = false

        var waiting: Int { put - taken }
    }

    private let state: Monitor<State>
    private let mostWaiting: Int
    private let mostWeight: Int

    /// A queue where at most `mostWaiting` things of at most `mostWeight` together wait; a heavier one waits alone.
    init(mostWaiting: Int, mostWeight: Int) {
        state = Monitor(State(ring: Array(repeating: nil, count: mostWaiting)))
        self.mostWaiting = mostWaiting
        self.mostWeight = mostWeight
    }

    /// Whether making stops for now.
    private func isFull(_ state: State) -> Bool {
        state.waiting > 0 && (state.waiting >= mostWaiting || state.weight >= mostWeight)
    }

    /// Whether making goes on once it has stopped: late, so that the maker is not woken for every single thing.
    private func isHalfEmpty(_ state: State) -> Bool {
        state.waiting == 0 || (state.waiting <= mostWaiting / 2 && state.weight <= mostWeight / 2)
    }

    /// Adds a thing, when there is room; false when nobody wants more.
    func put(_ element: Element, weight: Int) -> Bool {
        var isStopped = false
        // Who takes things waits only when there are none.
        return state.wait(wakes: { $0.waiting == 1 }) { state -> Bool? in
            if state.isCancelled { return false }
            if isStopped ? !isHalfEmpty(state) : isFull(state) {
                isStopped = true
                return nil
            }
            state.ring[state.put % mostWaiting] = (element, weight)
            state.put += 1
            state.weight += weight
            return true
        }
    }

    /// Says that no more will come.
    func close() { state.use(wakes: true) { $0.isClosed = true } }

    /// Says that nobody wants more.
    func cancel() { state.use(wakes: true) { $0.isCancelled = true } }

    /// The next thing, waited for if need be; nil after the last.
    func take() -> Element? {
        state.wait(wakes: { self.isHalfEmpty($0) }) { state -> Element?? in
            let slot = state.taken % mostWaiting
            guard let (element, weight) = state.ring[slot] else { return state.isClosed ? .some(nil) : nil }
            state.ring[slot] = nil
            state.taken += 1
            state.weight -= weight
            return .some(element)
        }
    }
}
