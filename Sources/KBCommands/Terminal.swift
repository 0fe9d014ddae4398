@preconcurrency internal import Glibc

/// The standard streams and the process: the only place of the commands that calls the C library.
///
/// Writing to a reader that has gone is no error: `kb search … | head` ends quietly, with the exit code it would have had.
struct Terminal: Sendable {
    /// The environment variables.
    let environment: [String: String]
    /// Whether standard input, output and error are terminals.
    let isInputTerminal: Bool
    let isOutputTerminal: Bool
    let isErrorTerminal: Bool

    init() {
        // A reader that leaves early then shows as an error of `write`, which is silent; see `writeAll`.
        signal(SIGPIPE, SIG_IGN)
        environment = Terminal.readEnvironment()
        isInputTerminal = isatty(STDIN_FILENO) == 1
        isOutputTerminal = isatty(STDOUT_FILENO) == 1
        isErrorTerminal = isatty(STDERR_FILENO) == 1
    }

    /// The absolute path of the working folder; nil when it was deleted meanwhile.
    var workingFolder: String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// Columns and rows of the terminal that standard output is; nil when it is none or does not tell.
    var size: (columns: Int, rows: Int)? {
        var size = winsize()
        guard isOutputTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// The descriptor of standard output when that is a pipe, whose reader may leave; else nil.
    var outputPipe: Int32? {
        var status = stat()
        return fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO ? STDOUT_FILENO : nil
    }

    /// Seconds since some fixed moment.
    var seconds: Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    /// Year, month and day where the reader is.
    var today: (year: Int, month: Int, day: Int) {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }

    /// Writes to standard output at once; the status is always success, so that a command can end with it.
    @discardableResult
    func write(_ text: String) throws(Failure) -> ExitStatus {
        try write(Array(text.utf8))
        return .success
    }

    /// Writes to standard output at once.
    func write(_ bytes: [UInt8]) throws(Failure) {
        if let reason = Terminal.writeAll(bytes, to: STDOUT_FILENO) { throw .output(reason) }
    }

    /// Writes to standard error; when that fails there is nobody left to tell.
    func writeError(_ text: String) {
        _ = Terminal.writeAll(Array(text.utf8), to: STDERR_FILENO)
    }

    /// All of standard input, which must not have more than `limit` bytes.
    func readInput(limit: Int = .max) throws(Failure) -> [UInt8] {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            if count == 0 { return result }
            if count > 0 {
                result += buffer[..<count]
                guard result.count <= limit else {
                    throw .input("standard input holds more than \(limit >> 20) MB, which is too much")
                }
            } else if errno != EINTR {
                throw .input("standard input cannot be read: \(Terminal.reason(errno))")
            }
        }
    }

    /// Whether standard input is a pipe or a file with something in it that nobody has read. Never waits.
    var hasWaitingInput: Bool {
        var status = stat()
        guard fstat(STDIN_FILENO, &status) == 0 else { return false }
        if status.st_mode & S_IFMT == S_IFREG {
            let place = lseek(STDIN_FILENO, 0, SEEK_CUR)
            return place >= 0 && place < status.st_size
        }
        var count: Int32 = 0
        return status.st_mode & S_IFMT == S_IFIFO && ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 && count > 0
    }

    /// Asks `question` on standard error, and whether standard input answers yes. Anything else is a no.
    func agrees(to question: String) -> Bool {
        ["y", "yes"].contains((answer(to: question + " [y/N] ") ?? "").lowercased())
    }

    /// Asks `question` on standard error, and gives the line that standard input answers; nil at its end.
    func answer(to question: String) -> String? {
        writeError(question)
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = Glibc.read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else {
                // The shell's next words are not to stand behind the question.
                writeError("\n")
                return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
            }
            guard byte != 0x0A else { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
    }

    /// Shows `bytes` in a pager, a command line of the shell, and waits until the reader leaves it.
    ///
    /// - Returns: Whether the pager could be started.
    func page(_ bytes: [UInt8], with pager: String) -> Bool {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return false }
        // Else the pager would hold the writing end itself and never see the end of the text.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        // Ctrl-C is the pager's while it runs: leaving it alone with the terminal would garble both.
        let interrupt = signal(SIGINT, SIG_IGN)
        let quit = signal(SIGQUIT, SIG_IGN)
        defer {
            signal(SIGINT, interrupt)
            signal(SIGQUIT, quit)
        }
        let child = spawn(["/bin/sh", "-c", pager], actions: &actions)
        close(ends[0])
        guard let child else {
            close(ends[1])
            return false
        }
        _ = Terminal.writeAll(bytes, to: ends[1])
        close(ends[1])
        // The shell's words for a command that cannot be run or does not exist.
        return ![126, 127].contains(Terminal.wait(for: child))
    }

    /// Runs another program, a command line whose first word is its path, and waits for its end.
    ///
    /// It has our standard streams; where the input is no terminal, it has nothing to read. What interrupts it does not
    /// interrupt us.
    /// - Parameter needsScreen: Whether it shows itself to the reader: where our output is no terminal, it writes to
    ///   standard error if that is one.
    /// - Returns: Its exit code, -1 when a signal ended it; nil when it cannot be started.
    func run(_ words: [String], needsScreen: Bool = false) -> Int32? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if !isInputTerminal { posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0) }
        if needsScreen, !isOutputTerminal, isErrorTerminal {
            posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
        }
        let interrupt = signal(SIGINT, SIG_IGN)
        let quit = signal(SIGQUIT, SIG_IGN)
        defer {
            signal(SIGINT, interrupt)
            signal(SIGQUIT, quit)
        }
        return spawn(words, actions: &actions).map(Terminal.wait)
    }

    /// Ends the program by a signal, so that whoever started it knows.
    func die(of number: Int32) -> Never {
        signal(number, SIG_DFL)
        kill(getpid(), number)
        exit(128 + number)
    }

    /// Seconds since 1970, as the clock has it.
    var clock: Int { Int(time(nil)) }

    /// The seconds since 1970 when the day of `seconds` began where the reader is, and when the next one begins.
    func day(of seconds: Int) -> (start: Int, end: Int) {
        var moment = time_t(seconds)
        var parts = tm()
        localtime_r(&moment, &parts)
        (parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (0, 0, 0, -1)
        let start = mktime(&parts)
        // The date again, since the other end of daylight saving is not 24 hours away.
        parts.tm_mday += 1
        (parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (0, 0, 0, -1)
        return (Int(start), Int(mktime(&parts)))
    }

    /// Becomes another program, found on `$PATH`; returns only when that fails, with the reason.
    func become(_ words: [String]) -> Failure {
        signal(SIGPIPE, SIG_DFL)
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        arguments.append(nil)
        execvp(words.first ?? "", arguments)
        return .program(words.first ?? "", reason: Terminal.reason(errno))
    }

    private func spawn(_ words: [String], actions: inout posix_spawn_file_actions_t) -> pid_t? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var defaults = sigset_t()
        sigemptyset(&defaults)
        for number in [SIGPIPE, SIGINT, SIGQUIT] { sigaddset(&defaults, number) }
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        guard posix_spawn(&child, words.first ?? "", &actions, &attributes, arguments, environ) == 0 else { return nil }
        return child
    }

    private static func wait(for child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1, errno == EINTR {}
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
    }

    /// Writes everything; the reason when that fails, nil when it worked or nobody reads any more.
    private static func writeAll(_ bytes: [UInt8], to file: Int32) -> String? {
        bytes.withUnsafeBytes { buffer -> String? in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EPIPE {
                    return nil
                } else if errno != EINTR, errno != EAGAIN {
                    return reason(errno)
                }
            }
            return nil
        }
    }

    private static func reason(_ number: Int32) -> String {
        String(cString: strerror(number))
    }

    private static func readEnvironment() -> [String: String] {
        var result: [String: String] = [:]
        var entry = environ
        while let text = entry.pointee {
            if let sign = strchr(text, Int32(UInt8(ascii: "="))) {
                let name = UnsafeRawBufferPointer(start: text, count: sign - text)
                result[String(decoding: name, as: UTF8.self)] = String(cString: sign + 1)
            }
            entry += 1
        }
        return result
    }
}
