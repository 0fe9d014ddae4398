/// The links there are, in both directions.
struct LinkGraph {
    /// For each note the notes it links to, ascending, each once, itself left out.
    private(set) var out: [[Int32]]
    /// For each note those that link to it, ascending.
    private(set) var into: [[Int32]]

    /// The links of `notes`; those that lead to no note of the list are left out.
    init(_ notes: [LinkedNote]) {
        out = notes.enumerated().map { number, note in
            Set(note.links).filter { $0 != number && notes.indices.contains($0) }.sorted().map { Int32($0) }
        }
        into = Array(repeating: [], count: notes.count)
        for (number, targets) in out.enumerated() {
            for target in targets { into[Int(target)].append(Int32(number)) }
        }
    }

    /// Whether `note` links to `target`.
    func links(_ note: Int, to target: Int) -> Bool {
        var (low, high) = (0, out[note].count)
        while low < high {
            let middle = (low + high) / 2
            if Int(out[note][middle]) < target { low = middle + 1 } else { high = middle }
        }
        return low < out[note].count && Int(out[note][low]) == target
    }
}
