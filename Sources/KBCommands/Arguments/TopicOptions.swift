internal import KBStudy

/// What commands about a topic of study share.
enum TopicOptions {
    static let depth = Option.value(
        "depth", "N", .number(1...Int.max), "take at most N levels of list items")

    /// The operand of a command that takes one topic.
    static let operand = CommandDefinition.Operands(
        synopsis: "[TOPIC...]", count: 0...Int.max,
        help: "a concept, a note, a section, or words to search for; all notes when there is none",
        completion: .concepts)

    /// What the details of the help say.
    static let explanation =
        "TOPIC is a note (its path, or PATH#HEADING for a section), a concept in any of its spellings, the title of a "
        + "note or section, else a query. Its words need no quotes; commas part several topics."
}
