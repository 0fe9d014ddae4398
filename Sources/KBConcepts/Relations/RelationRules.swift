internal import KBModel

/// What the places of two mentions in one note say about their concepts.
struct RelationRules {
    var weights = RelationWeights()

    /// How two mentions are related.
    struct Finding {
        /// What the other is to the first.
        var kind: RelationKind
        /// 0 to 1.
        var weight: Double
    }

    /// How far apart two mentions are compared at all, in mentions: what bounds the work for a note of many.
    static let reach = 400
    /// How many levels up a parentage reaches.
    private static let mostLevels = 3

    /// What `b` is to `a`, two entries of one note with these `units`; nil when their places say nothing.
    ///
    /// `between` is how many entries stand between the two.
    func finding(
        _ a: OutlineEntry, _ b: OutlineEntry, between: Int, aIsFirst: Bool, units: ArraySlice<OutlineUnit>
    ) -> Finding? {
        if a.unit == b.unit {
            return a.sentence == b.sentence
                ? inSentence(a, b, between, aIsFirst)
                : inBlock(a, b, aIsFirst)
        }
        let base = units.startIndex
        guard base + Int(a.unit) < units.endIndex, base + Int(b.unit) < units.endIndex else { return nil }
        let (unitA, unitB) = (units[base + Int(a.unit)], units[base + Int(b.unit)])
        // A block stands behind the one it hangs from.
        if a.unit > b.unit, let share = parentage(of: a, under: b, units) {
            return Finding(kind: .broader, weight: share)
        }
        if b.unit > a.unit, let share = parentage(of: b, under: a, units) {
            return Finding(kind: .narrower, weight: share)
        }
        guard unitA.list >= 0, unitA.list == unitB.list else { return nil }
        return beside(a, b, unitA)
    }

    /// What a concept whose name stands inside another's is to that other.
    func finding(_ part: NamePart) -> Finding {
        Finding(kind: part.isHead ? .broader : .together, weight: weights.nested)
    }

    private func inSentence(_ a: OutlineEntry, _ b: OutlineEntry, _ between: Int, _ aIsFirst: Bool) -> Finding {
        let nearness = Power.of(weights.sentenceDecay, times: between)
        let (first, second) = aIsFirst ? (a, b) : (b, a)
        if first.cues.contains(.hasExamples), second.cues.contains(.piece) || between == 0 {
            return Finding(kind: aIsFirst ? .narrower : .broader, weight: weights.example * nearness)
        }
        if first.cues.contains(.isKind), between == 0 {
            return Finding(kind: aIsFirst ? .broader : .narrower, weight: weights.example)
        }
        if a.cues.contains(.piece), b.cues.contains(.piece), !first.cues.contains(.heads) {
            return Finding(kind: .sibling, weight: weights.piece * nearness)
        }
        if first.cues.contains(.heads) {
            if second.cues.contains(.piece) {
                return Finding(kind: aIsFirst ? .narrower : .broader, weight: weights.head)
            }
            return Finding(kind: .defines, weight: weights.defines * nearness)
        }
        if first.cues.contains(.term) { return Finding(kind: .defines, weight: weights.defines * nearness) }
        return Finding(kind: .together, weight: weights.sentence * nearness)
    }

    private func inBlock(_ a: OutlineEntry, _ b: OutlineEntry, _ aIsFirst: Bool) -> Finding {
        let first = aIsFirst ? a : b
        let explains = !first.cues.isDisjoint(with: [.heads, .term])
        return Finding(kind: explains ? .defines : .together, weight: weights.block * (explains ? 2 : 1))
    }

    /// How much it says that `b` stands under `a`'s unit; nil when it does not.
    private func parentage(of b: OutlineEntry, under a: OutlineEntry, _ units: ArraySlice<OutlineUnit>) -> Double? {
        let base = units.startIndex
        var current = Int(b.unit)
        for level in 0..<RelationRules.mostLevels {
            guard current >= 0, base + current < units.endIndex else { return nil }
            let parent = Int(units[base + current].parent)
            guard parent >= Int(a.unit) else { return nil }
            if parent == Int(a.unit) {
                let (low, high) = (units[base + Int(b.unit)].kind, units[base + parent].kind)
                let tie =
                    switch (low, high) {
                    case (.heading, _): weights.headingUnderHeading
                    case (.item, .item), (.item, .text): weights.itemUnderItem
                    case (.item, .heading): weights.itemUnderHeading
                    case (.text, _): weights.textUnderHeading
                    }
                return tie * Power.of(weights.level, times: level) * share(a) * share(b)
            }
            current = parent
        }
        return nil
    }

    /// How much of its block a mention is.
    private func share(_ entry: OutlineEntry) -> Double {
        if !entry.cues.isDisjoint(with: [.alone, .leads, .term, .heads]) { return 1 }
        return entry.cues.isDisjoint(with: [.piece, .marked]) ? weights.aside : (1 + weights.aside) / 2
    }

    private func beside(_ a: OutlineEntry, _ b: OutlineEntry, _ unit: OutlineUnit) -> Finding? {
        let most = unit.kind == .heading ? weights.headingSibling : weights.sibling
        let crowd = Power.of(Double(max(1, Int(unit.listSize) - 1)), weights.siblingPower)
        return Finding(kind: .sibling, weight: most / crowd * share(a) * share(b))
    }
}
