public import KBModel

/// What a section holds, as bits.
public struct SectionFeatures: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// The features of these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The bit of `feature`.
    public init(_ feature: Query.Feature) {
        switch feature {
        case .task: rawValue = 1
        case .open: rawValue = 2
        case .done: rawValue = 4
        case .question: rawValue = 8
        case .definition: rawValue = 16
        case .code: rawValue = 32
        case .table: rawValue = 64
        }
    }

    /// What a block with these properties gives its section.
    init(of block: Block) {
        var features: SectionFeatures = []
        switch block.kind {
        case .task: features = [SectionFeatures(.task), SectionFeatures(block.taskState == " " ? .open : .done)]
        case .code: features = SectionFeatures(.code)
        case .tableRow: features = SectionFeatures(.table)
        case .heading, .paragraph, .item, .html, .callout, .footnote, .math: break
        }
        if block.isQuestion { features.insert(SectionFeatures(.question)) }
        self = features
    }

    /// The features of each section of `note`, and its tasks.
    static func all(of note: Note) -> (sections: [SectionFeatures], open: Int, done: Int) {
        var open = 0
        var done = 0
        var features: [SectionFeatures] = []
        features.reserveCapacity(note.sections.count)
        for section in note.sections {
            var own: SectionFeatures = []
            for block in note.blocks[section.blocks.clamped(to: note.blocks.indices)] {
                own.formUnion(SectionFeatures(of: block))
                if block.kind == .task { if block.taskState == " " { open += 1 } else { done += 1 } }
            }
            features.append(own)
        }
        for definition in note.definitions {
            if let index = note.ordinal(at: definition.line) { features[index].insert(SectionFeatures(.definition)) }
        }
        for (index, section) in note.sections.enumerated() where section.kind != .preamble {
            let title = note.plain[section.title.clamped(to: note.plain.indices)]
            if title.last == UInt8(ascii: "?") { features[index].insert(SectionFeatures(.question)) }
        }
        return (features, open, done)
    }
}

extension Note {
    /// The section whose own lines hold `line`, by halving: sections come in the order of their lines.
    func ordinal(at line: Int) -> Int? {
        var low = 0
        var high = sections.count
        while low < high {
            let middle = (low + high) / 2
            if sections[middle].lines.first <= line { low = middle + 1 } else { high = middle }
        }
        guard low > 0, sections[low - 1].lines.contains(line) else { return nil }
        return low - 1
    }
}
