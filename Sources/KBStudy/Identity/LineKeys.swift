import KBText

/// The ids that lines of checklists get when the log knows none: those that an ``IdentityMatcher`` gives, without comparing
/// anything.
///
/// A class, because it keeps the words met so far: not to be shared between threads.
public final class LineKeys {
    private let tokenizer = Tokenizer()

    /// Keys of lines that were not seen yet.
    public init() {}

    /// A number for each line of a note; lines that read the same below the same heading share theirs.
    public func keys(of lines: NoteLines) -> [UInt64] {
        var headings: [Int: [UInt8]] = [:]
        return lines.lines.map { line in
            let heading = headings[line.section] ?? words(of: lines.headingPath(of: line.section).last ?? "")
            headings[line.section] = heading
            var hash = FNV1a()
            for text in [Array(Anchor.Kind.checklist.rawValue.utf8), heading, words(of: line.text), []] {
                hash.add(text)
                hash.add(LineKeys.end)
            }
            return hash.value
        }
    }

    /// The id of the line with `key` that comes after `repeats` others with the same key.
    public static func id(_ key: UInt64, repeats: Int) -> StudyID {
        var hash = FNV1a(key)
        hash.add(String(repeats).utf8)
        hash.add(end)
        return StudyID(StableHash(hash))
    }

    private static let end: UInt8 = 0xFF

    /// What ``Wording/key`` is, as bytes.
    private func words(of text: String) -> [UInt8] {
        var words: [UInt8] = []
        var text = text
        text.withUTF8 { bytes in
            _ = tokenizer.scan(bytes, as: .query) { word, _, _, _ in
                if !words.isEmpty { words.append(UInt8(ascii: " ")) }
                words.append(contentsOf: tokenizer.lexicon.surface(of: word))
                return true
            }
        }
        let comparisons = Wording.comparisons(in: text)
        return comparisons.isEmpty ? words : words + [UInt8(ascii: " ")] + comparisons
    }
}
