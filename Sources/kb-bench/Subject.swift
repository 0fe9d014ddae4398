import Glibc
import KBModel
import KBParse
import KnowledgeBase

/// The notes that are measured.
struct Subject {
    /// Their vault, with its index in a temporary folder.
    let vault: Vault
    /// The paths of the notes in the vault, in byte order.
    let paths: [String]
    /// Where indexes go; removed when the last copy of this value is gone.
    private let scratch: TemporaryFolder

    /// Finds the notes in `folder`.
    init(folder: String) throws {
        scratch = try TemporaryFolder()
        let working = getcwd(nil, 0)
        defer { free(working) }
        let locator = VaultLocator(
            flag: folder, environment: Subject.environment, workingFolder: working.map { String(cString: $0) } ?? "/",
            indexFolder: scratch.path)
        vault = try locator.locate()
        paths = try VaultScanner(vault: vault).scan().added.map(\.path)
        guard !paths.isEmpty else { throw UsageError("there is no note in \(folder)") }
    }

    /// The folder of the index.
    var indexFolder: String { scratch.path }

    /// The bytes of all notes that can be read.
    func read() -> [(path: String, bytes: [UInt8])] {
        let reader = FileReader(vault: vault, paths: paths)
        var files: [(path: String, bytes: [UInt8])] = []
        while let file = reader.next() {
            if case .success(let content) = file.content { files.append((file.path, content.bytes)) }
        }
        return files
    }

    /// The size of the index in bytes.
    var indexSize: Int {
        var file = stat()
        return stat(vault.indexFile, &file) == 0 ? Int(file.st_size) : 0
    }

    private static var environment: [String: String] {
        var variables: [String: String] = [:]
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"] {
            if let value = getenv(name) { variables[name] = String(cString: value) }
        }
        return variables
    }
}

/// A folder that goes when nobody holds it any more.
private final class TemporaryFolder {
    let path: String

    init() throws(UsageError) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/kb-bench.XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw UsageError("cannot make a folder in \(parent)") }
        path = String(cString: made)
    }

    deinit {
        guard let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            unlink("\(path)/\(name)")
        }
        closedir(folder)
        rmdir(path)
    }
}
