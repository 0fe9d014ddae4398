extension EditDistance {
    /// Compares many words with one, in byte order: what neighbours share is compared once, and a beginning that is
    /// already too far rules out every word that has it. A fifth of the time of comparing each word by itself.
    public struct Walk {
        /// The comparison after some bytes of a word; see ``EditDistance/distance(to:atMost:)``.
        fileprivate struct State {
            var positive = ~UInt64(0)
            var negative: UInt64 = 0
            var diagonal: UInt64 = 0
            var mask: UInt64 = 0
            var distance: Int
        }

        private let target: EditDistance
        private let limit: Int
        /// The states after 0, 1, … bytes of the last word.
        private var states: [State]
        /// From how many bytes of the last word on it was too far; nil when it was not.
        private var hopeless: Int?

        /// A walk over words that looks for those at most `limit` slips from the word `target` was made with.
        public init(_ target: EditDistance, atMost limit: Int) {
            self.target = target
            self.limit = limit
            states = [State(distance: target.pattern.count)]
        }

        /// The distance to `word`, or nil when it is more than the limit.
        ///
        /// `shared` is how many bytes it has in common with the word before, which was as long; 0 when it was not.
        public mutating func distance(to word: UnsafeRawBufferPointer, shared: Int) -> Int? {
            guard let masks = target.masks else { return target.distance(to: word, atMost: limit) }
            if let hopeless, hopeless <= shared { return nil }
            hopeless = nil
            states.removeLast(max(0, states.count - 1 - max(0, shared)))
            guard var state = states.last else { return nil }
            let last = UInt64(1) << UInt64(target.pattern.count - 1)
            for index in states.count - 1..<max(states.count - 1, word.count) {
                // Letters beyond ASCII take several bytes but are one slip each.
                if word[index] >= 0x80 { return target.distanceByScalars(to: word, atMost: limit) }
                state.advance(masks[Int(word[index])], last: last)
                states.append(state)
                // Each byte to come can mend at most one.
                if state.distance - (word.count - 1 - index) > limit {
                    hopeless = index + 1
                    return nil
                }
            }
            return state.distance <= limit ? state.distance : nil
        }
    }
}

extension EditDistance.Walk.State {
    /// One step of Hyyrö's algorithm. `mask` tells where the pattern holds the next byte, `last` where it ends.
    @inline(__always)
    fileprivate mutating func advance(_ mask: UInt64, last: UInt64) {
        let swapped = ((~diagonal & mask) << 1) & self.mask
        diagonal = (((mask & positive) &+ positive) ^ positive) | mask | negative | swapped
        let horizontalPositive = negative | ~(diagonal | positive)
        let horizontalNegative = diagonal & positive
        if horizontalPositive & last != 0 { distance += 1 } else if horizontalNegative & last != 0 { distance -= 1 }
        let shiftedPositive = horizontalPositive << 1 | 1
        positive = horizontalNegative << 1 | ~(diagonal | shiftedPositive)
        negative = shiftedPositive & diagonal
        self.mask = mask
    }
}
