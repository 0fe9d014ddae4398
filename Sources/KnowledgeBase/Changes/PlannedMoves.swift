import KBEdit
import KBModel

/// All files of a move with their new paths, as they are on the disk and as links know them.
struct PlannedMoves {
    /// A note that comes out of the trash.
    struct Revived {
        /// Where its links take it to be: where it was removed, or beside what stands there by now.
        var place: String
        var bytes: [UInt8]
        var aliases: [String]
    }

    private var files: [MoveSet.Move] = []
    private var folders: [MoveSet.Move] = []
    /// The files that come out of the trash: where links take them to be.
    private var places: [PathKey: String] = [:]
    /// The notes that come out of the trash.
    private(set) var revived: [Revived] = []

    /// The moves with the paths that files have.
    var onDisk: MoveSet { MoveSet(files: files, folders: folders) }

    /// The moves with the paths that links know.
    var asLinked: MoveSet {
        MoveSet(
            files: files.map { .init(from: places[PathKey($0.from)] ?? $0.from, to: $0.to, isNote: $0.isNote) },
            folders: folders)
    }

    /// Of what comes out of the trash, the moves to where links take it to be.
    var returns: MoveSet {
        MoveSet(
            files: files.compactMap { move in
                places[PathKey(move.from)].map { .init(from: move.from, to: $0, isNote: move.isNote) }
            })
    }

    /// Where the files that come out of the trash are, by where links take them to be.
    var trashed: [PathKey: String] {
        Dictionary(returns.files.map { (PathKey($0.to), $0.from) }, uniquingKeysWith: { first, _ in first })
    }

    /// Adds all that moves with `request`.
    mutating func add(
        _ request: MoveRequest, _ links: VaultLinks, _ disk: ChangeFiles, _ library: NoteLibrary
    ) throws(KnowledgeBaseError) {
        // What stays in the trash is nothing to links.
        let isRevived = Trash.holds(request.from) && !Trash.holds(request.to)
        func isNote(_ path: String) -> Bool {
            isRevived ? NoteFileName.isNote(path) : links.number(of: path) != nil
        }
        var moved = [MoveSet.Move(from: request.from, to: request.to, isNote: isNote(request.from))]
        if request.thing == .folder {
            let start = request.from.utf8.count
            moved = try FilesBelow.inFolder(request.from, of: disk).map { path in
                let rest = String(decoding: path.utf8.dropFirst(start), as: UTF8.self)
                return .init(from: path, to: request.to + rest, isNote: isNote(path))
            }
            // The folder that it was in before it was removed may be there again, with other notes.
            if !isRevived { folders.append(.init(from: request.from, to: request.to, isNote: false)) }
        }
        files += moved
        guard isRevived else { return }
        var taken = Set(places.values.map { PathKey($0) })
        for move in moved {
            let place = PlannedMoves.place(of: move.from, links, disk, besides: taken)
            taken.insert(PathKey(place))
            places[PathKey(move.from)] = place
            guard move.isNote else { continue }
            let note = try library.readNote(at: move.from)
            revived.append(
                Revived(place: place, bytes: try library.readBytes(at: move.from), aliases: note.aliases))
        }
    }

    /// Where what is in the trash at `path` was, or beside what stands there now.
    private static func place(
        of path: String, _ links: VaultLinks, _ disk: ChangeFiles, besides taken: Set<PathKey>
    ) -> String {
        let old = Trash.oldPath(of: path)
        var (candidate, number) = (old, 1)
        while taken.contains(PathKey(candidate)) || FilePath.isPresent(disk.absolute(candidate)) {
            number += 1
            candidate = Trash.numbered(old, number)
        }
        return candidate
    }
}

extension FilesBelow {
    /// As ``paths(in:of:)``, for who plans.
    static func inFolder(_ folder: String, of files: ChangeFiles) throws(KnowledgeBaseError) -> [String] {
        do throws(ChangeFailure) {
            return try paths(in: folder, of: files)
        } catch {
            throw .unwritable(path: error.path, message: error.message)
        }
    }
}
