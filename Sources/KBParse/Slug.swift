/// The anchors of a note's headings, as GitHub makes them: lowercase, punctuation dropped, spaces turned to hyphens, and
/// `-1`, `-2` … behind a repeat.
struct SlugMaker {
    private var used: [String: Int] = [:]
    /// The first anchors of a note, which few notes go beyond, with how often each was repeated; comparing their hashes
    /// is quicker than a dictionary.
    private var few: [(hash: UInt64, slug: String, repeats: Int)] = []
    private static let mostFew = 48

    /// The anchor of a heading with these words.
    mutating func slug(for words: ByteView) -> String {
        let (base, hash) = Self.slug(words)
        guard used.isEmpty, few.count < Self.mostFew else { return unique(base) }
        guard let k = index(of: base, hash) else {
            add(base, hash)
            return base
        }
        var next = few[k].repeats + 1
        while index(of: "\(base)-\(next)") != nil { next += 1 }
        few[k].repeats = next
        let anchor = "\(base)-\(next)"
        add(anchor, Self.hash(anchor))
        return anchor
    }

    /// Takes `anchor` as the author gave it; a repeat is the author's own.
    mutating func claim(_ anchor: String) {
        if used.isEmpty, few.count < Self.mostFew {
            if let k = index(of: anchor) {
                few[k].repeats += 1
            } else {
                add(anchor, Self.hash(anchor), repeats: 1)
            }
            return
        }
        hashFew()
        used[anchor, default: 0] += 1
    }

    private func index(of slug: String) -> Int? { index(of: slug, Self.hash(slug)) }

    private func index(of slug: String, _ hash: UInt64) -> Int? {
        for k in few.indices where few[k].hash == hash {
            if few[k].slug == slug { return k }
        }
        return nil
    }

    private mutating func add(_ slug: String, _ hash: UInt64, repeats: Int = 0) {
        if few.isEmpty { few.reserveCapacity(16) }
        few.append((hash, slug, repeats))
    }

    private mutating func hashFew() {
        for (_, slug, repeats) in few { used[slug] = repeats }
        few.removeAll()
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ text: String) -> UInt64 {
        var hash = Self.basis
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
        return hash
    }

    private static var basis: UInt64 { 0xCBF2_9CE4_8422_2325 }
    private static var prime: UInt64 { 0x0000_0100_0000_01B3 }

    private mutating func unique(_ base: String) -> String {
        hashFew()
        let count = used[base, default: -1]
        guard count >= 0 else {
            used[base] = 0
            return base
        }
        var next = count + 1
        while used["\(base)-\(next)"] != nil { next += 1 }
        used[base] = next
        used["\(base)-\(next)"] = 0
        return "\(base)-\(next)"
    }

    /// The anchor without a number, and its hash.
    private static func slug(_ words: ByteView) -> (String, UInt64) {
        if words.firstMarked(in: nonASCII, from: 0) < words.count {
            let slug = slug(unicode: words.string(0, words.count))
            return (slug, hash(slug))
        }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: words.count + 1) { room in
            guard let base = room.baseAddress else { return ("", basis) }
            var (count, hash) = (0, basis)
            let table = kept.table
            for i in 0..<words.count {
                let byte = table[Int(words.base[i])]
                if byte == .dot { continue }
                // Never more than bytes read, which there is room for.
                base[count] = byte
                count &+= 1
                hash = (hash ^ UInt64(byte)) &* prime
            }
            return (String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self), hash)
        }
    }

    /// What becomes of each byte of a heading; nothing of those shown as dots.
    static let kept = ByteClasses(
        """
        ..........-.....\
        ................\
        -............-..\
        0123456789......\
        .abcdefghijklmno\
        pqrstuvwxyz...._\
        .abcdefghijklmno\
        pqrstuvwxyz.....\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................
        """)
    static let nonASCII = ByteClasses(
        """
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx
        """)

    private static func slug(unicode text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            let properties = scalar.properties
            if scalar == " " || scalar == "\n" {
                out.append("-")
            } else if scalar == "-" || scalar == "_" || properties.isAlphabetic || properties.numericType != nil {
                out.append(scalar)
            } else if properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark {
                out.append(scalar)
            }
        }
        return String(out)
    }
}
