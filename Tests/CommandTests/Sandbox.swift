import Foundation

/// A temporary folder with a vault in it, and a shell that knows nothing of the machine but `kb`.
struct Sandbox {
    /// The folder that holds everything.
    let folder: URL
    /// The vault, which commands run in.
    let vault: URL
    /// What is set besides `PATH`, `HOME` and the locale.
    var environment: [String: String] = [:]

    /// What a command printed, and how it ended.
    struct Outcome: Equatable {
        var output: Data
        var errors: Data
        var status: Int32
    }

    /// The day every file of the vault was last changed: 2026-05-01 12:00 UTC.
    static let day = Date(timeIntervalSince1970: 1_777_636_800)

    init(files: [(path: String, text: String)] = []) throws {
        let folders = FileManager.default
        let temporary = folders.temporaryDirectory.appendingPathComponent("kb-\(UUID().uuidString)")
        try folders.createDirectory(at: temporary, withIntermediateDirectories: true)
        folder = temporary.resolvingSymlinksInPath()
        vault = folder.appendingPathComponent("vault")
        try folders.createDirectory(at: folder.appendingPathComponent("home"), withIntermediateDirectories: true)
        try folders.createDirectory(at: vault, withIntermediateDirectories: true)
        for (path, text) in files { try write(text, to: path) }
    }

    func write(_ text: String, to path: String) throws {
        let file = vault.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.modificationDate: Sandbox.day], ofItemAtPath: file.path)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The folder of the program under test: where SwiftPM put this test program too.
    static var programs: URL {
        get throws {
            URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
                .deletingLastPathComponent()
        }
    }

    /// A process for `command`, a line of bash, not yet started.
    func process(_ command: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = vault
        process.environment = [
            "PATH": "\(try Sandbox.programs.path):/usr/bin:/bin", "HOME": folder.appendingPathComponent("home").path,
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": "xterm",
        ].merging(environment) { $1 }
        return process
    }

    /// Runs `command`, a line of bash, to its end.
    func run(_ command: String) throws -> Outcome {
        let process = try process(command)
        // Files rather than pipes: whatever the length, neither side waits for the other.
        let output = folder.appendingPathComponent("out")
        let errors = folder.appendingPathComponent("err")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            output: try Data(contentsOf: output), errors: try Data(contentsOf: errors),
            status: process.terminationReason == .exit
                ? process.terminationStatus : 128 + process.terminationStatus)
    }
}
