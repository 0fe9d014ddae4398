public import struct KBModel.Instant

/// Spreads intervals a little, so that cards learnt on one day do not come up on one day for ever.
///
/// py-fsrs draws at random; here the draw follows from the card and the moment, so that a log read twice gives the
/// same days.
///
/// - SeeAlso: `FUZZ_RANGES` and `_get_fuzzed_interval` in `fsrs/scheduler.py`.
public enum Fuzz {
    /// From 0 to below 1, the same for the same card and review.
    public static func fraction(of card: StudyID, at review: Instant) -> Double {
        let hash = StableHash(card.text, String(review.seconds)).value
        // 53 bits are all that a Double between 0 and 1 can hold.
        return Double(hash >> 11) / 9_007_199_254_740_992
    }

    /// An interval near `days`, `fraction` of the way from the shortest to the longest; those under 3 days stay.
    public static func spread(_ days: Int, by fraction: Double, atMost most: Int) -> Int {
        guard days >= 3, 0.0..<1.0 ~= fraction else { return days }
        var delta = 1.0
        for (start, end, factor) in ranges { delta += factor * max(0, min(Double(days), end) - start) }
        let longest = min(Int((Double(days) + delta).rounded(.toNearestOrEven)), most)
        let shortest = min(max(2, Int((Double(days) - delta).rounded(.toNearestOrEven))), longest)
        let drawn = fraction * Double(longest - shortest + 1) + Double(shortest)
        return min(Int(drawn.rounded(.toNearestOrEven)), most)
    }

    /// From how many days to how many each further day adds so much to the spread.
    private static let ranges: [(start: Double, end: Double, factor: Double)] = [
        (2.5, 7, 0.15), (7, 20, 0.1), (20, .infinity, 0.05),
    ]
}
