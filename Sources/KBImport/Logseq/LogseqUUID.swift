/// The ids of blocks in Logseq.
enum LogseqUUID {
    /// How long one is: `0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f`.
    static let length = 36
    private static let hyphens = [8, 13, 18, 23]

    /// `text` in small letters if it is an id.
    static func read(_ text: some StringProtocol) -> String? {
        guard text.utf8.count == length else { return nil }
        let isID = text.utf8.enumerated().allSatisfy { place, byte in
            hyphens.contains(place) ? byte == UInt8(ascii: "-") : byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
        }
        return isID ? text.lowercased() : nil
    }
}
