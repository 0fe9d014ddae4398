/// What a typed name stands for in a ``ConceptCatalog``.
public enum ConceptResolution: Equatable, Sendable {
    /// The concept at this index; when the name had to be corrected, the spelling it was read as.
    case concept(Int, readAs: String?)
    /// Several concepts go by this name, the most salient first.
    case ambiguous([Int])
    /// None does; the nearest names, best first.
    case unknown(nearest: [String])
}
