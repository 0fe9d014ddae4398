import Glibc

/// Time that passed, and processor time that was spent, in seconds.
struct Elapsed {
    var wall: Double
    /// Of all threads.
    var processor: Double

    /// What `body` takes.
    static func of(_ body: () throws -> Void) rethrows -> Elapsed {
        let (wall, processor) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
        try body()
        return Elapsed(
            wall: seconds(CLOCK_MONOTONIC) - wall, processor: seconds(CLOCK_PROCESS_CPUTIME_ID) - processor)
    }

    /// The processor time, in seconds, that `body` takes on this thread.
    static func ofThread(_ body: () throws -> Void) rethrows -> Double {
        let start = seconds(CLOCK_THREAD_CPUTIME_ID)
        try body()
        return seconds(CLOCK_THREAD_CPUTIME_ID) - start
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var now = timespec()
        clock_gettime(clock, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}

/// The most memory this process has held so far, in bytes.
var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
}
