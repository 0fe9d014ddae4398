internal import Glibc
internal import KBModel

/// Follows the symbolic links that a walk met, to files and folders of the vault that were not found without them.
///
/// One file is one note however many links lead to it, so links that lead back up cannot be followed for ever. Links
/// are followed in byte order of their paths, folders before files, each round before the links it brings to light.
final class LinkFollower {
    /// A symbolic link and what it leads to.
    private struct Link {
        let listing: FolderListing
        let name: [UInt8]
        /// The target's path in the vault; a folder's ends in `/`.
        let target: [UInt8]
        let isFolder: Bool
        let stamp: FileStamp

        var path: [UInt8] { listing.path + name }
    }

    private let root: String
    private let scope: FolderReader.Scope
    /// Folders read so far, by their real paths in the vault.
    private var seen: [[UInt8]: FolderListing] = [:]
    /// Real paths of files taken in through a link.
    private var linked: Set<[UInt8]> = []
    private var waiting: [FolderListing] = []

    /// Prepares to follow the links in `tops` and below; nil when there are none.
    init?(root: String, scope: FolderReader.Scope, tops: [FolderListing]) {
        self.root = root
        self.scope = scope
        guard tops.contains(where: LinkFollower.hasLinks) else { return nil }
        tops.forEach(note)
    }

    private static func hasLinks(_ listing: FolderListing) -> Bool {
        !listing.contents.links.isEmpty || listing.contents.folders.contains(where: hasLinks)
    }

    /// Adds what the links lead to, to the listings that hold the links.
    func follow() {
        while !waiting.isEmpty {
            let listings = waiting
            waiting = []
            let links = listings.flatMap { listing in listing.contents.links.compactMap { resolve($0, in: listing) } }
                .sorted { $0.path.lexicographicallyPrecedes($1.path) }
            for link in links where link.isFolder { enter(link) }
            for link in links where !link.isFolder { take(link) }
            listings.forEach { $0.contents.sort() }
        }
    }

    /// Remembers a listing and those below it, and that their links wait.
    private func note(_ listing: FolderListing) {
        seen[listing.realPath] = listing
        if !listing.contents.links.isEmpty { waiting.append(listing) }
        listing.contents.folders.forEach(note)
    }

    /// What the link `name` leads to; nil, with an issue where someone might miss it, for what is not followed.
    private func resolve(_ name: [UInt8], in listing: FolderListing) -> Link? {
        let isNote = name.withUnsafeBytes(NoteFileName.isNote)
        let path = FilePath.join(root, String(decoding: listing.path + name, as: UTF8.self))
        scope.watch?.willFollow(path, from: root)
        guard let real = FilePath.real(path) else {
            if isNote {
                listing.contents.report(.symbolicLink, listing.path, name, "a symbolic link that leads nowhere")
            }
            return nil
        }
        var status = stat()
        guard stat(real, &status) == 0 else { return nil }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        guard isFolder || (isNote && status.st_mode & S_IFMT == S_IFREG) else { return nil }
        if listing.contents.rules.ignores(
            scope.prefix + listing.path + name, name: scope.prefix.count + listing.path.count, isFolder: isFolder)
        {
            return nil
        }
        guard let inVault = FilePath.relative(real, to: root) else {
            listing.contents.report(
                .symbolicLink, listing.path, name, "a symbolic link out of the vault, which is not followed")
            return nil
        }
        let target = Array(inVault.utf8) + (isFolder && !inVault.isEmpty ? [UInt8(ascii: "/")] : [])
        return Link(listing: listing, name: name, target: target, isFolder: isFolder, stamp: FileStamp(status))
    }

    private func enter(_ link: Link) {
        guard seen[link.target] == nil, !scope.skipped.contains(where: link.target.starts) else { return }
        let folder = FolderListing(
            path: link.path + [UInt8(ascii: "/")], linkedPath: link.target, rules: link.listing.contents.rules)
        link.listing.contents.add(folder: link.name, folder)
        // One after another: what is read decides what need not be read again.
        var reader = FolderReader(scope: scope)
        var pending = [folder]
        while let listing = pending.popLast() {
            reader.read(listing)
            removeKnown(from: listing)
            seen[listing.realPath] = listing
            if !listing.contents.links.isEmpty { waiting.append(listing) }
            pending += listing.contents.folders
        }
    }

    /// Takes out of `listing`, which a link led to, what was found on another way.
    private func removeKnown(from listing: FolderListing) {
        listing.contents.removeFolders { seen[$0.realPath] != nil || scope.skipped.contains($0.realPath) }
        if !linked.isEmpty {
            let folder = listing.realPath
            listing.contents.removeFiles { linked.contains(folder + $0) }
        }
    }

    private func take(_ link: Link) {
        let slash = link.target.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        if let folder = seen[Array(link.target[..<slash])], folder.contents.holdsFile(link.target[slash...]) { return }
        guard linked.insert(link.target).inserted else { return }
        link.listing.contents.add(file: link.name, stamp: link.stamp)
    }
}
