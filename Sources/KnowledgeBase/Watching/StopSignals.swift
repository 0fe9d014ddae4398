internal import Glibc

/// The signals by which people and systems ask for the end, as something to wait for and to ask about.
///
/// A class, since it changes what signals do and sets that back with ``lift()``. There is one at a time. A second signal
/// ends the process at once, as if nobody listened.
final class StopSignals {
    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    /// Becomes readable when a signal came; -1 when there are no pipes to have.
    let descriptor: Int32
    private let writer: Int32
    private var handlers: [(number: Int32, handler: sighandler_t?)] = []
    /// The numbers of descriptors are given out again, so they tell nothing once these are closed.
    private var isLifted = false

    /// Begins to listen. Signals that are ignored, as `nohup` wants it, stay so.
    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (descriptor, writer) = (ends[0], ends[1])
        stopSignal = 0
        stopDescriptor = writer
        for number in StopSignals.numbers {
            let handler = signal(number, noteStop)
            if unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(number, SIG_IGN)
            } else {
                handlers.append((number, handler))
            }
        }
    }

    deinit { lift() }

    /// Stops listening.
    func lift() {
        guard !isLifted else { return }
        isLifted = true
        for (number, handler) in handlers { signal(number, handler) }
        if stopDescriptor == writer { stopDescriptor = -1 }
        for end in [descriptor, writer] where end >= 0 { close(end) }
    }

    /// Whether a signal came.
    var hasCome: Bool { stopSignal != 0 }
}

/// The signal that came, and where to tell; -1 for nowhere. A handler can reach nothing but what is global.
nonisolated(unsafe) private var stopSignal: Int32 = 0
nonisolated(unsafe) private var stopDescriptor: Int32 = -1

/// Notes the first signal; the second acts as it does by default.
private func noteStop(_ number: Int32) {
    let code = errno
    if stopSignal != 0 {
        signal(number, SIG_DFL)
        kill(getpid(), number)
    }
    stopSignal = number
    var byte: UInt8 = 0
    _ = write(stopDescriptor, &byte, 1)
    errno = code
}
