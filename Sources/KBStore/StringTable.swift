/// All interned strings of a kind as bytes, by number, from 1: for those too many to be made a `String` each.
struct StringTable {
    private var bytes: [UInt8] = []
    /// Where each begins in ``bytes``, and where the last ends.
    private var starts: [UInt32] = [0]

    init(_ kind: InternedStrings.Kind, _ connection: Connection) throws(StoreError) {
        try InternedStrings.forEach(kind, connection) { _, text in
            bytes.append(contentsOf: text)
            starts.append(UInt32(truncatingIfNeeded: bytes.count))
        }
        guard bytes.count <= UInt32.max else { throw .damaged("there are too many words") }
    }

    /// The greatest number; 0 when there are none.
    var last: Int { starts.count - 1 }

    /// The strings that `forEach` names, each time the same ones, one behind the other with `separator` between them.
    /// Their numbers must be 1 to ``last``.
    @inline(__always)
    func join(separator: UInt8, _ forEach: (_ visit: (Int) -> Void) -> Void) -> String {
        starts.withUnsafeBufferPointer { starts in
            var length = -1
            forEach { length += 1 + Int(starts[$0]) - Int(starts[$0 - 1]) }
            return bytes.withUnsafeBufferPointer { bytes in
                String(unsafeUninitializedCapacity: max(0, length)) { text in
                    var end = 0
                    forEach { number in
                        for index in Int(starts[number - 1])..<Int(starts[number]) {
                            text.initializeElement(at: end, to: bytes[index])
                            end += 1
                        }
                        if end < length {
                            text.initializeElement(at: end, to: separator)
                            end += 1
                        }
                    }
                    return end
                }
            }
        }
    }
}
