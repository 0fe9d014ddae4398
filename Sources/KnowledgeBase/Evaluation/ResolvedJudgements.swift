public import KBModel

/// Judgements with every document under the name that a run gives it.
public struct ResolvedJudgements: Equatable, Sendable {
    /// For each query, the documents judged with their grades; several judgements of one section count once, with the
    /// highest grade.
    public internal(set) var grades: [String: [String: Int]] = [:]
    /// For each query, what was judged.
    public internal(set) var units: [String: DocumentUnit] = [:]
    /// Those that name nothing in the vault, in the order of the file: answers among them count as missed.
    public internal(set) var unknown: [Judgement] = []

    init() {}
}
