import CLinux
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

    /// Attaches `text` to the file `name`; false where the file system cannot.
    func attach(_ text: String, to name: String) -> Bool {
        let file = open(at(name), O_RDONLY)
        defer { close(file) }
        let bytes = Array(text.utf8)
        return kb_set_attribute(file, "user.kb-test", bytes, UInt(bytes.count)) == 0
    }

    /// The text attached to the file `name`.
    func attached(to name: String) -> String? {
        let file = open(at(name), O_RDONLY)
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = kb_attribute(file, "user.kb-test", &bytes, UInt(bytes.count))
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
