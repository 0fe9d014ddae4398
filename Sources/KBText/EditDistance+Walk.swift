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
        /// How many bytes of the last word have their state.
        private var known = 0
        /// From how many bytes of the last word on it was too far; nil when it was not.
        private var hopeless: Int?

        /// A walk over words that looks for those at most `limit` slips from the word `target` was made with.
        public init(_ target: EditDistance, atMost limit: Int) {
            self.target = target
            self.limit = limit
            states = [State](repeating: State(distance: target.pattern.count), count: Lexicon.longestWord + 1)
        }

        /// The distance to `word`, or nil when it is more than the limit.
        ///
        /// `shared` is how many bytes it has in common with the word before, which was as long; 0 when it was not.
        public mutating func distance(to word: UnsafeRawBufferPointer, shared: Int) -> Int? {
            guard let masks = target.masks, word.count < states.count else {
                return target.distance(to: word, atMost: limit)
            }
            if let hopeless, hopeless <= shared { return nil }
            hopeless = nil
            known = max(0, min(known, shared, word.count))
            var state = states[known]
            let last = UInt64(1) << UInt64(target.pattern.count - 1)
            while known < word.count {
                // Letters beyond ASCII take several bytes but are one slip each.
                if word[known] >= 0x80 { return distanceBeyondASCII(to: word) }
                state.advance(masks[Int(word[known])], last: last)
                known += 1
                states[known] = state
                // Each byte to come can mend at most one.
                if state.distance - (word.count - known) > limit {
                    hopeless = known
                    return nil
                }
            }
            return state.distance <= limit ? state.distance : nil
        }

        /// As ``distance(to:shared:)``. The target is ASCII, so each other letter is a slip.
        private func distanceBeyondASCII(to word: UnsafeRawBufferPointer) -> Int? {
            let others = word.count { $0 >= 0xC0 }
            return others <= limit ? target.distanceByScalars(to: word, atMost: limit) : nil
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
