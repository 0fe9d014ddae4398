internal import KBModel
internal import KnowledgeBase

/// The file that an export goes to.
struct ExportFile {
    /// Its absolute path.
    let path: String

    /// The file that someone in the folder `workingFolder` calls `name`.
    init(_ name: String, from workingFolder: String) {
        path = name.utf8.first == UInt8(ascii: "/") ? name : (workingFolder == "/" ? "" : workingFolder) + "/" + name
    }

    /// The folder that holds it, absolute.
    var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    /// Refuses a file that is there already, before any work is done for it.
    func requireFree() throws(Failure) {
        guard try present() == nil else { throw isTaken }
    }

    private var isTaken: Failure {
        .engine(.unwritable(path: path, message: "it is there already; --force replaces it"))
    }

    /// Whether it lies in one of the folders whose notes `vault` reads, and is called as notes are.
    func isNote(of vault: Vault) -> Bool {
        let name = path.lowercased()
        return [".md", ".markdown", ".mdx", ".txt", ".text"].contains { name.hasSuffix($0) }
            && vault.notesFolders.contains { path.hasPrefix($0 + "/") }
    }

    /// Writes `text` in one step: what stands there is the old file or the new one, whole.
    ///
    /// - Parameter replacing: Whether a file that is there already may go.
    func write(_ text: String, replacing: Bool) throws(Failure) {
        let old = try present()
        guard old == nil || replacing else { throw isTaken }
        do throws(FileWriter.WriteError) {
            // Whoever types a path means it, inside the vault or not.
            try FileWriter(root: "/").write(Array(text.utf8), to: path, replacing: old)
        } catch {
            throw .engine(.unwritable(path: path, message: error.message))
        }
    }

    /// What the file holds; nil when there is none.
    private func present() throws(Failure) -> [UInt8]? {
        do throws(FileBytes.ReadError) {
            return try FileBytes.read(path)
        } catch {
            guard !error.isMissing else { return nil }
            throw .engine(.unwritable(path: path, message: error.message))
        }
    }
}
