internal import KBModel
internal import KBPresent

/// What stops a command that was called rightly.
enum Failure: Error, Equatable {
    /// The engine cannot answer.
    case engine(KnowledgeBaseError)
    /// Standard output cannot be written; the reason.
    case output(String)
    /// Another program cannot be started: its name and the reason.
    case program(String, reason: String)
    /// Standard input would have to be waited for, or cannot be read.
    case input(String)
    /// A card cannot be found by what was typed; the reason.
    case card(String)

    /// For standard error, without a final line feed.
    var message: String {
        switch self {
        case .engine(let error): error.message
        case .output(let reason): "the output cannot be written: \(reason)"
        case .program(let name, let reason): "\(name) cannot be started: \(reason)"
        case .input(let reason), .card(let reason): reason
        }
    }
}
