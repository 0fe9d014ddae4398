/// Reads what one program wrote: which files become notes, under which paths, and what their text is in kb.
///
/// First it is told of every file; then it is shown those it asks for, in the byte order of their paths; then it is asked
/// for the places of all, and at last for one note after the other.
public protocol ExportReader {
    /// Whether the content of the file at `path` must be seen before anything is converted.
    func wantsToSee(_ path: String) -> Bool
    /// Looks at a file it wants to see.
    mutating func see(_ bytes: [UInt8], path: String)
    /// What becomes of each file, by path.
    mutating func places() -> [ImportPlace]
    /// Names by which links may mean notes, besides file names, paths and aliases: in small letters, with the path of the note
    /// in the export.
    var names: [String: String] { get }
    /// Settings of the program that have a counterpart.
    var settings: [ImportedSetting] { get }
    /// The text of the note at `path`, whose file holds `bytes`. Links in it are still those of the export.
    func note(_ bytes: [UInt8], path: String) -> ConvertedNote
}

extension ExportReader {
    /// None.
    public var names: [String: String] { [:] }
    /// None.
    public var settings: [ImportedSetting] { [] }
}

extension ImportKind {
    /// The reader of an export of this kind that holds files at `paths`.
    public func reader(of paths: [String]) -> any ExportReader {
        switch self {
        case .obsidian, .markdown, .html: MarkdownReader(paths: paths, readsPages: self == .html)
        case .notion: NotionReader(paths: paths)
        case .logseq: LogseqReader(paths: paths)
        }
    }
}
