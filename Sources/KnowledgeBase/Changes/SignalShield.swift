internal import Glibc

/// Makes the signals by which people stop programs wait, and a file that grows too large an error instead of the end.
struct SignalShield {
    private static let numbers = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    private var previous = sigset_t()
    private let limitHandler: sighandler_t?

    init() {
        var delayed = sigset_t()
        sigemptyset(&delayed)
        for number in SignalShield.numbers { sigaddset(&delayed, number) }
        pthread_sigmask(SIG_BLOCK, &delayed, &previous)
        limitHandler = signal(SIGXFSZ, SIG_IGN)
    }

    /// Whether a signal that ends the program is waiting.
    var isAsked: Bool {
        var waiting = sigset_t()
        guard sigpending(&waiting) == 0 else { return false }
        return SignalShield.numbers.contains { number in
            var action = sigaction()
            guard sigismember(&waiting, number) == 1, sigaction(number, nil, &action) == 0 else { return false }
            // The first is SIG_IGN, as after `nohup`: a value no closure can be compared with.
            return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1
        }
    }

    /// Lets signals through again; those that came meanwhile act now.
    func lift() {
        var previous = previous
        signal(SIGXFSZ, limitHandler)
        pthread_sigmask(SIG_SETMASK, &previous, nil)
    }
}
