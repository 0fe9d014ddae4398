internal import KBEdit
internal import KBModel

/// What happens to one file, as the journal holds it: its content is replaced, it takes another path, or both. Or to a
/// folder, which takes another path with all that is in it.
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
    /// What tells the file as it was before, for one that moves.
    var mark: FileMark?
    /// Whether it is a folder. Files in it have their steps first, in which they stay in it.
    var isFolder = false

    /// The path it has afterwards.
    var newPath: String { to ?? path }

    /// The folder's move; nil for a file.
    var folderMove: FolderMove? { isFolder ? to.map { FolderMove(from: path, to: $0) } : nil }

    /// Where the old content waits while it cannot change places with the new one in one go.
    static func kept(_ staged: String) -> String { staged + keptMark }

    /// The path, in the folder of `path`, at which the new content with this number waits.
    static func staged(beside path: String, number: Int) -> String {
        (FilePath.parent(of: path).map { $0 + "/" } ?? "") + stagedStart + String(number)
    }

    /// Whether `staged` is what ``staged(beside:number:)`` makes for `path`.
    static func isStaged(_ staged: String, beside path: String) -> Bool {
        let name = FilePath.name(of: staged)
        guard name.utf8.starts(with: stagedStart.utf8), let number = Int(name.dropFirst(stagedStart.count)) else {
            return false
        }
        return number > 0 && ChangeStep.staged(beside: path, number: number).utf8.elementsEqual(staged.utf8)
    }

    private static let stagedStart = ".kb-change-"
    private static let keptMark = "~"
}

extension ChangeStep {
    /// As the journal holds it.
    var json: JSONValue {
        [
            "path": .string(path), "to": JSONValue(to), "staged": JSONValue(staged), "old": JSONValue(old?.text),
            "new": JSONValue(new?.text), "mark": JSONValue(mark?.text), "folder": .bool(isFolder),
        ]
    }

    /// Reads ``json`` back; nil for anything else.
    init?(json: JSONValue) {
        guard let path = json["path"]?.text, !path.isEmpty, case .bool(let isFolder)? = json["folder"] else {
            return nil
        }
        self.path = path
        self.isFolder = isFolder
        to = json["to"]?.text
        staged = json["staged"]?.text
        old = json["old"]?.text.flatMap { FilePrint($0) }
        new = json["new"]?.text.flatMap { FilePrint($0) }
        mark = json["mark"]?.text.flatMap { FileMark($0) }
    }
}
