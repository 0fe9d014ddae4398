/// A page as a tree, in a few arrays: no node is an object, and none is deeper than ``HTMLTreeBuilder/deepest``.
struct HTMLTree {
    /// The number of a node; ``HTMLTree/none`` stands for no node.
    typealias ID = Int32

    struct Node {
        var tag: HTMLTag
        /// What an element means to the reader, set by later passes.
        var flags: Flags = []
        /// Tells elements without a meaning apart, so that their end tags find them.
        var nameHash: UInt16 = 0
        var parent: ID
        var first: ID = none
        var last: ID = none
        var previous: ID = none
        var next: ID = none
        /// The bytes of a text or comment in `text`, or the attributes of an element in `attributes`.
        var start: Int32
        var end: Int32
    }

    struct Flags: OptionSet {
        let rawValue: UInt8
        /// Not part of the note.
        static let hidden = Flags(rawValue: 1)
        /// Has an element within that stands on lines of its own.
        static let holdsBlock = Flags(rawValue: 2)
        /// A footnote, which is written at the end.
        static let footnote = Flags(rawValue: 4)
        /// A link to a footnote.
        static let footnoteMark = Flags(rawValue: 8)
    }

    struct Attribute {
        let name: HTMLAttribute
        let start: Int32
        let end: Int32
    }

    static let none: ID = -1
    static let root: ID = 0

    private(set) var nodes: [Node] = [Node(tag: .document, parent: none, start: 0, end: 0)]
    /// All texts and values, entities decoded.
    var text: [UInt8] = []
    private var attributes: [Attribute] = []

    /// The node; the root for a number that is none.
    subscript(_ id: ID) -> Node {
        @inline(__always) get {
            let index = Int(id)
            return index >= 0 && index < nodes.count ? nodes[index] : nodes[0]
        }
        set {
            let index = Int(id)
            if index >= 0, index < nodes.count { nodes[index] = newValue }
        }
    }

    func tag(_ id: ID) -> HTMLTag { self[id].tag }

    func isHidden(_ id: ID) -> Bool { self[id].flags.contains(.hidden) }

    mutating func hide(_ id: ID) { self[id].flags.insert(.hidden) }

    /// Adds a node as the last child of `parent`. Past two thousand million nodes nothing is added.
    @discardableResult
    mutating func append(_ node: Node, to parent: ID) -> ID {
        guard let id = ID(exactly: nodes.count) else { return parent }
        nodes.append(node)
        attach(id, to: parent)
        return id
    }

    /// Makes a node that has no parent the last child of `parent`.
    mutating func attach(_ id: ID, to parent: ID) {
        let last = self[parent].last
        self[id].parent = parent
        self[id].previous = last
        self[id].next = Self.none
        if last == Self.none { self[parent].first = id } else { self[last].next = id }
        self[parent].last = id
    }

    /// Takes a node out of its parent's children.
    mutating func detach(_ id: ID) {
        let node = self[id]
        if node.previous == Self.none {
            self[node.parent].first = node.next
        } else {
            self[node.previous].next = node.next
        }
        if node.next == Self.none {
            self[node.parent].last = node.previous
        } else {
            self[node.next].previous = node.previous
        }
        self[id].previous = Self.none
        self[id].next = Self.none
    }

    /// Notes an attribute, and returns how many there are.
    mutating func add(_ attribute: Attribute) { attributes.append(attribute) }

    var attributeCount: Int { attributes.count }

    /// The children in order.
    func children(of id: ID) -> some Sequence<ID> {
        sequence(state: self[id].first) { (next: inout ID) -> ID? in
            guard next != Self.none else { return nil }
            defer { next = self[next].next }
            return next
        }
    }

    /// The node after `id` in the order of the page, within `root`; its own children are left out when `skipping`.
    func following(_ id: ID, within root: ID, skipping: Bool = false) -> ID? {
        if !skipping, self[id].first != Self.none { return self[id].first }
        var current = id
        while current != root, current != Self.none {
            if self[current].next != Self.none { return self[current].next }
            current = self[current].parent
        }
        return nil
    }

    /// The value of an attribute as written, entities decoded; nil when the element has none of that name.
    func value(_ name: HTMLAttribute, of id: ID) -> String? {
        bytes(name, of: id).map { String(decoding: $0, as: UTF8.self) }
    }

    func bytes(_ name: HTMLAttribute, of id: ID) -> ArraySlice<UInt8>? {
        let node = self[id]
        guard node.tag != .text, node.tag != .comment, node.end > node.start else { return nil }
        for k in Int(node.start)..<Int(node.end) where k < attributes.count && attributes[k].name == name {
            return slice(attributes[k].start, attributes[k].end)
        }
        return nil
    }

    /// The value of the first of some attributes that is there and not empty.
    func bytes(firstOf names: [HTMLAttribute], of id: ID) -> ArraySlice<UInt8>? {
        for name in names {
            if let value = bytes(name, of: id), !value.isEmpty { return value }
        }
        return nil
    }

    func has(_ name: HTMLAttribute, _ id: ID) -> Bool { bytes(name, of: id) != nil }

    /// The bytes of a text node; nothing for any other.
    func bytes(of id: ID) -> ArraySlice<UInt8> {
        let node = self[id]
        return node.tag == .text || node.tag == .comment ? slice(node.start, node.end) : []
    }

    private func slice(_ start: Int32, _ end: Int32) -> ArraySlice<UInt8> {
        let (low, high) = (Int(start), Int(end))
        return low >= 0 && low <= high && high <= text.count ? text[low..<high] : []
    }
}
