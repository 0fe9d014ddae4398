import Foundation

extension Sandbox {
    /// A process for `command`, a line of bash, not yet started, for who kills it or asks whether it still runs.
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
}
