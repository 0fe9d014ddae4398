/// A note of an export as kb writes it.
public struct ConvertedNote: Equatable, Sendable {
    /// The file's new content.
    public var bytes: [UInt8]
    /// What of it could not be mapped, in the order of the text.
    public var unmapped: [Unmapped]

    /// A note; see the properties.
    public init(_ bytes: [UInt8], unmapped: [Unmapped] = []) {
        self.bytes = bytes
        self.unmapped = unmapped
    }
}
