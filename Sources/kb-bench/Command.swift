import Glibc

/// A program that answers queries, run anew for each.
struct Command {
    private let words: [String]

    /// Takes a command line apart at its spaces; `{index}` is replaced by `indexFolder`, `{}` by each query.
    init(_ line: String, indexFolder: String) {
        words = line.split(separator: " ").map { $0 == "{index}" ? indexFolder : String($0) }
    }

    /// What to call it in a report.
    var name: String {
        let program = words.first.map { String($0.split(separator: "/").last ?? "") } ?? ""
        return ([program] + words.dropFirst().filter { $0.hasPrefix("--no") || $0 == "search" }).joined(separator: " ")
    }

    /// Runs it, its output thrown away. A program that finds nothing may say so by its exit status.
    func run(_ query: String) throws(UsageError) -> Elapsed {
        var usage = rusage()
        var isStarted = true
        let elapsed = Elapsed.of {
            guard let child = start(query) else {
                isStarted = false
                return
            }
            var status: Int32 = 0
            while wait4(child, &status, 0, &usage) == -1, errno == EINTR {}
        }
        guard isStarted else { throw UsageError("cannot run \(words.first ?? "")") }
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return Elapsed(wall: elapsed.wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime))
    }

    private func start(_ query: String) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
        }
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0 == "{}" ? query : $0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, words.first ?? "", &actions, nil, arguments, environ)
        return code == 0 ? child : nil
    }
}
