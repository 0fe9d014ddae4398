internal import KBPresent
internal import KnowledgeBase

/// Something that `kb export` writes for another program.
protocol Export {
    /// The word behind `kb export`.
    static var name: String { get }
    /// What becomes of it, for the help, without a capital and a full stop.
    static var summary: String { get }
    /// Its own options. One that two exports share must be the same value.
    static var options: [Option] { get }
    /// Uses, the commonest first.
    static var examples: [CommandDefinition.Example] { get }
    /// What else a reader should know, a paragraph a string.
    static var details: [String] { get }
    /// Reads the options, and refuses those that make no sense before anything is opened.
    init(_ arguments: Arguments) throws(UsageError)
    /// Makes the text.
    ///
    /// - Parameters:
    ///   - topic: The words behind the export's name; none for the whole vault.
    ///   - folder: The folder of the file it goes to, absolute; nil for standard output.
    func content(
        about topic: [String], for folder: String?, from base: KnowledgeBase, in session: Session
    ) throws(Failure) -> ExportContent
}

/// What an export wrote.
struct ExportContent: Equatable {
    /// The whole file.
    var text: String
    /// How much there is, for standard error: a line each.
    var remarks: [String]
    /// Whether there was nothing to write. The text is valid nevertheless.
    var isEmpty: Bool
}

/// All exports, in the order of the help.
enum Exports {
    static var all: [any Export.Type] { [AnkiExport.self, ChecklistExport.self] }

    /// The options of all exports, each once.
    static var options: [Option] {
        var result: [Option] = []
        for option in all.flatMap({ $0.options }) where !result.contains(option) { result.append(option) }
        return result
    }
}
