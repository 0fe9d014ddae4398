/// A command line that cannot be carried out as written.
struct UsageError: Error, Equatable {
    /// What is wrong and how to mend it.
    var message: String
    /// The command whose help tells more; nil for the program as a whole.
    var command: String?

    init(_ message: String, command: String? = nil) {
        self.message = message
        self.command = command
    }

    /// The message with where to read on, for standard error.
    var text: String {
        let place = command.map { "kb \($0)" } ?? "kb"
        let help = command.map { "kb help \($0)" } ?? "kb help"
        return "\(place): \(message)\nTry “\(help)”.\n"
    }
}
