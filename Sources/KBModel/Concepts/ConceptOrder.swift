/// The order of a list of concepts; ties by name in byte order.
public enum ConceptOrder: String, Sendable, CaseIterable {
    /// Most salient first.
    case salience
    /// By name, case-blind.
    case name
    /// In the most notes first.
    case notes
    /// In the most sections first.
    case sections
}
