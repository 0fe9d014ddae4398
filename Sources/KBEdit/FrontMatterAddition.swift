internal import KBParse

/// Adds values to the front matter of a note.
public enum FrontMatterAddition {
    /// The file `bytes` with `values` added to the list under `key`, those that are not there yet.
    ///
    /// The key, and the front matter, are made when they are missing. A text becomes a list; comments, order, indentation,
    /// quotes and line ends stay.
    /// - Parameter key: `tags`, `aliases` or another key; `tag` and `alias` are met too.
    /// - Throws: ``EditRefusal`` when the file is not valid UTF-8, or its front matter cannot be read or holds a map there.
    public static func adding(
        _ values: [String], to key: String, in bytes: [UInt8], path: String
    ) throws(EditRefusal) -> [UInt8] {
        var parser = NoteParser()
        var bytes = bytes
        for value in values {
            let note = EditableNote(bytes, path: path, with: &parser)
            if let reason = note.reasonNotEditable { throw EditRefusal("\(path) cannot be changed: \(reason)") }
            let writer = FrontMatterWriter(note)
            if writer.holds(value, key) { continue }
            guard let edit = writer.adding(value, to: key), let new = note.applying([edit]) else {
                throw EditRefusal("the front matter of \(path) has no place for \(key); mend it first")
            }
            let read = EditableNote(new, path: path, with: &parser)
            guard FrontMatterWriter(read).holds(value, key) else {
                throw EditRefusal("“\(value)” cannot be written to \(key) of \(path)")
            }
            bytes = new
        }
        return bytes
    }
}
