import KBText

extension SplitMix {
    /// A number from -1 up to 1, evenly spread.
    mutating func nextFraction() -> Float {
        // 24 bits are what a Float can hold.
        Float((next() as UInt64) >> 40) / Float(1 << 23) - 1
    }
}
