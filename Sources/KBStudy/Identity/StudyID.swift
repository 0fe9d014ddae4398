/// What a card or a line of a checklist is known by, for as long as there is a log.
public struct StudyID: Hashable, Sendable, Comparable {
    /// 1 to ``longest`` small letters, digits and hyphens.
    public let text: String

    /// More than any id of ours has.
    static let longest = 40

    /// The id written as `text`; nil when it is no id.
    public init?(_ text: some StringProtocol) {
        guard 1...StudyID.longest ~= text.utf8.count, text.utf8.allSatisfy(StudyID.isAllowed) else { return nil }
        self.text = String(text)
    }

    /// Ten digits of a hash: short enough to type, and among 100,000 cards two meet once in 200,000 vaults.
    init(_ hash: StableHash) {
        var rest = hash.value
        var digits: [UInt8] = []
        for _ in 0..<10 {
            digits.append(StudyID.digit(Int(rest & 31)))
            rest >>= 5
        }
        text = String(decoding: digits, as: UTF8.self)
    }

    /// By bytes.
    public static func < (a: StudyID, b: StudyID) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }

    /// Digits and small letters without i, l, o and u, which are misread.
    ///
    /// - SeeAlso: <https://www.crockford.com/base32.html>
    private static func digit(_ value: Int) -> UInt8 {
        let digits: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
        return digits.withUTF8Buffer { $0[value & 31] }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

extension StudyID: CustomStringConvertible {
    /// ``text``.
    public var description: String { text }
}
