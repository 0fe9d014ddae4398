import Foundation
import Glibc

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
        // Always of the same length, since the layout of JSON depends on the length of paths.
        let temporary = URL(fileURLWithPath: "/tmp/kb-\(UUID().uuidString)")
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
        // As editors do: nobody ever sees half a note.
        try Data(text.utf8).write(to: file, options: .atomic)
        try FileManager.default.setAttributes([.modificationDate: Sandbox.day], ofItemAtPath: file.path)
    }

    /// The files and folders of the vault, but for the index, with what they hold.
    func snapshot() throws -> [String: String] {
        var found: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: vault.path) where !name.hasPrefix("index") {
            let file = vault.appendingPathComponent(name)
            found[name] = (try? String(contentsOf: file, encoding: .utf8)) ?? "folder"
        }
        return found
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The folder of the program under test: where SwiftPM put this test program too.
    static var programs: URL {
        get throws {
            URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
                .deletingLastPathComponent()
        }
    }

    /// Starts `command`, a line of bash, with these descriptors as its standard streams.
    ///
    /// By hand, because Foundation's `Process` now and then misses the end of a child when many run at once.
    func start(_ command: String, input: Int32, output: Int32, errors: Int32) throws -> Child {
        let path = "\(try Sandbox.programs.path):/usr/bin:/bin"
        let variables = [
            "PATH": path, "HOME": folder.appendingPathComponent("home").path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "TERM": "xterm", "VAULT": vault.path,
        ].merging(environment) { $1 }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (from, to) in [(input, 0), (output, 1), (errors, 2)] {
            posix_spawn_file_actions_adddup2(&actions, from, Int32(to))
        }
        let words = ["/bin/bash", "-c", "cd \"$VAULT\" || exit 99; unset VAULT\n\(command)"]
        var arguments = words.map { strdup($0) } + [nil]
        var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + settings { free(pointer) } }
        // A test run in the background may ignore these, and its threads block them; its children would too.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for signal in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&defaults, signal) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        var blocked = sigset_t()
        sigemptyset(&blocked)
        posix_spawnattr_setsigmask(&attributes, &blocked)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var child: pid_t = 0
        let result = posix_spawn(&child, "/bin/bash", &actions, &attributes, &arguments, &settings)
        guard result == 0 else { throw POSIXError(.init(rawValue: result) ?? .EIO) }
        return Child(identifier: child)
    }

    /// Runs `command`, a line of bash, to its end.
    func run(_ command: String) throws -> Outcome {
        // Files rather than pipes: whatever the length, neither side waits for the other.
        let output = folder.appendingPathComponent("out")
        let errors = folder.appendingPathComponent("err")
        let descriptors = [
            open("/dev/null", O_RDONLY), open(output.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600),
            open(errors.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600),
        ]
        defer { for descriptor in descriptors { close(descriptor) } }
        let status = try start(command, input: descriptors[0], output: descriptors[1], errors: descriptors[2]).wait()
        return Outcome(output: try Data(contentsOf: output), errors: try Data(contentsOf: errors), status: status)
    }
}

/// A process that was started.
struct Child {
    let identifier: pid_t

    /// No command of a test takes longer, in seconds, even on a busy machine.
    private static let patience = 60.0

    /// Waits for the end, doing `meanwhile` over and over; kills what takes too long.
    ///
    /// - Returns: The exit code, or 128 and the signal's number as a shell says it.
    func wait(_ meanwhile: () -> Void = {}) throws -> Int32 {
        let start = Date()
        var status: Int32 = 0
        while waitpid(identifier, &status, WNOHANG) == 0 {
            meanwhile()
            usleep(500)
            if Date().timeIntervalSince(start) > Child.patience {
                kill(identifier, SIGKILL)
                waitpid(identifier, &status, 0)
                throw POSIXError(.ETIMEDOUT)
            }
        }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }
}
