import Foundation
import Glibc
import Testing

@testable import KnowledgeBase

@Suite struct FileWriterTests {
    let folder: TemporaryFolder
    let writer: FileWriter

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(["vault/": ""])
        writer = FileWriter(root: folder.at("vault"))
    }

    private func text(_ name: String) -> String? { try? String(contentsOfFile: folder.at(name), encoding: .utf8) }

    private func mode(_ name: String) -> mode_t {
        var status = stat()
        lstat(folder.at(name), &status)
        return status.st_mode
    }

    /// What writing "new" over "old" throws; nil when it is done.
    private func failure(
        _ name: String, replacing old: String? = "old", by writer: FileWriter? = nil
    ) -> FileWriter.WriteError? {
        do throws(FileWriter.WriteError) {
            try (writer ?? self.writer).write(
                Array("new".utf8), to: folder.at(name), replacing: old.map { Array($0.utf8) })
            return nil
        } catch {
            return error
        }
    }

    @Test func `a new file holds what was written and has the usual mode`() throws {
        #expect(failure("vault/a.yml", replacing: nil) == nil)
        #expect(text("vault/a.yml") == "new")
        let mask = umask(0)
        umask(mask)
        #expect(mode("vault/a.yml") & 0o777 == 0o666 & ~mask)
        #expect(folder.all == ["vault", "vault/a.yml"])
    }

    @Test(arguments: [0o600, 0o640, 0o664, 0o755] as [mode_t])
    func `a file that is replaced keeps its mode`(_ wanted: mode_t) throws {
        try folder.write(["vault/a.yml": "old"])
        chmod(folder.at("vault/a.yml"), wanted)
        #expect(failure("vault/a.yml") == nil)
        #expect(text("vault/a.yml") == "new")
        #expect(mode("vault/a.yml") & 0o777 == wanted)
        #expect(folder.all == ["vault", "vault/a.yml"])
    }

    @Test func `nothing is overwritten that was not seen`() throws {
        try folder.write(["vault/a.yml": "old", "vault/b.yml": "other"])
        #expect(failure("vault/a.yml", replacing: nil) == .changedMeanwhile)
        #expect(failure("vault/b.yml") == .changedMeanwhile)
        #expect(failure("vault/c.yml") == .changedMeanwhile)
        #expect(text("vault/a.yml") == "old")
        #expect(folder.all == ["vault", "vault/a.yml", "vault/b.yml"])
    }

    @Test(arguments: ["edited", nil] as [String?], [true, false])
    func `a change at the last moment wins`(_ change: String?, _ knowsRenameFlags: Bool) throws {
        try folder.write(["vault/a.yml": "old"])
        var writer = writer
        writer.knowsRenameFlags = knowsRenameFlags
        writer.beforeReplacing = {
            if let change {
                try? folder.write(["vault/a.yml": change])
            } else {
                unlink(folder.at("vault/a.yml"))
            }
        }
        #expect(failure("vault/a.yml", by: writer) == .changedMeanwhile)
        #expect(text("vault/a.yml") == change)
        #expect(folder.all.count == (change == nil ? 1 : 2))
    }

    @Test func `what was written while the files changed places is put back`() throws {
        try folder.write(["vault/a.yml": "theirs", "vault/ready": "new"])
        let descriptor = open(folder.at("vault"), O_RDONLY | O_DIRECTORY)
        defer { close(descriptor) }
        let swap = FileSwap(folder: descriptor, name: "a.yml", ready: "ready")
        #expect(throws: FileWriter.WriteError.changedMeanwhile) {
            try swap.replace(Array("old".utf8), with: Array("new".utf8), exchanging: true)
        }
        #expect(text("vault/a.yml") == "theirs")
        #expect(folder.all == ["vault", "vault/a.yml"])
    }

    @Test func `a file that is replaced keeps its attributes`() throws {
        try folder.write(["vault/a.yml": "old"])
        // Some file systems have none.
        guard folder.attach("blue", to: "vault/a.yml") else { return }
        #expect(failure("vault/a.yml") == nil)
        #expect(folder.attached(to: "vault/a.yml") == "blue")
    }

    @Test func `a file made at the last moment wins`() throws {
        var writer = writer
        writer.beforeReplacing = { try? folder.write(["vault/a.yml": "theirs"]) }
        #expect(failure("vault/a.yml", replacing: nil, by: writer) == .changedMeanwhile)
        #expect(text("vault/a.yml") == "theirs")
    }

    @Test func `until the last moment the old file stands whole`() throws {
        try folder.write(["vault/a.yml": "old"])
        var writer = writer
        writer.beforeReplacing = {
            #expect(text("vault/a.yml") == "old")
            #expect(folder.all.count == 3)
        }
        #expect(failure("vault/a.yml", by: writer) == nil)
    }

    @Test func `a link inside the vault stays a link`() throws {
        try folder.write(["vault/real.yml": "old"])
        try folder.link("vault/a.yml", to: "real.yml")
        #expect(failure("vault/a.yml") == nil)
        #expect(text("vault/real.yml") == "new")
        #expect(mode("vault/a.yml") & S_IFMT == S_IFLNK)
    }

    @Test(arguments: ["../outside.yml", "nowhere.yml", "../nowhere.yml"])
    func `a link that leads out of the vault or nowhere is refused`(_ target: String) throws {
        try folder.write(["outside.yml": "old"])
        try folder.link("vault/a.yml", to: target)
        #expect(failure("vault/a.yml") == .outsideVault)
        #expect(failure("vault/a.yml", replacing: nil) == .outsideVault)
        #expect(text("outside.yml") == "old")
    }

    @Test func `a path outside the vault is refused`() throws {
        try folder.write(["outside.yml": "old"])
        try folder.link("vault/out", to: "..")
        for path in ["outside.yml", "vault/../outside.yml", "vault/out/outside.yml", "vault", ""] {
            #expect(failure(path) == .outsideVault)
        }
        #expect(text("outside.yml") == "old")
    }

    @Test func `a folder or a pipe is no file to replace`() throws {
        try folder.write(["vault/folder/": ""])
        mkfifo(folder.at("vault/pipe"), 0o600)
        #expect(failure("vault/folder") == .notAFile)
        #expect(failure("vault/pipe") == .notAFile)
    }

    @Test func `a folder that is not there is not made`() throws {
        #expect(failure("vault/a/b.yml", replacing: nil) == .system(ENOENT))
        #expect(folder.all == ["vault"])
    }

    @Test func `what a killed run left is no obstacle`() throws {
        try folder.write(["vault/a.yml": "old", "vault/.a.yml.kb-new": "half"])
        #expect(failure("vault/a.yml") == nil)
        #expect(text("vault/a.yml") == "new")
        // It may as well be what another run is writing just now.
        #expect(text("vault/.a.yml.kb-new") == "half")
        #expect(folder.all == ["vault", "vault/a.yml", "vault/.a.yml.kb-new"])
    }

    @Test func `a file of any length is written whole`() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
        try writer.write(bytes, to: folder.at("vault/a"), replacing: nil)
        #expect(try FileBytes.read(folder.at("vault/a")) == bytes)
        try writer.write([], to: folder.at("vault/a"), replacing: bytes)
        #expect(try FileBytes.read(folder.at("vault/a")).isEmpty)
    }
}
