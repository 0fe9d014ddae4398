/// Makes a tree of a page, in time that grows with its length alone.
///
/// The rules are those of HTML that matter to a reader: which elements end by themselves, how far an end tag reaches, what
/// goes into a table. Two are left out, since a few kilobytes of tags can make gigabytes with them: marks that
/// nobody closed are not opened anew in each following paragraph, and what is deeper than browsers show is made flat.
///
/// - SeeAlso: <https://html.spec.whatwg.org/#tree-construction>
struct HTMLTreeBuilder {
    /// Elements nested deeper become neighbours. Pages of any program stay far below; browsers stop at 512.
    static let deepest = 256

    var tree = HTMLTree()
    /// The open elements, the root first.
    var open: [HTMLTree.ID] = [HTMLTree.root]
    /// How many elements of a name were made flat, so that their end tags end nothing else.
    private var flattened: [UInt64: Int] = [:]
    /// How many drawings and formulas are open.
    var foreignDepth = 0
    private var tokenizer: HTMLTokenizer

    /// The tree of a page in UTF-8.
    static func tree(of page: [UInt8]) -> HTMLTree {
        var builder = HTMLTreeBuilder(tokenizer: HTMLTokenizer(ByteText(page)))
        builder.tree.text.reserveCapacity(page.count)
        while let token = builder.tokenizer.next(isForeign: builder.foreignDepth > 0) { builder.add(token) }
        return builder.tree
    }

    private init(tokenizer: HTMLTokenizer) { self.tokenizer = tokenizer }

    var current: HTMLTree.ID { open.last ?? HTMLTree.root }

    private mutating func add(_ token: HTMLTokenizer.Token) {
        switch token {
        case .text(let range): addText(range, isPlain: false)
        case .plain(let range): addText(range, isPlain: true)
        case .comment(let range): addComment(range)
        case .end(let name):
            let bytes = tokenizer.source[name]
            if let count = flattened[HTMLTag.hash(bytes)], count > 0 {
                flattened[HTMLTag.hash(bytes)] = count - 1
            } else {
                close(HTMLTag(bytes), hash: Self.shortHash(bytes))
            }
        case .start(let name, let isSelfClosing): addElement(name, isSelfClosing)
        }
    }

    private mutating func addText(_ range: Range<Int>, isPlain: Bool) {
        let start = tree.text.count
        if isPlain {
            tree.text.append(contentsOf: tokenizer.source[range])
        } else {
            HTMLEntity.decode(tokenizer.source, range, isAttribute: false, into: &tree.text)
        }
        guard tree.text.count > start, let first = Int32(exactly: start), let end = Int32(exactly: tree.text.count)
        else {
            return
        }
        if tree.tag(current) == .head, !tree.text[start...].allSatisfy(\.isHTMLSpace) { pop(through: .head) }
        tree.append(HTMLTree.Node(tag: .text, parent: current, start: first, end: end), to: current)
    }

    private mutating func addComment(_ range: Range<Int>) {
        // Only what browsers write there, the address of a saved page, is ever read.
        guard range.count <= Self.longestComment else { return }
        let start = Int32(truncatingIfNeeded: tree.text.count)
        tree.text.append(contentsOf: tokenizer.source[range])
        let end = Int32(truncatingIfNeeded: tree.text.count)
        tree.append(HTMLTree.Node(tag: .comment, parent: current, start: start, end: end), to: current)
    }

    /// A note of where a page was saved from is a line or three.
    private static let longestComment = 4_096

    private mutating func addElement(_ name: Range<Int>, _ isSelfClosing: Bool) {
        let bytes = tokenizer.source[name]
        let tag = HTMLTag(bytes)
        if foreignDepth > 0, tag.breaksOutOfForeign, !isInForeignText { closeForeign() }
        if foreignDepth == 0 || isInForeignText { guard prepare(for: tag) else { return } }
        let isFlat = open.count >= Self.deepest
        let parent = current
        var node = HTMLTree.Node(tag: tag, parent: parent, start: 0, end: 0)
        node.nameHash = Self.shortHash(bytes)
        addAttributes(to: &node)
        let id = tree.append(node, to: parent)
        if tag.isVoid || (isSelfClosing && foreignDepth > 0) || ((tag == .svg || tag == .math) && isSelfClosing) {
            return
        }
        if tag.holdsRawText && foreignDepth == 0 { return addRawText(to: id, name: bytes, tag) }
        if tag == .plaintext { return addText(tokenizer.readRest(), isPlain: true) }
        if isFlat {
            flattened[HTMLTag.hash(bytes), default: 0] += 1
            return
        }
        open.append(id)
        if tag == .svg || tag == .math { foreignDepth += 1 }
    }

    private mutating func addAttributes(to node: inout HTMLTree.Node) {
        node.start = Int32(truncatingIfNeeded: tree.attributeCount)
        for (name, value) in tokenizer.attributes {
            guard let attribute = HTMLAttribute(tokenizer.source[name]) else { continue }
            let start = Int32(truncatingIfNeeded: tree.text.count)
            HTMLEntity.decode(tokenizer.source, value, isAttribute: true, into: &tree.text)
            let end = Int32(truncatingIfNeeded: tree.text.count)
            tree.add(HTMLTree.Attribute(name: attribute, start: start, end: end))
        }
        node.end = Int32(truncatingIfNeeded: tree.attributeCount)
    }

    private mutating func addRawText(to id: HTMLTree.ID, name: ArraySlice<UInt8>, _ tag: HTMLTag) {
        let range = tokenizer.readRawText(until: name)
        open.append(id)
        addText(range, isPlain: tag != .title && tag != .textarea)
        open.removeLast()
    }

    static func shortHash(_ name: ArraySlice<UInt8>) -> UInt16 { UInt16(truncatingIfNeeded: HTMLTag.hash(name) >> 16) }
}
