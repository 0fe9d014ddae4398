internal import KBModel

/// What happens to one file, as the journal holds it: its content is replaced, it takes another path, or both.
struct ChangeStep: Equatable {
    /// Where the file is before; where it comes to be, for a new one. In the vault.
    var path: String
    /// Where it is afterwards; nil when it stays.
    var to: String?
    /// Where the new content waits, in the same folder; once it has changed places with the old content, that is there.
    /// Nil when the content stays.
    var staged: String?
    /// What it holds before; nil for a new file, and for one that was not read.
    var old: FilePrint?
    /// What it holds afterwards, when ``staged``.
    var new: FilePrint?

    /// The path it has afterwards.
    var newPath: String { to ?? path }

    /// Where the old content waits while it cannot change places with the new one in one go.
    static func kept(_ staged: String) -> String { staged + "~" }
}

extension ChangeStep {
    /// As the journal holds it.
    var json: JSONValue {
        [
            "path": .string(path), "to": JSONValue(to), "staged": JSONValue(staged), "old": JSONValue(old?.text),
            "new": JSONValue(new?.text),
        ]
    }

    /// Reads ``json`` back; nil for anything else.
    init?(json: JSONValue) {
        guard let path = json["path"]?.text, !path.isEmpty else { return nil }
        self.path = path
        to = json["to"]?.text
        staged = json["staged"]?.text
        old = json["old"]?.text.flatMap { FilePrint($0) }
        new = json["new"]?.text.flatMap { FilePrint($0) }
    }
}

extension JSONValue {
    /// The first member called `key`.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The text of a string.
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The elements of an array.
    var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}
