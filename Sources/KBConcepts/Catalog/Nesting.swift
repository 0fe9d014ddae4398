import KBModel

/// How often each group of terms is met within longer ones: `model` within `model registry`.
struct Nesting {
    /// By group: the mentions of longer groups of terms that hold its words next to each other.
    private(set) var mentions: [Int]
    /// By group: how many such longer groups there are.
    private(set) var holders: [Int]

    init(_ merging: ConceptMerging) {
        mentions = [Int](repeating: 0, count: merging.groups.count)
        holders = mentions
        var groups: [UInt64: Int] = [:]
        groups.reserveCapacity(merging.groups.count)
        var stems: [Int32] = []
        func print(_ range: Range<Int>) -> UInt64 {
            range.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(bitPattern: Int64(stems[$1]))) &* 0x9E37_79B9_7F4A_7C15 }
        }
        for group in merging.groups.indices {
            stems = merging.phrases[group].map { merging.phrases.stem(of: $0) }
            let print = print(0..<stems.count)
            if groups[print] == nil { groups[print] = group }
        }
        for group in merging.groups.indices where merging.phrases[group].count > 1 {
            stems = merging.phrases[group].map { merging.phrases.stem(of: $0) }
            let uses = merging.groups[group].counts[.mention]
            for length in 1..<stems.count {
                for start in 0...stems.count - length {
                    guard let inner = groups[print(start..<start + length)], inner != group else { continue }
                    mentions[inner] += uses
                    holders[inner] += 1
                }
            }
        }
    }
}
