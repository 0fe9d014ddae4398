import Foundation
import Glibc
import Testing

/// A vault in which every note says the same word, so that a count tells whole states of the index from torn ones.
struct UniformVault {
    static let notes = 120
    let sandbox: Sandbox
    let index: URL

    init(saying word: String) throws {
        var sandbox = try Sandbox()
        index = sandbox.folder.appendingPathComponent("index")
        sandbox.environment["KB_INDEX_DIR"] = index.path
        self.sandbox = sandbox
        try say(word)
    }

    /// Rewrites every note.
    func say(_ word: String) throws {
        for number in 0..<UniformVault.notes {
            let text = "# Note \(number)\n\n" + String(repeating: "\(word) filler\(number) text. ", count: 60)
            // Sizes differ, so that no clock decides what has changed.
            try sandbox.write(text + word, to: "notes/n\(number).md")
        }
    }

    /// How many sections hold `word` according to the index as it is; nil when there is none.
    func count(_ word: String) throws -> Int? {
        let outcome = try sandbox.run("kb search --no-refresh --json -n 0 \(word)")
        guard outcome.status != 2 else {
            #expect(String(decoding: outcome.errors, as: UTF8.self).contains("there is no index"))
            return nil
        }
        let answer = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
        return answer?["total"] as? Int
    }

    /// Kills a run of `command` after a share of the time it takes.
    func kill(_ command: String, after seconds: Double) throws {
        let process = try sandbox.process("exec " + command)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(seconds * 1_000_000))
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Runs `kb index`, which must mend whatever it finds, and looks for what it left.
    func mend(expecting word: String) throws {
        let outcome = try sandbox.run("kb index -q")
        #expect(outcome.status == 0, "\(String(decoding: outcome.errors, as: UTF8.self))")
        #expect(try count(word) == UniformVault.notes)
        let left = try FileManager.default.contentsOfDirectory(atPath: index.path).sorted()
        #expect(left == ["kb.lock", "kb.sqlite"])
    }

    /// How long `command` takes, in seconds.
    func duration(_ command: String) throws -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        #expect(try sandbox.run(command).status == 0)
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    }
}

@Suite(.serialized) struct CrashTests {
    /// `KB_KILLS=200 swift test` kills more often.
    static let kills = ProcessInfo.processInfo.environment["KB_KILLS"].flatMap(Int.init) ?? 8

    /// Moments from before the start to after the end of something that takes `duration`.
    private func moments(_ duration: Double) -> [Double] {
        (0..<CrashTests.kills).map {
            (Double($0) + Double.random(in: 0..<1)) / Double(CrashTests.kills) * duration * 1.1
        }
    }

    @Test func `a first run that is killed leaves no index or a whole one, and the next mends it`() throws {
        let vault = try UniformVault(saying: "alpha")
        defer { vault.sandbox.remove() }
        for moment in moments(try vault.duration("kb index -q")) {
            try FileManager.default.removeItem(at: vault.index)
            try vault.kill("kb index", after: moment)
            #expect([nil, UniformVault.notes].contains(try vault.count("alpha")))
            try vault.mend(expecting: "alpha")
        }
    }

    @Test func `a rebuild that is killed leaves the old index or the new one`() throws {
        let vault = try UniformVault(saying: "alpha")
        defer { vault.sandbox.remove() }
        for moment in moments(try vault.duration("kb index -q --rebuild")) {
            try vault.kill("kb index --rebuild", after: moment)
            #expect(try vault.count("alpha") == UniformVault.notes)
            try vault.mend(expecting: "alpha")
        }
    }

    @Test func `an update that is killed is made whole or not at all`() throws {
        let vault = try UniformVault(saying: "alpha")
        defer { vault.sandbox.remove() }
        _ = try vault.duration("kb index -q")
        try vault.say("betabeta")
        let duration = try vault.duration("kb index -q")
        var words = ["betabeta", "alpha"]
        for moment in moments(duration) {
            words.swapAt(0, 1)
            try vault.say(words[0])
            try vault.kill("kb index", after: moment)
            let counts = [try vault.count(words[0]), try vault.count(words[1])]
            #expect(counts == [0, UniformVault.notes] || counts == [UniformVault.notes, 0])
            try vault.mend(expecting: words[0])
            #expect(try vault.count(words[1]) == 0)
        }
    }

    @Test func `indexers and readers at once never meet a state in between`() throws {
        let vault = try UniformVault(saying: "alpha")
        defer { vault.sandbox.remove() }
        for round in 0..<3 {
            if round == 1 { try FileManager.default.removeItem(at: vault.index) }
            // Each note says one of the words, whatever happens meanwhile.
            let reader = "for i in 1 2 3; do kb search --json -n 1 'alpha OR betabeta' || exit 9; done"
            let patient = reader.replacingOccurrences(of: "kb search", with: "kb search --no-refresh")
            let commands = [
                "kb index", "kb index --rebuild", "kb index notes/n1.md", "kb index",
                round == 2 ? patient : reader, reader, reader,
            ]
            let files = try commands.indices.map { index -> URL in
                let file = vault.sandbox.folder.appendingPathComponent("answers-\(index)")
                try Data().write(to: file)
                return file
            }
            let processes = try zip(commands, files).map { command, file in
                let process = try vault.sandbox.process(command)
                process.standardOutput = try FileHandle(forWritingTo: file)
                process.standardError = FileHandle.nullDevice
                try process.run()
                return process
            }
            try vault.say(round == 0 ? "betabeta" : "alpha")
            for (process, command) in zip(processes, commands) {
                process.waitUntilExit()
                #expect(process.terminationStatus == 0, "\(command)")
            }
            for file in files.suffix(3) {
                let answers = try String(contentsOf: file, encoding: .utf8)
                let totals = answers.split(separator: "\n").filter { $0.contains("\"total\"") }
                #expect(totals.count == 3)
                #expect(totals.allSatisfy { $0.contains("\"total\": \(UniformVault.notes),") }, "\(totals)")
            }
            try vault.mend(expecting: round == 0 ? "betabeta" : "alpha")
        }
    }

    @Test func `a query does not wait for another writer, and kb index does`() throws {
        let vault = try UniformVault(saying: "alpha")
        defer { vault.sandbox.remove() }
        _ = try vault.duration("kb index -q")
        try vault.sandbox.write("betabeta", to: "notes/n1.md")
        let lock = open(vault.index.appendingPathComponent("kb.lock").path, O_RDWR | O_CLOEXEC)
        #expect(flock(lock, LOCK_EX) == 0)
        let outcome = try vault.sandbox.run("kb search --json -n 1 alpha")
        #expect(outcome.status == 0)
        #expect(String(decoding: outcome.errors, as: UTF8.self).contains("another"))
        #expect(String(decoding: outcome.output, as: UTF8.self).contains("\"total\": \(UniformVault.notes),"))
        let waiting = try vault.sandbox.process("exec kb index -q")
        try waiting.run()
        usleep(400_000)
        #expect(waiting.isRunning)
        #expect(try vault.count("betabeta") == 0)
        close(lock)
        waiting.waitUntilExit()
        #expect(waiting.terminationStatus == 0)
        #expect(try vault.count("betabeta") == 1)
    }

    @Test func `many first runs at once build one index`() throws {
        let vault = try UniformVault(saying: "alpha")
        defer { vault.sandbox.remove() }
        let processes = try (0..<6).map { _ in
            let process = try vault.sandbox.process("exec kb index --json")
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            return (process, output)
        }
        var builders = 0
        for (process, output) in processes {
            let report = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            if report.contains("there was none") { builders += 1 }
        }
        #expect(builders == 1)
        try vault.mend(expecting: "alpha")
    }
}
