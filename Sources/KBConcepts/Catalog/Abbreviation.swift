import KBText

/// A line of the general list of abbreviations.
struct Abbreviation {
    /// The short form, folded.
    var short: String
    /// What it may stand for, folded, the most usual first.
    var longs: [String]

    /// Clippings that have become words beside their long forms: an `app` is not every `application`.
    static let ownWords: Set<String> = ["app", "dev", "ops"]

    /// The list, in its own order.
    static var list: [Abbreviation] {
        AbbreviationList.text.withUTF8Buffer { text in
            text.split(whereSeparator: AbbreviationList.parts).compactMap { line in
                let sides = line.split(separator: UInt8(ascii: "=")).map { String(decoding: $0, as: UTF8.self) }
                guard sides.count == 2, let short = sides.first, let longs = sides.last else { return nil }
                return Abbreviation(short: trimmed(short[...]), longs: longs.split(separator: "|").map(trimmed))
            }
        }
    }

    private static func trimmed(_ text: Substring) -> String { text.split(separator: " ").joined(separator: " ") }

    /// The keys of the long forms: two that share one are one meaning.
    func keys(_ extractor: TermExtractor) -> Set<UInt64> { Set(longs.compactMap { extractor.key(of: $0) }) }

    /// Both forms when the short one is the beginning of the long one; nil otherwise.
    var clip: (short: String, long: String)? {
        guard longs.count == 1, let long = longs.first, short.utf8.count >= 4, long.utf8.starts(with: short.utf8) else {
            return nil
        }
        return (short, long)
    }

    /// Whether `short` may be short for `long`: its letters stand there in this order, the first one first, and all
    /// words but function words give one.
    static func shortens(_ short: String, _ long: String) -> Bool {
        let letters = short.lowercased().utf8.filter { $0 &- UInt8(ascii: "a") < 26 || Fingerprint.isDigit($0) }
        let words = long.lowercased().split { !($0.isLetter || $0.isNumber) }
        guard letters.count >= 2, let head = words.first, let first = head.utf8.first, letters.first == first else {
            return false
        }
        // A piece of a sentence, the short form with something behind it, or a word of hardly more letters.
        guard !StopWords.contains(head), !words.contains(where: { $0.utf8.elementsEqual(letters) }) else {
            return false
        }
        guard words.count > 1 || long.utf8.count > letters.count + 2 else { return false }
        var rest = letters[...]
        if rest.last == UInt8(ascii: "s"), short.last == "s" { rest = rest.dropLast() }
        for word in words {
            guard let next = rest.first else { return true }
            guard word.utf8.first == next else { continue }
            rest = rest.dropFirst()
            // More letters of the same word, as in `XML` for `extensible markup language` the `x`.
            var tail = word.utf8.dropFirst()
            while let next = rest.first, !isInitial(next, of: words, after: word), let place = tail.firstIndex(of: next)
            {
                tail = tail[tail.index(after: place)...]
                rest = rest.dropFirst()
            }
        }
        return rest.isEmpty
    }

    private static func isInitial(_ letter: UInt8, of words: [Substring], after word: Substring) -> Bool {
        words.contains { $0.startIndex > word.startIndex && $0.utf8.first == letter }
    }

    /// Up to eight letters as one number.
    static func packed(_ letters: [UInt8]) -> UInt64 { letters.reduce(0) { $0 << 8 | UInt64($1) } }

    /// Whether `spelling` is one word of two to eight characters, most of them capitals: `AUC`, `nDCG`, `SLAs`, `F1`.
    static func isCapitals(_ spelling: String) -> Bool {
        let bytes = spelling.utf8
        guard 2...8 ~= bytes.count else { return false }
        var capitals = 0
        var small = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"): small += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"):
                continue
            default: return false
            }
        }
        return capitals >= 1 && capitals > small && capitals + small > 0
    }
}
