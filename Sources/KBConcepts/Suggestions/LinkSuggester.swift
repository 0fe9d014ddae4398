public import KBModel
internal import KBText

/// Finds the links that notes may want, from their words, their names and the links there are.
///
/// Give it all notes once, then ask: the words of every note decide what is rare. The same notes, by path, give the same
/// answers. Not to be shared between threads.
public final class LinkSuggester {
    let notes: [LinkedNote]
    let graph: LinkGraph
    private let folders: FolderTree
    private(set) var words: NoteWords
    private var known: WordVectors?
    /// The notes most similar to each note, once they were asked for.
    private var similar: [[(note: Int, value: Float)]?]
    private var cosines: ScoreRow
    private var walk: LinkWalk
    private var signals: SuggestionSignals
    /// The logarithm of how many notes link to each one.
    private let fame: [Float]
    /// The notes that are candidates already, or never; all false between two questions.
    private var isTaken: [Bool]

    /// Prepares to suggest links between `notes`, which come in the byte order of their paths.
    public init(_ notes: [LinkedNote]) {
        self.notes = notes
        graph = LinkGraph(notes)
        folders = FolderTree(paths: notes.lazy.map(\.path))
        words = NoteWords(notes)
        similar = Array(repeating: nil, count: notes.count)
        cosines = ScoreRow(count: notes.count)
        walk = LinkWalk(count: notes.count)
        signals = SuggestionSignals(count: notes.count)
        fame = graph.into.map { Float(logarithm(Double($0.count + 1))) }
        isTaken = Array(repeating: false, count: notes.count)
    }

    /// Takes in the text of the note number `number` of the list, once each, in the order of the list. A note that is
    /// left out has no words.
    public func read(_ note: Note, as number: Int) {
        guard notes.indices.contains(number) else { return }
        words.read(note, as: number)
        known = nil
    }

    /// The links that the note number `number` may want, best first, ties by path; at most `limit`.
    ///
    /// What it links to already is left out, and so is the note itself.
    public func suggestions(for number: Int, limit: Int) -> NoteSuggestions {
        guard notes.indices.contains(number) else { return NoteSuggestions(note: "", suggestions: []) }
        let vectors = vectors()
        measure(number, vectors)
        let candidates = candidates(for: number)
        let scale = SuggestionScale(candidates)
        let best = LinkSuggester.best(limit, of: candidates, scale: scale)
        let suggestions = best.map { candidate, score in
            Suggestion(
                path: notes[candidate.note].path, title: notes[candidate.note].title, score: Double(score),
                reasons: grounds(for: candidate, of: number, scale: scale, vectors))
        }
        return NoteSuggestions(note: notes[number].path, suggestions: suggestions)
    }

    /// The `limit` candidates with the highest scores, best first, ties by path.
    private static func best(
        _ limit: Int, of candidates: [SuggestionCandidate], scale: SuggestionScale
    ) -> [(candidate: SuggestionCandidate, score: Float)] {
        var best: [(candidate: SuggestionCandidate, score: Float)] = []
        guard limit > 0 else { return best }
        for candidate in candidates {
            let score = scale.score(candidate)
            func isWorse(_ other: (candidate: SuggestionCandidate, score: Float)) -> Bool {
                other.score == score ? other.candidate.note > candidate.note : other.score < score
            }
            if best.count >= limit {
                guard let last = best.last, isWorse(last) else { continue }
                best.removeLast()
            }
            best.insert((candidate, score), at: best.firstIndex(where: isWorse) ?? best.count)
        }
        return best
    }

    private func vectors() -> WordVectors {
        if let known { return known }
        let vectors = WordVectors(words.lists, termCount: words.termCount)
        known = vectors
        similar = Array(repeating: nil, count: notes.count)
        return vectors
    }

    /// The notes most similar to `note`, most similar first, ties by path.
    private func mostSimilar(to note: Int, _ vectors: WordVectors) -> [(note: Int, value: Float)] {
        if let known = similar[note] { return known }
        cosines.removeAll()
        vectors.addCosines(of: note, to: &cosines)
        let found = cosines.best(SuggestionWeight.nearest, excluding: note)
        similar[note] = found
        return found
    }

    // MARK: - The signals

    /// Works out what speaks for a link from `number` to each note.
    private func measure(_ number: Int, _ vectors: WordVectors) {
        signals.removeAll()
        let nearest = mostSimilar(to: number, vectors)
        walk.walk(from: number, along: graph) { note in
            mostSimilar(to: note, vectors).prefix(SuggestionWeight.nearestInWalk)
        }
        for (note, value) in nearest {
            for target in graph.out[note] { signals.addNeighbour(note, value, for: Int(target)) }
        }
        for linked in graph.out[number] {
            for (note, value) in mostSimilar(to: Int(linked), vectors) {
                signals.addAlike(Int(linked), value, for: note)
            }
        }
        for mention in words.mentions[number] {
            let name = words.names.names[Int(mention.name)]
            // A name that everybody writes says little, and one that several notes bear little of each.
            let rarity = logarithm(Double(notes.count) / Double(max(1, words.mentioned[Int(mention.name)])) + 1)
            let value = Float(rarity) / Float(name.owners.count).squareRoot()
            for owner in name.owners { signals.mention(mention, value, for: Int(owner)) }
        }
        // Last, since looking for similar notes uses the same row.
        cosines.removeAll()
        vectors.addCosines(of: number, to: &cosines)
    }

    /// The notes that anything but their place and their fame speaks for, in no order.
    private func candidates(for number: Int) -> [SuggestionCandidate] {
        var candidates: [SuggestionCandidate] = []
        candidates.reserveCapacity(cosines.touched.count)
        isTaken[number] = true
        for note in graph.out[number] { isTaken[Int(note)] = true }
        for touched in [cosines.touched, walk.visits.touched, signals.touched] {
            for note in touched where !isTaken[Int(note)] {
                isTaken[Int(note)] = true
                candidates.append(candidate(Int(note), for: number))
            }
        }
        for candidate in candidates { isTaken[candidate.note] = false }
        for note in graph.out[number] { isTaken[Int(note)] = false }
        isTaken[number] = false
        return candidates
    }

    private func candidate(_ note: Int, for number: Int) -> SuggestionCandidate {
        let values = SIMD8(
            cosines[note], signals.mentions[note], walk.visits[note], signals.neighbours[note], signals.alike[note],
            folders.closeness(number, note), fame[note], 0)
        return SuggestionCandidate(note: note, values: values)
    }

    // MARK: - The reasons

    private func grounds(
        for candidate: SuggestionCandidate, of number: Int, scale: SuggestionScale, _ vectors: WordVectors
    ) -> [Suggestion.Ground] {
        let parts = scale.parts(of: candidate)
        let explained = SuggestionCandidate.signals.enumerated().map { ($1, parts[$0]) }.filter { $0.1 > 0 }
        return explained.sorted { $0.1 > $1.1 }.map { signal, value in
            let (text, line) = words(for: signal, candidate.note, of: number, vectors)
            return Suggestion.Ground(signal: signal, value: Double(value), text: text, line: line)
        }
    }

    private func words(
        for signal: Suggestion.Signal, _ note: Int, of number: Int, _ vectors: WordVectors
    ) -> (text: String, line: Int?) {
        switch signal {
        case .words:
            let shared = vectors.sharedTerms(number, note, limit: LinkSuggester.mostWords).map { words.word($0) }
            return ("both say " + shared.map { "“\($0)”" }.joined(separator: ", "), nil)
        case .mention:
            guard let mention = signals.mention(of: note) else { return ("mentions it", nil) }
            return ("mentions “\(words.names.names[Int(mention.name)].spelling)”", Int(mention.line))
        case .graph: return (wordsForWalk(from: number, to: note), nil)
        case .neighbours:
            let between = signals.neighbour(of: note).map { "“\(notes[$0].title)” is like this note and links there" }
            return (between ?? "notes like this one link there", nil)
        case .alike:
            let like = signals.likeness(of: note).map { "like “\(notes[$0].title)”, which it links to" }
            return (like ?? "like a note it links to", nil)
        case .folder: return ("in the same folder", nil)
        case .popular:
            let count = graph.into[note].count
            return (count == 1 ? "1 note links there" : "\(count) notes link there", nil)
        }
    }

    private func wordsForWalk(from number: Int, to note: Int) -> String {
        let before = Int(walk.before[note])
        guard before != number, notes.indices.contains(before) else {
            return graph.links(note, to: number) ? "links to this note" : "one of the notes most like this one"
        }
        let isLinked = graph.links(before, to: note) || graph.links(note, to: before)
        return (isLinked ? "linked with" : "most like") + " “\(notes[before].title)”"
    }

    /// As many shared words as a line holds.
    private static let mostWords = 4
}
