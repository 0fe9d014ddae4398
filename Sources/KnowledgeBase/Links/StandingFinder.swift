import KBModel
import KBStore

/// Finds out how often each note of a vault is linked to, and which words lead to it alone.
struct StandingFinder {
    private let linked: LinkedNotes
    private let resolver: LinkResolver
    /// The places of the notes, by path.
    private let places: [PathKey: Int]
    /// Where each target leads that leads to the same note from everywhere.
    private var known: [Place?]
    /// Where the others lead, by the folder of the note they stand in. The notes of a folder
    /// often link to the same.
    private var varying: [Varying: Int?] = [:]

    /// A target, by number, as seen from a folder.
    private struct Varying: Hashable {
        var target: Int
        var folder: String
    }

    /// Where a target leads.
    private enum Place {
        /// To the note at this place.
        case note(Int)
        /// Nowhere.
        case nowhere
        /// That depends on the note it is written in.
        case varies
    }

    private init(_ linked: LinkedNotes) {
        self.linked = linked
        resolver = LinkResolver(
            paths: linked.notes.map(\.path),
            aliases: linked.notes.flatMap { note in note.aliases.map { (name: $0, path: note.path) } })
        places = Dictionary(
            linked.notes.enumerated().map { (PathKey($1.path), $0) }, uniquingKeysWith: { first, _ in first })
        known = Array(repeating: nil, count: linked.targets.count)
    }

    /// What the links between `notes` come to.
    static func standing(of notes: LinkedNotes) -> NoteStanding {
        var finder = StandingFinder(notes)
        let counts = finder.backlinks()
        var standing = NoteStanding()
        for (place, count) in counts.enumerated() where count > 0 {
            standing.backlinks.append(.init(note: notes.notes[place].id, count: count))
        }
        standing.linkTexts = finder.linkTexts()
        return standing
    }

    /// How many other notes link to each note, by place.
    private mutating func backlinks() -> [Int] {
        var counts = [Int](repeating: 0, count: linked.notes.count)
        // The last note that was counted for each: a note counts once.
        var counted = [Int](repeating: -1, count: linked.notes.count)
        for (source, note) in linked.notes.enumerated() {
            for target in linked.links(of: note) {
                guard let place = destination(target, from: note.path), place != source, counted[place] != source
                else { continue }
                counted[place] = source
                counts[place] += 1
            }
        }
        return counts
    }

    /// The notes that links with the same words all lead to, by these words. Words that are the name of a note stand for
    /// that one, and say nothing new of it.
    private mutating func linkTexts() -> [UInt64: Int] {
        let names = Set(linked.notes.flatMap { linked.names(of: $0) })
        var leading: [UInt64: Int?] = [:]
        for (source, note) in linked.notes.enumerated() {
            for text in linked.texts(of: note) where !names.contains(text.key) {
                guard let place = destination(text.target, from: note.path), place != source else { continue }
                if let other = leading[text.key], other != place {
                    leading[text.key] = .some(nil)
                } else {
                    leading[text.key] = place
                }
            }
        }
        return leading.compactMapValues { place in place.map { linked.notes[$0].id } }
    }

    /// The place of the note that `target` leads to from the note at `path`; of several, that of the one that wins.
    private mutating func destination(_ target: Int, from path: String) -> Int? {
        if let known = known[target] {
            switch known {
            case .note(let place): return place
            case .nowhere: return nil
            case .varies: return varyingDestination(target, from: path)
            }
        }
        let parsed = parsed(target)
        if let place = place(of: resolver.destination(of: parsed)) {
            known[target] = .note(place)
            return place
        }
        guard case .path(let missing) = parsed, resolver.knowsName(of: missing) else {
            known[target] = .nowhere
            return nil
        }
        // Only a path with the extension of a note may be read as written in the folder of the note it stands in.
        if LinkResolver.withoutExtension(missing) != missing {
            known[target] = .varies
            return varyingDestination(target, from: path)
        }
        let found = place(of: resolver.destination(of: parsed, from: path))
        known[target] = found.map { .note($0) } ?? .nowhere
        return found
    }

    private mutating func varyingDestination(_ target: Int, from path: String) -> Int? {
        let from = Varying(target: target, folder: FilePath.parent(of: path) ?? "")
        if let found = varying[from] { return found }
        let found = place(of: resolver.destination(of: parsed(target), from: path))
        varying[from] = .some(found)
        return found
    }

    private func parsed(_ target: Int) -> LinkTarget { LinkTarget(stored: linked.targets[target]) }

    private func place(of destination: LinkResolver.Destination) -> Int? {
        switch destination {
        case .note(let path): places[PathKey(path)]
        case .ambiguous(let paths): paths.first.flatMap { places[PathKey($0)] }
        case .missing: nil
        }
    }
}
