/// What commands about a topic of study share.
enum TopicOptions {
    static let depth = Option.value(
        "depth", "N", .number(1...Int.max), "take at most N levels of list items")

    /// What the details of the help say.
    static let explanation =
        "TOPIC is a note (its path, or PATH#HEADING for a section), a concept in any of its spellings, the title of a "
        + "note or section, else a query. Its words need no quotes; commas part several topics."
}
