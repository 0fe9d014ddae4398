internal import KBText

/// How near two notes stand in the folders of the vault.
struct FolderTree {
    private struct Folder {
        var parent: Int
        var depth: Int
        /// The notes in it and below it.
        var notes = 0
        /// What two notes that both stand below it gain.
        var closeness: Float = 0
    }

    private var folders = [Folder(parent: 0, depth: 0)]
    /// The folder of each note.
    private var folderOfNote: [Int] = []

    /// The folders of the notes at `paths`.
    init(paths: some Sequence<String>) {
        var numbers: [Substring: Int] = [:]
        for path in paths {
            let folder = FolderTree.folder(of: path[...]).map { number(of: $0, &numbers) } ?? 0
            folderOfNote.append(folder)
            var current = folder
            while current != 0 {
                folders[current].notes += 1
                current = folders[current].parent
            }
        }
        // A folder comes after the one that holds it.
        for index in folders.indices.dropFirst() {
            let share = Double(folderOfNote.count) / Double(max(1, folders[index].notes))
            folders[index].closeness = folders[folders[index].parent].closeness + Float(logarithm(share))
        }
    }

    private static func folder(of path: Substring) -> Substring? {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] }
    }

    private mutating func number(of folder: Substring, _ numbers: inout [Substring: Int]) -> Int {
        if let known = numbers[folder] { return known }
        let parent = FolderTree.folder(of: folder).map { number(of: $0, &numbers) } ?? 0
        folders.append(Folder(parent: parent, depth: folders[parent].depth + 1))
        numbers[folder] = folders.count - 1
        return folders.count - 1
    }

    /// How much the folders that hold both notes say: for each, the logarithm of the share of all notes that it holds.
    func closeness(_ a: Int, _ b: Int) -> Float {
        var (a, b) = (folderOfNote[a], folderOfNote[b])
        while a != b {
            if folders[a].depth >= folders[b].depth { a = folders[a].parent } else { b = folders[b].parent }
        }
        return folders[a].closeness
    }
}
