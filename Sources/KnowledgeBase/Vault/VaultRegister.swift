internal import Glibc
public import KBModel
internal import KBParse
internal import KBStore

/// The vaults that have names: the list `vaults` in the user's own configuration file.
public struct VaultRegister: Sendable {
    /// A vault with a name.
    struct Entry: Equatable {
        var name: String
        /// Absolute, as written but for `~`.
        var path: String
    }

    /// The longest name, in bytes: it is typed, and stands in lists.
    private static let longestName = 64
    /// The largest file read, in bytes.
    private static let largest = 1 << 20

    /// The absolute path of the file; nil when the user has no folder for configuration.
    public let file: String?
    private let environment: [String: String]
    private let workingFolder: String
    private let home: String?

    /// The register of the user with these environment variables.
    public init(environment: [String: String], workingFolder: String) {
        let user = UserFolders(environment: environment)
        file = user.config.map { FilePath.join($0, VaultLocator.userConfigName) }
        home = user.home
        self.environment = environment
        self.workingFolder = workingFolder
    }

    /// Whether `name` can be a vault's: it begins with a letter or digit and goes on with those, `-`, `_` and `.`.
    public static func isName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, name.utf8.count <= longestName else { return false }
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        return isWord(first) && name.unicodeScalars.allSatisfy { isWord($0) || "-_.".unicodeScalars.contains($0) }
    }

    // MARK: - Reading

    /// The names, in byte order.
    public func names() throws(KnowledgeBaseError) -> [String] {
        try entries().map(\.name).sorted(by: ByteOrder.precedes)
    }

    /// The vaults, by name in byte order, each looked at without changing anything.
    public func vaults() throws(KnowledgeBaseError) -> [VaultListing] {
        let current = try? VaultLocator(flag: nil, environment: environment, workingFolder: workingFolder).locate().root
        let entries = try entries().sorted { ByteOrder.precedes($0.name, $1.name) }
        return entries.map { entry in
            let real = FilePath.real(entry.path)
            return VaultListing(
                name: entry.name, path: real ?? entry.path, state: state(of: entry),
                isCurrent: real != nil && real == current)
        }
    }

    private func state(of entry: Entry) -> VaultListing.State {
        guard FilePath.isFolder(entry.path), FilePath.reasonNotListable(entry.path) == nil else { return .missing }
        // `$KB_INDEX_DIR` names the index of one vault.
        let others = environment.filter { $0.key != "KB_INDEX_DIR" }
        let locator = VaultLocator(flag: entry.path, environment: others, workingFolder: workingFolder)
        guard let vault = try? locator.locate() else { return .broken }
        guard let counts = try? Store(path: vault.indexFile, isReadOnly: true).counts() else { return .notIndexed }
        return .indexed(notes: counts.notes)
    }

    /// The list as written.
    func entries() throws(KnowledgeBaseError) -> [Entry] {
        guard let file, FilePath.isPresent(file) else { return [] }
        return try entries(in: try ConfigFile(path: file))
    }

    func entries(in config: ConfigFile) throws(KnowledgeBaseError) -> [Entry] {
        guard let list = config.entries.first(where: { $0.key == VaultListText.key }) else { return [] }
        func error(_ message: String) -> KnowledgeBaseError {
            .configuration(path: config.path, line: list.line, message: "`\(VaultListText.key)` \(message)")
        }
        let vaults: [(key: String, value: YAMLValue)]
        switch list.value {
        case .null: return []
        case .map(let entries): vaults = entries
        default: throw error("must be a list of `name: folder` lines")
        }
        var entries: [Entry] = []
        for (name, value) in vaults {
            guard Self.isName(name) else { throw error("has a vault called “\(name)”; \(Self.namingRule)") }
            guard let path = value.scalar.flatMap(absolute) else {
                throw error("does not say where `\(name)` is; write a whole path, from / or ~")
            }
            entries.append(Entry(name: name, path: path))
        }
        return entries
    }

    private static let namingRule = "names are letters and digits, with - _ . between them"

    /// `path` with the user's home for `~`; nil when it is seen from nowhere.
    private func absolute(_ path: String) -> String? {
        if path.utf8.first == UInt8(ascii: "/") { return path }
        guard let home else { return nil }
        return path == "~" ? home : path.hasPrefix("~/") ? FilePath.join(home, String(path.dropFirst(2))) : nil
    }

    // MARK: - Changing

    /// Gives the folder `path`, seen from the working folder, the name `name`.
    ///
    /// - Returns: The real path, and whether that was news.
    /// - Throws: ``KnowledgeBaseError/refused(_:)`` for a name that is none or that another vault has,
    ///   ``KnowledgeBaseError/noSuchVault(_:)``, ``KnowledgeBaseError/configuration(path:line:message:)``,
    ///   ``KnowledgeBaseError/unwritable(path:message:)``.
    public func add(_ name: String, at path: String) throws(KnowledgeBaseError) -> (path: String, isNew: Bool) {
        guard Self.isName(name) else { throw .refused("“\(name)” cannot be a vault's name; \(Self.namingRule)") }
        guard let real = FilePath.real(FilePath.join(workingFolder, path)), FilePath.isFolder(real) else {
            throw .noSuchVault(path)
        }
        if let known = try entries().first(where: { $0.name == name }) {
            if FilePath.real(known.path) == real { return (real, false) }
            throw .refused("“\(name)” is \(known.path) already; take another name, or first: kb vaults remove \(name)")
        }
        try change { text throws(VaultListText.Refusal) in try text.add(name, at: shown(real)) }
        return (real, true)
    }

    /// Takes the name away; the folder and its notes stay.
    ///
    /// - Returns: Where the vault is.
    /// - Throws: ``KnowledgeBaseError/refused(_:)`` when there is no such name,
    ///   ``KnowledgeBaseError/configuration(path:line:message:)``, ``KnowledgeBaseError/unwritable(path:message:)``.
    public func remove(_ name: String) throws(KnowledgeBaseError) -> String {
        guard let entry = try entries().first(where: { $0.name == name }) else {
            throw .refused("no vault is called “\(name)”; kb vaults lists the names")
        }
        try change { text throws(VaultListText.Refusal) in try text.remove(name) }
        return entry.path
    }

    /// With `~` for the user's home: the file may be shared between machines.
    private func shown(_ path: String) -> String {
        guard let real = home.flatMap(FilePath.real), real != "/", let inside = FilePath.relative(path, to: real) else {
            return path
        }
        return inside.isEmpty ? "~" : "~/" + inside
    }

    private func change(
        _ edit: (inout VaultListText) throws(VaultListText.Refusal) -> Void
    ) throws(KnowledgeBaseError) {
        guard let file else {
            let message = "neither it nor $XDG_CONFIG_HOME is set, so the names of vaults have no place; set one"
            throw .configuration(path: "$HOME", line: 0, message: message)
        }
        let before = try bytes(of: file)
        let after: [UInt8]
        do throws(VaultListText.Refusal) {
            var text = try VaultListText(before ?? [])
            try edit(&text)
            after = text.bytes
        } catch {
            throw .configuration(path: file, line: error.line, message: error.message)
        }
        // Dotfiles are often kept elsewhere and linked to: the file itself is written, where it is.
        let target = FilePath.real(file) ?? file
        let folder = FilePath.parent(of: target) ?? "/"
        try FolderMaker.make(folder, isPrivate: true)
        do throws(FileWriter.WriteError) {
            guard let root = FilePath.real(folder) else { throw FileWriter.WriteError.system(ENOENT) }
            try FileWriter(root: root).write(
                after, to: FilePath.join(root, FilePath.name(of: target)), replacing: before)
        } catch {
            throw .unwritable(path: file, message: error.message)
        }
    }

    private func bytes(of file: String) throws(KnowledgeBaseError) -> [UInt8]? {
        do throws(FileBytes.ReadError) {
            return try FileBytes.read(file, limit: Self.largest)
        } catch {
            if error.isMissing { return nil }
            throw .unreadable(path: file, message: error.message)
        }
    }
}
