internal import Glibc
public import KBModel

/// Finds the note files of a vault and what changed since the index was written. Opens no note and writes nothing.
///
/// Notes are the files ending in `.md`, `.markdown`, `.mdx`, `.txt` or `.text` in the vault's notes folders, but for
/// hidden files and folders, `node_modules`, the folder of the index, and what ignore files and the setting `exclude`
/// name. Symbolic links are followed to what lies in the vault and was not found on the way already.
public struct VaultScanner: Sendable {
    private let vault: Vault
    private let honoursIgnoreFiles: Bool
    /// Who watches what is looked at, and is told before that.
    var watch: WatchedFolders?

    /// A scanner of `vault`. With `takingIgnored`, ignore files do not count; the setting `exclude` still does.
    public init(vault: Vault, takingIgnored: Bool = false) {
        self.vault = vault
        honoursIgnoreFiles = !takingIgnored
    }

    /// Compares the files with `known`, which is fastest when it is in byte order of the paths.
    ///
    /// - Throws: ``KnowledgeBaseError/unreadable(path:message:)`` when the vault itself cannot be opened.
    public func scan(known: KnownNotes = KnownNotes()) throws(KnowledgeBaseError) -> ScanResult {
        let root = open(vault.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard root >= 0 else { throw .unreadable(path: vault.root, message: SystemError.message(errno)) }
        defer { close(root) }
        let start = IgnoreStart(vault: vault, honoursIgnoreFiles: honoursIgnoreFiles, watch: watch)
        let scope = FolderReader.Scope(
            root: root, prefix: start.prefix, skipped: skippedFolders, honoursIgnoreFiles: honoursIgnoreFiles,
            watch: watch)
        let tops = notesFolders.map { FolderListing(path: $0, rules: start.rules(forFolder: $0)) }
        FolderWalk.read(tops, scope: scope)
        let links = LinkFollower(root: vault.root, scope: scope, tops: tops)
        links?.follow()
        var comparison = ScanComparison(known: known.isSorted ? known : known.sorted())
        for top in tops { comparison.add(top) }
        return comparison.finished()
    }

    /// As ``scan(known:)``, but tells only of the notes at `paths` and in the folders among them.
    ///
    /// `paths` are absolute or seen from the vault. One that is neither a note nor a folder with notes, now or when the
    /// index was written, is an issue.
    public func scan(known: KnownNotes, only paths: [String]) throws(KnowledgeBaseError) -> ScanResult {
        var result = try scan(known: known)
        var selection = PathSelection(paths, root: vault.root)
        selection.narrow(&result, known: known)
        return result
    }

    /// The notes folders in byte order of what is in them, as paths in the vault; those inside others left out.
    private var notesFolders: [[UInt8]] {
        var kept: [[UInt8]] = []
        let paths = vault.notesFolders.compactMap(inVault).sorted { $0.lexicographicallyPrecedes($1) }
        for path in paths where !kept.contains(where: { path.starts(with: $0) }) { kept.append(path) }
        return kept
    }

    /// The index is no place for notes.
    private var skippedFolders: [[UInt8]] {
        let folder = FilePath.parent(of: vault.indexFile).flatMap(FilePath.realOfExistingPart).flatMap(inVault)
        return folder.map { $0.isEmpty ? [] : [$0] } ?? []
    }

    /// A path in the vault that ends in `/`, or is empty for the vault itself.
    private func inVault(_ path: String) -> [UInt8]? {
        FilePath.relative(path, to: vault.root).map { $0.isEmpty ? [] : Array($0.utf8) + [UInt8(ascii: "/")] }
    }
}
