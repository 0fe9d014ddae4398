import func Glibc.exp
import func Glibc.pow

/// The formulas of FSRS-6: how a memory fades, and what a review makes of it.
///
/// The names are those of the algorithm's own page: S stability in days, D difficulty, R retrievability, G grade 1 to 4,
/// t days since the last review.
///
/// `exp` and `pow` are the C library's. Two machines may differ in the last bit of a stability; what follows from it is
/// rounded to whole days, and a score never does.
///
/// - SeeAlso: <https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm#fsrs-6>, and `fsrs/scheduler.py`
///   of py-fsrs 6.3.2, which the tests take for the truth.
public struct MemoryModel: Hashable, Sendable {
    /// The weights.
    public let weights: Weights
    /// `FACTOR` = .9^(1 / `DECAY`) - 1 makes R(S, S) = .9.
    private let factor: Double
    /// `DECAY` = -w20.
    private let decay: Double

    /// The least stability, in days.
    static let leastStability = 0.001
    /// The bounds of difficulty.
    static let difficulties = 1.0...10.0

    /// A model with these weights.
    public init(weights: Weights = .standard) {
        self.weights = weights
        decay = -weights[20]
        factor = pow(0.9, 1 / decay) - 1
    }

    /// The probability that a memory is recalled `days` after its last review: (1 + FACTOR · t / S)^DECAY.
    public func retrievability(of memory: Memory, after days: Int) -> Double {
        pow(1 + factor * Double(max(0, days)) / memory.stability, decay)
    }

    /// The days after which the probability of recall has fallen to `retention`, at least 1 and at most `most`:
    /// S / FACTOR · (r^(1 / DECAY) - 1), rounded, halves to the even side.
    public func interval(of stability: Double, retention: Double, atMost most: Int) -> Int {
        let days = stability / factor * (pow(retention, 1 / decay) - 1)
        // Also catches what is not a number.
        guard days < Double(most) else { return max(1, most) }
        return min(max(1, most), max(1, Int(days.rounded(.toNearestOrEven))))
    }

    /// The memory after a first review: S0(G) = w_(G-1), D0(G) = w4 - e^(w5 · (G - 1)) + 1.
    public func initial(_ grade: Grade) -> Memory {
        Memory(
            stability: clamped(stability: weights[grade.rawValue - 1]),
            difficulty: clamped(difficulty: initialDifficulty(grade)))
    }

    /// The memory after a review `days` after the last one.
    ///
    /// On the same day, only the short-term formula holds; later, what is recalled (or forgotten) the less it was
    /// expected says the more.
    public func next(_ memory: Memory, _ grade: Grade, after days: Int) -> Memory {
        let stability: Double
        if days < 1 {
            stability = sameDayStability(memory.stability, grade)
        } else {
            let recall = retrievability(of: memory, after: days)
            stability =
                grade == .again
                ? forgottenStability(memory, retrievability: recall)
                : recalledStability(memory, grade, retrievability: recall)
        }
        return Memory(
            stability: clamped(stability: stability), difficulty: nextDifficulty(memory.difficulty, grade))
    }

    /// S'(S, G) = S · e^(w17 · (G - 3 + w18)) · S^-w19; a card that was remembered never becomes less stable.
    private func sameDayStability(_ stability: Double, _ grade: Grade) -> Double {
        let increase =
            exp(weights[17] * (Double(grade.rawValue) - 3 + weights[18])) * pow(stability, -weights[19])
        return stability * (grade == .again ? increase : max(1, increase))
    }

    /// S'r = S · (1 + e^w8 · (11 - D) · S^-w9 · (e^(w10 · (1 - R)) - 1) · w15 (if hard) · w16 (if easy)).
    private func recalledStability(_ memory: Memory, _ grade: Grade, retrievability: Double) -> Double {
        let hardPenalty = grade == .hard ? weights[15] : 1
        let easyBonus = grade == .easy ? weights[16] : 1
        let increase =
            exp(weights[8]) * (11 - memory.difficulty) * pow(memory.stability, -weights[9])
            * (exp((1 - retrievability) * weights[10]) - 1) * hardPenalty * easyBonus
        return memory.stability * (1 + increase)
    }

    /// S'f = w11 · D^-w12 · ((S + 1)^w13 - 1) · e^(w14 · (1 - R)), at most S / e^(w17 · w18).
    private func forgottenStability(_ memory: Memory, retrievability: Double) -> Double {
        let longTerm =
            weights[11] * pow(memory.difficulty, -weights[12]) * (pow(memory.stability + 1, weights[13]) - 1)
            * exp((1 - retrievability) * weights[14])
        return min(longTerm, memory.stability / exp(weights[17] * weights[18]))
    }

    /// D' = w7 · D0(4) + (1 - w7) · (D - w6 · (G - 3) · (10 - D) / 9): damped near 10, drawn back to an easy start.
    private func nextDifficulty(_ difficulty: Double, _ grade: Grade) -> Double {
        let change = -weights[6] * Double(grade.rawValue - 3)
        let damped = difficulty + (10 - difficulty) * change / 9
        return clamped(difficulty: weights[7] * initialDifficulty(.easy) + (1 - weights[7]) * damped)
    }

    private func initialDifficulty(_ grade: Grade) -> Double {
        weights[4] - exp(weights[5] * Double(grade.rawValue - 1)) + 1
    }

    private func clamped(stability: Double) -> Double { max(MemoryModel.leastStability, stability) }

    private func clamped(difficulty: Double) -> Double {
        min(max(difficulty, MemoryModel.difficulties.lowerBound), MemoryModel.difficulties.upperBound)
    }
}
