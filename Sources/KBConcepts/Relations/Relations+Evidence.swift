internal import KBModel

extension Relations {
    /// Where each concept stands, by itself or inside a longer name: entries by concept, then by path and position.
    struct Postings {
        /// An entry, and the note it belongs to.
        struct Place {
            var entry: Int32
            var note: Int32
        }

        var starts: [Int]
        var places: [Place]
        /// For each concept those whose names stand inside its own.
        var parts: [[NamePart]]
        /// The links from and to the note about each concept, by path and line.
        var links: [Int32: [NoteLink]]

        func places(of concept: Int) -> ArraySlice<Place> {
            guard concept >= 0, concept + 1 < starts.count else { return [] }
            return places[starts[concept]..<starts[concept + 1]]
        }
    }

    /// Where each concept stands in the notes added.
    func postings() -> Postings {
        let count = catalog.concepts.count
        var parts = [[NamePart]](repeating: [], count: count)
        var isKnown = [Bool](repeating: false, count: count)
        var starts = [Int](repeating: 0, count: count + 1)
        for entry in entries {
            let concept = Int(entry.concept)
            if !isKnown[concept] {
                isKnown[concept] = true
                parts[concept] = finder.names.parts(of: concept)
            }
            starts[concept + 1] += 1
            for part in parts[concept] { starts[Int(part.concept) + 1] += 1 }
        }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var places = [Postings.Place](repeating: Postings.Place(entry: 0, note: 0), count: starts[count])
        let order = notesByPath
        for note in order {
            for index in notes[note].entries {
                let concept = Int(entries[index].concept)
                let place = Postings.Place(entry: Int32(index), note: Int32(note))
                places[next[concept]] = place
                next[concept] += 1
                for part in parts[concept] {
                    places[next[Int(part.concept)]] = place
                    next[Int(part.concept)] += 1
                }
            }
        }
        return Postings(starts: starts, places: places, parts: parts, links: linksByConcept(order))
    }

    /// Fills `tally` with all that the notes say about `concept` and those for which `counts` holds.
    func gather(
        _ concept: Int, _ postings: Postings, into tally: inout RelationTally, where counts: (Int) -> Bool
    ) {
        tally.clear()
        var note: Int32 = -1
        for place in postings.places(of: concept) {
            if place.note != note {
                tally.endNote()
                note = place.note
            }
            let outlined = notes[Int(note)]
            let walk = EntryWalk(
                rules: rules, units: units[outlined.units], entries: entries[outlined.entries], note: note)
            let holder = Int(entries[Int(place.entry)].concept)
            if holder == concept {
                walk.visit(Int(place.entry), into: &tally, where: counts)
                for part in postings.parts[concept] where counts(Int(part.concept)) {
                    walk.add(Int(part.concept), rules.finding(part), Int(place.entry), Int(place.entry), into: &tally)
                }
            } else if counts(holder) {
                for part in postings.parts[holder] where Int(part.concept) == concept {
                    var finding = rules.finding(part)
                    finding.kind = finding.kind.reversed
                    walk.add(holder, finding, Int(place.entry), Int(place.entry), into: &tally)
                }
            }
        }
        tally.endNote()
        for link in postings.links[Int32(concept)] ?? [] {
            let other = Int(link.from) == concept ? Int(link.to) : Int(link.from)
            guard counts(other) else { continue }
            let finding = RelationRules.Finding(kind: .link, weight: rules.weights.link)
            tally.add(
                other,
                RelationTally.Evidence(
                    kind: finding.kind, weight: finding.weight, note: link.note, mine: link.line, other: -1))
            tally.endNote()
        }
    }

    /// The links from and to the note about each concept, by path and line.
    private func linksByConcept(_ order: [Int]) -> [Int32: [NoteLink]] {
        guard !links.isEmpty else { return [:] }
        var ranks = [Int](repeating: 0, count: notes.count)
        for (rank, note) in order.enumerated() { ranks[note] = rank }
        var found: [Int32: [NoteLink]] = [:]
        let sorted = links.sorted { a, b in
            (ranks[Int(a.note)], a.line, a.from, a.to) < (ranks[Int(b.note)], b.line, b.from, b.to)
        }
        for link in sorted {
            found[link.from, default: []].append(link)
            found[link.to, default: []].append(link)
        }
        return found
    }
}

/// Walks from one mention of a note to those its place relates it to.
struct EntryWalk {
    /// How far apart two items of a list are compared, in mentions: what bounds the work for a list of thousands.
    private static let siblingReach = 80
    /// How far below its heading or item a mention is looked for, likewise.
    private static let descendantReach = 400

    let rules: RelationRules
    /// The note's own; both slices keep the indexes of the whole.
    let units: ArraySlice<OutlineUnit>
    let entries: ArraySlice<OutlineEntry>
    let note: Int32

    /// Adds to `tally` what the place of the entry `mine` says.
    func visit(_ mine: Int, into tally: inout RelationTally, where counts: (Int) -> Bool) {
        let entry = entries[mine]
        guard Int(entry.unit) < units.count else { return }
        visitUnit(mine, entry, into: &tally, where: counts)
        visitAncestors(mine, entry, into: &tally, where: counts)
        visitDescendants(mine, entry, into: &tally, where: counts)
        if unit(entry.unit).list >= 0 { visitSiblings(mine, entry, into: &tally, where: counts) }
    }

    private func unit(_ number: UInt32) -> OutlineUnit { units[units.startIndex + Int(number)] }

    private func visitUnit(
        _ mine: Int, _ entry: OutlineEntry, into tally: inout RelationTally, where counts: (Int) -> Bool
    ) {
        var other = mine - 1
        while other >= entries.startIndex, entries[other].unit == entry.unit, mine - other <= EntryWalk.siblingReach {
            let neighbour = entries[other]
            if isOther(neighbour, entry, counts) {
                var finding = rules.inUnit(neighbour, entry, between: mine - other - 1)
                finding.kind = finding.kind.reversed
                add(Int(neighbour.concept), finding, mine, other, into: &tally)
            }
            other -= 1
        }
        other = mine + 1
        while other < entries.endIndex, entries[other].unit == entry.unit, other - mine <= EntryWalk.siblingReach {
            let neighbour = entries[other]
            if isOther(neighbour, entry, counts) {
                let finding = rules.inUnit(entry, neighbour, between: other - mine - 1)
                add(Int(neighbour.concept), finding, mine, other, into: &tally)
            }
            other += 1
        }
    }

    private func visitAncestors(
        _ mine: Int, _ entry: OutlineEntry, into tally: inout RelationTally, where counts: (Int) -> Bool
    ) {
        let own = unit(entry.unit)
        var parent = own.parent
        for level in 0..<RelationRules.mostLevels {
            guard parent >= 0, Int(parent) < units.count else { return }
            let above = unit(UInt32(parent))
            var other = firstEntry(of: UInt32(parent))
            while other < entries.endIndex, entries[other].unit == UInt32(parent) {
                let neighbour = entries[other]
                if isOther(neighbour, entry, counts) {
                    let weight = rules.parentage(entry, in: own, under: neighbour, in: above, level: level)
                    add(Int(neighbour.concept), .init(kind: .broader, weight: weight), mine, other, into: &tally)
                }
                other += 1
            }
            parent = above.parent
        }
    }

    private func visitDescendants(
        _ mine: Int, _ entry: OutlineEntry, into tally: inout RelationTally, where counts: (Int) -> Bool
    ) {
        let own = unit(entry.unit)
        guard own.last > Int32(entry.unit) else { return }
        var other = mine + 1
        let end = min(entries.endIndex, mine + EntryWalk.descendantReach)
        while other < end, entries[other].unit <= UInt32(own.last) {
            let neighbour = entries[other]
            if neighbour.unit > entry.unit, isOther(neighbour, entry, counts),
                let level = level(of: neighbour.unit, under: entry.unit)
            {
                let weight = rules.parentage(
                    neighbour, in: unit(neighbour.unit), under: entry, in: own, level: level)
                add(Int(neighbour.concept), .init(kind: .narrower, weight: weight), mine, other, into: &tally)
            }
            other += 1
        }
    }

    /// How many units stand between the two; nil when there are too many.
    private func level(of below: UInt32, under above: UInt32) -> Int? {
        var current = unit(below).parent
        for level in 0..<RelationRules.mostLevels {
            if current == Int32(above) { return level }
            guard current > Int32(above) else { return nil }
            current = unit(UInt32(current)).parent
        }
        return nil
    }

    private func visitSiblings(
        _ mine: Int, _ entry: OutlineEntry, into tally: inout RelationTally, where counts: (Int) -> Bool
    ) {
        let own = unit(entry.unit)
        func compare(_ other: Int) {
            let neighbour = entries[other]
            guard neighbour.unit != entry.unit, unit(neighbour.unit).list == own.list, isOther(neighbour, entry, counts)
            else { return }
            let weight = rules.beside(entry, neighbour, own)
            add(Int(neighbour.concept), .init(kind: .sibling, weight: weight), mine, other, into: &tally)
        }
        var other = mine - 1
        let low = max(entries.startIndex, mine - EntryWalk.siblingReach)
        while other >= low, Int64(entries[other].unit) > Int64(own.parent) {
            compare(other)
            other -= 1
        }
        other = mine + 1
        let high = min(entries.endIndex, mine + EntryWalk.siblingReach)
        let last = own.parent >= 0 ? unit(UInt32(own.parent)).last : Int32(units.count)
        while other < high, Int64(entries[other].unit) <= Int64(last) {
            compare(other)
            other += 1
        }
    }

    private func isOther(_ a: OutlineEntry, _ b: OutlineEntry, _ counts: (Int) -> Bool) -> Bool {
        a.concept != b.concept && counts(Int(a.concept))
    }

    /// The first entry in `unit` or behind it.
    private func firstEntry(of unit: UInt32) -> Int {
        var (low, high) = (entries.startIndex, entries.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].unit < unit { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Adds one finding about `neighbour`, told by the entries `mine` and `other`.
    func add(
        _ neighbour: Int, _ finding: RelationRules.Finding, _ mine: Int, _ other: Int,
        into tally: inout RelationTally
    ) {
        tally.add(
            neighbour,
            RelationTally.Evidence(
                kind: finding.kind, weight: finding.weight, note: note, mine: Int32(mine - entries.startIndex),
                other: Int32(other - entries.startIndex)))
    }
}
