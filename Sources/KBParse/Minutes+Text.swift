public import KBModel

extension Minutes {
    /// The time that a line of words allots, as a heading does: `Clarify the goal (5 min)`; nil when it allots none.
    public init?(allottedIn text: String) {
        // Most lines hold no digit, which is seen at once.
        guard text.utf8.contains(where: { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
        let bytes = Array(text.utf8)
        let found = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { TimeBudget.find(in: ByteView(base: $0, count: buffer.count)) }
        }
        guard let found else { return nil }
        self = found
    }
}
