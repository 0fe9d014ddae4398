public import KBModel

/// A change of the index under way.
public struct StoreUpdate {
    let writer: NoteWriter

    /// Adds a note that the index does not hold.
    public func add(_ note: IndexedNote) throws(StoreError) { try writer.add(note) }

    /// Takes the note with this number away; nothing happens when there is none.
    public func remove(note: Int) throws(StoreError) { try writer.remove(note: note) }

    /// Gives a note whose content did not change the stamp of its file, and the day that may follow from it.
    public func restamp(note: Int, _ stamp: FileStamp, day: Int) throws(StoreError) {
        try writer.restamp(note: note, stamp, day: day)
    }
}

extension Store {
    /// A number that another one takes the place of whenever another process changes the index. Says nothing about
    /// changes by this store.
    ///
    /// - Throws: ``StoreError/replaced`` when another file stands at the path by now.
    public func generation() throws(StoreError) -> Int {
        guard !connection.hasMoved else { throw .replaced }
        return try integer("PRAGMA data_version")
    }

    /// Sections since the last rebuild, gone or new, below which a rebuild is never due. Not many: what was learnt from a
    /// small vault is soon out of date, and building one of a few hundred sections anew takes some 20 ms.
    private static let fewestForRebuild = 100

    /// Whether so much has changed since the last rebuild that another one pays: a fifth of the sections.
    public func isRebuildDue() throws(StoreError) -> Bool {
        let state = try StoreState(of: connection)
        return state.dead + state.recent > max(Store.fewestForRebuild, state.live / 5)
    }

    /// Changes the index in one transaction: all of `body` or, when it throws, nothing.
    ///
    /// A changed note is removed and added. `find` finds out where the links of all notes lead, if that may have changed.
    ///
    /// - Throws: ``StoreError/replaced`` when another process has rebuilt the index since this store was opened; open
    ///   it again and look anew at what changed.
    public func update(
        _ lock: WriterLock, finding find: NoteStanding.Finder = { _ in NoteStanding() },
        _ body: (StoreUpdate) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard isWritable else { throw .notWritable("\(path) was opened for reading") }
        guard lock.path == path else { throw .failed(code: 0, "the lock is for \(lock.path)") }
        guard !connection.hasMoved else { throw .replaced }
        // What is committed survives a crash of the program; a crash of the machine may cost the last update, which the
        // next scan makes again.
        try connection.run("PRAGMA synchronous = NORMAL; PRAGMA secure_delete = OFF; BEGIN IMMEDIATE")
        do throws(StoreError) {
            let writer = try NoteWriter(connection, context, into: .recent)
            try body(StoreUpdate(writer: writer))
            try writer.finish(find)
            try connection.run("COMMIT")
        } catch {
            try? connection.run("ROLLBACK")
            forget()
            throw error
        }
        forget()
    }
}
