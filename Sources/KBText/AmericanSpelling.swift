/// British spellings brought to American ones, so that notes of both find each other: `behaviour`, `centre`,
/// `normalise`.
///
/// The rules follow the endings in which the two differ; a word list only says which words have an ending that others
/// share (`colour` but not `hour`). What they give serves for comparing words and is not always a spelling: `analyze`
/// becomes `analyse`, which has its stem in common with `analysis`.
enum AmericanSpelling {
    /// What `word`, of the letters a to z, becomes; nil when it stays as it is. Never longer than the word.
    static func spelling(of word: UnsafeRawBufferPointer) -> [UInt8]? {
        guard word.count >= shortest else { return nil }
        let tail = Suffix.tail(of: word)
        if let changed = exchanged(word) { return changed }
        if let place = placeOfIse(word, tail) { return replacing(word, place + 1..<place + 2, by: "z") }
        if let length = lengthOfRe(word, tail) { return Array(word[..<(length - 2)]) + Array("er".utf8) }
        if let letters = lettersOfLogue(word, tail) { return replacing(word, letters, by: "") }
        return nil
    }

    private static let shortest = 4

    private static func replacing(_ word: UnsafeRawBufferPointer, _ range: Range<Int>, by text: StaticString) -> [UInt8]
    {
        var spelling = Array(word[..<range.lowerBound])
        spelling.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        spelling.append(contentsOf: word[range.upperBound...])
        return spelling
    }

    private static func begins(_ word: UnsafeRawBufferPointer, _ text: StaticString, at place: Int = 0) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place >= 0, place + count <= word.count else { return false }
        for offset in 0..<count where word[place + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private static func ends(_ word: Slice<UnsafeRawBufferPointer>, _ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard count <= word.count else { return false }
        let start = word.endIndex - count
        for offset in 0..<count where word[start + offset] != text.utf8Start[offset] { return false }
        return true
    }

    // MARK: - Letters inside a word

    /// Letters that differ wherever they stand, in words long enough for them to mean that. The first one found counts.
    private static let exchanges: [(british: StaticString, american: StaticString)] = [
        ("aem", "em"), ("paed", "ped"), ("aesth", "esth"), ("gynaec", "gynec"), ("archae", "arche"),
        ("oedema", "edema"),
        ("oesoph", "esoph"), ("oestr", "estr"), ("foet", "fet"), ("rrhoe", "rrhe"), ("manoeuv", "maneuv"),
        ("sulph", "sulf"),
        ("lyz", "lys"),
    ]
    /// The same, at the beginning.
    private static let beginnings: [(british: StaticString, american: StaticString)] = [
        ("defenc", "defens"), ("offenc", "offens"), ("licenc", "licens"), ("pretenc", "pretens"),
        ("practis", "practic"),
        ("sceptic", "skeptic"), ("artefact", "artifact"), ("mould", "mold"), ("plough", "plow"),
        ("aluminium", "aluminum"),
        ("programme", "program"), ("judgement", "judgment"), ("acknowledgement", "acknowledgment"), ("ageing", "aging"),
        ("grey", "gray"),
    ]
    /// What stands before the `our` of words that Americans write with `or`.
    private static let beforeOur: [StaticString] = [
        "behavi", "col", "fav", "neighb", "hon", "lab", "flav", "hum", "rum", "tum", "vap", "vig", "val", "sav",
        "endeav",
        "harb", "arm", "parl", "splend", "clam", "cand", "ferv", "ranc", "rig",
    ]

    private static func exchanged(_ word: UnsafeRawBufferPointer) -> [UInt8]? {
        // A glance at the pairs of letters first: most words have none of those that differ.
        var mayDiffer = false
        for index in 1..<word.count {
            switch (word[index - 1], word[index]) {
            case (UInt8(ascii: "a"), UInt8(ascii: "e")), (UInt8(ascii: "o"), UInt8(ascii: "e")),
                (UInt8(ascii: "o"), UInt8(ascii: "u")), (UInt8(ascii: "l"), UInt8(ascii: "p")),
                (UInt8(ascii: "y"), UInt8(ascii: "z")):
                mayDiffer = true
            default: break
            }
        }
        for (british, american) in beginnings where begins(word, british) {
            // `programmed` and `programmer` have their m's from the verb.
            let rest = word.count - british.utf8CodeUnitCount
            if begins(word, "programme"), rest > 1 || rest == 1 && word.last != UInt8(ascii: "s") { continue }
            return replacing(word, 0..<british.utf8CodeUnitCount, by: american)
        }
        guard mayDiffer else { return nil }
        for place in 1..<word.count - 1 {
            if begins(word, "our", at: place), beforeOur.contains(where: { ends(word[..<place], $0) }) {
                return replacing(word, place..<place + 3, by: "or")
            }
        }
        for place in word.indices {
            for (british, american) in exchanges where begins(word, british, at: place) {
                return replacing(word, place..<place + british.utf8CodeUnitCount, by: american)
            }
        }
        return nil
    }

    // MARK: - Endings

    private static let ise: [Suffix] = ["isation", "ise", "ises", "ised", "ising", "iser", "isers"]
    /// What stands before the `ise` of verbs that Americans write with `ize`; others are words of their own
    /// (`exercise`).
    private static let beforeIse: [StaticString] = [
        "al", "il", "el", "ol", "an", "on", "en", "in", "un", "gn", "rn", "er", "or", "ar", "ur", "im", "om", "at",
        "it", "et",
        "rd", "id", "og", "rg", "as", "es", "ic", "iv",
    ]
    /// A shorter beginning is part of the word: `promise`, `raise`, `arise`.
    private static let shortestBeforeIse = 4
    private static let notIse: [StaticString] = ["prom", "comprom", "prem", "parad"]

    /// Where the `ise` begins; nil when there is none or it stays.
    private static func placeOfIse(_ word: UnsafeRawBufferPointer, _ tail: UInt64) -> Int? {
        // `organisations` is one letter longer than a suffix can be.
        let plural: Suffix = "sations"
        var length: Int?
        if plural.ends(tail), word.count > 8 { length = word.count - 8 }
        for ending in ise where length == nil && ending.ends(tail) { length = word.count - ending.count }
        guard let length, length >= shortestBeforeIse, word[length] == UInt8(ascii: "i") else { return nil }
        let head = word[..<length]
        guard beforeIse.contains(where: { ends(head, $0) }) else { return nil }
        if notIse.contains(where: { begins(word, $0) && $0.utf8CodeUnitCount == length }) { return nil }
        return length
    }

    private static let re: [StaticString] = [
        "centre", "metre", "litre", "fibre", "theatre", "calibre", "spectre", "lustre", "sombre", "meagre",
    ]

    /// How much of `centres` and `centred` is `centre`, and the like; nil for other words.
    private static func lengthOfRe(_ word: UnsafeRawBufferPointer, _ tail: UInt64) -> Int? {
        let endings: [Suffix] = ["re", "res", "red"]
        guard let ending = endings.first(where: { $0.ends(tail) }) else { return nil }
        let length = word.count - (ending.count - 2)
        return re.contains(where: { ends(word[..<length], $0) }) ? length : nil
    }

    /// The `ue` of `catalogue`, or the `u` of `cataloguing`; nil for other words.
    private static func lettersOfLogue(_ word: UnsafeRawBufferPointer, _ tail: UInt64) -> Range<Int>? {
        let endings: [(ending: Suffix, letters: Int)] = [("logue", 2), ("logues", 2), ("logued", 1), ("loguing", 1)]
        guard let found = endings.first(where: { $0.ending.ends(tail) }), word.count > found.ending.count else {
            return nil
        }
        let start = word.count - found.ending.count + 3
        return start..<start + found.letters
    }
}
