/// Why a file that is read line by line cannot be used, and where.
public struct LineError: Error, Equatable {
    /// The line, from 1.
    public var line: Int
    /// What is wrong and how to mend it, without a final full stop.
    public var message: String

    /// `message`, about `line`.
    public init(line: Int, message: String) {
        self.line = line
        self.message = message
    }
}

/// The lines of a text file.
enum FileLines {
    /// The lines of `bytes` with their numbers, blank ones left out, without their ends and a mark of the byte order.
    static func of(_ bytes: [UInt8]) -> [(number: Int, bytes: ArraySlice<UInt8>)] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
        for (index, line) in text.split(separator: UInt8.lf, omittingEmptySubsequences: false).enumerated() {
            let content = line.last == UInt8.cr ? line.dropLast() : line
            if content.contains(where: { $0 > 0x20 }) { lines.append((index + 1, content)) }
        }
        return lines
    }
}
