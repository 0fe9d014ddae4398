internal import KBModel

/// Keeps, when asked, where in the note the inline pass found what it found.
///
/// The inline pass reads either the note itself or a leaf's lines joined in a buffer; the recorder knows which byte of
/// the buffer came from where. A class, so that a scanner nobody asks is not larger by all this, but by one pointer.
final class SiteRecorder {
    let src: ByteView
    /// Where the buffer of joined lines starts.
    let join: UnsafePointer<UInt8>
    /// Where pieces of the buffer came from, ascending.
    var pieces: [(join: Int, src: Int)] = []
    /// What the run at hand may have for links, by the offset each starts at.
    var run: [Int: LinkSite] = [:]
    var sites = NoteSites()

    init(src: ByteView, join: UnsafePointer<UInt8>) {
        self.src = src
        self.join = join
    }

    /// The offset in the note of the byte at `offset` of `t`.
    func place(_ t: ByteView, _ offset: Int) -> Int {
        let (here, first) = (UInt(bitPattern: t.base), UInt(bitPattern: src.base))
        if here >= first, here < first + UInt(src.count) { return Int(here - first) + offset }
        let joined = Int(bitPattern: t.base) - Int(bitPattern: join) + offset
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].join <= joined { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return joined }
        return pieces[low - 1].src + joined - pieces[low - 1].join
    }

    /// The range in the note of `start..<end` of `t`.
    func range(_ t: ByteView, _ start: Int, _ end: Int) -> Range<Int> {
        let first = place(t, start)
        guard end > start else { return first..<first }
        return first..<max(first, place(t, end - 1) + 1)
    }

    /// The site of the link that starts at `offset` of the run.
    func take(_ offset: Int) {
        if let site = run[offset] { sites.links.append(site) }
    }
}

// What the inline pass tells the recorder. Nothing of this is called unless sites are wanted.
extension InlineScanner {
    /// The range in the note of `start..<end` of the run.
    private func place(_ start: Int, _ end: Int) -> Range<Int> { recorder?.range(t, start, end) ?? 0..<0 }

    /// Keeps the pieces of `[[…]]` whose brackets start at `start` and whose content ends at `end`.
    mutating func recordWikilink(offset: Int, _ start: Int, targetEnd: Int, pipe: Int?, end: Int) {
        let hash = t.firstIndex(of: .hash, start + 2, targetEnd)
        let first = t.skippingBlanks(start + 2, hash ?? targetEnd)
        let last = t.trimmedEnd(first, hash ?? targetEnd)
        var anchor: Range<Int>?
        if let hash {
            let low = t.skippingBlanks(hash + 1, targetEnd)
            anchor = place(low, t.trimmedEnd(low, targetEnd))
        }
        let site = LinkSite(
            .wiki, whole: place(offset, end + 2), target: place(first, last), anchor: anchor,
            text: pipe.map { place($0 + 1, end) })
        recorder?.run[offset] = site
    }

    /// Keeps the pieces of the link in brackets that `opener` opens, the `]` being at hand and the link ending at `end`.
    mutating func recordLink(_ opener: Bracket, _ end: Int) {
        let offset = opener.text - (opener.isImage ? 2 : 1)
        let (whole, text) = (place(offset, end), place(opener.text, i))
        var site: LinkSite?
        if t[i + 1] == .parenOpen, end > i + 1, t[end - 1] == .parenClose {
            let first = LinkParts.skipSpace(t, i + 2, t.count)
            guard let destination = LinkParts.destination(t, first, t.count) else { return }
            let (target, anchor) = destinationSite(destination.start, destination.end)
            site = LinkSite(
                .inline, whole: whole, target: target, anchor: anchor, text: text,
                mark: t[first] == .less ? .less : nil)
        } else {
            let isFull = t[i + 1] == .bracketOpen && end > i + 3
            let label = isFull ? t.string(i + 2, end - 1) : t.string(opener.text, i)
            if let index = references.site(of: label), references.sites.indices.contains(index) {
                let definition = references.sites[index]
                site = LinkSite(
                    .reference, whole: whole, target: definition.target, anchor: definition.anchor, text: text,
                    mark: definition.mark, definition: index)
            }
        }
        if let site { recorder?.run[offset] = site }
    }

    /// Keeps the pieces of an attribute of the tag at hand, which ends before `end`.
    mutating func recordTag(_ value: ByteView, _ end: Int) {
        guard value.base >= t.base else { return }
        let start = value.base - t.base
        let (target, anchor) = destinationSite(start, start + value.count)
        let before = start > 0 ? t[start - 1] : 0
        let mark = before == .quote || before == .apostrophe ? before : nil
        let site = LinkSite(.html, whole: place(i, end), target: target, anchor: anchor, mark: mark)
        recorder?.run[i] = site
    }

    /// Keeps that an address stands at `start..<end`.
    mutating func recordAddress(_ start: Int, _ end: Int) {
        let range = place(start, end)
        recorder?.run[start] = LinkSite(.address, whole: range, target: range)
    }

    /// Target and anchor of the destination at `start..<end`.
    private func destinationSite(_ start: Int, _ end: Int) -> (Range<Int>, Range<Int>?) {
        let hash = LinkTarget.hash(in: t, start, end)
        let targetEnd = LinkTarget.targetEnd(in: t, start, hash?.lowerBound ?? end)
        return (place(start, targetEnd), hash.map { place($0.upperBound, end) })
    }
}

extension LinkTarget {
    /// What divides a destination into target and anchor as written: the first `#`, escaped or not, or its entity.
    static func hash(in t: ByteView, _ start: Int, _ end: Int) -> Range<Int>? { first(.hash, in: t, start, end) }

    /// Where the target at `start..<end`, what stands before the `#`, ends: before its query, unless it is an address.
    static func targetEnd(in t: ByteView, _ start: Int, _ end: Int) -> Int {
        guard let mark = first(.question, in: t, start, end), !hasScheme(resolve(t.string(start, end))) else {
            return end
        }
        return mark.lowerBound
    }

    /// The first `wanted` in `start..<end`, escaped or not, or its entity.
    private static func first(_ wanted: UInt8, in t: ByteView, _ start: Int, _ end: Int) -> Range<Int>? {
        let t = t.slice(0, end)
        var k = start
        while k < end {
            switch t[k] {
            case wanted: return k..<k + 1
            case .backslash where t[k + 1].isPunctuation:
                if t[k + 1] == wanted { return k..<k + 2 }
                k += 2
            case .ampersand:
                guard let entity = Entity(t, k) else {
                    k += 1
                    continue
                }
                if entity.text.utf8.elementsEqual([wanted]) { return k..<entity.end }
                k = entity.end
            default: k += 1
            }
        }
        return nil
    }
}
