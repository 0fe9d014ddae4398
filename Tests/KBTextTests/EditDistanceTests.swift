import KBText
import Testing

@Test(
    arguments: [
        ("precision", "presicion", 2), ("recall", "recall", 0), ("recall", "recal", 1), ("teh", "the", 1),
        ("ca", "abc", 3),
        ("", "ab", 2), ("ab", "", 2), ("naive", "naïve", 1), ("жук", "жкук", 1), ("жук", "укж", 2), ("日本", "本日", 1),
    ] as [(String, String, Int)])
func `the distance counts slips`(_ word: String, other: String, expected: Int) {
    #expect(EditDistance(word).distance(to: other, atMost: 9) == expected)
    #expect(EditDistance(word).distance(to: other, atMost: expected) == expected)
    if expected > 0 { #expect(EditDistance(word).distance(to: other, atMost: expected - 1) == nil) }
}

/// The textbook table, whole.
private func tableDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = (0...a.count).map { row in (0...b.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
    for row in 0..<a.count {
        for column in 0..<b.count {
            var best = min(table[row][column + 1], table[row + 1][column]) + 1
            best = min(best, table[row][column] + (a[row] == b[column] ? 0 : 1))
            if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
                best = min(best, table[row - 1][column - 1] + 1)
            }
            table[row + 1][column + 1] = best
        }
    }
    return table[a.count][b.count]
}

@Test func `the distance agrees with the textbook for random words`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
        func word() -> [UInt8] {
            (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
        }
        let (a, b) = (word(), word())
        let expected = tableDistance(a, b)
        let distance = EditDistance(String(decoding: a, as: UTF8.self))
        for limit in 0...5 {
            let found = distance.distance(to: String(decoding: b, as: UTF8.self), atMost: limit)
            #expect(found == (expected <= limit ? expected : nil))
        }
    }
}

@Test func `words of up to and beyond 64 letters are compared`() {
    for length in [63, 64, 65, 200] {
        let word = String(repeating: "ab", count: length / 2 + 1).prefix(length)
        #expect(EditDistance(word).distance(to: word + "c", atMost: 2) == 1)
        #expect(EditDistance(word).distance(to: word.dropFirst(), atMost: 2) == 1)
    }
}

@Test(arguments: [("presicion", 2), ("recall", 1), ("naïve", 1), ("жук", 1)] as [(String, Int)])
func `a walk over words in byte order finds what comparing each by itself finds`(_ word: String, limit: Int) {
    var random = SystemRandomNumberGenerator()
    let letters = Array("precsionalïу".unicodeScalars)
    var byLength: [Int: Set<String>] = [:]
    for _ in 0..<4_000 {
        var other = Array(word.unicodeScalars)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            guard let letter = letters.randomElement(using: &random) else { continue }
            let place = Int.random(in: 0..<other.count, using: &random)
            if Bool.random(using: &random) { other[place] = letter } else { other.insert(letter, at: place) }
        }
        let text = other.reduce(into: "") { $0.unicodeScalars.append($1) }
        byLength[text.utf8.count, default: []].insert(text)
    }
    let distance = EditDistance(word)
    var walk = EditDistance.Walk(distance, atMost: limit)
    for (_, words) in byLength.sorted(by: { $0.key < $1.key }) {
        var before: [UInt8] = []
        for other in words.map({ Array($0.utf8) }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let shared = zip(before, other).prefix { $0 == $1 }.count
            let walked = other.withUnsafeBytes { walk.distance(to: $0, shared: shared) }
            let alone = other.withUnsafeBytes { distance.distance(to: $0, atMost: limit) }
            #expect(walked == alone, "\(String(decoding: other, as: UTF8.self))")
            before = other
        }
    }
}
