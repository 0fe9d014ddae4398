internal import KBParse

/// Writes the pieces of a paragraph as Markdown.
struct InlineRenderer {
    enum Context: Equatable {
        case paragraph, heading, cell
    }

    private let pieces: [InlinePiece]
    private let links: [InlineLink]
    private let context: Context
    private let setsFormulas: Bool
    /// For each opening or closing piece where the other one stands; -1 for all others.
    private let partner: [Int]
    private var out: [UInt8] = []
    private var linkDepth = 0
    /// The closing mark of each open mark.
    private var closing: [Int: String] = [:]

    /// The paragraphs, each a list of lines.
    static func paragraphs(
        of collected: InlineCollector, in context: Context = .paragraph, setsFormulas: Bool
    ) -> [[UInt8]] {
        var renderer = InlineRenderer(collected, context, setsFormulas)
        return renderer.render()
    }

    private init(_ collected: InlineCollector, _ context: Context, _ setsFormulas: Bool) {
        pieces = collected.pieces
        links = collected.links
        self.context = context
        self.setsFormulas = setsFormulas
        partner = Self.partners(of: collected.pieces)
    }

    private static func partners(of pieces: [InlinePiece]) -> [Int] {
        var partner = [Int](repeating: -1, count: pieces.count)
        var open: [Int] = []
        for (i, piece) in pieces.enumerated() {
            switch piece {
            case .open: open.append(i)
            case .close:
                guard let first = open.popLast() else { continue }
                partner[first] = i
                partner[i] = first
            default: break
            }
        }
        return partner
    }

    private mutating func render() -> [[UInt8]] {
        var paragraphs: [[UInt8]] = []
        var i = 0
        while i < pieces.count {
            switch pieces[i] {
            case .text(let words): write(words, at: i)
            case .code(let code): write(code: code)
            case .raw(let bytes): out += bytes
            case .open(.link(let number)): i = openLink(number, at: i)
            case .close(.link(let number)): closeLink(number)
            case .open(let mark): open(mark, at: i)
            case .close: out += Array((closing[partner[i]] ?? "").utf8)
            case .lineBreak: out += Array((context == .cell ? "<br>" : "\\\n").utf8)
            case .paragraphBreak where context == .cell: out += Array("<br><br>".utf8)
            case .paragraphBreak:
                paragraphs.append(out)
                out = []
            }
            i += 1
        }
        paragraphs.append(out)
        return paragraphs.filter { !$0.isEmpty }
    }

    // MARK: Words and code

    private mutating func write(_ words: [UInt8], at i: Int) {
        let place = MarkdownEscape.Place(
            isInLink: linkDepth > 0, isInCell: context == .cell, setsFormulas: setsFormulas)
        let isLineStart = context == .paragraph && (out.isEmpty || out.last == UInt8.lf)
        MarkdownEscape.append(words, to: &out, isLineStart: isLineStart, next: firstByte(after: i), place: place)
        if context == .heading, i == pieces.count - 1, out.last == UInt8.hash {
            // A heading's last `#`s would be taken for its end.
            out.removeLast()
            out += [UInt8.backslash, UInt8.hash]
        }
    }

    private mutating func write(code: [UInt8]) {
        var plain = code.map { $0.isHTMLSpace ? UInt8.space : $0 }
        plain = Self.withPlainSpaces(plain)
        let fence = [UInt8](repeating: UInt8.backtick, count: Self.longestRun(of: UInt8.backtick, in: plain) + 1)
        let isPadded = plain.first == UInt8.backtick || plain.last == UInt8.backtick
        out += fence
        if isPadded { out.append(UInt8.space) }
        for byte in plain {
            if byte == UInt8.pipe, context == .cell { out.append(UInt8.backslash) }
            out.append(byte)
        }
        if isPadded { out.append(UInt8.space) }
        out += fence
    }

    /// No-break spaces, which pages set code with, would break the code when it is copied.
    static func withPlainSpaces(_ code: [UInt8]) -> [UInt8] {
        guard code.contains(0xC2) else { return code }
        var out: [UInt8] = []
        for (i, byte) in code.enumerated() {
            let before = i > 0 ? code[i - 1] : 0
            if byte == 0xA0, before == 0xC2 {
                out.removeLast()
                out.append(UInt8.space)
            } else {
                out.append(byte)
            }
        }
        return out
    }

    static func longestRun(of byte: UInt8, in bytes: [UInt8]) -> Int {
        var (longest, run) = (0, 0)
        for other in bytes {
            run = other == byte ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    // MARK: Links

    /// Opens a link, or writes it whole when its words are its address; returns the last piece written.
    private mutating func openLink(_ number: Int, at i: Int) -> Int {
        guard number < links.count else { return i }
        let link = links[number]
        if link.title.isEmpty, partner[i] == i + 2, case .text(let words) = pieces[i + 1],
            Self.isAutolink(words, link.destination)
        {
            out.append(UInt8.less)
            out += words
            out.append(UInt8.greater)
            return i + 2
        }
        linkDepth += 1
        out.append(UInt8.bracketOpen)
        return i
    }

    private static func isAutolink(_ words: [UInt8], _ destination: String) -> Bool {
        guard
            !words.contains(where: {
                $0.isHTMLSpace || $0 == UInt8.less || $0 == UInt8.greater || $0 == UInt8.backslash
            })
        else { return false }
        let text = String(decoding: words, as: UTF8.self)
        if destination == "mailto:" + text { return true }
        return destination == text && WebAddress(text) != nil
    }

    private mutating func closeLink(_ number: Int) {
        linkDepth = max(0, linkDepth - 1)
        guard number < links.count else { return }
        out += Array("](".utf8)
        out += MarkdownAddress.written(links[number].destination, isInCell: context == .cell)
        out += MarkdownAddress.title(links[number].title)
        out.append(UInt8.parenClose)
    }

    // MARK: Marks

    private mutating func open(_ mark: InlineMark, at i: Int) {
        let (opening, end) = marks(for: mark, at: i)
        closing[i] = end
        out += Array(opening.utf8)
    }

    /// What begins and ends a mark: Markdown where it would be read as such, else the element.
    private func marks(for mark: InlineMark, at i: Int) -> (String, String) {
        let j = partner[i]
        let element = mark.element ?? "span"
        let html = ("<\(element)>", "</\(element)>")
        guard j > i else { return ("", "") }
        let before = kind(before: i)
        let after = kind(after: j)
        let (first, last) = (kind(after: i), kind(before: j))
        let opens = first != .space && (first != .sign || before != .word)
        let closes = last != .space && (last != .sign || after != .word)
        guard opens, closes else { return html }
        switch mark {
        case .strong: return ("**", "**")
        case .strike: return ("~~", "~~")
        case .highlight: return ("==", "==")
        case .emphasis:
            // Stars beside stars would be read as one run.
            let neighbours = [i - 1, i + 1, j - 1, j + 1]
            guard neighbours.contains(where: isStrong) else { return ("*", "*") }
            return before != .word && after != .word ? ("_", "_") : html
        default: return html
        }
    }

    private func isStrong(_ i: Int) -> Bool {
        guard pieces.indices.contains(i) else { return false }
        switch pieces[i] {
        case .open(.strong), .close(.strong), .open(.emphasis), .close(.emphasis): return true
        default: return false
        }
    }

    private enum Kind {
        case space, word, sign
    }

    private func kind(after i: Int) -> Kind {
        guard pieces.indices.contains(i + 1) else { return .space }
        switch pieces[i + 1] {
        case .text(let words): return Self.kind(String(decoding: words.prefix(4), as: UTF8.self).unicodeScalars.first)
        case .lineBreak, .paragraphBreak: return context == .cell ? .sign : .space
        default: return .sign
        }
    }

    private func kind(before i: Int) -> Kind {
        guard pieces.indices.contains(i - 1) else { return .space }
        switch pieces[i - 1] {
        case .text(let words):
            // The last character starts at the last byte that continues none.
            let start = words.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
            return Self.kind(String(decoding: words[start...], as: UTF8.self).unicodeScalars.first)
        case .lineBreak, .paragraphBreak: return context == .cell ? .sign : .space
        default: return .sign
        }
    }

    private static func kind(_ scalar: Unicode.Scalar?) -> Kind {
        guard let scalar else { return .space }
        if scalar.properties.isWhitespace { return .space }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
            return .sign
        default: return .word
        }
    }

    /// The byte that will follow the piece at `i`.
    private func firstByte(after i: Int) -> UInt8 {
        guard pieces.indices.contains(i + 1) else { return UInt8.lf }
        switch pieces[i + 1] {
        case .text(let words): return words.first ?? UInt8.lf
        case .code: return UInt8.backtick
        case .raw(let bytes): return bytes.first ?? UInt8.lf
        case .open(.link): return UInt8.bracketOpen
        case .close(.link): return UInt8.bracketClose
        case .open(let mark), .close(let mark): return mark == .strike ? UInt8.tilde : UInt8.star
        case .lineBreak: return context == .cell ? UInt8.less : UInt8.lf
        case .paragraphBreak: return UInt8.lf
        }
    }
}
