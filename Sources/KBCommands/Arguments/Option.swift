/// An option of a command. Parsing, help, completions and the manual page are all made from it.
struct Option: Sendable, Equatable {
    /// What an option takes.
    enum Value: Sendable, Equatable {
        /// Nothing: it is given or not.
        case flag
        /// A whole number in this range.
        case number(ClosedRange<Int>)
        /// One of these words.
        case choice([String])
        /// Some of these words, with commas between them.
        case choices([String])
        /// A day.
        case day
        /// A tag of the vault.
        case tag
        /// A note of the vault.
        case note
        /// A concept of the vault.
        case concept
        /// A registered vault, or a folder.
        case vault
        /// A folder.
        case folder
        /// A file.
        case file
        /// Any text.
        case text
    }

    /// The long name, without its dashes.
    var name: String
    /// The one-letter name.
    var short: Character?
    /// What it takes.
    var value: Value
    /// What stands for the value in the help; empty for a flag.
    var placeholder: String
    /// What it does, without a capital and a full stop.
    var help: String
    /// Whether it may be given more than once and every value counts; else the last one does.
    var isRepeatable: Bool

    /// An option that is given or not.
    static func flag(_ name: String, short: Character? = nil, _ help: String) -> Option {
        Option(name: name, short: short, value: .flag, placeholder: "", help: help, isRepeatable: false)
    }

    /// An option with a value.
    static func value(
        _ name: String, short: Character? = nil, _ placeholder: String, _ value: Value = .text,
        isRepeatable: Bool = false, _ help: String
    ) -> Option {
        Option(
            name: name, short: short, value: value, placeholder: placeholder, help: help, isRepeatable: isRepeatable)
    }

    /// An option for one of the cases of an enumeration.
    static func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ name: String, short: Character? = nil, _ placeholder: String, of type: Choice.Type, _ help: String
    ) -> Option {
        value(name, short: short, placeholder, .choice(type.allCases.map(\.rawValue)), help)
    }

    /// As it is written on a command line, with what it takes: `-n, --limit N`.
    var synopsis: String {
        let names = (short.map { "-\($0), " } ?? "    ") + "--\(name)"
        return placeholder.isEmpty ? names : names + " " + placeholder
    }

    /// The words it takes, if it is one of a few.
    var words: [String] {
        switch value {
        case .choice(let words), .choices(let words): words
        case .flag, .number, .day, .tag, .note, .concept, .vault, .folder, .file, .text: []
        }
    }

    /// The help with the words it takes.
    var fullHelp: String {
        words.isEmpty ? help : "\(help): \(words.joined(separator: ", "))"
    }
}
