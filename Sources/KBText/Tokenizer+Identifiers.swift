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

    /// Hands out the name at `symbol`, for a document after the bare word at `start..<end`.
    @inline(never)
    func emitSymbol(
        _ symbol: Range<Int>, _ start: Int, _ end: Int, _ position: inout Int, _ side: Side,
        _ visit: Visitor, text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        if side == .document, !emitScratch(load(text, start..<end), start, end, false, visit) { return false }
        position = max(end, symbol.upperBound)
        return emitScratch(load(text, symbol), symbol.lowerBound, symbol.upperBound, side == .document, visit)
    }

    /// Copies a few bytes of ASCII into ``scratch`` in lower case, and tells how many.
    private func load(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        for (offset, byte) in text[range].enumerated() {
            // Makes a capital small and leaves small letters, digits and the symbols of names as they are.
            scratch.storeBytes(of: byte | 0x20, toByteOffset: offset, as: UInt8.self)
        }
        return range.count
    }

    /// Hands out the word at `start..<end`, in the window, with the capitals that `capitals` has bits for: `camelCase`
    /// and `HTTPServer` in parts as well, the plural of capitals, `SLAs` or `GPUs`, without its `s`.
    @inline(never)
    func emitCapitals(
        _ capitals: UInt64, _ text: UnsafeBufferPointer<UInt8>, _ window: Window, _ start: Int, _ end: Int,
        _ side: Side, _ visit: Visitor
    ) -> Bool {
        let length = end - start
        if length > 2, capitals == Tokenizer.bits(length - 1), text[end - 1] == UInt8(ascii: "s") {
            return emitPart(window, start..<end - 1, start, end, false, visit)
        }
        // A part begins at a capital that stands behind none, or before a small letter.
        let others = Tokenizer.bits(length) & ~capitals
        var starts = side == .document ? capitals & ~1 & (~(capitals << 1) | others >> 1) : 0
        var part = start..<start
        repeat {
            var partEnd = end
            while starts != 0, partEnd == end {
                let offset = starts.trailingZeroBitCount
                starts &= starts &- 1
                let isBehindCapital = capitals >> UInt64(offset - 1) & 1 != 0
                if !isBehindCapital || text[start + offset + 1] >= UInt8(ascii: "a") { partEnd = start + offset }
            }
            part = part.upperBound..<partEnd
            guard emitPart(window, part, part.lowerBound, partEnd, false, visit) else { return false }
            // The whole stands beside its first part.
            if part.lowerBound == start, partEnd < end {
                guard emitPart(window, start..<end, start, end, true, visit) else { return false }
            }
        } while part.upperBound < end
        return true
    }

    @inline(never)
    private func emitPart(
        _ window: Window, _ part: Range<Int>, _ start: Int, _ end: Int, _ isColocated: Bool, _ visit: Visitor
    ) -> Bool {
        emit(window, part.lowerBound, part.count, start, end, isColocated, visit)
    }
}
