public import KBModel

/// Finds the vault and its settings from flags, the environment and the working folder. Writes nothing.
public struct VaultLocator: Sendable {
    /// What `--vault` named, if it was given: a folder, or the name of a registered vault.
    public var flag: String?
    /// The environment variables.
    public var environment: [String: String]
    /// The absolute path of the working folder.
    public var workingFolder: String
    /// `--index-dir`, if it was given: the folder of the index.
    public var indexFolder: String?

    /// The name of the file that makes a folder a vault.
    static let configName = "kb.yml"
    /// The name of the user's own configuration file, in its folder.
    static let userConfigName = "config.yml"
    /// The name of the database in the folder of the index.
    static let indexName = "kb.sqlite"
    /// The name of the log in its folder.
    static let logName = "log.jsonl"

    /// A search for a vault; see the properties.
    public init(flag: String?, environment: [String: String], workingFolder: String, indexFolder: String? = nil) {
        self.flag = flag
        self.environment = environment
        self.workingFolder = workingFolder
        self.indexFolder = indexFolder
    }

    /// The vault: `flag`, else `$KB_VAULT`, else the nearest folder upwards with a `kb.yml`, else the working folder.
    ///
    /// The first two may give the name of a vault of the user's ``VaultRegister``, which goes before a folder of that name.
    /// - Throws: ``KnowledgeBaseError/noSuchVault(_:)``, ``KnowledgeBaseError/noSuchVaultName(_:nearest:)``,
    ///   ``KnowledgeBaseError/unreadable(path:message:)`` for a folder that cannot be listed, ``KnowledgeBaseError/configuration(path:line:message:)`` for a file that cannot be used.
    public func locate() throws(KnowledgeBaseError) -> Vault {
        let user = UserFolders(environment: environment)
        let (root, choice) = try chosenRoot(home: user.home)
        try VaultLocator.requireReadable(root)
        let configFile = try VaultLocator.configFile(in: root)
        let place = VaultPlace(root: root, user: user, hasConfig: configFile != nil)
        let layers = try layers(for: place, configFile: configFile, userFolder: user.config)
        var vault = try place.vault(with: layers)
        vault.configFile = configFile
        vault.choice = choice
        return vault
    }

    /// The vault's real path, and why it was chosen.
    private func chosenRoot(home: String?) throws(KnowledgeBaseError) -> (String, Vault.Choice) {
        if let flag { return (try vault(named: flag), .flag) }
        if let named = environment["KB_VAULT"], !named.isEmpty { return (try vault(named: named), .environment) }
        let start = try folder(named: workingFolder)
        let highest = home.flatMap(FilePath.real)
        var candidate: String? = start
        while let folder = candidate {
            if FilePath.isPresent(FilePath.join(folder, VaultLocator.configName)),
                !FilePath.isFolder(FilePath.join(folder, VaultLocator.configName))
            {
                return (folder, .ancestor)
            }
            candidate = folder == highest ? nil : FilePath.parent(of: folder)
        }
        return (start, .workingFolder)
    }

    /// The real path of the registered vault called `name`, else of the folder.
    private func vault(named name: String) throws(KnowledgeBaseError) -> String {
        guard VaultRegister.isName(name) else { return try folder(named: name) }
        let register = VaultRegister(environment: environment, workingFolder: workingFolder)
        let entries = try register.entries()
        if let entry = entries.first(where: { $0.name == name }) {
            guard let real = FilePath.real(entry.path), FilePath.isFolder(real) else {
                let message =
                    "the vault `\(name)` is at \(entry.path), where no folder is; mount it, or: kb vaults remove \(name)"
                throw .configuration(path: register.file ?? "", line: 0, message: message)
            }
            return real
        }
        guard !entries.isEmpty, !FilePath.isFolder(FilePath.join(workingFolder, name)) else {
            return try folder(named: name)
        }
        throw .noSuchVaultName(name, nearest: NearestName.nearest(to: name, among: entries.map(\.name)))
    }

    /// The real path of the folder that someone named.
    private func folder(named name: String) throws(KnowledgeBaseError) -> String {
        guard !name.isEmpty, let real = FilePath.real(FilePath.join(workingFolder, name)), FilePath.isFolder(real)
        else {
            throw .noSuchVault(name)
        }
        return real
    }

    private static func requireReadable(_ root: String) throws(KnowledgeBaseError) {
        if let reason = FilePath.reasonNotListable(root) { throw .unreadable(path: root, message: reason) }
    }

    /// The path of the `kb.yml` in `root`, which must be a file of the vault; nil when there is none.
    private static func configFile(in root: String) throws(KnowledgeBaseError) -> String? {
        let path = FilePath.join(root, configName)
        guard FilePath.isPresent(path), !FilePath.isFolder(path) else { return nil }
        guard let real = FilePath.real(path) else {
            throw .configuration(
                path: path, line: 0, message: "is a symbolic link that leads nowhere; mend or remove it")
        }
        guard FilePath.relative(real, to: root) != nil else {
            let message = "is a symbolic link out of the vault, to \(real); copy the file here instead"
            throw .configuration(path: path, line: 0, message: message)
        }
        return path
    }

    /// All settings, in the order of precedence.
    private func layers(
        for place: VaultPlace, configFile: String?, userFolder: String?
    ) throws(KnowledgeBaseError) -> SettingLayers {
        var layers = SettingLayers(defaults: place.defaults, root: place.root)
        layers.lay(ObsidianSettings(root: place.root))
        if let path = userFolder.map({ FilePath.join($0, VaultLocator.userConfigName) }), FilePath.isPresent(path) {
            let skipped: Set<SettingKey> = place.hasConfig ? [] : [.notes, .index, .vocabulary]
            try layers.lay(try ConfigFile(path: path), from: .userFile(path), shownAs: path, skipping: skipped)
        }
        if let configFile {
            try layers.lay(
                try ConfigFile(path: configFile), from: .vaultFile(configFile), shownAs: VaultLocator.configName)
        }
        try layers.lay(environment: environment)
        if let folder = indexFolder, !folder.isEmpty {
            layers.putIndex(at: FilePath.join(workingFolder, folder), because: .flag("--index-dir"))
        } else if let folder = environment["KB_INDEX_DIR"], !folder.isEmpty {
            layers.putIndex(at: FilePath.join(workingFolder, folder), because: .environment("KB_INDEX_DIR"))
        }
        return layers
    }
}
