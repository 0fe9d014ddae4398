internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb export`: hands over to one of ``Exports``.
struct ExportCommand: Command {
    static let name = "export"
    static let outputOption = Option.value(
        "output", short: "o", "FILE", .file, "write into FILE instead of standard output")
    static let forceOption = Option.flag("force", "replace FILE if it is there already")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "write what is studied into a file for another program",
            operands: .init(
                synopsis: "KIND [TOPIC...]", count: 1...Int.max,
                help: Exports.all.map { "\($0.name): \($0.summary)" }.joined(separator: "; "),
                completion: .wordThenConcepts(Exports.all.map { $0.name })),
            options: [outputOption, forceOption] + Exports.options,
            examples: Exports.all.flatMap { $0.examples },
            details: Exports.all.flatMap { $0.details },
            statuses: [.success, .nothingFound])
    }

    private let export: any Export
    private let topic: [String]
    /// What was typed; nil for standard output.
    private let output: String?
    private let isForced: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        let word = arguments.operands.first ?? ""
        guard let kind = Exports.all.first(where: { $0.name == word }) else {
            let names = Exports.all.map { $0.name }
            let mend = Suggestion(for: word, among: names).question ?? "there is \(names.joined(separator: " and "))"
            throw arguments.misused("“\(word)” cannot be exported; \(mend)")
        }
        for option in Exports.options where arguments.has(option) && !kind.options.contains(option) {
            throw arguments.misused("--\(option.name) does not go with \(kind.name)")
        }
        output = arguments.text(Self.outputOption).flatMap { $0 == "-" ? nil : $0 }
        isForced = arguments.has(Self.forceOption)
        if output == "" { throw arguments.misused("--output needs the name of a file") }
        if isForced, output == nil { throw arguments.misused("--force is for --output FILE") }
        topic = Array(arguments.operands.dropFirst())
        export = try kind.init(arguments)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let file = output.map { ExportFile($0, from: session.workingFolder) }
        if let file, !isForced { try file.requireFree() }
        let content = try export.content(about: topic, for: file?.folder, from: base, in: session)
        if let file {
            try file.write(content.text, replacing: isForced)
        } else {
            try session.show(content.text, vault: base.vault)
        }
        session.remark(content.remarks)
        if let file, file.isNote(of: base.vault) {
            session.remark(["\(file.path.harmless) is among the notes, so kb reads it as one from now on"])
        }
        return content.isEmpty ? .nothingFound : .success
    }
}
