public import KBModel
internal import KBParse

/// The file in which a person says what the vault's concepts are.
///
/// It is the one that the setting `vocabulary` names, else `vocabulary.yml` in the vault's own folder.
public struct VocabularyFile: Sendable {
    /// What the file is called when no setting names it.
    public static let standardName = "vocabulary.yml"

    /// Where it is or would be, in the vault.
    public let path: String
    /// The vault's real path.
    private let root: String

    /// What could be read.
    public struct Reading: Equatable, Sendable {
        /// What counts; empty when there is no file or it cannot be read.
        public var vocabulary = Vocabulary()
        /// What is wrong, by line.
        public var issues: [LocatedIssue] = []
        /// A hash of the bytes, for what is built from them; 0 when there is no file.
        public var hash: UInt64 = 0
    }

    /// The vocabulary file of `vault`. Opens nothing.
    public init(vault: Vault) {
        root = vault.root
        path = vault.settings.vocabulary ?? VocabularyFile.standardName
    }

    /// The absolute path of the file.
    public var absolutePath: String { FilePath.join(root, path) }

    /// Reads the file. A file that is not there says nothing, and trouble is an issue: nothing is thrown.
    public func read() -> Reading {
        do throws(ReadError) {
            guard let (bytes, hash) = try bytes() else { return Reading() }
            let (vocabulary, issues) = VocabularyReader.read(bytes)
            return Reading(vocabulary: vocabulary, issues: issues.map(located), hash: hash)
        } catch {
            let message = "the vocabulary cannot be read, so nothing in it counts: \(error.message)"
            return Reading(issues: [located(Issue(.vocabulary, .error, line: 1, message))])
        }
    }

    /// Why the file cannot be read.
    struct ReadError: Error { let message: String }

    /// The bytes of the file with their hash; nil when there is no file.
    func bytes() throws(ReadError) -> (bytes: [UInt8], hash: UInt64)? {
        guard FilePath.isPresent(absolutePath) else { return nil }
        guard let real = FilePath.real(absolutePath) else {
            throw ReadError(message: "it is a symbolic link that leads nowhere")
        }
        guard FilePath.relative(real, to: root) != nil else {
            throw ReadError(message: "it is a symbolic link out of the vault")
        }
        do throws(FileBytes.ReadError) {
            let (bytes, stamp) = try FileBytes.readStamped(real, limit: VocabularyReader.largest)
            return (bytes, stamp.hash)
        } catch {
            if error.isMissing { return nil }
            throw ReadError(message: error.message)
        }
    }

    private func located(_ issue: Issue) -> LocatedIssue { LocatedIssue(path: path, issue: issue) }
}
