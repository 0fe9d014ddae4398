/// Why a change cannot be planned.
public struct EditRefusal: Error, Equatable, Sendable {
    /// The reason in words, without a final full stop.
    public var message: String

    /// A refusal; see the property.
    public init(_ message: String) { self.message = message }
}
