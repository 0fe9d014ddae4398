internal import KBModel

/// One folder of a vault, as the walk found it.
///
/// Written by the one thread that reads the folder, read by others only after the walk has ended.
final class FolderListing: @unchecked Sendable {
    /// The path in the vault, ending in `/`; empty for the vault itself.
    let path: [UInt8]
    /// The path without symbolic links, when it differs from ``path``.
    let linkedPath: [UInt8]?
    /// What the folders above ignore.
    let rules: IgnoreRules
    /// What is in the folder, once it is read.
    var contents = FolderContents()

    /// The path without symbolic links.
    var realPath: [UInt8] { linkedPath ?? path }

    init(path: [UInt8], linkedPath: [UInt8]? = nil, rules: IgnoreRules) {
        self.path = path
        self.linkedPath = linkedPath
        self.rules = rules
    }
}

/// What a folder holds.
struct FolderContents {
    /// A note file or a folder.
    struct Entry {
        /// Where in ``FolderContents/names`` the name stands; a folder's ends in `/`, so that sorting names sorts paths.
        var name: Range<Int>
        /// The place in ``FolderContents/folders``, or -1 for a file.
        var folder: Int
        /// Size and time of a file.
        var stamp: FileStamp
    }

    /// The names of all entries.
    private(set) var names: [UInt8] = []
    /// Note files and folders; by name once sorted.
    private(set) var entries: [Entry] = []
    /// The folders among the entries, in no order.
    private(set) var folders: [FolderListing] = []
    /// Names of symbolic links, which are followed after the walk.
    var links: [[UInt8]] = []
    /// What could not be read.
    var issues: [LocatedIssue] = []
    /// What is ignored in the folder, by its own ignore files too.
    var rules = IgnoreRules()

    /// Room for so many entries and bytes of names.
    mutating func reserve(entries count: Int, bytes: Int) {
        entries.reserveCapacity(count)
        names.reserveCapacity(bytes)
    }

    /// Adds a file; ``sort()`` when all entries are there.
    mutating func add(file name: some Collection<UInt8>, stamp: FileStamp) {
        let start = names.count
        names.append(contentsOf: name)
        entries.append(Entry(name: start..<names.count, folder: -1, stamp: stamp))
    }

    /// Adds a folder; ``sort()`` when all entries are there.
    mutating func add(folder name: some Collection<UInt8>, _ listing: FolderListing) {
        let start = names.count
        names.append(contentsOf: name)
        names.append(UInt8(ascii: "/"))
        let noStamp = FileStamp(size: 0, modified: 0)
        entries.append(Entry(name: start..<names.count, folder: folders.count, stamp: noStamp))
        folders.append(listing)
    }

    /// Takes out the folders that are found elsewhere.
    mutating func removeFolders(where isElsewhere: (FolderListing) -> Bool) {
        let kept = entries.filter { $0.folder < 0 || !isElsewhere(folders[$0.folder]) }
        guard kept.count < entries.count else { return }
        let old = folders
        folders = []
        entries = kept.map { entry in
            guard entry.folder >= 0 else { return entry }
            folders.append(old[entry.folder])
            return Entry(name: entry.name, folder: folders.count - 1, stamp: entry.stamp)
        }
    }

    /// Takes out the files whose names satisfy `isElsewhere`.
    mutating func removeFiles(where isElsewhere: (ArraySlice<UInt8>) -> Bool) {
        let names = names
        entries.removeAll { $0.folder < 0 && isElsewhere(names[$0.name]) }
    }

    /// Whether a file called `name` is among the entries.
    func holdsFile(_ name: ArraySlice<UInt8>) -> Bool {
        entries.contains { $0.folder < 0 && names[$0.name].elementsEqual(name) }
    }

    /// Puts the entries in byte order of their paths.
    mutating func sort() {
        guard entries.count > 1 else { return }
        names.withUnsafeBytes { names in
            entries.sort { a, b in
                ByteOrder.compare(
                    UnsafeRawBufferPointer(rebasing: names[a.name]), UnsafeRawBufferPointer(rebasing: names[b.name]))
                    < 0
            }
        }
    }

    /// Notes that `name` in the folder at `path` cannot be used.
    mutating func report(_ kind: Issue.Kind, _ path: [UInt8], _ name: some Collection<UInt8>, _ message: String) {
        let whole = String(decoding: path + Array(name), as: UTF8.self)
        issues.append(LocatedIssue(path: whole, issue: Issue(kind, .error, line: 1, message)))
    }
}
