/// Tells what the names of concepts are made of: which stand inside others, and which have a word in common.
///
/// A class, because it keeps the names read so far: not to be shared between threads.
final class NameReader {
    private let catalog: ConceptCatalog
    private let reader: PhraseReader
    /// By concept, read on first need.
    private var names: [Int: Name] = [:]
    /// For each concept a bit for each of its name's words, so that most pairs are told apart at once; 0 when not yet read.
    private lazy var masks = [UInt64](repeating: 0, count: catalog.concepts.count)

    private struct Name {
        var parts: [NamePart]
        /// Hashes of its words of more than ``NameReader/mostShortLetters`` letters.
        var words: [UInt64]
    }

    /// Set in every mask that was read.
    private static let read: UInt64 = 1 << 63
    /// Words of no more letters say too little for two names to be akin.
    private static let mostShortLetters = 3

    /// A reader of the names in `catalog`, whose spellings are `phrases`.
    init(_ catalog: ConceptCatalog, _ phrases: PhraseTable) {
        self.catalog = catalog
        reader = PhraseReader(phrases)
    }

    /// The concept that the whole of `text` names; nil when none does.
    func concept(named text: String) -> Int? {
        read(text)
        guard !reader.tokens.isEmpty else { return nil }
        return reader.matches(from: 0).last { $0.count == reader.tokens.count }?.concept
    }

    /// The concepts shown whose names stand inside that of `concept`, longest first.
    func parts(of concept: Int) -> [NamePart] { name(of: concept).parts }

    /// Whether the names of two concepts have a word in common that is not short.
    func shareWord(_ a: Int, _ b: Int) -> Bool {
        guard masks.indices.contains(a), masks.indices.contains(b), mask(of: a) & mask(of: b) != NameReader.read
        else { return false }
        let (first, second) = (name(of: a).words, name(of: b).words)
        return first.contains { second.contains($0) }
    }

    private func read(_ text: String) {
        let plain = Array(text.utf8)
        reader.read(plain, 0..<plain.count)
    }

    private func mask(of concept: Int) -> UInt64 {
        if masks[concept] == 0 {
            masks[concept] = name(of: concept).words.reduce(NameReader.read) { $0 | 1 << (($1 >> 32) % 63) }
        }
        return masks[concept]
    }

    private func name(of concept: Int) -> Name {
        if let known = names[concept] { return known }
        guard catalog.concepts.indices.contains(concept) else { return Name(parts: [], words: []) }
        read(catalog.concepts[concept].name)
        let words = reader.tokens.filter { $0.end - $0.start > NameReader.mostShortLetters }.map(\.hash)
        let name = Name(parts: parts(), words: words)
        names[concept] = name
        return name
    }

    /// The concepts shown inside the name that was read.
    private func parts() -> [NamePart] {
        let length = reader.tokens.count
        guard length > 1 else { return [] }
        var found: [(part: NamePart, count: Int)] = []
        for start in 0..<length {
            for match in reader.matches(from: start) where match.isShown && match.count < length {
                let part = NamePart(concept: Int32(match.concept), isHead: start + match.count == length)
                found.append((part, match.count))
            }
        }
        var seen: Set<Int32> = []
        return found.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .compactMap { seen.insert($0.element.part.concept).inserted ? $0.element.part : nil }
    }
}

/// A concept whose name stands inside another's.
struct NamePart {
    /// Index in the catalog.
    var concept: Int32
    /// Whether it ends that name: an `online evaluation` is an `evaluation`.
    var isHead: Bool
}
