public import KBEdit
public import KBModel

/// Prints what was added to a vault, and offers what may be added to it.
public struct AdditionPresenter: Sendable {
    /// The formats of `kb add`.
    public typealias Format = ChangePresenter.Format

    /// How the change itself is printed.
    public var changes: ChangePresenter

    /// A presenter; see the property.
    public init(changes: ChangePresenter) { self.changes = changes }

    /// Where the text is now: `path:line`.
    public func place(_ path: String, line: Int) -> String { changes.place(path, line: line) + "\n" }

    /// All of it for a program; `advice` is null when the vault was not asked.
    public func json(_ plan: ChangePlan, path: String, line: Int, isApplied: Bool, advice: JSONValue) -> String {
        let members: [JSONValue.Member] =
            [.init("path", .string(changes.paths.shown(path))), .init("line", .integer(line))]
            + changes.members(plan, isApplied: isApplied).filter { $0.key != "version" }
            + [.init("advice", advice)]
        return JSONValue.object([.init("version", jsonVersion)] + members).indented
    }

    // MARK: - Questions

    /// How many tags and how many links are offered at most: what is read before a question.
    public static let mostChoices = 5

    /// The tags and links that may be added, numbered from 1 in one list, tags first; empty when there are none.
    public func choices(_ advice: DraftAdvice) -> String {
        let tags = advice.tags.map { (what: "#" + $0.tag, why: $0.reason) }
        let links = advice.links.map { (what: "link to \($0.title)", why: $0.reason) }
        let all = (tags + links).enumerated().map {
            (number: String($0.offset + 1), what: $0.element.what, why: $0.element.why)
        }
        let numberWidth = all.map(\.number.utf8.count).max() ?? 0
        let width = all.map { $0.what.harmless.displayWidth }.max() ?? 0
        return all.map { choice in
            let number = String(repeating: " ", count: numberWidth - choice.number.utf8.count) + choice.number
            let what = choice.what.harmless.padded(to: width)
            return "  \(number)  \(what)  \(changes.style.dress(choice.why, as: .faint))\n"
        }.joined()
    }

    /// Asks which of the choices are wanted.
    public static let choiceQuestion = "Add which? (1 3, a for all, Enter for none) "

    /// The numbers that an answer to ``choiceQuestion`` names, of `count`, each once and ascending; nil when it makes no sense.
    public static func chosen(_ answer: String, of count: Int) -> [Int]? {
        let words = answer.lowercased().split { $0 == " " || $0 == "," || $0 == "\t" }
        if words == ["a"] || words == ["all"] { return Array(0..<count) }
        if words == ["n"] || words == ["no"] || words == ["none"] { return [] }
        var numbers: Set<Int> = []
        for word in words {
            guard let number = Int(word), 1...max(1, count) ~= number, number <= count else { return nil }
            numbers.insert(number - 1)
        }
        return numbers.sorted()
    }

    /// Asks whether the text belongs to the note at `path`, under `heading` if that is named.
    public func question(about path: String, under heading: String? = nil) -> String {
        let place = heading.map { " under “\($0.harmless)”" } ?? ""
        return "Add the text to \(changes.paths.shown(path).harmless)\(place) instead of a new note?"
    }
}
