internal import KBModel

/// Goes through the files found and the notes known side by side, both in byte order of their paths.
struct ScanComparison {
    private let known: KnownNotes
    private var place = 0
    private var result = ScanResult()

    init(known: KnownNotes) { self.known = known }

    /// Compares what `listing` and the folders below it hold; listings come in order.
    mutating func add(_ listing: FolderListing) {
        let contents = listing.contents
        result.issues += contents.issues
        listing.path.withUnsafeBytes { folder in
            contents.names.withUnsafeBytes { names in
                for entry in contents.entries {
                    if entry.folder >= 0 {
                        add(contents.folders[entry.folder])
                    } else {
                        addFile(UnsafeRawBufferPointer(rebasing: names[entry.name]), in: folder, stamp: entry.stamp)
                    }
                }
            }
        }
    }

    /// The result, once all listings are in.
    mutating func finished() -> ScanResult {
        while place < known.count { removeKnown() }
        result.issues.sort { a, b in
            a.path.utf8.elementsEqual(b.path.utf8)
                ? a.issue.message < b.issue.message : a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
        }
        return result
    }

    private mutating func addFile(_ name: UnsafeRawBufferPointer, in folder: UnsafeRawBufferPointer, stamp: FileStamp) {
        while place < known.count {
            let order = known.order(place, folder: folder, name: name)
            if order > 0 { break }
            if order < 0 {
                removeKnown()
                continue
            }
            let before = known.stamp(at: place)
            place += 1
            if stamp.looksUnchanged(since: before) {
                result.unchanged += 1
            } else {
                result.changed.append(ScanResult.Change(note: FoundNote(folder, name, stamp), known: before))
            }
            return
        }
        result.added.append(FoundNote(folder, name, stamp))
    }

    private mutating func removeKnown() {
        result.removed.append(known.path(at: place))
        place += 1
    }
}

extension FoundNote {
    fileprivate init(_ folder: UnsafeRawBufferPointer, _ name: UnsafeRawBufferPointer, _ stamp: FileStamp) {
        self.init(path: String(decoding: Array(folder) + Array(name), as: UTF8.self), stamp: stamp)
    }
}
