/// A command line, taken apart.
struct Invocation {
    /// The benchmark to run.
    let name: String
    /// The notes to run it on.
    let folder: String
    /// How often each thing is measured.
    private(set) var runs = 5
    /// Whether JSON is wanted.
    private(set) var isJSON = false
    /// A file of queries.
    private(set) var queries: String?
    /// How many headings to draw for queries.
    private(set) var count = 50
    /// Programs to compare.
    private(set) var commands: [String] = []

    init(_ words: [String]) throws(UsageError) {
        var operands: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--json": isJSON = true
            case "--runs": runs = try Invocation.number(after: word, &rest)
            case "--count": count = try Invocation.number(after: word, &rest)
            case "--queries": queries = try Invocation.value(after: word, &rest)
            case "--command": commands.append(try Invocation.value(after: word, &rest))
            default:
                guard !word.hasPrefix("-") else { throw UsageError("there is no option \(word)") }
                operands.append(word)
            }
        }
        guard operands.count == 2 else { throw UsageError("name a benchmark and a folder; --help tells more") }
        let names = Program.benchmarks.map { $0.name } + ["all"]
        guard names.contains(operands[0]) else {
            throw UsageError("there is no benchmark “\(operands[0])”, only \(names.joined(separator: ", "))")
        }
        name = operands[0]
        folder = operands[1]
    }

    private static func value(after option: String, _ rest: inout ArraySlice<String>) throws(UsageError) -> String {
        guard let value = rest.popFirst() else { throw UsageError("\(option) needs a value") }
        return value
    }

    private static func number(after option: String, _ rest: inout ArraySlice<String>) throws(UsageError) -> Int {
        guard let number = Int(try value(after: option, &rest)), number > 0 else {
            throw UsageError("\(option) needs a number from 1")
        }
        return number
    }
}
