import Foundation
import Glibc
import Testing

/// A folder of notes that is moved, whose links follow: every kind of step a change of notes takes.
@Suite(.serialized) struct ChangeCrashTests {
    private static let files: [(path: String, text: String)] = [
        ("kb.yml", "notes: [notes]\n"),
        ("notes/home.md", "# Home\n\nSee [tea](drinks/hot/tea.md) and [[coffee]].\n"),
        ("notes/list.md", "# List\n\n- [[drinks/hot/tea|tea]]\n- ![cup](drinks/hot/cup.png)\n"),
        ("notes/drinks/hot/tea.md", "# Tea\n\n![cup](cup.png) and [home](../../home.md)\n"),
        ("notes/drinks/hot/coffee.md", "# Coffee\n"),
        ("notes/drinks/hot/cup.png", "picture"),
        ("notes/drinks/hot/later/.keep", ""),
    ]
    private static let command = "kb mv -q notes/drinks/hot notes/warm"

    /// The vault before and after.
    private func ends() throws -> (old: [String: String], new: [String: String]) {
        let sandbox = try Sandbox(files: ChangeCrashTests.files)
        defer { sandbox.remove() }
        let old = try sandbox.snapshot()
        #expect(try sandbox.run(ChangeCrashTests.command).status == 0)
        let new = try sandbox.snapshot()
        #expect(new["notes/warm/tea.md"] == "# Tea\n\n![cup](cup.png) and [home](../home.md)\n")
        #expect(new["notes/home.md"] == "# Home\n\nSee [tea](warm/tea.md) and [[coffee]].\n")
        #expect(new["notes/drinks"] == nil && new["notes/warm/cup.png"] == "picture")
        return (old, new)
    }

    @Test func `who cannot be told what was done is told that it is`() throws {
        let sandbox = try Sandbox(files: ChangeCrashTests.files)
        defer { sandbox.remove() }
        let outcome = try sandbox.run("kb mv coffee cocoa > /dev/full")
        #expect(outcome.status == 2)
        #expect(String(decoding: outcome.errors, as: UTF8.self).contains("on device; the change is made\n"))
        #expect(try sandbox.snapshot()["notes/drinks/hot/cocoa.md"] == "# Coffee\n")
    }

    @Test func `an interrupted change is told by status, which leaves it as it is`() throws {
        let sandbox = try Sandbox(files: ChangeCrashTests.files)
        defer { sandbox.remove() }
        #expect(try sandbox.run("KB_DIE_AT_STEP=14 \(ChangeCrashTests.command)").status == 137)
        let before = try sandbox.snapshot()
        let told = try sandbox.run("kb status | grep '^change'")
        #expect(String(decoding: told.output, as: UTF8.self).contains("“move notes/drinks/hot to notes/warm” is not"))
        #expect(try sandbox.snapshot() == before)
        #expect(try sandbox.run("kb list -q; kb status | grep '^change'").status == 1)
    }

    /// Kills the command before each of its steps, does `meanwhile` with what is left, and has the next kb settle it.
    private func killAtEveryStep(
        with settings: String = "", _ meanwhile: (Sandbox, _ step: Int) throws -> Void = { _, _ in }
    ) throws {
        let (old, new) = try ends()
        var wholes = [0, 0]
        var step = 0
        while true {
            step += 1
            let sandbox = try Sandbox(files: ChangeCrashTests.files)
            defer { sandbox.remove() }
            let outcome = try sandbox.run("\(settings) KB_DIE_AT_STEP=\(step) \(ChangeCrashTests.command)")
            if outcome.status == 0 { break }
            #expect(outcome.status == 137, "step \(step): \(String(decoding: outcome.errors, as: UTF8.self))")
            try meanwhile(sandbox, step)
            let settled = try sandbox.run("\(settings) kb list --format paths")
            #expect(settled.status == 0)
            let after = try sandbox.snapshot()
            #expect(after == old || after == new, "step \(step): \(after)")
            wholes[after == new ? 1 : 0] += 1
            let listed = String(decoding: settled.output, as: UTF8.self).split(separator: "\n").map(String.init)
            #expect(listed.sorted() == after.keys.filter { $0.hasSuffix(".md") }.sorted(), "step \(step)")
        }
        // Both ends are met, so that the steps are those that matter.
        #expect(wholes[0] > 5 && wholes[1] > 5)
    }

    @Test func `a move that is killed at any step is wholly undone or wholly made at the next start`() throws {
        try killAtEveryStep()
    }

    @Test func `so it is where files cannot change places in one go`() throws {
        try killAtEveryStep(with: "KB_NO_RENAME_FLAGS=1")
    }

    @Test func `so it is when the next start is killed too`() throws {
        try killAtEveryStep { sandbox, step in
            // Another step of settling each time.
            _ = try sandbox.run("KB_DIE_AT_STEP=\(2 + step * 7 % 31) kb list --format paths")
        }
    }

    @Test func `a note edited after a killed move keeps the edit, and all else is as it was`() throws {
        let (old, new) = try ends()
        var step = 0
        while true {
            step += 1
            let sandbox = try Sandbox(files: ChangeCrashTests.files)
            defer { sandbox.remove() }
            if try sandbox.run("KB_DIE_AT_STEP=\(step) \(ChangeCrashTests.command)").status == 0 { break }
            try sandbox.write("theirs", to: "notes/home.md")
            #expect(try sandbox.run("kb list").status == 0)
            let after = try sandbox.snapshot()
            #expect(after["notes/home.md"] == "theirs", "step \(step): \(after)")
            // What stood there is in the trash when kb had changed it already.
            let others = after.filter { $0.key != "notes/home.md" && !$0.key.hasPrefix(".trash") }
            #expect(
                others == old.filter { $0.key != "notes/home.md" }
                    || others == new.filter { $0.key != "notes/home.md" },
                "step \(step): \(after)")
        }
    }

    @Test func `a disk that is full stops a move and leaves all as it was`() throws {
        let long = String(repeating: "[tea](drinks/hot/tea.md)\n", count: 2000)
        let sandbox = try Sandbox(files: ChangeCrashTests.files + [("notes/long.md", long)])
        defer { sandbox.remove() }
        #expect(try sandbox.run("kb index -q").status == 0)
        let old = try sandbox.snapshot()
        // No file may grow beyond 32 KB.
        let outcome = try sandbox.run("ulimit -f 32; \(ChangeCrashTests.command)")
        #expect(outcome.status == 2)
        #expect(String(decoding: outcome.errors, as: UTF8.self).contains("nothing was changed"))
        #expect(try sandbox.snapshot() == old)
    }

    @Test func `a folder that cannot be written stops a move and leaves all as it was`() throws {
        let sandbox = try Sandbox(files: ChangeCrashTests.files)
        defer { sandbox.remove() }
        let old = try sandbox.snapshot()
        // The superuser can write everywhere, but not as someone else.
        let someone = getuid() == 0 ? "setpriv --reuid 65534 --regid 65534 --clear-groups" : ""
        let outcome = try sandbox.run(
            """
            chmod 777 . .. notes; chmod 666 notes/*.md; chmod 555 notes/drinks/hot
            \(someone) env KB_INDEX_DIR=$PWD/../index \(ChangeCrashTests.command)
            status=$?; chmod 755 notes/drinks/hot; exit $status
            """)
        #expect(outcome.status == 2, "\(String(decoding: outcome.errors, as: UTF8.self))")
        #expect(try sandbox.snapshot() == old)
    }

    @Test func `a signal ends a move that waits for another kb, and nothing is moved`() throws {
        let sandbox = try Sandbox(files: ChangeCrashTests.files)
        defer { sandbox.remove() }
        #expect(try sandbox.run("kb index -q").status == 0)
        let old = try sandbox.snapshot()
        // The signal comes once kb has said that it waits; the lock is free only after that.
        let outcome = try sandbox.run(
            """
            mkdir .kb-change; mkfifo ../go; flock .kb-change/lock cat ../go & exec 3>../go
            \(ChangeCrashTests.command.replacingOccurrences(of: " -q", with: "")) 2>../errors 3>&- & kb=$!
            for i in $(seq 300); do grep -q waiting ../errors && break; sleep .1; done
            kill -TERM $kb; exec 3>&-; wait $kb; status=$?; cat ../errors; rm -rf .kb-change ../go ../errors; exit $status
            """)
        #expect(outcome.status == 128 + SIGTERM, "\(String(decoding: outcome.output, as: UTF8.self))")
        #expect(String(decoding: outcome.output, as: UTF8.self).contains("waiting for another kb"))
        #expect(try sandbox.snapshot() == old)
    }
}
