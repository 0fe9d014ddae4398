import Foundation
import Glibc
import Testing

@Suite(.serialized) struct ReviewTests {
    /// A vault of so many cards.
    private func sandbox(cards: Int = 3, _ environment: [String: String] = [:]) throws -> Sandbox {
        let terms = (0..<cards).map { "Q: What is number \($0)?\nA: The answer \($0)\n" }
        var sandbox = try Sandbox(files: [
            (path: "kb.yml", text: "study:\n  new: \(cards)\n"),
            (path: "notes/cards.md", text: "# Cards\n\n" + terms.joined(separator: "\n")),
        ])
        sandbox.environment = environment
        return sandbox
    }

    /// The lines of the log.
    private func log(_ sandbox: Sandbox) throws -> [String] {
        let file = sandbox.vault.appendingPathComponent("study/log.jsonl")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    private func grades(_ sandbox: Sandbox) throws -> Int {
        try log(sandbox).count { $0.hasSuffix("}") && $0.contains(#""kind":"review""#) }
    }

    /// Runs `kb review` on a terminal and hands `body` what types and reads; it must come to an end then.
    private func onTerminal(
        _ sandbox: Sandbox, _ body: (PseudoTerminal, Child, (String) throws -> String) throws -> Void
    ) throws -> (screen: String, status: Int32, isOrdinary: Bool) {
        let terminal = try PseudoTerminal()
        let device = terminal.device
        let child = try sandbox.start("exec kb review", input: device, output: device, errors: device)
        var screen = ""
        try body(terminal, child) { words in
            let end = Date().addingTimeInterval(30)
            while !screen.contains(words) {
                screen += terminal.read()
                guard Date() < end else { throw POSIXError(.ETIMEDOUT) }
                usleep(2_000)
            }
            defer { screen = "" }
            return screen
        }
        let status = try child.wait { screen += terminal.read() }
        return (screen + terminal.read(), status, terminal.isOrdinary)
    }

    @Test func `a grade is on the disk before the next card is shown`() throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let end = try onTerminal(sandbox) { terminal, _, wait in
            _ = try wait("What is number 0?")
            #expect(!terminal.isOrdinary)
            terminal.type(" ")
            _ = try wait("4 easy")
            terminal.type("3")
            _ = try wait("What is number 1?")
            #expect(try grades(sandbox) == 1)
            terminal.type("q")
        }
        #expect(end.screen.contains("1 card: 1 good"))
        #expect(end.status == 0)
        #expect(end.isOrdinary)
    }

    @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)] as [(Int32, Int32)])
    func `a signal ends it like q, with the terminal given back`(_ signal: Int32, status: Int32) throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let end = try onTerminal(sandbox) { terminal, child, wait in
            _ = try wait("What is number 0?")
            terminal.type(" 3")
            _ = try wait("What is number 1?")
            kill(child.identifier, signal)
        }
        #expect(end.status == status)
        #expect(end.screen.contains("1 card: 1 good"))
        #expect(end.isOrdinary)
        #expect(try grades(sandbox) == 1)
    }

    @Test(arguments: [("\u{3}", 130), ("\u{4}", 0), ("q", 0), ("\u{1B}", 0)] as [(String, Int32)])
    func `every key that quits gives the terminal back`(_ key: String, status: Int32) throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let end = try onTerminal(sandbox) { terminal, _, wait in
            _ = try wait("q quits")
            terminal.type(key)
        }
        #expect(end.status == status)
        #expect(end.isOrdinary)
    }

    @Test func `an editor has the terminal as a shell does, and the card is read again`() throws {
        let sandbox = try sandbox(["EDITOR": "sh -c 'stty -a; sed -i s/answer\\ 0/other\\ one/ $1' x"])
        defer { sandbox.remove() }
        _ = try onTerminal(sandbox) { terminal, _, wait in
            _ = try wait("What is number 0?")
            terminal.type("e")
            #expect(try wait("What is number 0?").contains(" icanon "))
            terminal.type(" ")
            _ = try wait("The other one")
            terminal.type("q")
        }
    }

    @Test func `a review that is killed at any moment loses no grade that it showed`() throws {
        let sandbox = try sandbox(cards: 150)
        defer { sandbox.remove() }
        let script = #"yes "$(printf '\n3')" | head -n 300 | kb review -q"#
        _ = try sandbox.run("kb index -q")
        for kill in 1...CrashTests.kills {
            let before = try grades(sandbox)
            let output = sandbox.folder.appendingPathComponent("shown-\(kill)")
            try Data().write(to: output)
            let process = try sandbox.process("exec \(script)".replacingOccurrences(of: "exec yes", with: "yes"))
            process.standardOutput = try FileHandle(forWritingTo: output)
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32.random(in: 50_000...600_000))
            _ = try sandbox.run("pkill -KILL -x kb -P \(process.processIdentifier)")
            process.waitUntilExit()
            let shown = try String(contentsOf: output, encoding: .utf8).components(separatedBy: "back in").count - 1
            let written = try grades(sandbox) - before
            #expect(shown <= written && written <= shown + 1)
        }
        // Whatever was left half is mended by the next one.
        let count = try grades(sandbox)
        #expect(try sandbox.run(#"printf '\n3\n' | kb review -q --new 9"#).status == 0)
        #expect(try grades(sandbox) == count + 1)
        #expect(try log(sandbox).dropLast().allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
        #expect(try sandbox.run("kb doctor -q").status == 0)
    }

    @Test func `two reviews at once write every grade, under numbers of their own`() throws {
        let sandbox = try sandbox(cards: 40)
        defer { sandbox.remove() }
        _ = try sandbox.run("kb index -q")
        let script = #"yes "$(printf '\n4')" | head -n 80 | kb review -q | grep -c 'back in'"#
        let outcome = try sandbox.run("(\(script)) & (\(script)); wait")
        let shown = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").compactMap { Int($0) }
        // Each tells what became of a card above the next one. One that starts late finds fewer cards left.
        #expect(shown.count == 2 && shown.contains(39))
        #expect(try grades(sandbox) == shown.reduce(0, +) + shown.count)
        let numbers = try log(sandbox).dropLast().compactMap { line in
            line.components(separatedBy: #""id":""#).last.flatMap { Int($0.prefix { $0.isNumber }) }
        }
        #expect(numbers == Array(1...numbers.count))
    }
}
