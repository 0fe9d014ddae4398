public import KBModel

/// A file's bytes turned into UTF-8, with what was odd about them.
public struct DecodedText: Equatable, Sendable {
    /// The text in UTF-8, without a byte order mark, line ends as in the file; empty when the file is not text.
    public var utf8: [UInt8]
    /// What was odd, one ``Issue`` an oddity.
    public var issues: [Issue]
    /// Whether the file holds text at all.
    public var isText: Bool

    /// Decodes UTF-8, UTF-16 (by its mark, or by where its zero bytes stand) and, failing both, Windows-1252.
    ///
    /// Never fails: ill-formed UTF-8 and NUL become U+FFFD; a binary file gives an empty text and a `not-text` issue.
    public init(_ bytes: [UInt8]) {
        self.init(utf8: [], issues: [], isText: true)
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            refuse("the file is in UTF-32, which kb does not read; save it as UTF-8")
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            readUTF16(bytes.dropFirst(2), isLittleEndian: true)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            readUTF16(bytes.dropFirst(2), isLittleEndian: false)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            issues.append(Issue(.encoding, .remark, line: 1, "the file starts with a byte order mark"))
            readBytes(Array(bytes.dropFirst(3)))
        } else {
            readBytes(bytes)
        }
        reportClassicLineEnds()
    }

    private init(utf8: [UInt8], issues: [Issue], isText: Bool) {
        self.utf8 = utf8
        self.issues = issues
        self.isText = isText
    }

    private mutating func refuse(_ message: String) {
        utf8 = []
        isText = false
        issues.append(Issue(.notText, .error, line: 1, message))
    }

    private mutating func readBytes(_ bytes: [UInt8]) {
        let census = bytes.withUnsafeBufferPointer { ByteCensus($0) }
        if census.isCleanUTF8 {
            utf8 = bytes
            return
        }
        if census.nulCount > 0, let isLittleEndian = Self.looksLikeUTF16(bytes) {
            return readUTF16(bytes[...], isLittleEndian: isLittleEndian)
        }
        if census.looksBinary || bytes.starts(with: Array("%PDF-".utf8)) {
            return refuse("the file is not text")
        }
        if census.nulCount > 0 {
            let line = 1 + Self.lineEnds(in: bytes, upTo: bytes.firstIndex(of: 0) ?? 0)
            issues.append(Issue(.nulByte, .warning, line: line, "\(census.nulCount) NUL bytes are read as U+FFFD"))
        }
        guard let bad = census.firstInvalid else { return utf8 = Self.replacingNUL(bytes) }
        let line = 1 + Self.lineEnds(in: bytes, upTo: bad)
        // A text in UTF-8 with a few damaged bytes has more good sequences than bad ones; a text in another
        // encoding has hardly a good one.
        if census.multibyteCount > census.invalidCount {
            issues.append(
                Issue(
                    .encoding, .warning, line: line, "\(census.invalidCount) bytes are not UTF-8 and are read as U+FFFD"
                ))
            utf8 = Array(String(decoding: Self.replacingNUL(bytes), as: UTF8.self).utf8)
        } else {
            issues.append(Issue(.encoding, .warning, line: line, "the file is not UTF-8; it is read as Windows-1252"))
            utf8 = Windows1252.utf8(Self.replacingNUL(bytes, by: [0x1A]))
        }
    }

    private mutating func readUTF16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var i = bytes.startIndex
        while i + 1 < bytes.endIndex {
            let (a, b) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
            let unit = isLittleEndian ? b << 8 | a : a << 8 | b
            units.append(unit == 0 ? 0xFFFD : unit)
            i += 2
        }
        issues.append(Issue(.encoding, .remark, line: 1, "the file is in UTF-16; UTF-8 is safer for other programs"))
        if bytes.count % 2 == 1 {
            issues.append(Issue(.encoding, .warning, line: 1, "the file ends in half a UTF-16 unit, which is left out"))
        }
        utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Whether text without a mark is UTF-16, little-endian (true) or big-endian (false): one byte of each pair is
    /// zero in most Western text, and never in UTF-8.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(4096)
        let pairs = sample.count / 2
        guard pairs >= 2 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (i, byte) in sample.enumerated() where byte == 0 {
            if i % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        if zeros.odd * 10 >= pairs * 4, zeros.even * 20 <= pairs { return true }
        if zeros.even * 10 >= pairs * 4, zeros.odd * 20 <= pairs { return false }
        return nil
    }

    private mutating func reportClassicLineEnds() {
        // The first line end tells what the others are, so that a long file is not searched for nothing.
        let end = utf8.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { ByteView(base: $0, count: buffer.count).lineEnd(from: 0) } ?? 0
        }
        guard end + 1 < utf8.count, utf8[end] == .cr, !utf8.contains(.lf) else { return }
        issues.append(Issue(.encoding, .remark, line: 1, "lines end in CR alone, which other programs may not read"))
    }

    private static func replacingNUL(_ bytes: [UInt8], by mark: [UInt8] = [0xEF, 0xBF, 0xBD]) -> [UInt8] {
        guard bytes.contains(0) else { return bytes }
        return bytes.flatMap { $0 == 0 ? mark : [$0] }
    }

    private static func lineEnds(in bytes: [UInt8], upTo end: Int) -> Int {
        var count = 0
        for i in 0..<min(end, bytes.count) {
            let byte = bytes[i]
            if byte == .lf || (byte == .cr && !(i + 1 < bytes.count && bytes[i + 1] == .lf)) { count += 1 }
        }
        return count
    }
}
