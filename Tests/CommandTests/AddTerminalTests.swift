import Foundation
import Testing

/// `kb add` where someone types.
@Suite struct AddTerminalTests {
    private func sandbox() throws -> Sandbox {
        var sandbox = try Sandbox(files: [
            ("kb.yml", ""),
            ("notes/serving.md", "# Serving\n\n## Batching\n\nRequests that arrive within a window share one pass.\n"),
        ])
        // An editor that types a line at the end of the file.
        sandbox.environment["KB_EDITOR"] = #"sh -c 'for f; do :; done; printf "%s" "$TYPED" >> "$f"' --"#
        return sandbox
    }

    /// Runs `command` on a terminal; each answer is typed once the words before it are on the screen.
    private func onTerminal(
        _ command: String, in sandbox: Sandbox, typing answers: [(after: String, keys: String)] = []
    ) throws -> (screen: String, status: Int32) {
        let terminal = try PseudoTerminal()
        let device = terminal.device
        let child = try sandbox.start(command, input: device, output: device, errors: device)
        var screen = ""
        for (words, keys) in answers {
            let end = Date().addingTimeInterval(60)
            while !screen.contains(words) {
                screen += terminal.read()
                guard Date() < end else { throw POSIXError(.ETIMEDOUT) }
                usleep(2_000)
            }
            terminal.type(keys)
        }
        let status = try child.wait { screen += terminal.read() }
        return (screen + terminal.read(), status)
    }

    private func text(_ path: String, in sandbox: Sandbox) -> String? {
        try? String(contentsOf: sandbox.vault.appendingPathComponent(path), encoding: .utf8)
    }

    private func drafts(in sandbox: Sandbox) -> [String] {
        let folder = sandbox.folder.appendingPathComponent("home/.local/state/kb/drafts")
        return (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    }

    @Test func `the editor opens on a draft outside the vault`() throws {
        var sandbox = try sandbox()
        defer { sandbox.remove() }
        sandbox.environment["TYPED"] = "Typed words."
        let end = try onTerminal("kb add --no-suggest A new note --tag x", in: sandbox)
        #expect(end.status == 0)
        #expect(
            text("notes/a-new-note.md", in: sandbox) == "---\ntags:\n  - x\n---\n# A new note\n\nTyped words.\n")
        #expect(drafts(in: sandbox).isEmpty)
    }

    @Test func `a draft that nobody changed adds nothing`() throws {
        var sandbox = try sandbox()
        defer { sandbox.remove() }
        sandbox.environment["TYPED"] = ""
        let end = try onTerminal("kb add A new note", in: sandbox)
        #expect(end.status == 1)
        #expect(end.screen.contains("nothing is added"))
        #expect(text("notes/a-new-note.md", in: sandbox) == nil)
        #expect(drafts(in: sandbox).isEmpty)
    }

    @Test func `what was typed is kept when it cannot be added`() throws {
        var sandbox = try sandbox()
        defer { sandbox.remove() }
        sandbox.environment["TYPED"] = "Typed words."
        let end = try onTerminal(
            "kb add --no-suggest --to serving#Caching", in: sandbox, typing: [("Make this heading?", "n\n")])
        #expect(end.status == 1)
        #expect(end.screen.contains("what you wrote is kept in"))
        #expect(drafts(in: sandbox).count == 1)
    }

    @Test func `a heading that is missing is made when someone agrees`() throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let end = try onTerminal(
            "kb add --no-suggest --to serving#Caching Evict by age.", in: sandbox,
            typing: [("Make this heading? [y/N]", "y\n")])
        #expect(end.status == 0)
        #expect(text("notes/serving.md", in: sandbox)?.hasSuffix("\n\n## Caching\n\nEvict by age.\n") == true)
    }

    @Test func `a text whose title a note has may go into that note`() throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let end = try onTerminal(
            "kb index -q; kb add Serving -m 'Latency first.'", in: sandbox,
            typing: [("instead of a new note? [y/N]", "y\n")])
        #expect(end.status == 0)
        #expect(text("notes/serving-2.md", in: sandbox) == nil)
        #expect(text("notes/serving.md", in: sandbox)?.hasSuffix("share one pass.\n\nLatency first.\n") == true)
    }

    @Test func `links that someone picks are written`() throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let end = try onTerminal(
            "kb index -q; kb add Queues -m 'Queues in front of serving smooth bursts.'", in: sandbox,
            typing: [("Add which?", "7\n"), ("Numbers from 1 to", "a\n")])
        #expect(end.status == 0)
        #expect(text("notes/queues.md", in: sandbox) == "# Queues\n\nQueues in front of [[serving]] smooth bursts.\n")
    }

    @Test func `no question is asked and no editor opened without someone to answer`() throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let end = try onTerminal("kb add --no-input Serving -m 'Latency first.'", in: sandbox)
        #expect(end.status == 0)
        #expect(!end.screen.contains("?"))
        #expect(text("notes/serving-2.md", in: sandbox) != nil)
        #expect(try onTerminal("kb add --no-input Only a title", in: sandbox).status == 0)
    }
}
