import KBModel
import KBStore

/// All notes of a vault with the links between them, out of the index.
struct VaultLinks {
    /// The notes, in the byte order of their paths.
    let records: [NoteRecord]
    /// The aliases of each note, in its order.
    let aliases: [[String]]
    let resolver: LinkResolver
    private let numbers: [PathKey: Int]

    /// Reads what `store` knows; `lists` are further lists of the notes.
    init(_ store: Store, with lists: NoteRecord.Lists = []) throws(StoreError) {
        let records = try store.notes(with: lists.union(.linkTargets)).sorted { ByteOrder.precedes($0.path, $1.path) }
        let places = Dictionary(
            records.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var aliases = [[String]](repeating: [], count: records.count)
        for name in try store.names() where name.kind == .alias {
            if let place = places[name.note] { aliases[place].append(name.text) }
        }
        self.records = records
        self.aliases = aliases
        numbers = Dictionary(
            records.enumerated().map { (PathKey($1.path), $0) }, uniquingKeysWith: { first, _ in first })
        resolver = LinkResolver(
            paths: records.map(\.path),
            aliases: zip(records, aliases).flatMap { record, aliases in aliases.map { (name: $0, path: record.path) } })
    }

    /// The place of the note at `path` among ``records``.
    func number(of path: String) -> Int? { numbers[PathKey(path)] }

    /// The notes that the note number `number` links to, by place, each once, in its order; of several that a link may
    /// mean, the one that wins.
    func targets(of number: Int) -> [Int] {
        var targets: [Int] = []
        var seen: Set<Int> = []
        for stored in records[number].linkTargets {
            let path: String? =
                switch resolver.destination(of: LinkTarget(stored: stored), from: records[number].path) {
                case .note(let path): path
                case .ambiguous(let paths): paths.first
                case .missing: nil
                }
            guard let target = path.flatMap({ self.number(of: $0) }), seen.insert(target).inserted else { continue }
            targets.append(target)
        }
        return targets
    }

    /// The notes that link to the one number `number`, by path.
    func sources(of number: Int) -> [Int] { sources(of: [number]) }

    /// The notes that link to one of those with these numbers, by path.
    func sources(of numbers: Set<Int>) -> [Int] {
        records.indices.filter { targets(of: $0).contains(where: numbers.contains) }
    }
}
