/// All interned strings of a kind as bytes, by number, from 1: for those too many to be made a `String` each.
struct StringTable {
    private var bytes: [UInt8] = []
    /// Where each begins in ``bytes``, and where the last ends.
    private var starts: [Int] = [0]

    init(_ kind: InternedStrings.Kind, _ connection: Connection) throws(StoreError) {
        try InternedStrings.forEach(kind, connection) { _, text in
            bytes.append(contentsOf: text)
            starts.append(bytes.count)
        }
    }

    /// The greatest number; 0 when there are none.
    var last: Int { starts.count - 1 }

    /// The bytes of the string with this number, which must be one of 1 to ``last``; they are valid during the call.
    @inline(__always)
    func with<Result>(_ number: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let range = starts[number - 1]..<starts[number]
        return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}
