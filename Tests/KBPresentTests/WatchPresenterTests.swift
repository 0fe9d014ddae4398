import KBModel
import KBPresent
import Testing

@Suite struct WatchPresenterTests {
    private let text = WatchPresenter(format: .text, paths: .from(folder: "/v/notes", root: "/v"))
    private let lines = WatchPresenter(format: .jsonl, paths: .inVault(root: "/v"))

    private func line(_ event: WatchEvent, by presenter: WatchPresenter) -> String? {
        presenter.line(event, at: Instant(seconds: 0), clock: (9, 5, 0))
    }

    private func report(_ touched: [RefreshReport.Touch]) -> RefreshReport {
        var report = RefreshReport(notes: 12, sections: 40)
        for touch in touched {
            switch touch.kind {
            case .added: report.added += 1
            case .changed: report.changed += 1
            case .removed: report.removed += 1
            }
            report.note(touch.kind, touch.path)
        }
        return report
    }

    @Test func `the first line tells what is watched`() {
        #expect(
            line(.watching(RefreshReport(notes: 1_200), folders: 1, root: "/v"), by: text)
                == "watching 1,200 notes in 1 folder of /v\n")
        #expect(
            line(.watching(RefreshReport(notes: 3, added: 2, removed: 1), folders: 2, root: "/v"), by: text)
                == "watching 3 notes in 2 folders of /v: indexed 2 notes, removed 1\n")
    }

    @Test(
        arguments: [
            ([.init(.changed, "notes/a.md")], "09:05:00 indexed 1 note (a.md)\n"),
            ([.init(.removed, "b.md")], "09:05:00 removed 1 note (../b.md)\n"),
            (
                [.init(.removed, "b.md"), .init(.added, "notes/a.md"), .init(.changed, "notes/c.md")],
                "09:05:00 indexed 2 notes, removed 1 (../b.md, a.md, c.md)\n"
            ),
            (
                (1...5).map { .init(.added, "notes/\($0).md") },
                "09:05:00 indexed 5 notes (1.md, 2.md, 3.md and 2 more)\n"
            ),
            ([.init(.added, "notes/a\u{1B}[31m.md")], "09:05:00 indexed 1 note (a\u{FFFD}[31m.md)\n"),
        ] as [([RefreshReport.Touch], String)])
    func `a line names the first notes of a refresh`(_ touched: [RefreshReport.Touch], expected: String) {
        #expect(line(.refreshed(report(touched)), by: text) == expected)
    }

    @Test func `a line tells why all notes were indexed anew`() {
        var report = RefreshReport(notes: 12, sections: 40, added: 12, rebuilt: "much has changed")
        #expect(line(.refreshed(report), by: text) == "09:05:00 indexed 12 notes anew: much has changed\n")
        report.note(.changed, "notes/a.md")
        #expect(line(.refreshed(report), by: text) == "09:05:00 indexed 12 notes anew: much has changed (a.md)\n")
    }

    @Test func `no more than a hundred notes are named one by one`() {
        let touched = (0..<500).map { RefreshReport.Touch(.added, "\($0).md") }
        #expect(report(touched).touched.count == RefreshReport.mostTouched)
        #expect(line(.refreshed(report(touched)), by: text)?.contains("and 497 more") == true)
    }

    @Test func `a program gets an object a line`() {
        #expect(
            line(.watching(RefreshReport(notes: 3, sections: 9, added: 2), folders: 2, root: "/v"), by: lines)
                == #"{"version":1,"event":"watching","time":"1970-01-01T00:00:00Z","root":"/v","folders":2,"#
                + #""notes":3,"sections":9,"added":2,"changed":0,"removed":0,"rebuilt":null}"# + "\n")
        #expect(
            line(.refreshed(report([.init(.changed, "notes/a.md")])), by: lines)
                == #"{"version":1,"event":"refreshed","time":"1970-01-01T00:00:00Z","notes":12,"#
                + #""sections":40,"added":0,"changed":1,"removed":0,"rebuilt":null,"#
                + #""touched":[{"path":"notes/a.md","change":"changed"}]}"# + "\n")
    }

    @Test(
        arguments: [
            (.watchedElsewhere, "another kb watch keeps this index up to date as well; one is enough"),
            (.polling([], seconds: 2), "every change is reported again"),
            (
                .polling([.limited(folders: 3, most: 65_536)], seconds: 2),
                "the system reports the changes of 65,536 folders at most, and 3 folders are beyond that (the limit is "
                    + "fs.inotify.max_user_watches; see sysctl); so kb looks at the notes every 2 seconds"
            ),
            (
                .polling([.remote(["fuse", "nfs"])], seconds: 10),
                "others may change notes on fuse, nfs without the system's knowledge; so kb looks at the notes every "
                    + "10 seconds"
            ),
            (.failed(.refused("no room")), "no room; kb watch tries again"),
            (.vaultGone(root: "/v"), "/v is gone; waiting a moment for it to come back"),
            (
                .issue(LocatedIssue(path: "notes/a.md", issue: Issue(.unreadable, .error, line: 1, "not indexed"))),
                "a.md:1: not indexed"
            ),
        ] as [(WatchEvent, String)])
    func `what stands in the way goes to standard error`(_ event: WatchEvent, expected: String) {
        #expect(text.remark(event) == expected)
        #expect(line(event, by: text) == nil && line(event, by: lines) == nil)
    }
}
