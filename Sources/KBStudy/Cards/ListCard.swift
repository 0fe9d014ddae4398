import KBConcepts
import KBModel

/// The bullets of a note as the answer of a card.
struct ListCard {
    private let note: Note
    private let source: SourceLines
    /// By line: the words of links that lead out of the vault.
    private var outside: [Int: [String]] = [:]
    /// By block: its first definition.
    private var terms: [Int: Note.Definition] = [:]

    /// A reader of the lists of `note`, whose lines are `source`.
    init(_ note: Note, _ source: SourceLines) {
        self.note = note
        self.source = source
        for link in note.links where link.isExternal { outside[link.line, default: []].append(link.text) }
        for definition in note.definitions.reversed() {
            if let block = note.block(ofPlain: definition.term.lowerBound) { terms[block] = definition }
        }
    }

    /// A section that is about a list has little else to say: its paragraphs may be so many times as long as the list.
    private static let mostProse = 2

    /// The outer bullets of a section that holds one list and little else; nil when it is about something else.
    func onlyList(of section: Section) -> [Int]? {
        let places = section.blocks.clamped(to: note.blocks.indices)
        guard let start = places.first(where: { note.blocks[$0].depth > 0 }) else { return nil }
        let end = places.first { $0 > start && note.blocks[$0].depth == 0 } ?? places.upperBound
        guard places[..<start].allSatisfy({ note.isText(note.blocks[$0]) }),
            !places[end...].contains(where: { note.blocks[$0].depth > 0 })
        else { return nil }
        var sizes = (list: 0, prose: 0)
        for place in places {
            let size = note.blocks[place].plain.count
            if note.blocks[place].depth > 0 { sizes.list += size } else { sizes.prose += size }
        }
        guard sizes.prose <= ListCard.mostProse * sizes.list else { return nil }
        return (start..<end).filter { note.blocks[$0].depth == 1 && note.isText(note.blocks[$0]) }
    }

    /// Bullets as the lines of an answer; nil when they are too many, too few, too long, or not for remembering.
    ///
    /// - Parameter isGiven: Whether a question asks for them; else they have to be worth asking for.
    func answer(_ places: [Int], isGiven: Bool) -> String? {
        guard CardText.bullets ~= places.count, let first = places.first else { return nil }
        var lines: [String] = []
        var (withCode, outward) = (0, 0)
        for place in places {
            let bullet = note.blocks[place]
            if bullet.kind == .task || bullet.isQuestion || note.isOnlyLinks(bullet.plain) { return nil }
            guard let line = lead(of: place), line.utf8.count <= CardText.longestBullet, CardText.isProse(line) else {
                return nil
            }
            if leadsToCode(place) { withCode += 1 }
            if opensWithLink(place, line) { outward += 1 }
            lines.append(line)
        }
        guard withCode * 2 < places.count, outward * 2 < places.count else { return nil }
        if !isGiven {
            // Numbered sentences are steps, in whatever language.
            let isNumbered =
                source.line(note.blocks[first].lines.first).drop { !$0.isLetter && !$0.isNumber }
                .first?.isNumber ?? false
            if CardJudgement.areInstructions(lines) || CardJudgement.areProse(lines, ofSteps: isNumbered) { return nil }
        }
        return CardText.lines(lines)
    }

    /// Whether a definition stands in a list of links, or in the title of a linked page.
    func isOfLinkedPage(_ definition: Note.Definition) -> Bool {
        let (start, end) = (definition.term.upperBound, definition.text.lowerBound)
        if note.marks.contains(where: { $0.kind == .link && $0.plain.lowerBound < start && $0.plain.upperBound > end })
        {
            return true
        }
        return outside[definition.line]?.contains(note.flat(definition.term)) ?? false
    }

    /// A bullet's text; of one that defines a term or runs long, what comes before the explanation. Nil when it leads to
    /// something that is no bullet.
    private func lead(of place: Int) -> String? {
        let bullet = note.blocks[place]
        if let definition = terms[place] { return note.flat(definition.term) }
        var text = note.flat(bullet.plain)
        // "Questions to ask:" over bullets of its own.
        if text.hasSuffix(":") {
            guard note.blocks.indices.contains(place + 1), note.blocks[place + 1].parent == place,
                note.isText(note.blocks[place + 1])
            else { return nil }
            text.removeLast()
        }
        guard text.utf8.count > CardText.longestBullet else { return text }
        let sentence = Sentences.ranges(in: note.plain, bullet.plain.clamped(to: note.plain.indices)).first
        return sentence.map { note.flat($0) } ?? text
    }

    private func leadsToCode(_ place: Int) -> Bool {
        guard note.blocks.indices.contains(place + 1) else { return false }
        return note.blocks[place + 1].parent == place && note.blocks[place + 1].kind == .code
    }

    private func opensWithLink(_ place: Int, _ line: String) -> Bool {
        outside[note.blocks[place].lines.first]?.contains { !$0.isEmpty && line.hasPrefix($0) } ?? false
    }
}
