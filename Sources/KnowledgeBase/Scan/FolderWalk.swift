/// Reads a tree of folders on two threads.
///
/// Which thread reads which folder changes from run to run; the tree that comes out does not.
final class FolderWalk: Sendable {
    /// Folders still to be read.
    private struct Work {
        var pending: [FolderListing]
        /// How many folders are being read, which may bring more.
        var active = 0
        var hasHelper = false
    }

    /// From how many waiting folders on a second thread pays for its start.
    private static let worthHelp = 8

    private let scope: FolderReader.Scope
    private let work: Monitor<Work>

    private init(_ listings: [FolderListing], scope: FolderReader.Scope) {
        self.scope = scope
        work = Monitor(Work(pending: listings))
    }

    /// Fills `listings` and all folders below them.
    static func read(_ listings: [FolderListing], scope: FolderReader.Scope) {
        let walk = FolderWalk(listings, scope: scope)
        let helper = walk.run(helps: false)
        helper?.join()
    }

    /// Reads folders until none is left; returns the helper it called in, if any.
    @discardableResult
    private func run(helps: Bool) -> Worker? {
        var reader = FolderReader(scope: scope)
        var helper: Worker?
        while let listing = next() {
            reader.read(listing)
            if finish(listing, mayCallHelp: !helps) { helper = Worker.start { self.run(helps: true) } }
        }
        return helper
    }

    /// A folder to read; nil when all are done. Waits while the other thread may still find some.
    private func next() -> FolderListing? {
        work.wait { work -> FolderListing?? in
            if let listing = work.pending.popLast() {
                work.active += 1
                return .some(listing)
            }
            return work.active == 0 ? .some(nil) : nil
        }
    }

    /// Queues the folders found in `listing`; true when it is time to call in a helper.
    private func finish(_ listing: FolderListing, mayCallHelp: Bool) -> Bool {
        let folders = listing.contents.folders
        return work.use(wakes: true) { work in
            work.active -= 1
            work.pending += folders
            guard mayCallHelp, !work.hasHelper, work.pending.count >= FolderWalk.worthHelp else { return false }
            work.hasHelper = true
            return true
        }
    }
}
