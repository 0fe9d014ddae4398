internal import Glibc
internal import KBModel
internal import KBStore

/// One look at a vault after the other, each with the settings of its moment, with what is reported in between.
final class VaultRefresher {
    /// What a look has brought.
    struct Outcome {
        var report: RefreshReport
        var remarks: [Remark]
        /// How many folders hold notes.
        var folders: Int
        /// Whether another process is writing the index, so that it may not be up to date.
        var isPostponed: Bool
    }

    /// The vault's real path.
    let root: String
    /// Whether a look that takes long is to stop.
    var isStopping: () -> Bool = { false }

    private var locator: VaultLocator
    private let userConfig: String?
    private var progress: ((Progress) -> Void)?
    private let inotify: Inotify?
    private let unsupported: String?
    private let folders: WatchedFolders
    /// The notes folders as the settings had them last, which are looked at to understand the settings.
    private var notesFolders: [String] = []
    /// The device the vault is on: another one is another vault.
    private var device: dev_t?
    private var indexFile: String?

    init(root: String, locator: VaultLocator, progress: ((Progress) -> Void)?) {
        self.root = root
        self.locator = locator
        self.locator.flag = root
        self.progress = progress
        userConfig = UserFolders(environment: locator.environment).config.map { FilePath.join($0, "config.yml") }
        inotify = Inotify()
        unsupported = inotify == nil ? SystemError.message(errno) : nil
        folders = WatchedFolders(root: root, inotify: inotify)
    }

    /// Readable when something is reported; -1 when nothing ever is.
    var descriptor: Int32 { inotify?.descriptor ?? -1 }

    /// Takes what was reported, and says whether it may matter to the index.
    func hasNews() -> Bool {
        // All of it: an event may say that a folder is not watched any more.
        (inotify?.events() ?? []).reduce(false) { folders.matters($1) || $0 }
    }

    /// Why the notes have to be looked at though nothing is reported.
    var polling: [WatchEvent.Polling] {
        if let unsupported { return [.unsupported(unsupported)] }
        let gaps = folders.summary.gaps
        return (gaps.unwatched > 0 ? [.limited(folders: gaps.unwatched, most: VaultRefresher.mostWatches)] : [])
            + (gaps.remote.isEmpty ? [] : [.remote(gaps.remote)])
    }

    /// How many watches the system gives a user; fewer in a container, maybe.
    private static var mostWatches: Int? {
        ["/proc/sys/fs/inotify/max_user_watches", "/proc/sys/user/max_inotify_watches"].compactMap { path in
            (try? FileBytes.read(path, limit: 64)).flatMap { bytes in
                Int(String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self))
            }
        }.min()
    }

    // MARK: - Looking

    /// Looks for changes and brings the index up to date. From the moment something is looked at, its changes are reported.
    ///
    /// - Throws: ``KnowledgeBaseError/noSuchVault(_:)`` when the vault is gone, ``KnowledgeBaseError/interrupted`` when
    ///   ``isStopping`` said so.
    func refresh() throws(KnowledgeBaseError) -> Outcome {
        folders.begin()
        let vault = try located()
        let settled = KnowledgeBase(vault: vault).settleInterruptedChange()
        var indexer = Indexer(vault: vault, progress: progress)
        indexer.folders = folders
        indexer.isStopping = isStopping
        let done: Indexer.Refreshed
        do throws(KnowledgeBaseError) {
            done = try indexer.refresh(patience: .answersFromOldIndex)
        } catch {
            // The vault may have gone between two steps, which then is the reason.
            try requireVault()
            throw error
        }
        try requireWritable(done, indexer)
        // A bar for every change would only flicker.
        progress = nil
        let isLost = watchIndex(at: indexer.vault.indexFile)
        folders.end()
        let isElsewhere = indexer.remarks.contains(.refreshedElsewhere)
        return Outcome(
            report: done.report, remarks: settled + indexer.remarks, folders: folders.summary.folders,
            isPostponed: isElsewhere || isLost)
    }

    private func requireWritable(_ done: Indexer.Refreshed, _ indexer: Indexer) throws(KnowledgeBaseError) {
        let isStale = indexer.remarks.contains { if case .staleAndReadOnly = $0 { true } else { false } }
        guard isStale || !done.store.isWritable else { return }
        throw .unwritable(
            path: indexer.vault.indexFile, message: "it or its folder is read-only, so it cannot be kept up to date")
    }

    /// Finds the vault's settings as they are now.
    private func located() throws(KnowledgeBaseError) -> Vault {
        folders.willFollow(root)
        for path in [FilePath.join(root, VaultLocator.configName), userConfig].compactMap({ $0 }) { follow(path) }
        for folder in Settings.standard.notes + notesFolders { follow(FilePath.join(root, folder)) }
        try requireVault()
        let vault = try locator.locate()
        guard vault.settings.notes != notesFolders else { return vault }
        // What the settings name was looked at before it was watched: once more.
        notesFolders = vault.settings.notes
        for folder in notesFolders { follow(FilePath.join(root, folder)) }
        return try locator.locate()
    }

    private func follow(_ path: String) { folders.willFollow(path, from: root) }

    /// Makes sure that the vault is there, and the one that was there at first.
    private func requireVault() throws(KnowledgeBaseError) {
        var status = stat()
        guard stat(root, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, device == nil || device == status.st_dev
        else { throw .noSuchVault(root) }
        device = status.st_dev
    }

    /// Watches for the end of the index itself, and says whether that has come already.
    private func watchIndex(at path: String) -> Bool {
        guard let folder = FilePath.parent(of: path) else { return false }
        folders.willLook(at: FilePath.name(of: path), in: folder, for: UInt32(IN_DELETE | IN_MOVED_FROM))
        return !FilePath.isPresent(path)
    }
}
