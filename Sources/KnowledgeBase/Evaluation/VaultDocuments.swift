import KBEval
import KBModel

/// What the notes and sections of a vault are called in runs and judgements.
struct VaultDocuments {
    /// The name of each note by its path, not yet encoded.
    private var names: [String: String] = [:]
    /// The path of each note by everything it goes by.
    private var paths: [String: String] = [:]

    /// The documents of the notes at `paths`.
    init(_ paths: [String]) {
        var uses: [String: Int] = [:]
        for path in paths { uses[DocumentName.ofNote(path), default: 0] += 1 }
        for path in paths {
            // Notes that differ in the extension alone keep it: no two documents may be called the same.
            let stem = DocumentName.ofNote(path)
            let name = uses[stem] == 1 ? stem : path
            names[path] = name
            for other in [name, DocumentName.encoded(name)] where self.paths[other] == nil { self.paths[other] = path }
        }
        // Full paths too, since that is what a search prints.
        for path in paths where self.paths[path] == nil { self.paths[path] = path }
    }

    /// The path of the note that goes by `name`, encoded or not, with its extension or without.
    func path(of name: String) -> String? { paths[name] }

    /// What the note at `path` is called.
    func id(ofNote path: String) -> String { DocumentName.encoded(names[path] ?? path) }

    /// What the section is called that begins at `line` of the note at `path`.
    func id(ofSection line: Int, in path: String) -> String { "\(id(ofNote: path)):\(line)" }

    /// What a hit of a search is called.
    func id(of hit: Hit, as unit: DocumentUnit) -> String {
        switch unit {
        case .note: id(ofNote: hit.path)
        case .section: id(ofSection: hit.lines.first, in: hit.path)
        }
    }
}
