/// Tells line by line whether a text is within a fenced block of code.
struct CodeFence {
    private var mark: UInt8 = 0
    private var length = 0
    /// The word behind the fence that opened the block, in small letters.
    private(set) var word = ""

    /// Whether a block is open.
    var isOpen: Bool { length > 0 }

    /// Reads the next line; whether it is code, or a fence. Bullets and quotation marks before a fence do not matter.
    mutating func read(_ line: some Collection<UInt8>) -> Bool {
        let rest = line.drop { " \t>-*+".utf8.contains($0) }
        guard let first = rest.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return isOpen }
        let count = rest.prefix { $0 == first }.count
        let tail = rest.dropFirst(count)
        if isOpen {
            if first == mark, count >= length, tail.allSatisfy({ $0 <= 0x20 }) { length = 0 }
            return true
        }
        // A run of grave accents with more of them behind it is code within a line.
        guard count >= 3, first != UInt8(ascii: "`") || !tail.contains(first) else { return false }
        (mark, length) = (first, count)
        let name = tail.drop { $0 <= 0x20 }.prefix { $0 > 0x20 && $0 != UInt8(ascii: "{") }
        word = String(decoding: Array(name), as: UTF8.self).lowercased()
        return true
    }
}
