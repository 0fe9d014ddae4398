/// `kb concept merge|split|hide|rename`
struct ConceptEditCommand {
    static let options: [Option] = []
    static let examples: [CommandDefinition.Example] = []
    static let details: [String] = []

    init?(_ arguments: Arguments) throws(UsageError) { return nil }

    func run(in session: Session) throws(Failure) -> ExitStatus { .success }
}
