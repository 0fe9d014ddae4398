/// Reads JSON texts (RFC 8259), strictly: what the standard forbids is refused.
public enum JSON {
    /// Why a text is not JSON, and where.
    public struct SyntaxError: Error, Equatable {
        /// In bytes from the start of the text.
        public var offset: Int
        /// What is wrong, one sentence without a final full stop.
        public var message: String

        /// `message`, about the byte at `offset`.
        public init(offset: Int, message: String) {
            self.offset = offset
            self.message = message
        }
    }

    /// How deep arrays and objects may nest: more than data needs, far less than a stack holds.
    public static let deepest = 64

    /// Reads one value with nothing but white space around it.
    ///
    /// Numbers stay as written (``JSONValue/literal(_:)``). Members keep their order, and repeated names stay repeated.
    /// Time and memory grow with the length of `bytes`, whatever they hold.
    public static func read(_ bytes: some Sequence<UInt8>) throws(SyntaxError) -> JSONValue {
        var reader = JSONReader(Array(bytes))
        return try reader.text()
    }
}
