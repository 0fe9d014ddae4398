import KBLatent
import KBText

/// Notes which terms each section holds while its words go into the full-text table.
///
/// A class behind pointers, because it is called for every word of the vault.
final class LatentRecorder {
    /// The terms of the sections recorded.
    private var sections: SectionTerms
    /// A word of the lexicon for each term, the first with its stem.
    private var words: [Lexicon.Word] = []

    private let lexicon: Lexicon
    /// The term of each word of the lexicon, ``ignored`` for one that does not count.
    private var terms: [UInt32] = []
    /// Numbers of terms by the hash of their stem plus one; 0 is a free slot.
    private var slots = [UInt32](repeating: 0, count: 1 << 12)
    /// For each term the last section that held it, and its place among the terms of that section.
    private var last: [(section: UInt32, place: UInt32)] = []
    private var section: UInt32 = 0
    /// The terms of the section at hand.
    private var list: [SectionTerm] = []

    private static let ignored = UInt32.max

    /// Records sections from the number `first` on.
    init(_ lexicon: Lexicon, first: Int) {
        self.lexicon = lexicon
        sections = SectionTerms(first: first)
    }

    /// Begins a section.
    func begin(_ number: Int) {
        section = UInt32(truncatingIfNeeded: number)
        list.removeAll(keepingCapacity: true)
    }

    /// Adds a word to the section at hand.
    @inline(__always)
    func add(_ word: Lexicon.Word, isInHeading: Bool) {
        if word >= terms.count { learn(upTo: word) }
        let term = terms[word]
        guard term != LatentRecorder.ignored else { return }
        let known = last[Int(term)]
        if known.section == section {
            list[Int(known.place)].count &+= 1
            if isInHeading { list[Int(known.place)].isInHeading = true }
        } else {
            last[Int(term)] = (section, UInt32(truncatingIfNeeded: list.count))
            list.append(SectionTerm(number: term, count: 1, isInHeading: isInHeading))
        }
    }

    /// Finishes the section at hand.
    func end() {
        list.withUnsafeBufferPointer { sections.append(Int(section), $0) }
    }

    /// What was recorded so far.
    var recording: LatentRecording {
        LatentRecording(sections: sections, fingerprints: words.map { TermFingerprint.of(lexicon.stem(of: $0)) })
    }

    @inline(never)
    private func learn(upTo word: Lexicon.Word) {
        for new in terms.count...word { terms.append(isTelling(new) ? term(of: new) : LatentRecorder.ignored) }
    }

    /// Whether a word may tell what a section is about: not a single letter, not only digits, and no function word.
    private func isTelling(_ word: Lexicon.Word) -> Bool {
        let bytes = lexicon.surface(of: word)
        guard bytes.count > 1, !bytes.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return false }
        return !StopWords.contains(String(decoding: bytes, as: UTF8.self))
    }

    /// The number of the word's stem, added when it is new.
    private func term(of word: Lexicon.Word) -> UInt32 {
        let stem = lexicon.stem(of: word)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: TermFingerprint.of(stem)) & mask
        while slots[slot] != 0 {
            let term = slots[slot] - 1
            let other = lexicon.stem(of: words[Int(term)])
            if other.count == stem.count, other.elementsEqual(stem) { return term }
            slot = (slot + 1) & mask
        }
        let term = UInt32(truncatingIfNeeded: words.count)
        words.append(word)
        last.append((0, 0))
        slots[slot] = term + 1
        if words.count * 2 > slots.count { grow() }
        return term
    }

    private func grow() {
        let mask = slots.count * 2 - 1
        slots = [UInt32](repeating: 0, count: mask + 1)
        for (term, word) in words.enumerated() {
            var slot = Int(truncatingIfNeeded: TermFingerprint.of(lexicon.stem(of: word))) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(truncatingIfNeeded: term + 1)
        }
    }
}
