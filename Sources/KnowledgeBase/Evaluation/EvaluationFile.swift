public import KBModel
internal import KBParse

/// A file that a ranking is judged with: a set of queries, judgements or a run.
public struct EvaluationFile: Sendable {
    /// What it is called, for messages.
    public let name: String
    private let bytes: [UInt8]

    /// The largest file read, in bytes: a run of a thousand documents for each of a hundred thousand queries.
    public static let largest = 4 << 30

    /// The text `bytes`, called `name`.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The file at `path`, from `workingFolder`.
    /// - Throws: ``KnowledgeBaseError/unreadable(path:message:)``
    public init(path: String, from workingFolder: String) throws(KnowledgeBaseError) {
        name = path
        do throws(FileBytes.ReadError) {
            bytes = try FileBytes.read(FilePath.join(workingFolder, path), limit: Self.largest)
        } catch {
            throw .unreadable(path: path, message: error.message)
        }
    }

    /// The queries it holds, a JSON object `{"id": …, "text": …}` a line.
    /// - Throws: ``KnowledgeBaseError/malformed(path:line:message:)``
    public func queries() throws(KnowledgeBaseError) -> [EvaluationQuery] {
        try read { bytes throws(LineError) in try QuerySet.read(bytes) }
    }

    /// The judgements it holds, `query document grade` or `query 0 document grade` a line.
    /// - Throws: ``KnowledgeBaseError/malformed(path:line:message:)``
    public func judgements() throws(KnowledgeBaseError) -> [Judgement] {
        try read { bytes throws(LineError) in try JudgementFile.read(bytes) }
    }

    /// The run it holds, in TREC's form.
    /// - Throws: ``KnowledgeBaseError/malformed(path:line:message:)``
    public func run() throws(KnowledgeBaseError) -> Run {
        try read { bytes throws(LineError) in try RunFile.read(bytes) }
    }

    private func read<Content>(
        _ body: ([UInt8]) throws(LineError) -> Content
    ) throws(KnowledgeBaseError) -> Content {
        do throws(LineError) {
            return try body(bytes)
        } catch {
            throw .malformed(path: name, line: error.line, message: error.message)
        }
    }
}
