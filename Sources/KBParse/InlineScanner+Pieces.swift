internal import KBModel

// What the inline pass keeps of a run until the whole of it is read.
extension InlineScanner {
    /// A run of `*`, `_`, `~` or `=` that may open or close something.
    struct Delimiter {
        var byte: UInt8
        /// Where what is left of the run starts in ``out``.
        var plain: Int
        var count: Int
        var original: Int
        var canOpen: Bool
        var canClose: Bool
        var previous: Int
        var next: Int
    }

    /// A `[` or `![` that may open a link.
    struct Bracket {
        var plain: Int
        /// The offset after the bracket in the run's text.
        var text: Int
        var isImage: Bool
        var isActive = true
        var hasBracketAfter = false
        var delimiters: Int
        var tags: Int
        var links: Int
        var marks: Int
    }

    /// A link whose words still stand among delimiters.
    struct PendingLink {
        var kind: Link.Kind
        var target: LinkTarget
        var offset: Int
        var start: Int
        var end: Int
        /// Whether it turned out to be text of a link.
        var isDropped = false
    }

    struct PendingTag {
        var start: Int
        var end: Int
    }

    struct Cut {
        var start: Int
        var length: Int
    }
}
