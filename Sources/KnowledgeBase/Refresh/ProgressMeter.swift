import KBModel

/// Tells how far work has come, once for each hundredth of it.
struct ProgressMeter {
    private let phase: String
    private let total: Int
    private let progress: ((Progress) -> Void)?
    private let step: Int
    private var done = 0

    init(phase: String, total: Int, progress: ((Progress) -> Void)?) {
        self.phase = phase
        self.total = total
        self.progress = progress
        step = max(1, total / 100)
    }

    /// One more is done.
    mutating func advance() {
        done += 1
        guard let progress, done.isMultiple(of: step) || done == total else { return }
        progress(Progress(phase: phase, done: done, total: total))
    }
}
