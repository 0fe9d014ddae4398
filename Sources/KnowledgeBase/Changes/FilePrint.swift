internal import KBModel

/// What tells whether a file holds the bytes it is thought to: their number and their hash.
struct FilePrint: Equatable {
    var size: Int
    var hash: UInt64

    /// The print of `bytes`.
    init(_ bytes: [UInt8]) {
        size = bytes.count
        hash = ContentHash.of(bytes)
    }

    /// The print of the bytes that went into `hash`.
    init(_ running: ContentHash.Running) {
        size = running.count
        hash = running.value
    }

    /// Reads ``text`` back; nil for anything else.
    init?(_ text: String) {
        let parts = text.split(separator: "-")
        guard parts.count == 2, let size = Int(parts[0]), let hash = UInt64(parts[1], radix: 16) else { return nil }
        self.size = size
        self.hash = hash
    }

    /// As the journal holds it: `1234-0f3c…`.
    var text: String { "\(size)-\(String(hash, radix: 16))" }
}
