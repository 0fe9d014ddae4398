internal import KBParse

/// What styles say about words: Google's programs mark bold words by classes and nothing else.
struct PageStyles {
    struct Look {
        /// Nil when the style says nothing.
        var isBold: Bool?
        var isItalic: Bool?
        var isStruck = false
    }

    /// Looks of the classes `c0`, `c1` and so on, which such programs number.
    private var classes: [Substring: Look] = [:]

    init(_ tree: HTMLTree) {
        for node in tree.all(in: HTMLTree.root, where: { tree.tag($0) == .style }) {
            read(String(decoding: tree.rawText(of: node), as: UTF8.self))
        }
    }

    func look(of node: HTMLTree.ID, in tree: HTMLTree) -> Look {
        var look = Look()
        if !classes.isEmpty {
            for name in tree.classes(of: node) {
                guard let known = classes[name] else { continue }
                look.isBold = known.isBold ?? look.isBold
                look.isItalic = known.isItalic ?? look.isItalic
                look.isStruck = known.isStruck || look.isStruck
            }
        }
        if let style = tree.value(.style, of: node) { Self.read(style[...], into: &look) }
        return look
    }

    private mutating func read(_ sheet: String) {
        for rule in sheet.split(separator: "}") {
            let parts = rule.split(separator: "{", maxSplits: 1)
            guard parts.count == 2, let selector = parts.first?.description.collapsed, selector.hasPrefix(".c"),
                selector.dropFirst(2).utf8.allSatisfy(\.isDigit), selector.utf8.count > 2, let body = parts.last
            else { continue }
            var look = Look()
            Self.read(body, into: &look)
            classes[selector.dropFirst()] = look
        }
    }

    private static func read(_ declarations: Substring, into look: inout Look) {
        for declaration in declarations.split(separator: ";") {
            let parts = declaration.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let name = parts.first?.description.collapsed.lowercased(),
                let value = parts.last?.description.collapsed.lowercased()
            else { continue }
            switch name {
            case "font-weight": look.isBold = value.hasPrefix("bold") || (Int(value) ?? 0) >= boldFrom
            case "font-style": look.isItalic = value.hasPrefix("italic") || value.hasPrefix("oblique")
            case "text-decoration", "text-decoration-line": look.isStruck = value.contains("line-through")
            default: break
            }
        }
    }

    /// 400 is plain, 700 bold.
    private static let boldFrom = 600
}
