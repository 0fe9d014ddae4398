internal import Glibc

/// A second thread for as long as one task takes. Threads of C start in 30 µs; Dispatch would cost more at start-up.
final class Worker: @unchecked Sendable {
    private var thread = pthread_t()
    private let task: @Sendable () -> Void

    private init(_ task: @escaping @Sendable () -> Void) { self.task = task }

    /// Starts `task`; nil when the system gives no thread, and then the caller does all the work.
    static func start(_ task: @escaping @Sendable () -> Void) -> Worker? {
        let worker = Worker(task)
        let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
            guard let argument else { return nil }
            Unmanaged<Worker>.fromOpaque(argument).takeRetainedValue().task()
            return nil
        }
        let retained = Unmanaged.passRetained(worker)
        guard pthread_create(&worker.thread, nil, body, retained.toOpaque()) == 0 else {
            retained.release()
            return nil
        }
        return worker
    }

    /// Waits until the task is done. Call exactly once.
    func join() { pthread_join(thread, nil) }
}

/// A value that threads take turns with, and can wait for to change.
final class Monitor<Value>: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let signal = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var value: Value

    init(_ value: sending Value) {
        self.value = value
        pthread_mutex_init(lock, nil)
        pthread_cond_init(signal, nil)
    }

    deinit {
        pthread_cond_destroy(signal)
        pthread_mutex_destroy(lock)
        signal.deallocate()
        lock.deallocate()
    }

    /// Runs `body` alone, and wakes those who wait when `wakes` is set.
    func use<Result>(wakes: Bool = false, _ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        let result = body(&value)
        if wakes { pthread_cond_broadcast(signal) }
        return result
    }

    /// Runs `body` alone, again after each change, until it returns something; then wakes the others who wait.
    func wait<Result>(_ body: (inout Value) -> Result?) -> Result { wait(wakes: { _ in true }, body) }

    /// Runs `body` alone, again after each change, until it returns something; then wakes the others who wait, if
    /// `wakes` holds of the value by then. Waking a thread for nothing costs more than a short note does.
    func wait<Result>(wakes: (Value) -> Bool, _ body: (inout Value) -> Result?) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while true {
            if let result = body(&value) {
                if wakes(value) { pthread_cond_broadcast(signal) }
                return result
            }
            pthread_cond_wait(signal, lock)
        }
    }
}
