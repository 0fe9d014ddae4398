internal import KBModel

/// One mention as the relations of a vault keep it.
struct OutlineEntry {
    /// Index in the catalog.
    var concept: Int32
    /// The block it stands in, counted within its note.
    var unit: UInt32
    /// Its sentence, counted within its note.
    var sentence: UInt32
    var cues: Cues
}

/// One block as the relations of a vault keep it: where it hangs.
struct OutlineUnit {
    /// What a block is in the tree of its note.
    enum Kind: UInt8 {
        case heading
        case item
        case text
    }

    /// The unit above it, counted within its note; -1 for none.
    var parent: Int32
    /// The last unit below it, itself when there is none.
    var last: Int32
    /// The list it is an item of, counted within its note; for a heading, those under one parent.
    var list: Int32
    /// How many items that list has.
    var listSize: UInt16
    var kind: Kind
}

/// A note as a tree of its blocks: items under items, text and lists under headings, headings under headings.
///
/// A line of text that ends in a colon is what the list right below it hangs from.
struct NoteOutline {
    var units: [OutlineUnit] = []
    var entries: [OutlineEntry] = []

    /// The outline of `note`: one entry for each of `mentions`, in order.
    init(_ note: Note, _ mentions: [ConceptMention]) {
        guard !mentions.isEmpty else { return }
        buildUnits(note)
        entries.reserveCapacity(mentions.count)
        var block = -1
        var sentences: [Range<Int>] = []
        var (sentence, passed) = (0, 0)
        for mention in mentions {
            if mention.block != block {
                passed += sentences.count
                block = mention.block
                let words = note.blocks.indices.contains(block) ? note.blocks[block].plain : mention.plain
                sentences = Sentences.ranges(in: note.plain, words.clamped(to: 0..<note.plain.count))
                sentence = 0
            }
            while sentence + 1 < sentences.count, sentences[sentence].upperBound <= mention.plain.lowerBound {
                sentence += 1
            }
            let around = sentence < sentences.count ? sentences[sentence] : mention.plain
            entries.append(
                OutlineEntry(
                    concept: Int32(mention.concept), unit: UInt32(mention.block), sentence: UInt32(passed + sentence),
                    cues: Cues.read(note.plain, mention.plain, in: around, role: mention.role)))
        }
        dropIdleUnits()
    }

    /// Keeps only the units that hold a mention and those above them: half of a note's lines mention nothing.
    private mutating func dropIdleUnits() {
        var isNeeded = [Bool](repeating: false, count: units.count)
        for entry in entries {
            var unit = Int(entry.unit)
            while isNeeded.indices.contains(unit), !isNeeded[unit] {
                isNeeded[unit] = true
                unit = Int(units[unit].parent)
            }
        }
        var kept: [OutlineUnit] = []
        // How many units are kept before each.
        var places = [UInt32](repeating: 0, count: units.count + 1)
        for index in units.indices {
            places[index] = UInt32(kept.count)
            if isNeeded[index] { kept.append(units[index]) }
        }
        places[units.count] = UInt32(kept.count)
        for index in kept.indices {
            if kept[index].parent >= 0 { kept[index].parent = Int32(places[Int(kept[index].parent)]) }
            kept[index].last = Int32(places[Int(kept[index].last) + 1]) - 1
        }
        for index in entries.indices where Int(entries[index].unit) < units.count {
            entries[index].unit = places[Int(entries[index].unit)]
        }
        units = kept
    }

    /// What the items of one list have in common.
    private struct ListKey: Hashable {
        var parent: Int32
        var isOfHeadings: Bool
    }

    private mutating func buildUnits(_ note: Note) {
        units.reserveCapacity(note.blocks.count)
        let sections = note.sectionsOfBlocks
        var headings = [Int32](repeating: -1, count: note.sections.count)
        var lists: [ListKey: Int32] = [:]
        var sizes: [UInt16] = []
        var leadIn: Int32 = -1
        for (index, block) in note.blocks.enumerated() {
            let section = sections[index]
            let heading = headings.indices.contains(section) ? headings[section] : -1
            var unit = OutlineUnit(parent: heading, last: Int32(index), list: -1, listSize: 1, kind: .text)
            let enclosing = block.parent.flatMap { $0 < index ? Int32($0) : nil }
            switch block.kind {
            case .heading:
                unit.kind = .heading
                let above = note.sections.indices.contains(section) ? note.sections[section].parent : nil
                unit.parent = above.map { headings[$0] } ?? -1
                if headings.indices.contains(section) { headings[section] = Int32(index) }
                leadIn = -1
            case .item, .task:
                unit.kind = .item
                unit.parent = enclosing ?? (leadIn >= 0 ? leadIn : heading)
            default:
                unit.parent = enclosing ?? heading
                guard enclosing == nil else { break }
                leadIn = endsInColon(note, block) ? Int32(index) : -1
                // Text between two lists divides them.
                lists[ListKey(parent: heading, isOfHeadings: false)] = nil
            }
            if unit.kind != .text {
                let key = ListKey(parent: unit.parent, isOfHeadings: unit.kind == .heading)
                let list = lists[key] ?? Int32(sizes.count)
                if lists[key] == nil { sizes.append(0) }
                lists[key] = list
                sizes[Int(list)] = min(sizes[Int(list)], .max - 1) + 1
                unit.list = list
            }
            units.append(unit)
        }
        for index in units.indices.reversed() {
            if units[index].list >= 0 { units[index].listSize = sizes[Int(units[index].list)] }
            let parent = Int(units[index].parent)
            if parent >= 0 { units[parent].last = max(units[parent].last, units[index].last) }
        }
    }

    private func endsInColon(_ note: Note, _ block: Block) -> Bool {
        var end = min(block.plain.upperBound, note.plain.count)
        while end > block.plain.lowerBound, note.plain[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        return end > block.plain.lowerBound && note.plain[end - 1] == UInt8(ascii: ":")
    }
}
