internal import KBModel

extension Relations {
    /// The notes that mention each concept, as one array with offsets.
    struct Postings {
        var starts: [Int]
        var notes: [Int32]

        /// The notes that mention `concept`, by path.
        func notes(of concept: Int) -> ArraySlice<Int32> {
            guard concept >= 0, concept + 1 < starts.count else { return [] }
            return notes[starts[concept]..<starts[concept + 1]]
        }
    }

    /// Where each concept is mentioned, by itself or inside a longer name.
    func postings() -> Postings {
        let count = catalog.concepts.count
        let parts = finder.allParts
        let order = notesByPath
        var last = [Int32](repeating: -1, count: count)
        var starts = [Int](repeating: 0, count: count + 1)
        /// Hands every concept of a note to `visit` once.
        func walk(_ note: Int, _ visit: (Int) -> Void) {
            func once(_ concept: Int) {
                guard last[concept] != Int32(note) else { return }
                last[concept] = Int32(note)
                visit(concept)
            }
            for entry in entries[notes[note].entries] {
                once(Int(entry.concept))
                for part in parts[Int(entry.concept)] { once(Int(part.concept)) }
            }
        }
        for note in order { walk(note) { starts[$0 + 1] += 1 } }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var found = [Int32](repeating: 0, count: starts[count])
        for index in last.indices { last[index] = -1 }
        for note in order {
            walk(note) {
                found[next[$0]] = Int32(note)
                next[$0] += 1
            }
        }
        return Postings(starts: starts, notes: found)
    }

    /// Adds to `tally` what the note number `number` says about `concept` and those for which `counts` holds.
    func gather(_ concept: Int, in number: Int, into tally: inout RelationTally, where counts: (Int) -> Bool) {
        guard notes.indices.contains(number) else { return }
        let note = notes[number]
        let here = units[note.units]
        let parts = finder.allParts
        for mine in note.entries {
            let holder = Int(entries[mine].concept)
            guard holder == concept else {
                addPart(concept, of: holder, at: mine, note, number, parts[holder], into: &tally, where: counts)
                continue
            }
            let low = max(note.entries.lowerBound, mine - RelationRules.reach)
            let high = min(note.entries.upperBound, mine + RelationRules.reach)
            for other in low..<high where Int(entries[other].concept) != concept {
                let neighbour = Int(entries[other].concept)
                guard counts(neighbour) else { continue }
                let finding = rules.finding(
                    entries[mine], entries[other], between: abs(other - mine) - 1, aIsFirst: mine < other, units: here)
                guard let finding else { continue }
                add(neighbour, finding, mine, other, note, number, into: &tally)
            }
            for part in parts[concept] where counts(Int(part.concept)) {
                let finding = rules.finding(part)
                add(Int(part.concept), finding, mine, mine, note, number, into: &tally)
            }
        }
        tally.endNote()
    }

    /// What it says that `concept` stands inside the longer name at the entry `mine`.
    private func addPart(
        _ concept: Int, of holder: Int, at mine: Int, _ note: OutlinedNote, _ number: Int, _ parts: [NamePart],
        into tally: inout RelationTally, where counts: (Int) -> Bool
    ) {
        for part in parts where Int(part.concept) == concept && counts(holder) {
            var finding = rules.finding(part)
            finding.kind = finding.kind.reversed
            add(holder, finding, mine, mine, note, number, into: &tally)
        }
    }

    private func add(
        _ neighbour: Int, _ finding: RelationRules.Finding, _ mine: Int, _ other: Int, _ note: OutlinedNote,
        _ number: Int, into tally: inout RelationTally
    ) {
        tally.add(
            neighbour,
            RelationTally.Evidence(
                kind: finding.kind, weight: finding.weight, note: Int32(number),
                mine: Int32(mine - note.entries.lowerBound), other: Int32(other - note.entries.lowerBound)))
    }
}
