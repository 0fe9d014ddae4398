internal import KBModel

/// A command line, read and checked against the definition of its command.
struct Arguments: Equatable {
    /// The command's name.
    var command: String
    /// What is neither an option nor an option's value, in order.
    var operands: [String] = []
    /// How many of the operands, the last ones, stand behind `--` and so are never the words of a subcommand.
    var operandsBehindMark = 0
    /// The values of each option by its name, in order; a flag has an empty one each time it is given.
    private(set) var values: [String: [String]] = [:]

    init(command: String) { self.command = command }

    mutating func add(_ value: String, to option: Option) { values[option.name, default: []].append(value) }

    /// Whether a flag was given.
    func has(_ option: Option) -> Bool { values[option.name] != nil }

    /// The last value given.
    func text(_ option: Option) -> String? { values[option.name]?.last }

    /// Every value given.
    func texts(_ option: Option) -> [String] { values[option.name] ?? [] }

    /// The last value given, as a number.
    func number(_ option: Option) -> Int? { text(option).flatMap { Int($0) } }

    /// The last value given, as a case of an enumeration.
    func choice<Choice: RawRepresentable<String>>(_ option: Option, as type: Choice.Type) -> Choice? {
        text(option).flatMap(Choice.init)
    }

    /// The last value given, as cases of an enumeration.
    func choices<Choice: RawRepresentable<String>>(_ option: Option, as type: Choice.Type) -> [Choice]? {
        text(option).map { $0.split(separator: ",").compactMap { Choice(rawValue: String($0)) } }
    }

    /// The last value given, as a day; the reader has checked that it is one.
    func day(_ option: Option, today: Day) -> Day? { text(option).flatMap { Day(typed: $0, today: today) } }

    /// Refuses an empty operand: where a path is meant, it would be taken for the folder it is seen from.
    func requireNoEmptyOperand() throws(UsageError) {
        if operands.contains(where: \.isEmpty) { throw misused("an empty name names nothing") }
    }

    /// A usage error of this command.
    func misused(_ message: String) -> UsageError { UsageError(message, command: command) }
}
