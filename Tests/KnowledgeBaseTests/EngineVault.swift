import Foundation
import Glibc
import KBModel

@testable import KnowledgeBase

/// A vault in a temporary folder, with a home and a cache of its own beside it.
final class EngineVault {
    let folder: TemporaryFolder
    /// The vault's own folder, of which ``write(_:)`` and the like take paths.
    let notes: TemporaryFolder.Part

    /// A vault that holds `files`.
    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        try folder.write(["vault/": "", "home/": "", "cache/": ""])
        notes = TemporaryFolder.Part(path: folder.at("vault"))
        try write(files)
    }

    /// Writes files into the vault.
    func write(_ files: [String: String]) throws {
        try folder.write(Dictionary(uniqueKeysWithValues: files.map { ("vault/" + $0.key, $0.value) }))
    }

    /// Writes bytes that are no text.
    func write(_ name: String, bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: notes.at(name)))
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: notes.at(name)) }

    func rename(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: notes.at(name), toPath: notes.at(other))
    }

    /// Gives a file another time.
    func touch(_ name: String, daysAfter1970 days: Double) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: days * 86_400)], ofItemAtPath: notes.at(name))
    }

    /// The vault as `kb` finds it; its index is in `cache` unless the vault has a `kb.yml` or `index` names a folder.
    func located(index: String? = nil) throws -> Vault {
        try VaultLocator(
            flag: notes.path,
            environment: ["HOME": folder.at("home"), "XDG_CACHE_HOME": folder.at("cache")],
            workingFolder: folder.path, indexFolder: index
        ).locate()
    }

    /// The vault opened anew, as a new run of the program would.
    func base(_ freshness: KnowledgeBase.Freshness = .upToDate, index: String? = nil) throws -> KnowledgeBase {
        KnowledgeBase(vault: try located(index: index), freshness: freshness)
    }

    /// `path:line` of each hit, best first, as a new run would find them.
    func hits(_ query: String, _ freshness: KnowledgeBase.Freshness = .upToDate) throws -> [String] {
        try base(freshness).places(query)
    }

    /// Every name below the vault with its kind, mode, time and content.
    func snapshot() throws -> [String: String] {
        var entries: [String: String] = ["": ""]
        for name in [""] + (try FileManager.default.subpathsOfDirectory(atPath: notes.path)) {
            var status = stat()
            guard lstat(notes.at(name), &status) == 0 else { continue }
            let isFile = status.st_mode & S_IFMT == S_IFREG
            let content = isFile ? (try? Data(contentsOf: URL(fileURLWithPath: notes.at(name)))) : nil
            entries[name] =
                "\(status.st_mode) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) "
                + "\(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec) \(content?.hashValue ?? 0)"
        }
        return entries
    }
}

extension TemporaryFolder {
    /// A folder in a temporary one.
    struct Part {
        let path: String
        func at(_ name: String) -> String { name.isEmpty ? path : path + "/" + name }
    }
}

extension KnowledgeBase {
    /// A day for queries that need none.
    static let day = Day(daysSinceEpoch: 20_000)

    /// `path:line` of each hit, best first.
    func places(_ query: String) throws -> [String] {
        try search(query, options: SearchOptions(limit: 100), today: KnowledgeBase.day).hits.map {
            "\($0.path):\($0.lines.first)"
        }
    }
}
