/// Where in its bytes a note has its links, tags and headings: what is asked before a note is changed.
public struct NoteSites: Equatable, Sendable {
    /// One for each of ``KBModel/Note/links``, in that order.
    public var links: [LinkSite] = []
    /// One for each of ``KBModel/Note/tags``, in that order.
    public var tags: [TagSite] = []
    /// One for each section but the preamble, in order.
    public var headings: [HeadingSite] = []
    /// The definitions that links can be written through, in the order of the text.
    public var definitions: [DefinitionSite] = []
    /// The front matter piece by piece; nil when there is none, or none that can be read.
    public var frontMatter: FrontMatterOutline?
    /// Where the text below the front matter starts.
    public var bodyStart = 0
}
