internal import Glibc

/// Makes the signals by which people stop programs wait, and a file that grows too large an error instead of the end.
struct SignalShield {
    private var previous = sigset_t()
    private let limitHandler: sighandler_t?

    init() {
        var delayed = sigset_t()
        sigemptyset(&delayed)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&delayed, number) }
        pthread_sigmask(SIG_BLOCK, &delayed, &previous)
        limitHandler = signal(SIGXFSZ, SIG_IGN)
    }

    /// Lets signals through again; those that came meanwhile act now.
    func lift() {
        var previous = previous
        signal(SIGXFSZ, limitHandler)
        pthread_sigmask(SIG_SETMASK, &previous, nil)
    }
}
