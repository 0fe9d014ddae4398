import Foundation
import Glibc

/// A folder that exists as long as the value, for tests that need real files.
final class TemporaryFolder {
    /// Its real path.
    let path: String

    init() throws {
        let made = FileManager.default.temporaryDirectory.path + "/kb-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: made, withIntermediateDirectories: true)
        path = realpath(made, nil).map { String(cString: $0) } ?? made
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The absolute path of `name` in the folder.
    func at(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }

    /// Writes files, folders above them included; a name ending in `/` makes a folder.
    func write(_ files: [String: String]) throws {
        for (name, text) in files {
            let folder = name.hasSuffix("/") ? at(name) : (at(name) as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            if !name.hasSuffix("/") { try Data(text.utf8).write(to: URL(fileURLWithPath: at(name))) }
        }
    }

    /// Makes the symbolic link `name` with the text `target`.
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: at(name), withDestinationPath: target)
    }

    /// All paths below, in no order.
    var all: Set<String> { Set(FileManager.default.subpaths(atPath: path) ?? []) }
}
