internal import Glibc
internal import KBModel

/// Makes folders outside the vault's notes: for the log, for the user's own files.
enum FolderMaker {
    /// Makes the folder at the absolute `path` and those above it that are missing, safe on the disk.
    ///
    /// - Parameter isPrivate: Whether only the user may look into those that are made.
    static func make(_ path: String, isPrivate: Bool) throws(KnowledgeBaseError) {
        var missing: [String] = []
        var folder: String? = path
        while let current = folder, !FilePath.isPresent(current) {
            missing.append(current)
            folder = FilePath.parent(of: current)
        }
        for folder in missing.reversed() {
            guard mkdir(folder, isPrivate ? 0o700 : 0o777) == 0 || errno == EEXIST else {
                throw .unwritable(path: folder, message: SystemError.message(errno))
            }
            sync(folderOf: folder)
        }
    }

    /// Makes the name at `path` safe; a file system that cannot do this has done all it can.
    static func sync(folderOf path: String) {
        guard let folder = FilePath.parent(of: path) else { return }
        let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
