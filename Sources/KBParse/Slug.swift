/// The anchors of a note's headings, as GitHub makes them: lowercase, punctuation dropped, spaces turned to hyphens, and
/// `-1`, `-2` … behind a repeat.
struct SlugMaker {
    private var used: [String: Int] = [:]
    /// The first anchors of a note, which few notes go beyond; comparing their hashes is quicker than a dictionary.
    private var few: [(hash: UInt64, slug: String)] = []
    private static let mostFew = 48

    /// The anchor of a heading with these words.
    mutating func slug(for words: ByteView) -> String {
        let base = Self.slug(words)
        if used.isEmpty, few.count < Self.mostFew {
            let hash = Self.hash(base)
            // Two anchors of one hash are told apart below.
            if !few.contains(where: { $0.hash == hash }) {
                few.append((hash, base))
                return base
            }
        }
        return unique(base)
    }

    /// Takes `anchor` as the author gave it; a repeat is the author's own.
    mutating func claim(_ anchor: String) {
        hashFew()
        used[anchor, default: 0] += 1
    }

    private mutating func hashFew() {
        for (_, slug) in few { used[slug] = 0 }
        few.removeAll()
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

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

    private static func slug(_ words: ByteView) -> String {
        if words.firstMarked(in: nonASCII, from: 0) < words.count { return slug(unicode: words.string(0, words.count)) }
        return String(unsafeUninitializedCapacity: words.count) { room in
            guard let base = room.baseAddress else { return 0 }
            var count = 0
            for i in 0..<words.count {
                let byte = words.base[i]
                if byte.isAlphanumeric || byte == .dash || byte == .underscore {
                    base[count] = byte.lowered
                } else if byte == .space || byte == .lf {
                    base[count] = .dash
                } else {
                    continue
                }
                // Never more than bytes read, which there is room for.
                count &+= 1
            }
            return count
        }
    }

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
