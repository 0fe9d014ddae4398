import Foundation
import Glibc
import Testing

/// `kb watch` as a whole program.
@Suite(.serialized) struct WatchTests {
    /// A vault that is watched, with what was printed.
    private struct Watched {
        let sandbox: Sandbox
        let child: Child
        let output: URL
        let errors: URL

        /// Starts to watch, and waits for the first line.
        init(_ sandbox: Sandbox, _ flags: String = "") throws {
            self.sandbox = sandbox
            let name = UUID().uuidString
            output = sandbox.folder.appendingPathComponent("\(name).out")
            errors = sandbox.folder.appendingPathComponent("\(name).err")
            for file in [output, errors] { try Data().write(to: file) }
            let descriptors = [
                open("/dev/null", O_RDONLY), open(output.path, O_WRONLY), open(errors.path, O_WRONLY),
            ]
            defer { for descriptor in descriptors { close(descriptor) } }
            child = try sandbox.start(
                "exec kb watch \(flags)", input: descriptors[0], output: descriptors[1], errors: descriptors[2])
            try waits(for: "the first line") { printed.contains("watching") }
        }

        var printed: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
        var complaints: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

        func signal(_ number: Int32) { kill(child.identifier, number) }

        /// Asks for the end, and returns the exit code; 128 and more for a signal.
        func stop(with number: Int32 = SIGTERM) throws -> Int32 {
            signal(number)
            return try end()
        }

        /// The exit code, 128 and more for a signal, once it has ended by itself.
        func end() throws -> Int32 {
            try child.wait()
        }

        /// Waits until `condition` holds, as long as a busy machine may need.
        func waits(for what: String, _ condition: () throws -> Bool) throws {
            for _ in 0..<4_000 {
                if try condition() { return }
                usleep(10_000)
            }
            Issue.record("waited in vain for \(what); printed: \(printed)\(complaints)")
            signal(SIGKILL)
            throw POSIXError(.ETIMEDOUT)
        }

        /// What the index as it is answers; a fresh index of `folder` instead when it is named.
        func answers(freshIn folder: String? = nil) throws -> [String] {
            var sandbox = sandbox
            if let folder {
                sandbox.environment["KB_INDEX_DIR"] = folder
                #expect(try sandbox.run("kb index -q --rebuild").status == 0)
            }
            return try ["list", "search -n 0 word", "tags"].map { question in
                String(decoding: try sandbox.run("kb \(question) --json --no-refresh").output, as: UTF8.self)
            }
        }

        /// Waits until the index is as a fresh one.
        func agrees() throws {
            let fresh = try answers(freshIn: sandbox.folder.appendingPathComponent("fresh").path)
            try waits(for: "a fresh index") { try answers() == fresh }
        }
    }

    private static let files = [
        (path: "notes/a.md", text: "# Alpha\n\nA word.\n"), (path: "notes/b.md", text: "# Beta\n\nA word.\n"),
    ]

    private func watched(_ flags: String = "", _ body: (Watched) throws -> Void) throws {
        let sandbox = try Sandbox(files: WatchTests.files)
        defer { sandbox.remove() }
        let watched = try Watched(sandbox, flags)
        // One that has ended has been waited for: its number is nobody's.
        defer { if waitpid(watched.child.identifier, nil, WNOHANG) == 0 { watched.signal(SIGKILL) } }
        try body(watched)
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func `a signal ends it with success`(_ number: Int32) throws {
        try watched { watched in
            let status = try watched.stop(with: number)
            #expect(status == 0)
            #expect(watched.complaints.isEmpty)
        }
    }

    @Test func `a change is printed and found`() throws {
        try watched { watched in
            #expect(watched.printed.hasPrefix("watching 2 notes in 2 folders of "))
            try watched.sandbox.write("# Gamma\n\nAnother word.\n", to: "notes/new/c.md")
            try watched.waits(for: "a line") { watched.printed.contains("indexed 1 note (notes/new/c.md)\n") }
            let found = try watched.sandbox.run("kb search --no-refresh another")
            #expect(String(decoding: found.output, as: UTF8.self).contains("notes/new/c.md:1"))
            try watched.agrees()
            #expect(try watched.stop() == 0)
        }
    }

    @Test func `many saves at once are one refresh`() throws {
        try watched("--json --delay 1000") { watched in
            for number in 0..<20 { try watched.sandbox.write("# Note \(number)\n", to: "notes/n\(number).md") }
            try watched.waits(for: "a line") { watched.printed.contains("\"refreshed\"") }
            #expect(watched.printed.contains("\"added\":20,"))
            #expect(watched.printed.split(separator: "\n").count == 2)
        }
    }

    @Test func `a second one says that there is a first, and does no harm`() throws {
        try watched { first in
            let second = try Watched(first.sandbox)
            #expect(second.complaints.contains("another kb watch"))
            try first.sandbox.write("# Gamma\n", to: "notes/c.md")
            try first.agrees()
            #expect(try second.stop() == 0)
            try first.sandbox.write("# Delta\n", to: "notes/d.md")
            try first.agrees()
            #expect(try first.stop() == 0)
        }
    }

    @Test func `changes while it is stopped are found, though more happen than the system remembers`() throws {
        try watched { watched in
            watched.signal(SIGSTOP)
            let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
            let most = Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 16_384
            // Reports that are the same one after the other count once, so two notes take turns.
            for _ in 0...(most / 2) {
                for name in ["a", "b"] {
                    utimensat(AT_FDCWD, watched.sandbox.vault.appendingPathComponent("notes/\(name).md").path, nil, 0)
                }
            }
            try watched.sandbox.write("# Gamma\n\nA word.\n", to: "notes/deep/er/c.md")
            watched.signal(SIGCONT)
            try watched.agrees()
            try watched.sandbox.write("# Gamma\n\nA word more.\n", to: "notes/deep/er/c.md")
            try watched.agrees()
        }
    }

    @Test func `it ends when nobody reads what it prints`() throws {
        let sandbox = try Sandbox(files: WatchTests.files)
        defer { sandbox.remove() }
        let outcome = try sandbox.run("kb watch | head -n 1; echo ${PIPESTATUS[0]}")
        let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2 && lines.first?.hasPrefix("watching 2 notes") == true && lines.last == "0")
    }

    @Test func `it ends with a failure when the vault is gone`() throws {
        try watched { watched in
            try FileManager.default.moveItem(
                at: watched.sandbox.vault, to: watched.sandbox.folder.appendingPathComponent("elsewhere"))
            #expect(try watched.end() == 2)
            #expect(watched.complaints.contains("is gone"))
        }
    }

    @Test func `an index that cannot be written is a failure`() throws {
        // Root may write anything.
        guard geteuid() != 0 else { return }
        try watched { watched in
            #expect(try watched.stop() == 0)
            try watched.sandbox.write("# Gamma\n", to: "notes/c.md")
            let outcome = try watched.sandbox.run(
                "chmod -R a-w ~/.cache && kb watch; status=$?; chmod -R u+w ~/.cache; exit $status")
            #expect(outcome.status == 2)
        }
    }

    @Test func `whatever happens to the files, the index is soon as a fresh one`() throws {
        try watched("--delay 50") { watched in
            var random = SystemRandomNumberGenerator()
            for _ in 0..<WatchTests.rounds {
                let steps = (0..<8).map { _ in WatchTests.step(&random) }
                // Steps that make no sense just then, such as to move what is not there, do nothing.
                _ = try watched.sandbox.run(steps.map { "( \($0) ) 2>/dev/null" }.joined(separator: "\n") + "\ntrue")
                try watched.agrees()
            }
            #expect(try watched.stop() == 0)
        }
    }

    /// `KB_WATCH_ROUNDS=200 swift test` looks harder.
    private static let rounds = ProcessInfo.processInfo.environment["KB_WATCH_ROUNDS"].flatMap(Int.init) ?? 8

    /// A line of the shell that changes something.
    private static func step(_ random: inout SystemRandomNumberGenerator) -> String {
        func one(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
        let folder = one(["notes", "notes/x", "notes/x/y", "notes/z", "other", ".hidden"])
        let other = one(["notes", "notes/x", "notes/z", "other"])
        let file = "\(folder)/\(one(["a.md", "b.md", "c.txt", "d.md"]))"
        let number = Int.random(in: 0..<1_000, using: &random)
        let text = "# \(one(["Alpha", "Beta"])) \(number)\n\nA word #t\(file.count)\n"
        return one([
            "mkdir -p \(folder) && printf '\(text)' > \(file)", "printf '\(text)' >> \(file)", "rm \(file)",
            "mv \(file) \(other)/e.md", "mv \(folder) \(other)/moved", "rm -r \(folder)",
            "mv \(file) \(file)~ && printf '\(text)' > \(file) && rm \(file)~", "sed -i s/word/words/ \(file)",
            "ln -s ../\(file) notes/l.md", "rm notes/l.md", "ln -s ../\(folder) notes/f", "rm notes/f",
            "echo '\(one(["a.md", "x", "*.txt", ""]))' > \(other)/.gitignore",
            "echo 'notes: [\(one(["notes", "notes/x", "., notes", "other"]))]' > kb.yml", "rm kb.yml",
            "echo 'exclude: \(one(["b.md", "z/"]))' > kb.yml", "touch -d 2020-01-0\(one(["1", "2"])) \(file)",
        ])
    }
}
