/// Numbers that look drawn at random and are the same on every machine: SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number from -1 up to 1, evenly spread.
    mutating func next() -> Float {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        bits ^= bits >> 31
        // 24 bits are what a Float can hold.
        return Float(bits >> 40) / Float(1 << 23) - 1
    }
}
