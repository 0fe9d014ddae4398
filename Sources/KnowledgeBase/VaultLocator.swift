public import KBModel

/// Finds the vault and its settings from flags, the environment and the working folder.
public struct VaultLocator: Sendable {
    /// What `--vault` named, if it was given.
    public var flag: String?
    /// The environment variables.
    public var environment: [String: String]
    /// The absolute path of the working folder.
    public var workingFolder: String
    /// `--index-dir`, if it was given: the folder of the index.
    public var indexFolder: String?

    /// A search for a vault; see the properties.
    public init(flag: String?, environment: [String: String], workingFolder: String, indexFolder: String? = nil) {
        self.flag = flag
        self.environment = environment
        self.workingFolder = workingFolder
        self.indexFolder = indexFolder
    }

    /// The vault: `flag`, else `$KB_VAULT`, else the nearest folder upwards with a `kb.yml`, else the working folder.
    public func locate() throws(KnowledgeBaseError) -> Vault {
        throw .noSuchVault(workingFolder)
    }
}
