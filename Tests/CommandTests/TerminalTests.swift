import Foundation
import Glibc
import Testing

@Suite struct TerminalTests {
    private static let notes = [
        (path: "kb.yml", text: "notes: [notes]\n"),
        (path: "notes/zoo.md", text: "# Zoo\n\nZebras stand in the shade of wide and old acacia trees all day.\n"),
    ]

    private func sandbox(_ environment: [String: String] = [:]) throws -> Sandbox {
        var sandbox = try Sandbox(files: TerminalTests.notes)
        sandbox.environment = environment
        return sandbox
    }

    @Test func `a terminal gets colours and links`() throws {
        let sandbox = try sandbox(["KB_PAGER": ""])
        defer { sandbox.remove() }
        let (screen, status) = try sandbox.runOnTerminal("kb search zebras")
        let path = sandbox.vault.appendingPathComponent("notes/zoo.md").path
        #expect(
            screen
                == "\u{1B}]8;;file://\(path)\u{1B}\\\u{1B}[35mnotes/zoo.md\u{1B}[m\u{1B}]8;;\u{1B}\\:\u{1B}[32m1\u{1B}[m: "
                + "\u{1B}[1mZoo\u{1B}[m\n  \u{1B}[32m3\u{1B}[m  \u{1B}[1;31mZebras\u{1B}[m stand in the shade of wide "
                + "and old acacia trees all day.\n")
        #expect(status == 0)
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
    func `a terminal gets neither when the environment forbids it`(_ environment: [String: String]) throws {
        let sandbox = try sandbox(environment.merging(["KB_PAGER": ""]) { $1 })
        defer { sandbox.remove() }
        #expect(try !sandbox.runOnTerminal("kb search zebras").screen.contains("\u{1B}"))
    }

    @Test func `an empty NO_COLOR forbids nothing`() throws {
        let sandbox = try sandbox(["NO_COLOR": "", "KB_PAGER": ""])
        defer { sandbox.remove() }
        #expect(try sandbox.runOnTerminal("kb search zebras").screen.contains("\u{1B}[1;31mZebras"))
    }

    @Test func `snippets are wrapped at the width of the terminal`() throws {
        let sandbox = try sandbox(["KB_PAGER": "", "NO_COLOR": "1"])
        defer { sandbox.remove() }
        #expect(
            try sandbox.runOnTerminal("kb search zebras", columns: 40).screen == """
                notes/zoo.md:1: Zoo
                  3  **Zebras** stand in the shade of
                     wide and old acacia trees all day.

                """)
    }

    @Test(
        arguments: [
            (["KB_PAGER": "sed s/^/k:/", "PAGER": "sed s/^/p:/"], "", "k:notes/zoo.md:1: Zoo"),
            (["PAGER": "sed s/^/p:/"], "", "p:notes/zoo.md:1: Zoo"),
            (["KB_PAGER": "", "PAGER": "sed s/^/p:/"], "", "notes/zoo.md:1: Zoo"),
            (["KB_PAGER": "no-such-pager"], "", "notes/zoo.md:1: Zoo"),
            (["KB_PAGER": "sed s/^/k:/"], "--no-pager", "notes/zoo.md:1: Zoo"),
            ([:], "", "notes/zoo.md:1: Zoo"),
        ] as [([String: String], String, String)])
    func `the first pager that is set shows the output`(
        _ environment: [String: String], flags: String, line: String
    ) throws {
        let sandbox = try sandbox(environment.merging(["NO_COLOR": "1"]) { $1 })
        defer { sandbox.remove() }
        let (screen, status) = try sandbox.runOnTerminal("kb search \(flags) zebras")
        #expect(screen.split(separator: "\n").first.map(String.init) == line)
        #expect(status == 0)
    }

    @Test func `a pipe gets no pager`() throws {
        let sandbox = try sandbox(["KB_PAGER": "sed s/^/k:/"])
        defer { sandbox.remove() }
        let outcome = try sandbox.run("kb search -q zebras | head -n 1")
        #expect(String(decoding: outcome.output, as: UTF8.self) == "notes/zoo.md:1: Zoo\n")
    }

    @Test func `a pager that leaves early ends kb quietly`() throws {
        let sandbox = try sandbox(["KB_PAGER": "head -n 1"])
        defer { sandbox.remove() }
        try sandbox.write(String(repeating: "line\n\n", count: 100_000), to: "notes/long.md")
        _ = try sandbox.run("kb index -q")
        let (screen, status) = try sandbox.runOnTerminal("kb show long", errors: true)
        #expect(screen == "line\n")
        #expect(status == 0)
    }

    @Test func `a pager from a vault's own settings is never started`() throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        try sandbox.write("notes: [notes]\npager: touch pwned\neditor: touch pwned\n", to: "kb.yml")
        _ = try sandbox.runOnTerminal("kb search zebras; kb edit zoo </dev/null")
        #expect(!FileManager.default.fileExists(atPath: sandbox.vault.appendingPathComponent("pwned").path))
    }

    @Test func `the user's own settings choose pager and editor`() throws {
        let sandbox = try sandbox(["NO_COLOR": "1", "VISUAL": "false"])
        defer { sandbox.remove() }
        let folder = sandbox.folder.appendingPathComponent("home/.config/kb")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("pager: sed s/^/u:/\neditor: echo editing\n".utf8).write(
            to: folder.appendingPathComponent("config.yml"))
        #expect(try sandbox.runOnTerminal("kb search zebras").screen.hasPrefix("u:notes/zoo.md:1: Zoo\n"))
        let path = sandbox.vault.appendingPathComponent("notes/zoo.md").path
        #expect(try sandbox.runOnTerminal("kb edit zoo").screen == "editing \(path)\n")
    }

    @Test func `long work shows a bar on a terminal, and only there`() throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let long = String(repeating: "# Heading\n\nSome words to index, one after the other.\n\n", count: 500)
        for number in 0..<80 { try sandbox.write(long, to: "notes/long\(number).md") }
        let (screen, _) = try sandbox.runOnTerminal("kb index --rebuild", output: false, errors: true)
        #expect(screen.contains("\r"))
        #expect(screen.contains("/81"))
        #expect(screen.hasSuffix("\u{1B}[K"))
        #expect(try sandbox.run("kb index --rebuild").errors.isEmpty)
        #expect(try sandbox.runOnTerminal("kb index --rebuild -q", output: false, errors: true).screen == "")
    }

    @Test func `without input nothing waits for a terminal`() throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let terminal = try PseudoTerminal()
        let device = terminal.device
        let status = try sandbox.start("kb search --no-input -", input: device, output: device, errors: device).wait()
        #expect(status == 2)
        #expect(terminal.read() == "kb: - would wait for someone to type, which --no-input forbids\n")
    }

    @Test func `a change that is another one by the time it is agreed to is shown again`() throws {
        let sandbox = try Sandbox(files: [("kb.yml", ""), ("a.md", "See [[b]].\n"), ("b.md", "# B\n")])
        defer { sandbox.remove() }
        let terminal = try PseudoTerminal()
        let device = terminal.device
        let child = try sandbox.start("kb --no-pager mv b c", input: device, output: device, errors: device)
        var screen = ""
        var questions = 0
        let status = try child.wait {
            screen += terminal.read()
            let asked = screen.components(separatedBy: "[y/N]").count - 1
            guard asked > questions else { return }
            questions = asked
            if asked == 1 { try? sandbox.write("Late: [[b]].\n", to: "late.md") }
            terminal.type("y\n")
        }
        #expect(status == 0 && questions == 2)
        #expect(screen.contains("kb: notes have changed meanwhile, and the change with them\n"))
        let late = try String(contentsOf: sandbox.vault.appendingPathComponent("late.md"), encoding: .utf8)
        #expect(late == "Late: [[c]].\n")
    }

    @Test func `an interrupted command dies of the signal, which a shell reports as 130`() throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let terminal = try PseudoTerminal()
        let device = terminal.device
        let child = try sandbox.start("exec kb search -", input: device, output: device, errors: device)
        // Again and again: bash forgets a signal that comes before it has become kb.
        #expect(try child.wait { kill(child.identifier, SIGINT) } == 130)
    }
}
