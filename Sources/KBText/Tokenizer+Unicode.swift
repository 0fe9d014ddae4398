// Words with more than ASCII letters and digits in them, and scripts written without spaces.
extension Tokenizer {
    /// Whether the word goes on at `end`, where an apostrophe or a byte beyond ASCII stands.
    func joins(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        var next = end
        guard let scalar = UTF8Reader.scalar(text, &next) else { return false }
        if UTF8Reader.isApostrophe(scalar) { return UTF8Reader.isLetter(text, at: next) }
        if scalar.value < 0x80 { return false }
        let role = scalar.wordRole
        return role == .letter || role == .accent
    }

    /// Reads what stands at `position`, where a scalar beyond ASCII begins.
    @inline(never)
    func scanUnicode(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ side: Side, _ visit: Visitor
    ) -> Bool {
        var next = position
        guard let scalar = UTF8Reader.scalar(text, &next) else {
            position += 1
            return true
        }
        switch scalar.wordRole {
        case .letter: return scanFolded(text, &position, side, visit)
        case .unspaced: return scanUnspaced(text, &position, side, visit)
        case .accent, .separator:
            position = next
            return true
        }
    }

    /// Reads one word scalar by scalar, folding it; an apostrophe in it is dropped, and a possessive `'s`.
    @inline(never)
    func scanFolded(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ side: Side, _ visit: Visitor
    ) -> Bool {
        let start = position
        var length = 0
        var end = start
        while end < text.count {
            let byte = text[end]
            if ByteClass.role(byte) == .letter {
                // Makes a capital small and leaves small letters and digits as they are.
                append(byte | 0x20, &length)
                end += 1
                continue
            }
            var next = end
            guard let scalar = UTF8Reader.scalar(text, &next) else { break }
            if UTF8Reader.isApostrophe(scalar) {
                guard UTF8Reader.isLetter(text, at: next) else { break }
                if let past = UTF8Reader.possessive(text, at: next) {
                    position = past
                    return length == 0 || emitScratch(length, start, end, false, visit)
                }
                end = next
                continue
            }
            guard scalar.value >= 0x80 else { break }
            let role = scalar.wordRole
            guard role == .letter || role == .accent else { break }
            if role == .letter { append(scalar, &length) }
            end = next
        }
        position = max(end, start + 1)
        return length == 0 || emitScratch(length, start, end, false, visit)
    }

    /// Reads a run of a script without spaces: each scalar with the next one, at its own position.
    ///
    /// The last scalar is indexed alone as well, so that a query for one scalar finds every place as a prefix.
    private func scanUnspaced(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ side: Side, _ visit: Visitor
    ) -> Bool {
        var previous: Int?
        var count = 0
        while position < text.count {
            var next = position
            guard let scalar = UTF8Reader.scalar(text, &next), scalar.value >= 0x80, scalar.wordRole == .unspaced
            else { break }
            if let first = previous, !emit(verbatim: text, first..<next, visit) { return false }
            previous = position
            count += 1
            position = next
        }
        guard let last = previous, side == .document || count == 1 else { return true }
        return emit(verbatim: text, last..<position, visit)
    }

    /// Hands out at most two scalars as they stand in the text.
    private func emit(verbatim text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ visit: Visitor) -> Bool {
        var bytes: UInt64 = 0
        for byte in text[range].reversed() { bytes = bytes << 8 | UInt64(byte) }
        scratch.storeBytes(of: bytes.littleEndian, as: UInt64.self)
        return emitScratch(range.count, range.lowerBound, range.upperBound, false, visit)
    }

    private func append(_ byte: UInt8, _ length: inout Int) {
        guard length < Lexicon.longestWord else { return }
        scratch.storeBytes(of: byte, toByteOffset: length, as: UInt8.self)
        length += 1
    }

    private func append(_ scalar: Unicode.Scalar, _ length: inout Int) {
        if let spelling = Folding.ascii(scalar.value) {
            append(UInt8(truncatingIfNeeded: spelling), &length)
            if spelling > 0xFF { append(UInt8(truncatingIfNeeded: spelling >> 8), &length) }
        } else {
            append(verbatim: Folding.lowercased(scalar), &length)
        }
    }

    /// Appends the scalar's UTF-8, whole or not at all.
    private func append(verbatim scalar: Unicode.Scalar, _ length: inout Int) {
        let bytes = UTF8.encode(scalar)
        guard let bytes, length + bytes.count <= Lexicon.longestWord else { return }
        for byte in bytes { append(byte, &length) }
    }
}

/// Reads UTF-8 that may be ill-formed.
enum UTF8Reader {
    /// The scalar at `position`, which moves past it; nil, without moving, where the bytes are ill-formed or end.
    static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Unicode.Scalar? {
        guard position < text.count else { return nil }
        let first = text[position]
        if first < 0x80 {
            position += 1
            return Unicode.Scalar(first)
        }
        let length: Int
        var value: UInt32
        switch first {
        case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
        default: return nil
        }
        guard text.count - position >= length else { return nil }
        for offset in 1..<length {
            let byte = text[position + offset]
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value), UTF8.width(scalar) == length else { return nil }
        position += length
        return scalar
    }

    /// `'`, or the typographic and modifier forms.
    static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x27 || scalar.value == 0x2019 || scalar.value == 0x2BC
    }

    /// Whether a letter or digit of a script with spaces stands at `position`.
    static func isLetter(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        var next = position
        guard let scalar = scalar(text, &next) else { return false }
        if scalar.value < 0x80 { return ByteClass.role(UInt8(scalar.value)) == .letter }
        return !isApostrophe(scalar) && scalar.wordRole == .letter
    }

    /// Where the word after an `s` at `position` would go on, if that `s` ends the word; else nil.
    static func possessive(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
        guard position < text.count, text[position] | 0x20 == UInt8(ascii: "s") else { return nil }
        let next = position + 1
        guard next < text.count else { return next }
        if isLetter(text, at: next) { return nil }
        var past = next
        guard let scalar = scalar(text, &past) else { return next }
        if isApostrophe(scalar), isLetter(text, at: past) { return nil }
        return scalar.value >= 0x80 && scalar.wordRole == .accent ? nil : next
    }
}

extension Tokenizer {
    /// Whether the folded word in `bytes` is of a script without spaces, and so a pair of characters and not a word.
    public static func isUnspaced(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let first = bytes.first, first >= 0xE0 else { return false }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.wordRole == .unspaced
    }
}
