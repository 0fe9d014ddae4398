internal import KBModel

/// Finds the heading of a note that an anchor means: by its words, by its slug, by its words without marks.
///
/// The rules are those by which `NOTE#HEADING` is found everywhere, but for its guesses.
struct AnchorFinder {
    /// By what an anchor was found.
    enum Rule {
        case title
        case slug
        case folded
    }

    let note: Note
    private let titles: [String]
    private let lowered: [String]
    private let folded: [String]
    private let anchors: [String]

    init(_ note: Note) {
        self.note = note
        titles = note.sections.map { note.text($0.title) }
        lowered = titles.map { $0.lowercased() }
        folded = titles.map(Self.folded)
        anchors = note.sections.map { $0.anchor.lowercased() }
    }

    /// The headings that `anchor` names, each under the one before; none for a block.
    static func headings(_ anchor: String) -> [String] {
        guard anchor.utf8.first != UInt8(ascii: "^") else { return [] }
        return anchor.utf8.split(separator: Byte.hash).map { String(Substring($0)) }
    }

    /// The section that `anchor` means, and how it was found; nil when there is none, and for blocks.
    func find(_ anchor: String) -> (section: Int, rule: Rule)? {
        let headings = Self.headings(anchor)
        guard let last = headings.last, !last.hasPrefix("^") else { return nil }
        let (low, fold) = (last.lowercased(), Self.folded(last))
        let rules: [(Rule, (Int) -> Bool)] = [
            (.title, { lowered[$0] == low }), (.slug, { !anchors[$0].isEmpty && anchors[$0] == low }),
            (.folded, { !fold.isEmpty && folded[$0] == fold }),
        ]
        let above = headings.dropLast().map(Self.folded)
        for (rule, fits) in rules {
            let found = note.sections.indices.first {
                note.sections[$0].kind != .preamble && fits($0) && stands($0, under: above)
            }
            if let found { return (found, rule) }
        }
        return nil
    }

    private func stands(_ section: Int, under headings: [String]) -> Bool {
        var remaining = headings
        var parent = note.sections[section].parent
        while let index = parent, note.sections.indices.contains(index), let last = remaining.last {
            if last == folded[index] { remaining.removeLast() }
            parent = note.sections[index].parent
        }
        return remaining.isEmpty
    }

    /// Letters and digits only, lower case, without a number in front.
    static func folded(_ heading: String) -> String {
        let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }
        let isNumbered = words.count > 1 && words[0].allSatisfy(\.isNumber)
        return (isNumbered ? words.dropFirst() : words[...]).joined(separator: " ")
    }
}
