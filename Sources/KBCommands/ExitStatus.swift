/// How a run of kb ended, as the shell sees it: the one place for exit codes.
enum ExitStatus: Int32, CaseIterable {
    /// Something was found, or done.
    case success = 0
    /// The question was answered: nothing is there.
    case nothingFound = 1
    /// Misused, or something stopped the command.
    case failure = 2
    /// `kb doctor` found something to mend.
    case problemsFound = 3
    /// Stopped with Ctrl-C. The shell reports it for the signal; kb never returns it.
    case interrupted = 130

    /// What the code means, for the help and the manual.
    var meaning: String {
        switch self {
        case .success: "found, or done"
        case .nothingFound: "nothing was found"
        case .failure: "wrong usage, a slip in the query, or a failure"
        case .problemsFound: "kb doctor found errors or warnings"
        case .interrupted: "interrupted with Ctrl-C"
        }
    }
}
