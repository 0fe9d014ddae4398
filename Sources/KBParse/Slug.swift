/// The anchors of a note's headings, as GitHub makes them: lowercase, punctuation dropped, spaces turned to hyphens, and
/// `-1`, `-2` … behind a repeat.
struct SlugMaker {
    private var used: [String: Int] = [:]
    /// The first anchors of a note, which few notes go beyond; comparing them is quicker than hashing.
    private var few: [String] = []
    private static let mostFew = 12

    /// The anchor of a heading with these words.
    mutating func slug(for words: ByteView) -> String {
        unique(Self.slug(words))
    }

    /// Takes `anchor` as the author gave it; a repeat is the author's own.
    mutating func claim(_ anchor: String) {
        hashFew()
        used[anchor, default: 0] += 1
    }

    private mutating func hashFew() {
        for slug in few { used[slug] = 0 }
        few.removeAll()
    }

    private mutating func unique(_ base: String) -> String {
        if used.isEmpty, few.count < Self.mostFew, !few.contains(base) {
            few.append(base)
            return base
        }
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
        var out: [UInt8] = []
        out.reserveCapacity(words.count)
        for i in 0..<words.count {
            let byte = words[i]
            if byte >= 0x80 { return slug(unicode: words.string(0, words.count)) }
            if byte.isAlphanumeric || byte == .dash || byte == .underscore {
                out.append(byte.lowered)
            } else if byte == .space || byte == .lf {
                out.append(.dash)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

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
