internal import KBParse

/// What passes over a page ask of its elements.
extension HTMLTree {
    /// The words of a node and all below it, one space for each run of whitespace; hidden elements left out.
    func words(of id: ID) -> String {
        var bytes: [UInt8] = []
        var current: ID? = id
        while let node = current {
            let isLeftOut = isHidden(node) || tag(node).isNeverShown
            if tag(node) == .text {
                bytes.append(contentsOf: self.bytes(of: node))
            } else if tag(node).isBlock || tag(node) == .br {
                bytes.append(UInt8.space)
            }
            current = following(node, within: id, skipping: isLeftOut)
        }
        return String(decoding: bytes, as: UTF8.self).collapsed
    }

    /// All texts below a node as they stand, hidden or not.
    func rawText(of id: ID) -> [UInt8] {
        var bytes: [UInt8] = []
        var current: ID? = id
        while let node = current {
            if tag(node) == .text { bytes.append(contentsOf: self.bytes(of: node)) }
            current = following(node, within: id)
        }
        return bytes
    }

    /// The first node at or below `id`, in the order of the page, that satisfies a condition.
    func first(in id: ID, where holds: (ID) -> Bool) -> ID? {
        var current: ID? = id
        while let node = current {
            if holds(node) { return node }
            current = following(node, within: id)
        }
        return nil
    }

    /// All nodes at or below `id` that satisfy a condition, in the order of the page.
    func all(in id: ID, where holds: (ID) -> Bool) -> [ID] {
        var found: [ID] = []
        var current: ID? = id
        while let node = current {
            if holds(node) { found.append(node) }
            current = following(node, within: id)
        }
        return found
    }

    func first(_ wanted: HTMLTag, in id: ID) -> ID? { first(in: id) { tag($0) == wanted } }

    /// The nearest element around `id`, itself included, that satisfies a condition.
    func nearest(_ id: ID, where holds: (ID) -> Bool) -> ID? {
        var current = id
        while current != Self.none {
            if holds(current) { return current }
            current = self[current].parent
        }
        return nil
    }

    /// The names of the element's classes.
    func classes(of id: ID) -> [Substring] {
        value(.classes, of: id)?.split { $0.isWhitespace } ?? []
    }

    func hasClass(_ id: ID, _ name: String) -> Bool {
        has(.classes, id) && classes(of: id).contains { $0 == name }
    }

    func hasClass(_ id: ID, where holds: (Substring) -> Bool) -> Bool {
        has(.classes, id) && classes(of: id).contains(where: holds)
    }

    /// Whether a text node, or an element, holds nothing but whitespace.
    func isBlank(_ id: ID) -> Bool {
        first(in: id) { node in
            switch tag(node) {
            case .text: !bytes(of: node).allSatisfy(\.isHTMLSpace)
            case .img, .svg, .math, .hr, .iframe, .video, .audio, .object, .canvas, .input: true
            default: false
            }
        } == nil
    }

    /// The children that are elements and are shown.
    func shownElements(of id: ID) -> [ID] {
        children(of: id).filter { tag($0) != .text && tag($0) != .comment && !isHidden($0) }
    }
}

extension HTMLTag {
    /// Holds no words for a reader, whatever the page says.
    var isNeverShown: Bool {
        switch self {
        case .head, .script, .style, .template, .comment, .noframes, .noembed, .title: true
        default: false
        }
    }
}
