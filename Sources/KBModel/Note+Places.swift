extension Note {
    /// The index in ``blocks`` of the one that holds the byte at `offset` of ``plain``; nil when none does.
    public func block(ofPlain offset: Int) -> Int? {
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].plain.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0, offset <= blocks[low - 1].plain.upperBound else { return nil }
        return low - 1
    }

    /// The line of the byte at `offset` of ``plain``, counted from 1; 1 when it is in no block.
    public func line(ofPlain offset: Int) -> Int {
        guard let index = block(ofPlain: offset) else { return 1 }
        let block = blocks[index]
        let before = (block.plain.lowerBound..<max(block.plain.lowerBound, offset)).clamped(to: plain.indices)
        return block.lines.first + plain[before].count { $0 == 0x0A }
    }
}
