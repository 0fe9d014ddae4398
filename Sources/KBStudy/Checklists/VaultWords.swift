public import KBModel
import KBText

/// How often each word stands in the lines of a vault.
///
/// A class, because it keeps the words met so far: not to be shared between threads.
public final class VaultWords {
    private let tokenizer = Tokenizer()
    /// By ``KBText/Lexicon/Word``.
    private var uses: [UInt32] = []
    /// How many lines were counted.
    public private(set) var lines = 0

    /// No line was counted yet.
    public init() {}

    /// Counts the words of `lines` of `note`.
    public func add(_ lines: [ChecklistLine], of note: Note) {
        self.lines += lines.count
        note.plain.withUnsafeBufferPointer { plain in
            for line in lines {
                let range = line.plain.clamped(to: plain.indices)
                _ = tokenizer.scan(UnsafeBufferPointer(rebasing: plain[range]), as: .query) { word, _, _, isColocated in
                    if !isColocated {
                        while uses.count <= word { uses.append(0) }
                        uses[word] &+= 1
                    }
                    return true
                }
            }
        }
    }

    /// How often each stem was met.
    func stems() -> [String: Int] {
        var stems: [String: Int] = [:]
        for (word, count) in uses.enumerated() where count > 0 {
            stems[String(decoding: tokenizer.lexicon.stem(of: word), as: UTF8.self), default: 0] += Int(count)
        }
        return stems
    }

    /// Words that were met once or twice and look like a slip of one that was met oftener: what was meant.
    func slips() -> [String: String] {
        /// A word of so many letters has few neighbours by chance.
        let shortest = 8
        var byShape: [Int: [(word: String, count: UInt32)]] = [:]
        var rare: [String] = []
        for (word, count) in uses.enumerated() where count > 0 {
            let surface = tokenizer.lexicon.surface(of: word)
            guard surface.count >= shortest, let first = surface.first, first >= UInt8(ascii: "a"), first < 0x80 else {
                continue
            }
            let text = String(decoding: surface, as: UTF8.self)
            if count <= VaultWords.mostUsesOfSlip {
                rare.append(text)
            } else {
                byShape[Int(first) << 8 | surface.count, default: []].append((text, count))
            }
        }
        guard rare.count <= VaultWords.mostSlips else { return [:] }
        var slips: [String: String] = [:]
        for word in rare {
            let distance = EditDistance(word)
            var best: (word: String, count: UInt32)?
            for length in word.utf8.count - 1...word.utf8.count + 1 {
                for other in byShape[Int(word.utf8.first ?? 0) << 8 | length] ?? [] {
                    guard distance.distance(to: other.word, atMost: 1) != nil,
                        Stemmer.stem(word) != Stemmer.stem(other.word), !Opposites.areOpposite(word, other.word)
                    else { continue }
                    if let best, (best.count, other.word) >= (other.count, best.word) { continue }
                    best = other
                }
            }
            if let best { slips[word] = best.word }
        }
        return slips
    }

    private static let mostUsesOfSlip: UInt32 = 1
    /// In a vault of more rare words, slips are not looked for: the notes say the same thing right often enough.
    private static let mostSlips = 20_000
}
