/// Finds the places of a note that HTML in it gives a name: `<a id="x">`, `<span name='x'>`, `<h2 id=x>`.
///
/// No HTML is parsed: a name too many only means that a link to it is not reported.
enum HTMLAnchors {
    private static let keys: [[UInt8]] = [Array("id=".utf8), Array("name=".utf8)]

    /// All names in the note `utf8`, in lower case.
    static func names(in utf8: [UInt8]) -> [String] {
        var names: [String] = []
        utf8.withUnsafeBufferPointer { bytes in
            var position = 0
            while let equals = bytes[position...].firstIndex(of: UInt8(ascii: "=")) {
                position = equals + 1
                guard keys.contains(where: { isKey($0, endingAt: position, in: bytes) }) else { continue }
                let name = value(from: position, in: bytes)
                if !name.isEmpty { names.append(String(decoding: name, as: UTF8.self).lowercased()) }
            }
        }
        return names
    }

    /// Whether `key` stands before `end`, after a blank, in any case.
    private static func isKey(_ key: [UInt8], endingAt end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = end - key.count
        guard start > 0, bytes[start - 1] <= 0x20 else { return false }
        // The bit that tells small letters from capitals is set in `=` already.
        return zip(bytes[start..<end], key).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }

    /// The value of an attribute, in quotes or up to a blank or `>`.
    private static func value(
        from start: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Slice<UnsafeBufferPointer<UInt8>> {
        let rest = bytes[start...]
        guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        }
        return rest.dropFirst().prefix { $0 != quote && $0 != 0x0A }
    }
}
