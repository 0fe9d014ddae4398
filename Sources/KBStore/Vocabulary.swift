import KBText

/// The words of the notes as written, with the number of sections each stands in: for corrections and completions.
///
/// Kept a blob for each first byte and length, which is what a search for a word's neighbours reads: words in byte
/// order, each as the number of bytes it shares with the one before, the rest of its bytes, and its count. Words met
/// since the last rebuild are rows of `recent_word`.
enum Vocabulary {
    /// The row of the words with this first byte and so many bytes.
    static func row(_ first: UInt8, _ length: Int) -> Int { Int(first) << 8 | length }

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
        var rows = [[Sortable]](repeating: [], count: row(.max, Lexicon.longestWord) + 1)
        for word in 0..<lexicon.count {
            let bytes = lexicon.surface(of: word)
            guard let first = bytes.first, isWorthKeeping(bytes, sections: lexicon.sections(of: word)) else { continue }
            var head: UInt64 = 0
            for index in 0..<8 { head = head << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
            rows[row(first, bytes.count)].append(Sortable(head: head, word: word))
        }
        let insert = try connection.prepare("INSERT INTO word VALUES(?1, ?2)")
        for row in rows.indices where !rows[row].isEmpty {
            rows[row].sort { a, b in
                a.head == b.head
                    ? lexicon.surface(of: a.word).lexicographicallyPrecedes(lexicon.surface(of: b.word))
                    : a.head < b.head
            }
            insert.bind(1, row)
            insert.bind(2, encode(rows[row].lazy.map(\.word), of: lexicon))
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

    /// Writes the misspellings of a rebuild, each under the stem of the word that was meant.
    static func writeMisspellings(in lexicon: Lexicon, to connection: Connection) throws(StoreError) {
        let insert = try connection.prepare("INSERT INTO misspelling VALUES(?1, ?2)")
        var rows: [(meant: String, word: String)] = []
        Misspelling.forEach(in: lexicon) { misspelt, meant in
            rows.append(
                (
                    String(decoding: lexicon.stem(of: meant), as: UTF8.self),
                    String(decoding: lexicon.surface(of: misspelt), as: UTF8.self)
                ))
        }
        // In the order of the table, so that it is written page after page.
        for (meant, word) in rows.sorted(by: { ($0.meant, $0.word) < ($1.meant, $1.word) }) {
            insert.bind(1, meant)
            insert.bind(2, word)
            try insert.run()
        }
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

    /// The least text that begins with the byte `first`, and the least one behind all that do; nil when there is none.
    static func bounds(of first: UInt8) -> (from: String, to: String?) {
        let (bits, shift): (UInt32, UInt32) =
            switch first {
            case 0x00..<0x80: (UInt32(first), 0)
            case 0xC0..<0xE0: (UInt32(first & 0x1F), 6)
            case 0xE0..<0xF0: (UInt32(first & 0x0F), 12)
            default: (UInt32(first & 0x07), 18)
            }
        func text(_ scalar: UInt32) -> String? { Unicode.Scalar(scalar).map { String(Character($0)) } }
        // The first scalar of so many bytes: no shorter form of a scalar is UTF-8.
        let least: UInt32 = shift == 12 ? 0x800 : shift == 18 ? 0x1_0000 : 0
        return (text(max(least, bits << shift)) ?? "", text((bits + 1) << shift))
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
