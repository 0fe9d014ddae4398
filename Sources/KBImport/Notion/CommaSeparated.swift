/// Reads comma-separated values (RFC 4180).
enum CommaSeparated {
    /// The records of `bytes`, each with its fields; quotes are read, empty lines left out.
    /// - SeeAlso: <https://www.rfc-editor.org/rfc/rfc4180>
    static func read(_ bytes: [UInt8]) -> [[String]] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuote = false
        func text(_ field: [UInt8]) -> String { String(decoding: field, as: UTF8.self) }
        for byte in bytes.starts(with: mark) ? bytes[3...] : bytes[...] {
            if isQuoted {
                if byte == UInt8(ascii: "\"") { (isQuoted, wasQuote) = (false, true) } else { field.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where wasQuote || field.isEmpty:
                // Two quotes within quotes are one.
                if wasQuote { field.append(byte) }
                isQuoted = true
            case UInt8(ascii: ","):
                record.append(text(field))
                field = []
            case UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"):
                record.append(text(field))
                if record != [""] { records.append(record) }
                (record, field) = ([], [])
            default: field.append(byte)
            }
            wasQuote = false
        }
        record.append(text(field))
        if record != [""] { records.append(record) }
        return records
    }
}
