import KBLatent
import KBText

/// Notes which terms each section holds while its words go into the full-text table.
///
/// What changes is behind pointers: it is called for every word of the vault, and the runtime checks every access to a
/// variable of a class.
final class LatentRecorder {
    /// A term, by number.
    private struct Term {
        /// The first word of the lexicon with its stem.
        var word: Int
        /// The last section that held it, and its place among the terms of that section.
        var section: UInt32
        var place: UInt32
    }

    private struct Storage {
        /// The term of each word of the lexicon, ``ignored`` for one that does not count.
        var words: [UInt32] = []
        var terms: [Term] = []
        /// Numbers of terms by the hash of their stem plus one; 0 is a free slot.
        var slots = [UInt32](repeating: 0, count: 1 << 10)
        var section: UInt32 = 0
        /// The terms of the section at hand.
        var list: [SectionTerm] = []
    }

    private let lexicon: Lexicon
    private let storage: UnsafeMutablePointer<Storage>
    /// The terms of the sections recorded.
    private var sections: SectionTerms

    private static let ignored = UInt32.max

    /// Records sections from the number `first` on, whose words `lexicon` numbers.
    init(_ lexicon: Lexicon, first: Int) {
        self.lexicon = lexicon
        sections = SectionTerms(first: first)
        storage = .allocate(capacity: 1)
        storage.initialize(to: Storage())
    }

    deinit {
        storage.deinitialize(count: 1)
        storage.deallocate()
    }

    /// Begins a section.
    func begin(_ number: Int) {
        storage.pointee.section = UInt32(truncatingIfNeeded: number)
        storage.pointee.list.removeAll(keepingCapacity: true)
    }

    /// Adds a word to the section at hand.
    @inline(__always)
    func add(_ word: Lexicon.Word, isInHeading: Bool) {
        if word >= storage.pointee.words.count { learn(upTo: word) }
        let term = storage.pointee.words[word]
        guard term != LatentRecorder.ignored else { return }
        let number = Int(term)
        if storage.pointee.terms[number].section == storage.pointee.section {
            let place = Int(storage.pointee.terms[number].place)
            storage.pointee.list[place].count &+= 1
            if isInHeading { storage.pointee.list[place].isInHeading = true }
        } else {
            storage.pointee.terms[number].section = storage.pointee.section
            storage.pointee.terms[number].place = UInt32(truncatingIfNeeded: storage.pointee.list.count)
            storage.pointee.list.append(SectionTerm(number: term, count: 1, isInHeading: isInHeading))
        }
    }

    /// Finishes the section at hand.
    func end() {
        let number = Int(storage.pointee.section)
        storage.pointee.list.withUnsafeBufferPointer { sections.append(number, $0) }
    }

    /// What was recorded so far.
    var recording: LatentRecording {
        LatentRecording(
            sections: sections,
            fingerprints: storage.pointee.terms.map { TermFingerprint.of(lexicon.stem(of: $0.word)) })
    }

    @inline(never)
    private func learn(upTo word: Lexicon.Word) {
        for new in storage.pointee.words.count...word {
            storage.pointee.words.append(isTelling(new) ? term(of: new) : LatentRecorder.ignored)
        }
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
        let mask = storage.pointee.slots.count - 1
        var slot = Int(truncatingIfNeeded: TermFingerprint.of(stem)) & mask
        while storage.pointee.slots[slot] != 0 {
            let term = storage.pointee.slots[slot] - 1
            let other = lexicon.stem(of: storage.pointee.terms[Int(term)].word)
            if other.count == stem.count, other.elementsEqual(stem) { return term }
            slot = (slot + 1) & mask
        }
        let term = UInt32(truncatingIfNeeded: storage.pointee.terms.count)
        storage.pointee.terms.append(Term(word: word, section: 0, place: 0))
        storage.pointee.slots[slot] = term + 1
        if storage.pointee.terms.count * 2 > storage.pointee.slots.count { grow() }
        return term
    }

    private func grow() {
        let mask = storage.pointee.slots.count * 2 - 1
        storage.pointee.slots = [UInt32](repeating: 0, count: mask + 1)
        for (number, term) in storage.pointee.terms.enumerated() {
            var slot = Int(truncatingIfNeeded: TermFingerprint.of(lexicon.stem(of: term.word))) & mask
            while storage.pointee.slots[slot] != 0 { slot = (slot + 1) & mask }
            storage.pointee.slots[slot] = UInt32(truncatingIfNeeded: number + 1)
        }
    }
}
