import KBText

/// How names, link texts and numbers of backlinks are written: `docs/index.md`, "Links between notes".
enum LinkCoding {
    /// Appends a ``KBText/NameKey``, the lowest byte first.
    static func append(key: UInt64, to bytes: inout [UInt8]) {
        for byte in 0..<NameKey.bytes { bytes.append(UInt8(truncatingIfNeeded: key >> UInt64(8 * byte))) }
    }

    /// The key at `position`, which moves past it; nil where there is no whole one.
    static func readKey(_ bytes: [UInt8], _ position: inout Int) -> UInt64? {
        guard position >= 0, bytes.count - position >= NameKey.bytes else { return nil }
        var key: UInt64 = 0
        for byte in 0..<NameKey.bytes { key |= UInt64(bytes[position + byte]) << UInt64(8 * byte) }
        position += NameKey.bytes
        return key
    }

    /// Numbers of notes a row of backlinks. A search looks at a few dozen notes: short rows are read in part only, long
    /// ones not so often.
    static let notesPerRow = 4_096

    /// The row of backlinks that `counts` make, which are those of notes of one row, ascending: for each the step from
    /// the note before, or from the row's first number, and the count.
    static func row(_ counts: some Sequence<NoteStanding.Backlinks>, _ row: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var last = row * notesPerRow
        for entry in counts {
            Varint.append(entry.note - last, to: &bytes)
            Varint.append(entry.count, to: &bytes)
            last = entry.note
        }
        return bytes
    }

    /// Hands each note of a row of ``row(_:_:)`` to `visit`, until that returns false.
    static func forEach(_ bytes: UnsafeRawBufferPointer, _ row: Int, _ visit: (Int, Int) -> Bool) {
        var position = 0
        var note = row * notesPerRow
        while let step = Varint.read(bytes, &position), let count = Varint.read(bytes, &position) {
            let (next, hasOverflowed) = note.addingReportingOverflow(step)
            guard !hasOverflowed, visit(next, max(0, count)) else { return }
            note = next
        }
    }
}
