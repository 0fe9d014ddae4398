/// What makes an event of the log unique, and orders those of one second.
///
/// A writer takes a ``number`` greater than all it sees in the log, so what was done after something else was seen also
/// comes after it (a Lamport clock). The ``origin`` tells apart two machines that chose the same number.
public struct EventID: Hashable, Sendable, Comparable {
    /// From 1.
    public let number: Int
    /// A word drawn at random by each run of the program: 4 to 32 small letters and digits.
    public let origin: String

    /// Number `number` of the run that drew `origin`; nil when either is out of range.
    public init?(number: Int, origin: String) {
        guard number > 0, 4...32 ~= origin.utf8.count, origin.utf8.allSatisfy(EventID.isAllowed) else { return nil }
        self.number = number
        self.origin = origin
    }

    /// Reads `12-8f3a12bc`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), String(number) == parts[0] else { return nil }
        self.init(number: number, origin: String(parts[1]))
    }

    /// By number, then by origin in byte order.
    public static func < (a: EventID, b: EventID) -> Bool {
        a.number == b.number ? a.origin.utf8.lexicographicallyPrecedes(b.origin.utf8) : a.number < b.number
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}

extension EventID: CustomStringConvertible {
    /// `12-8f3a12bc`
    public var description: String { "\(number)-\(origin)" }
}
