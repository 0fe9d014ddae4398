/// What kb takes for a note.
enum NoteFile {
    /// Extensions of notes, in lower case, without the dot.
    static let extensions: Set<String> = ["md", "markdown", "mdx", "txt", "text"]
}
