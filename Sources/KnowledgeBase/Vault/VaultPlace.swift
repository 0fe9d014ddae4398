internal import KBModel

/// Where the files of one vault are kept.
struct VaultPlace {
    /// The vault's real path.
    let root: String
    /// The user's own folders.
    let user: UserFolders
    /// Whether the vault has a `kb.yml`; without one, nothing is written into it.
    let hasConfig: Bool

    /// The built-in settings of this vault.
    var defaults: Settings {
        var settings = Settings.standard
        if !hasConfig || !settings.notes.allSatisfy({ FilePath.isFolder(FilePath.join(root, $0)) }) {
            settings.notes = ["."]
        }
        if !hasConfig { settings.index = cacheFolder ?? "" }
        settings.templates = TemplateFolder.usualNames.first { FilePath.isFolder(FilePath.join(root, $0)) }
        return settings
    }

    /// The vault's folder in the user's cache.
    private var cacheFolder: String? {
        user.cache.map { FilePath.join($0, UserFolders.name(forVaultAt: root)) }
    }

    /// The vault with the settings of `layers`.
    func vault(with layers: SettingLayers) throws(KnowledgeBaseError) -> Vault {
        let settings = layers.settings
        let (index, fallback, isMoved) = try index(of: layers)
        return Vault(
            root: root, notesFolders: try settings.notes.map(inVault), indexFile: index,
            logFile: try logFile(beside: index), configFile: nil, choice: .workingFolder, settings: settings,
            reports: layers.reports, issues: layers.issues, isIndexMoved: isMoved, fallbackIndexFile: fallback)
    }

    /// The database, where it goes when that cannot be written, and whether it has gone there already.
    private func index(
        of layers: SettingLayers
    ) throws(KnowledgeBaseError) -> (file: String, fallback: String?, isMoved: Bool) {
        let fallback = cacheFolder.map { FilePath.join($0, VaultLocator.indexName) }
        let folder: String
        switch layers.origin(of: .index) {
        case .flag, .environment: return (FilePath.join(layers.settings.index, VaultLocator.indexName), nil, false)
        case .builtIn where !hasConfig:
            guard let fallback else {
                let message =
                    "neither it nor $XDG_CACHE_HOME is set, so the index has no place; set one or use --index-dir"
                throw .configuration(path: "$HOME", line: 0, message: message)
            }
            return (fallback, nil, false)
        case .builtIn, .userFile, .vaultFile: folder = try inVault(layers.settings.index)
        }
        let file = FilePath.join(folder, VaultLocator.indexName)
        if let fallback, !FilePath.isPresent(file), !FilePath.couldWrite(in: folder) { return (fallback, nil, true) }
        return (file, fallback, false)
    }

    /// The log: in the vault, or when nothing is written there, in the user's folder, or beside the index.
    private func logFile(beside index: String) throws(KnowledgeBaseError) -> String {
        if hasConfig { return FilePath.join(try inVault("study"), VaultLocator.logName) }
        if let state = user.state {
            return FilePath.join(FilePath.join(state, UserFolders.name(forVaultAt: root)), VaultLocator.logName)
        }
        return FilePath.join(FilePath.parent(of: index) ?? root, VaultLocator.logName)
    }

    /// The absolute path of `path`, seen from the vault, once it is sure that no symbolic link leads it elsewhere.
    private func inVault(_ path: String) throws(KnowledgeBaseError) -> String {
        let whole = FilePath.join(root, path)
        guard let real = FilePath.realOfExistingPart(whole), FilePath.relative(real, to: root) != nil else {
            let message = "is a symbolic link out of the vault; put a folder there instead"
            throw .configuration(path: whole, line: 0, message: message)
        }
        return real
    }
}
