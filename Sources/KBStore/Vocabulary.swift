import KBText

/// The words of the notes as written, with the number of sections each stands in: for corrections and completions.
///
/// Kept a blob for each word length: words in byte order, each as the number of bytes it shares with the one before,
/// the rest of its bytes, and its count. Words met since the last rebuild are rows of `recent_word`.
enum Vocabulary {
    /// A word that stands in one section only and holds a digit is a number or an identifier, not worth its space.
    private static func isWorthKeeping(_ word: UnsafeRawBufferPointer, sections: Int) -> Bool {
        guard word.count >= 2, sections > 0 else { return false }
        var digits = 0
        for byte in word where UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { digits += 1 }
        if digits == word.count || digits > 0 && sections == 1 { return false }
        return !Tokenizer.isUnspaced(word)
    }

    private struct Sortable {
        /// The first eight bytes, the first one highest.
        var head: UInt64
        var word: Lexicon.Word
    }

    /// Writes all words of a rebuild.
    static func write(_ lexicon: Lexicon, to connection: Connection) throws(StoreError) {
        var byLength = [[Sortable]](repeating: [], count: Lexicon.longestWord + 1)
        for word in 0..<lexicon.count {
            let bytes = lexicon.surface(of: word)
            guard isWorthKeeping(bytes, sections: lexicon.sections(of: word)) else { continue }
            var head: UInt64 = 0
            for index in 0..<8 { head = head << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
            byLength[bytes.count].append(Sortable(head: head, word: word))
        }
        let insert = try connection.prepare("INSERT INTO word VALUES(?1, ?2)")
        for length in byLength.indices where !byLength[length].isEmpty {
            byLength[length].sort { a, b in
                a.head == b.head && length > 8
                    ? lexicon.surface(of: a.word).lexicographicallyPrecedes(lexicon.surface(of: b.word))
                    : a.head < b.head
            }
            insert.bind(1, length)
            insert.bind(2, encode(byLength[length].lazy.map(\.word), of: lexicon))
            try insert.run()
        }
    }

    private static func encode(_ words: some Sequence<Lexicon.Word>, of lexicon: Lexicon) -> [UInt8] {
        var bytes: [UInt8] = []
        var previous = UnsafeRawBufferPointer(start: nil, count: 0)
        for word in words {
            let surface = lexicon.surface(of: word)
            var shared = 0
            while shared < previous.count, shared < surface.count, previous[shared] == surface[shared] { shared += 1 }
            bytes.append(UInt8(truncatingIfNeeded: shared))
            bytes.append(contentsOf: surface[shared...])
            Varint.append(lexicon.sections(of: word), to: &bytes)
            previous = surface
        }
        return bytes
    }

    /// Adds the words of an update to those met since the last rebuild.
    static func add(_ lexicon: Lexicon, to connection: Connection) throws(StoreError) {
        let insert = try connection.prepare(
            """
            INSERT INTO recent_word VALUES(?1, ?2)
            ON CONFLICT(text) DO UPDATE SET sections = sections + excluded.sections
            """)
        for word in 0..<lexicon.count {
            let bytes = lexicon.surface(of: word)
            let sections = lexicon.sections(of: word)
            // Kept even when seen once: later updates may count it up.
            guard isWorthKeeping(bytes, sections: max(2, sections)), sections > 0 else { continue }
            insert.bind(1, String(decoding: bytes, as: UTF8.self))
            insert.bind(2, sections)
            try insert.run()
        }
    }

    /// Hands each word of a blob to `visit`, in byte order, with how many bytes it shares with the one before and its
    /// count; stops where the blob makes no sense.
    static func decode(
        _ blob: UnsafeRawBufferPointer, length: Int, _ visit: (UnsafeRawBufferPointer, _ shared: Int, Int) -> Void
    ) {
        guard 1...Lexicon.longestWord ~= length else { return }
        withUnsafeTemporaryAllocation(byteCount: length, alignment: 1) { word in
            var position = 0
            var known = 0
            while position < blob.count {
                let shared = Int(blob[position])
                let rest = length - shared
                guard shared <= known, rest >= 0, blob.count - position > rest + 1 else { return }
                for index in 0..<rest { word[shared + index] = blob[position + 1 + index] }
                position += 1 + rest
                known = length
                var count = 0
                var shift = 0
                while position < blob.count {
                    let byte = blob[position]
                    position += 1
                    if shift < 56 { count |= Int(byte & 0x7F) << shift }
                    shift += 7
                    if byte < 0x80 { break }
                }
                visit(UnsafeRawBufferPointer(word), shared, count)
            }
        }
    }
}
