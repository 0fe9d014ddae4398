/// What a command is called, takes and does: the one source of its parsing, help, completions and manual page.
struct CommandDefinition: Sendable {
    /// What the operands are.
    struct Operands: Sendable {
        /// What a shell completes an operand with.
        enum Completion: Sendable, Equatable {
            case nothing
            case notes
            case concepts
            case tags
            case query
            case files
            case words([String])
            /// The first with one of these, all others with concepts.
            case wordThenConcepts([String])
            /// What to do with a vault's name, the name, its folder.
            case vaultEdit
        }

        /// As in the help: `QUERY...`.
        var synopsis: String
        /// How many there may be.
        var count: ClosedRange<Int>
        /// What they are, for the help.
        var help: String
        /// What a shell completes them with.
        var completion: Completion

        /// No operands.
        static let none = Operands(synopsis: "", count: 0...0, help: "", completion: .nothing)
    }

    /// A command line that shows a use, with what it does.
    struct Example: Sendable {
        var line: String
        var purpose: String

        init(_ line: String, _ purpose: String) {
            self.line = line
            self.purpose = purpose
        }
    }

    /// The word behind `kb`.
    var name: String
    /// What it does in one line, without a capital and a full stop.
    var summary: String
    /// What it takes besides options.
    var operands: Operands = .none
    /// Its own options; the global ones come on top.
    var options: [Option] = []
    /// Uses, the commonest first.
    var examples: [Example] = []
    /// What else a reader should know, a paragraph a string.
    var details: [String] = []
    /// The exit codes it can end with, besides ``ExitStatus/failure``.
    var statuses: [ExitStatus] = [.success]
    /// Whether it is left out of the help.
    var isHidden = false
}
