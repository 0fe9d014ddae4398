import KBModel

/// How far what stands below each block of a note reaches.
struct BlockReach {
    private var lastLines: [Int]

    init(_ note: Note) {
        lastLines = note.blocks.map(\.lines.last)
        for index in note.blocks.indices.reversed() {
            guard let parent = note.blocks[index].parent, lastLines.indices.contains(parent) else { continue }
            lastLines[parent] = max(lastLines[parent], lastLines[index])
        }
    }

    /// The last line of what stands below block `index`, itself included.
    func lastLine(below index: Int) -> Int { lastLines.indices.contains(index) ? lastLines[index] : 0 }
}
