import Glibc
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct WatchPartTests {
    // MARK: - When to look

    @Test func `nothing is due before a change`() {
        #expect(Debounce(quiet: 200).due == nil)
    }

    @Test func `a burst of changes is due once it is over`() {
        var debounce = Debounce(quiet: 200)
        for moment in [1_000, 1_050, 1_199] { debounce.note(at: moment) }
        #expect(debounce.due == 1_399)
        debounce.clear()
        #expect(debounce.due == nil)
    }

    @Test func `changes that never end are due after a while`() {
        var debounce = Debounce(quiet: 200)
        for moment in stride(from: 1_000, through: 60_000, by: 100) { debounce.note(at: moment) }
        #expect(debounce.due == 3_000)
    }

    @Test func `without a delay every change is due at once`() {
        var debounce = Debounce(quiet: 0)
        debounce.note(at: 7)
        #expect(debounce.due == 7)
    }

    @Test(arguments: [(0, 2_000), (24, 2_000), (40, 2_000), (200, 10_000), (3_000, 150_000)])
    func `looking from time to time takes a fiftieth of the time at most`(duration: Int, wait: Int) {
        #expect(PollInterval.milliseconds(after: duration) == wait)
    }

    // MARK: - Reports of the system

    private func bytes(_ events: [Inotify.Event]) -> [UInt8] {
        events.flatMap { event -> [UInt8] in
            let padded = event.name + Array(repeating: 0, count: event.name.isEmpty ? 0 : 16 - event.name.count % 16)
            return [UInt32(bitPattern: event.watch), event.mask, 0, UInt32(padded.count)].flatMap { word in
                withUnsafeBytes(of: word) { Array($0) }
            } + padded
        }
    }

    @Test func `events are read one after the other`() {
        let events = [
            Inotify.Event(watch: 1, mask: UInt32(IN_CREATE), name: Array("a.md".utf8)),
            Inotify.Event(watch: -1, mask: UInt32(IN_Q_OVERFLOW), name: []),
            Inotify.Event(watch: 7, mask: UInt32(IN_MOVED_TO), name: Array("a name of many bytes.md".utf8)),
        ]
        #expect(Inotify.events(in: bytes(events)[...]) == events)
    }

    @Test func `events that are cut off do no harm`() {
        let whole = bytes([Inotify.Event(watch: 1, mask: UInt32(IN_CREATE), name: Array("a.md".utf8))])
        for length in 0..<whole.count { #expect(Inotify.events(in: whole[..<length]).count <= 1) }
    }

    @Test func `a queue that ran over always matters`() {
        let folders = WatchedFolders(root: "/nowhere", inotify: nil)
        #expect(folders.matters(.init(watch: -1, mask: UInt32(IN_Q_OVERFLOW), name: [])))
        #expect(!folders.matters(.init(watch: 3, mask: UInt32(IN_CREATE), name: Array("a.md".utf8))))
    }

    @Test func `folders without a watch are counted once`() {
        let folders = WatchedFolders(root: "/", inotify: nil)
        folders.begin()
        for path in ["", "tmp/", "tmp/"] { folders.willRead(Array(path.utf8)) }
        folders.end()
        #expect(folders.summary.folders == 2 && folders.summary.gaps.unwatched == 2)
    }

    @Test(arguments: [
        ("/v", "/v", true), ("/v/a", "/v", true), ("/va", "/v", false), ("/v", "/", true), ("/", "/v", false),
    ])
    func `a path is below a folder by whole names`(path: String, folder: String, isBelow: Bool) {
        #expect(MountTable.isBelow(Array(path.utf8)[...], Array(folder.utf8)[...]) == isBelow)
    }

    @Test func `mounts are looked up as the system writes them`() {
        #expect(String(decoding: MountTable.escaped("/my notes/c#\\é"), as: UTF8.self) == "/my\\040notes/c\\043\\134é")
        let table = MountTable(root: "/")
        #expect(table.descriptor >= 0)
        #expect(!table.hasChanged())
    }

    // MARK: - What was told

    @Test func `the same failure is told once, until it is over`() {
        var memory = WatchMemory()
        let failure = KnowledgeBaseError.refused("no")
        let first = [memory.isNew(failure), memory.isNew(failure)]
        let over = [memory.isOver(), memory.isOver()]
        let again = memory.isNew(failure)
        #expect(first == [true, false] && over == [true, false] && again)
    }

    @Test func `an error in a note is told when it comes`() {
        var memory = WatchMemory()
        let error = LocatedIssue(path: "a.md", issue: Issue(.unreadable, .error, line: 1, "not indexed"))
        let warning = LocatedIssue(path: "b.md", issue: Issue(.frontMatter, .warning, line: 1, "odd"))
        let told = [[error, warning], [error], [], [error]].map { memory.newErrors(in: $0) }
        #expect(told == [[error], [], [], [error]])
    }

    @Test func `the limit of watches is told once, whatever is beyond it`() {
        var memory = WatchMemory()
        let reasons: [[WatchEvent.Polling]] = [
            [], [.limited(folders: 3, most: 9)], [.limited(folders: 4, most: 9)], [],
        ]
        let told = reasons.map { memory.isNew($0) }
        #expect(told == [false, true, false, true])
    }

    @Test func `one process at a time has the word for a vault`() {
        let root = "/a folder of this test alone"
        var first: WatchClaim? = WatchClaim(root: root)
        #expect(first?.isTaken == false)
        #expect(WatchClaim(root: root).isTaken)
        #expect(!WatchClaim(root: root + "/another").isTaken)
        first = nil
        #expect(!WatchClaim(root: root).isTaken)
    }
}
