public import KBModel
internal import KBParse

/// Finds the heading of a note that an anchor means: by its words, by its slug, by its words without marks.
///
/// `NOTE#HEADING` is found by these rules everywhere; of several sections the first counts.
public struct AnchorFinder: Sendable {
    /// By what an anchor was found.
    public enum Rule: Sendable {
        /// The heading's words, case-blind.
        case title
        /// The anchor that a site would give it.
        case slug
        /// Its letters and digits alone.
        case folded
    }

    let note: Note
    private let folded: [String]
    // Sections but for the preamble, ascending.
    private var byTitle: [String: [Int]] = [:]
    private var bySlug: [String: [Int]] = [:]
    private var byFolded: [String: [Int]] = [:]

    /// A finder of the headings of `note`.
    public init(_ note: Note) {
        self.note = note
        let titles = note.sections.map { note.text($0.title) }
        folded = titles.map(Self.folded)
        for (number, section) in note.sections.enumerated() where section.kind != .preamble {
            byTitle[titles[number].lowercased(), default: []].append(number)
            if !section.anchor.isEmpty { bySlug[section.anchor.lowercased(), default: []].append(number) }
            if !folded[number].isEmpty { byFolded[folded[number], default: []].append(number) }
        }
    }

    /// The headings that `anchor` names, each under the one before; none for a block.
    static func headings(_ anchor: String) -> [String] {
        guard anchor.utf8.first != UInt8(ascii: "^") else { return [] }
        return anchor.utf8.split(separator: UInt8.hash).map { String(Substring($0)) }
    }

    /// The section that `anchor` means, and how it was found; nil when there is none, and for blocks.
    func find(_ anchor: String) -> (section: Int, rule: Rule)? {
        let headings = Self.headings(anchor)
        guard let last = headings.last, !last.hasPrefix("^") else { return nil }
        return find(headings)
    }

    /// The section whose heading path ends in `headings`, others allowed in between, and how it was found.
    public func find(_ headings: [String]) -> (section: Int, rule: Rule)? {
        guard let last = headings.last else { return nil }
        let above = headings.dropLast().map(Self.folded)
        let low = last.lowercased()
        let rules: [(Rule, [Int]?)] = [
            (.title, byTitle[low]), (.slug, bySlug[low]), (.folded, byFolded[Self.folded(last)]),
        ]
        for (rule, sections) in rules {
            if let found = sections?.first(where: { stands($0, under: above) }) { return (found, rule) }
        }
        return nil
    }

    /// As ``find(_:)-([String])``, for the beginning of the last heading's words: a guess at what somebody means.
    public func beginning(_ headings: [String]) -> Int? {
        let above = headings.dropLast().map(Self.folded)
        guard let last = headings.last.map(Self.folded), !last.isEmpty else { return nil }
        return note.sections.indices.first {
            note.sections[$0].kind != .preamble && folded[$0].hasPrefix(last) && stands($0, under: above)
        }
    }

    /// The sections that hold the section number `section`, the nearest first.
    func parents(of section: Int) -> [Int] {
        var parents: [Int] = []
        var next = note.sections[section].parent
        while let parent = next, note.sections.indices.contains(parent), parent < parents.last ?? section {
            parents.append(parent)
            next = note.sections[parent].parent
        }
        return parents
    }

    private func stands(_ section: Int, under headings: [String]) -> Bool {
        var remaining = headings[...]
        guard !remaining.isEmpty else { return true }
        for parent in parents(of: section) where remaining.last == folded[parent] { remaining.removeLast() }
        return remaining.isEmpty
    }

    /// Letters and digits only, lower case, without a number in front, so that `## 2. Roll-out (5 min)` is found as
    /// `roll out`.
    static func folded(_ heading: String) -> String {
        let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }
        let isNumbered = words.count > 1 && words[0].allSatisfy(\.isNumber)
        return (isNumbered ? words.dropFirst() : words[...]).joined(separator: " ")
    }
}
