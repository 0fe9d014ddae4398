internal import Glibc
public import KBModel

/// Keeps the index of a vault up to date until someone asks for the end.
///
/// Whatever is reported of the vault's folders, the whole vault is looked at, as every question does: a look costs
/// milliseconds, and nothing that was missed, mixed up or lost on the way can make the index differ from the notes.
public final class VaultWatcher {
    /// How to watch.
    public struct Options: Equatable, Sendable {
        /// How long the notes must have been quiet before the index is brought up to date, in milliseconds.
        public var quiet = Debounce.usualQuiet
        /// Whether the notes are looked at from time to time whatever the system reports.
        public var polls = false

        /// The usual ones.
        public init() {}
    }

    /// After what could not be done is tried again, in milliseconds: a full disk or a slip in a setting is not mended faster.
    static let retryWait = 5_000
    /// After which another process that writes the index is asked again, in milliseconds.
    static let lockWait = 250
    /// How long a vault may be gone, in milliseconds: who puts another folder in its place takes less.
    static let goneWait = 5_000
    /// How often a vault that is gone is looked for, in milliseconds.
    static let goneNap = 250

    private let refresher: VaultRefresher
    private let options: Options
    private let listener: (WatchEvent) -> Bool
    /// Whether nobody listens any more.
    private var isOver = false
    private let mounts: MountTable
    private let clock = WatchClock()
    private var debounce: Debounce
    /// When to look even if nothing is reported.
    private var nextLook: Int?
    /// Since when the vault is gone.
    private var goneSince: Int?
    private var hasBegun = false
    private var told = WatchMemory()

    /// Prepares to watch the vault at `root`, a real path, with the settings that `locator` finds for it. `progress` is told
    /// how far the first look has come, `listener` what happens; it says whether to go on.
    public init(
        root: String, locator: VaultLocator, options: Options = Options(), progress: ((Progress) -> Void)? = nil,
        listener: @escaping (WatchEvent) -> Bool
    ) {
        refresher = VaultRefresher(root: root, locator: locator, progress: progress)
        mounts = MountTable(root: root)
        self.options = options
        self.listener = listener
        debounce = Debounce(quiet: options.quiet)
    }

    /// Watches until SIGINT, SIGTERM or SIGHUP comes, or nobody reads what is written to `output`, a descriptor.
    ///
    /// A signal in the middle of a refresh stops that, which leaves the index as it was; a second signal ends the process.
    /// - Throws: What stops the first refresh; later ``KnowledgeBaseError/noSuchVault(_:)`` when the vault is gone for good.
    public func run(output: Int32? = nil) throws(KnowledgeBaseError) {
        let signals = StopSignals()
        refresher.isStopping = { signals.hasCome }
        defer { signals.lift() }
        let claim = WatchClaim(root: refresher.root)
        if claim.isTaken { tell(.watchedElsewhere) }
        try refresh()
        while !signals.hasCome, !isOver {
            switch wait(for: signals, output: output) {
            case .end: return
            case .events(let isOfInterest): if isOfInterest { debounce.note(at: clock.now) }
            }
            let due = [debounce.due, nextLook].compactMap { $0 }.min()
            if let due, due <= clock.now, !signals.hasCome { try refresh() }
        }
    }

    // MARK: - Waiting

    private enum Arrival {
        case events(isOfInterest: Bool)
        case end
    }

    /// Waits for a report, for the time of the next look, or for the end.
    private func wait(for signals: StopSignals, output: Int32?) -> Arrival {
        var sources = [
            pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: refresher.descriptor, events: Int16(POLLIN), revents: 0),
            // A pipe that nobody reads any more is reported without being asked for.
            pollfd(fd: output ?? -1, events: 0, revents: 0),
            pollfd(fd: mounts.descriptor, events: Int16(POLLPRI), revents: 0),
        ]
        let due = [debounce.due, nextLook].compactMap { $0 }.min()
        let patience = due.map { Int32(clamping: max(0, $0 - clock.now)) } ?? -1
        // What interrupts the wait is asked about by the caller.
        guard poll(&sources, nfds_t(sources.count), patience) > 0 else { return .events(isOfInterest: false) }
        if sources[0].revents != 0 || sources[2].revents != 0 { return .end }
        let isMounted = sources[3].revents != 0 && mounts.hasChanged()
        let hasNews = sources[1].revents != 0 && refresher.hasNews()
        return .events(isOfInterest: hasNews || isMounted)
    }

    // MARK: - Refreshing

    private func refresh() throws(KnowledgeBaseError) {
        debounce.clear()
        nextLook = nil
        let start = clock.spent
        do throws(KnowledgeBaseError) {
            let outcome = try refresher.refresh()
            goneSince = nil
            show(outcome)
            if outcome.isPostponed { nextLook = clock.now + VaultWatcher.lockWait }
            planPolling(after: clock.spent - start)
        } catch {
            if case .interrupted = error { return }
            guard hasBegun else { throw error }
            try rest(after: error)
        }
    }

    /// Says what stands in the way, and when it is tried again.
    private func rest(after error: KnowledgeBaseError) throws(KnowledgeBaseError) {
        guard case .noSuchVault = error else {
            if told.isNew(error) { tell(.failed(error)) }
            nextLook = clock.now + VaultWatcher.retryWait
            return
        }
        if goneSince == nil { tell(.vaultGone(root: refresher.root)) }
        let since = goneSince ?? clock.now
        goneSince = since
        guard clock.now - since < VaultWatcher.goneWait else { throw error }
        nextLook = clock.now + VaultWatcher.goneNap
    }

    private func tell(_ event: WatchEvent) {
        if !listener(event) { isOver = true }
    }

    private func show(_ outcome: VaultRefresher.Outcome) {
        if told.isOver() { tell(.recovered) }
        for remark in outcome.remarks where told.isNew(remark) { tell(.remark(remark)) }
        for issue in told.newErrors(in: outcome.report.issues) { tell(.issue(issue)) }
        guard hasBegun else {
            // Whoever reads this may rely on an index that is up to date.
            guard !outcome.isPostponed else { return }
            hasBegun = true
            return tell(.watching(outcome.report, folders: outcome.folders, root: refresher.root))
        }
        if !outcome.report.isUnchanged { tell(.refreshed(outcome.report)) }
    }

    /// Plans the next look where not everything is reported, and says why when that is new.
    private func planPolling(after duration: Int) {
        let reasons = (options.polls ? [WatchEvent.Polling.asked] : []) + refresher.polling
        let wait = PollInterval.milliseconds(after: duration)
        if hasBegun, told.isNew(reasons) { tell(.polling(reasons, seconds: (wait + 500) / 1_000)) }
        guard !reasons.isEmpty else { return }
        nextLook = min(nextLook ?? .max, clock.now + wait)
    }
}

/// How often to look at notes whose changes are not reported.
enum PollInterval {
    /// The shortest, in milliseconds: who waits for a change made elsewhere notices no less.
    static let shortest = 2_000
    /// The share of a processor that looking may take: one part of so many.
    static let share = 50

    /// The milliseconds to wait after a look that took `duration` milliseconds of a processor.
    static func milliseconds(after duration: Int) -> Int { max(shortest, duration * share) }
}

/// A clock that nobody sets, in milliseconds.
struct WatchClock {
    /// Milliseconds since some fixed moment.
    var now: Int { milliseconds(CLOCK_MONOTONIC) }

    /// Milliseconds that this process has worked, on all processors together.
    var spent: Int { milliseconds(CLOCK_PROCESS_CPUTIME_ID) }

    private func milliseconds(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
    }
}
