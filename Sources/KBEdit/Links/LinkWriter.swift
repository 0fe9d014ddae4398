internal import KBModel
internal import KBParse

/// Writes another target into a link, in the link's own style.
struct LinkWriter {
    let note: EditableNote

    /// The edit that makes `link`, which stands at `site`, point at `target`; nil when it cannot be written there.
    func edit(_ link: Link, _ site: LinkSite, target: String) -> ByteEdit? {
        switch site.form {
        case .wiki:
            guard Self.canStandInBrackets(target) else { return nil }
            guard site.text == nil, link.kind == .wiki, isInHeading(site) else {
                return note.edit(site.target, target)
            }
            // Links to the heading mean its words.
            return note.edit(site.target.lowerBound..<site.whole.upperBound - 2, inner(link, target) + "|" + link.text)
        case .yaml:
            guard Self.canStandInBrackets(target) else { return nil }
            return scalar(link, site, target: target, anchor: link.anchor)
        case .inline, .reference, .html, .container:
            return note.edit(site.target, destination(target, in: site.target, mark: site.mark))
        case .address: return nil
        }
    }

    private func isInHeading(_ site: LinkSite) -> Bool {
        // By halving: notes with many headings have many links.
        let headings = note.sites.headings
        var (low, high) = (0, headings.count)
        while low < high {
            let middle = (low + high) / 2
            if headings[middle].title.upperBound <= site.whole.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < headings.count && headings[low].title.contains(site.whole.lowerBound)
    }

    private func inner(_ link: Link, _ target: String) -> String { target + (link.anchor.map { "#" + $0 } ?? "") }

    /// The edit that gives `link` another anchor; nil when it cannot be written there.
    func edit(_ link: Link, _ site: LinkSite, anchor: String) -> ByteEdit? {
        guard let range = site.anchor ?? (site.isExact ? nil : site.whole) else { return nil }
        switch site.form {
        case .wiki:
            guard Self.canBeAnchorInBrackets(anchor) else { return nil }
            return note.edit(range, anchor)
        case .yaml:
            guard Self.canBeAnchorInBrackets(anchor) else { return nil }
            return scalar(link, site, target: link.target, anchor: anchor)
        case .inline, .reference, .html, .container:
            let style = Destination(like: note.text(range), mark: site.mark)
            return note.edit(range, style.written(anchor, isAnchor: true))
        case .address: return nil
        }
    }

    /// The edit of a definition's target.
    func edit(_ site: DefinitionSite, target: String) -> ByteEdit {
        note.edit(site.target, destination(target, in: site.target, mark: site.mark))
    }

    /// The edit that turns `[[…]]` into a Markdown link to `target`, for names that brackets cannot hold.
    func markdown(_ link: Link, _ site: LinkSite, target: String) -> ByteEdit? {
        guard site.form == .wiki else { return nil }
        let anchor = link.anchor.map { "#" + Destination().written($0, isAnchor: true) } ?? ""
        let text = Self.escaped(link.text.isEmpty ? VaultPath.name(of: link.target) : link.text)
        let mark = link.kind == .embed ? "!" : ""
        return note.edit(site.whole, "\(mark)[\(text)](\(Destination().written(target))\(anchor))")
    }

    private func destination(_ target: String, in range: Range<Int>, mark: UInt8?) -> String {
        let written = Destination(like: note.text(range), mark: mark).written(target)
        // An empty destination needs its brackets only where there are none.
        return written.isEmpty && mark == nil ? "./" : written
    }

    /// A value of the front matter; the scalar is written anew when the text cannot stand between its quotes as it is.
    private func scalar(_ link: Link, _ site: LinkSite, target: String, anchor: String?) -> ByteEdit? {
        let isSafe = (target + (anchor ?? "")).unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0 != "\\" && $0.value != (site.mark.map(UInt32.init) ?? 0)
        }
        if site.isExact, isSafe {
            guard site.anchor != nil || anchor == nil else { return nil }
            let range = site.target.lowerBound..<max(site.anchor?.upperBound ?? 0, site.target.upperBound)
            let between = site.anchor.map { note.text(site.target.upperBound..<$0.lowerBound) } ?? ""
            return note.edit(range, target + between + (anchor ?? ""))
        }
        let old = link.target + (link.anchor.map { "#" + $0 } ?? "")
        let text = VaultPath.same(old, link.text) ? "" : "|" + link.text
        let new = "[[" + target + (anchor.map { "#" + $0 } ?? "") + text + "]]"
        return note.edit(site.whole, YAML.quoted(new, mark: site.mark))
    }

    /// Whether `[[target]]` is read as a link to `target`.
    static func canStandInBrackets(_ target: String) -> Bool {
        guard let first = target.utf8.first, let last = target.utf8.last else { return false }
        return !first.isBlank && !last.isBlank && last != UInt8(ascii: "\\")
            && target.utf8.allSatisfy { $0 >= 0x20 && !"#|[]".utf8.contains($0) }
    }

    /// Whether `[[note#anchor]]` is read as a link to `anchor`; `#` divides headings.
    static func canBeAnchorInBrackets(_ anchor: String) -> Bool {
        guard let first = anchor.utf8.first, let last = anchor.utf8.last else { return false }
        return !first.isBlank && !last.isBlank && last != UInt8(ascii: "\\")
            && anchor.utf8.allSatisfy { $0 >= 0x20 && !"|[]".utf8.contains($0) }
    }

    /// `text` between the brackets of a link: what would close them, or be markup, is escaped.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if "[]\\`*_<".unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
