import Foundation
import Testing

/// What the shells themselves make of the completion scripts. A shell that is not installed is passed over.
@Suite struct CompletionTests {
    private static func isInstalled(_ shell: String) -> Bool {
        ["/usr/bin", "/bin"].contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(shell)") }
    }

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox(files: [
            ("kb.yml", "notes: [notes]\n"), ("notes/a note.md", "# One thing\n#tagged/deep\n"),
        ])
        _ = try sandbox.run("kb index -q")
        return sandbox
    }

    @Test(arguments: ["bash", "zsh", "fish"].filter(isInstalled))
    func `the script is sound`(_ shell: String) throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let outcome = try sandbox.run("kb completions \(shell) > script && \(shell) -n script")
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
    }

    @Test(
        .enabled(if: isInstalled("fish")),
        arguments: [
            ("kb sea", "search\trank the sections that answer a query"),
            ("kb show notes/", "notes/a note.md"),
            ("kb show notes/a\\ note.md#", "notes/a note.md#One thing"),
            ("kb search tag:", "tag:tagged/deep"),
            ("kb list --tag ", "tagged/deep"),
            ("kb search --format=vim", "--format=vimgrep"),
        ])
    func `fish completes`(_ line: String, candidate: String) throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        let script = "kb completions fish | source; complete -C '\(line)'"
        let outcome = try sandbox.run(
            "timeout 20 fish --no-config -c '\(script.replacingOccurrences(of: "'", with: "'\\''"))'")
        #expect(String(decoding: outcome.output, as: UTF8.self) == candidate + "\n")
    }

    @Test(
        .enabled(if: isInstalled("zsh")),
        arguments: [
            ("kb sea", "kb search"), ("kb show notes/", "kb show notes/a\\ note.md"),
            ("kb show notes/a\\ note.md#", "kb show notes/a\\ note.md\\#One\\ thing"),
            ("kb search tag:", "kb search tag:tagged/deep"), ("kb list --tag t", "kb list --tag tagged/deep"),
            ("kb search --format=vim", "kb search --format=vimgrep"),
        ])
    func `zsh completes`(_ line: String, completed: String) throws {
        let sandbox = try sandbox()
        defer { sandbox.remove() }
        // zpty gives zsh a terminal of its own, where a tab completes; ^X then shows the line.
        let script = """
            zmodload zsh/zpty
            zpty z zsh -f -i
            zpty -w z "PS1=; autoload -Uz compinit; compinit -D; source <(kb completions zsh)"
            zpty -w z 'show() { print -r -- "<<$BUFFER>>"; exit }; zle -N show; bindkey "^X" show'
            zpty -w z "echo rea''dy"
            zpty -r -m z all "*ready*"
            zpty -w -n z "$1"$'\\t\\C-x'
            zpty -r -m z all "*<<*>>*"
            print -r -- "${${all##*<<}%%>>*}"
            """
        try Data(script.utf8).write(to: sandbox.vault.appendingPathComponent("drive.zsh"))
        let quoted = line.replacingOccurrences(of: "'", with: "'\\''")
        let outcome = try sandbox.run("timeout 20 zsh -f drive.zsh '\(quoted)'")
        let text = String(decoding: outcome.output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(text == completed)
    }
}
