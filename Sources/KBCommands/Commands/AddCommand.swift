internal import KBModel
internal import KnowledgeBase

/// `kb add`
struct AddCommand: Command {
    static let name = "add"

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "make a note, or add to one",
            operands: .init(
                synopsis: "[TITLE...] [-]", count: 0...Int.max,
                help:
                    "the title of the new note, or with --to and --daily the text; - reads the text from standard input",
                completion: .nothing),
            options: AdditionRequest.options,
            examples: [
                .init("kb add Gradient descent", "a new note of that title, in your editor"),
                .init("kb add Idea -m 'Cache the embeddings' --tag ml", "with a text and a tag, without an editor"),
                .init("pbpaste | kb add -", "from standard input; the first heading or line is the title"),
                .init("kb add --to serving#Caching Evict by age", "under a heading of a note that is there"),
                .init("kb add --daily '- [ ] call Ann'", "in the note of the day"),
                .init("kb add --daily", "the note of the day in your editor"),
                .init("kb add --dry-run Idea -m Text", "what would be written"),
            ],
            details: [
                "A new note goes into --folder, else into the setting add.folder, else into the folder you are in if notes "
                    + "are found there, else into the first notes folder. Its file is named after its title; a name that "
                    + "is taken gets a number, and nothing is ever overwritten. A text that brings its own title or "
                    + "front matter keeps them. What is printed is PATH:LINE, where the text begins.",
                "--to adds behind everything in a note or under a heading, in the way the note is written; an item goes on "
                    + "with a list. --tag then writes the tag behind the text. The daily note is named by the "
                    + "settings daily.folder, daily.format and daily.template, or as Obsidian's own settings say.",
                "Without a text, your editor opens when someone is there to type, as for kb edit. What you write is kept "
                    + "outside the vault until it is added, and stays there when that fails; an empty or unchanged "
                    + "draft adds nothing.",
                "Before writing, kb tells what the vault already says about it and asks which tags and links to add; where "
                    + "standard input and error are no terminals, and with --yes, --json or --no-input, it only tells. "
                    + "The diff of --dry-run can be applied with git apply in the vault's folder.",
                NoteReference.fullExplanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let request: AdditionRequest

    init(_ arguments: Arguments) throws(UsageError) { request = try AdditionRequest(arguments) }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        try AdditionFlow(request: request, session: session).run()
    }
}
