// Names of programs: languages with symbols in their names, and identifiers with capitals inside.
extension Tokenizer {
    /// The name with its symbols when the ASCII word at `start..<end` is one: `c++`, `c#`, `.net`.
    func symbolWord(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<Int>? {
        func isWord(_ position: Int) -> Bool {
            position >= 0 && position < text.count && ByteClass.role(text[position]) != .separator
        }
        if end - start == 1, end < text.count, text[start] | 0x20 >= UInt8(ascii: "a") {
            if text[end] == UInt8(ascii: "#"), !isWord(end + 1) { return start..<end + 1 }
            if text[end] == UInt8(ascii: "+"), end + 1 < text.count, text[end + 1] == UInt8(ascii: "+") {
                return start..<end + 2
            }
        }
        if end - start == 3, start > 0, text[start - 1] == UInt8(ascii: "."), !isWord(start - 2),
            text[start] | 0x20 == UInt8(ascii: "n"), text[start + 1] | 0x20 == UInt8(ascii: "e"),
            text[start + 2] | 0x20 == UInt8(ascii: "t")
        {
            return start - 1..<end
        }
        return nil
    }

    /// Hands out the name at `symbol`, for a document after the bare word in ``scratch``.
    func emitSymbol(
        _ symbol: Range<Int>, _ length: Int, _ start: Int, _ end: Int, _ position: inout Int, _ side: Side,
        _ visit: Visitor, text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if side == .document, !emit(length, start, end, false, visit) { return false }
        position = max(end, symbol.upperBound)
        return emit(
            load(text, symbol.lowerBound, symbol.upperBound), symbol.lowerBound, symbol.upperBound, side == .document,
            visit)
    }

    /// Whether the word is a plural of capitals, `SLAs` or `GPUs`: at least two capitals and an `s`.
    func isPluralOfCapitals(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end - start > 2, text[end - 1] == UInt8(ascii: "s") else { return false }
        return text[start..<end - 1].allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    }

    /// Where the part of `camelCase` or `HTTPServer` that begins at `start` ends; `end` for the last one.
    func endOfPart(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        func isCapital(_ position: Int) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= text[position] }
        func isSmall(_ position: Int) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= text[position] }
        var position = start + 1
        while position < end {
            if isCapital(position) {
                if !isCapital(position - 1) { return position }
                if position + 1 < end, isSmall(position + 1) { return position }
            }
            position += 1
        }
        return end
    }

    /// Hands out the parts of an identifier, the whole beside the first, which ends at `first`.
    func emitParts(
        of text: UnsafeBufferPointer<UInt8>, _ start: Int, _ first: Int, _ end: Int, _ visit: Visitor
    ) -> Bool {
        guard emit(load(text, start, first), start, first, false, visit),
            emit(load(text, start, end), start, end, true, visit)
        else { return false }
        var partStart = first
        while partStart < end {
            let partEnd = endOfPart(text, partStart, end)
            guard emit(load(text, partStart, partEnd), partStart, partEnd, false, visit) else { return false }
            partStart = partEnd
        }
        return true
    }
}
