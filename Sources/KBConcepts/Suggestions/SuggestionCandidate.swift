import KBModel

/// A note that could be linked to, and what each signal says of it.
struct SuggestionCandidate {
    /// What the values mean, in their order.
    static let signals: [Suggestion.Signal] = [.words, .mention, .graph, .neighbours, .alike, .folder, .popular]
    /// What each counts, in that order.
    static let weights = SIMD8(
        SuggestionWeight.words, SuggestionWeight.mention, SuggestionWeight.graph, SuggestionWeight.neighbours,
        SuggestionWeight.alike, SuggestionWeight.folder, SuggestionWeight.popular, 0)

    /// The note's number.
    var note: Int
    /// One a signal, 0 when it says nothing; the last is not used.
    var values: SIMD8<Float>
}

/// What makes the signals of one note's candidates comparable: each is divided by its greatest value among them.
struct SuggestionScale {
    private let factors: SIMD8<Float>

    /// The scale of all candidates of a note.
    init(_ candidates: [SuggestionCandidate]) {
        var greatest = SIMD8<Float>(repeating: 0)
        for candidate in candidates { greatest.replace(with: candidate.values, where: candidate.values .> greatest) }
        let scaled = SuggestionCandidate.weights / greatest
        factors = scaled.replacing(with: 0, where: greatest .<= 0)
    }

    /// What each signal adds to the score of `candidate`.
    func parts(of candidate: SuggestionCandidate) -> SIMD8<Float> { factors * candidate.values }

    /// The score of `candidate`.
    func score(_ candidate: SuggestionCandidate) -> Float { parts(of: candidate).sum() }
}
