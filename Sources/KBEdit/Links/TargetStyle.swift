/// The ways a link's target may be written for another path, in the style it is written in now; the best first.
///
/// Which of them leads where it should is for a ``LinkMap`` to say.
struct TargetStyle {
    /// The target as it is written, decoded.
    let written: String
    /// The path it leads to now.
    let end: String
    /// The folders of the note it stands in, now and afterwards.
    let folder: [String]
    let newFolder: [String]

    // MARK: Names, as in `[[…]]`

    /// Targets of `[[…]]` that mean `path`.
    func names(for path: String) -> [String] {
        let forms = forms(of: path, keeping: VaultPath.isNote(written) || !VaultPath.isNote(end))
        if written.hasPrefix("./") || written.hasPrefix("../") {
            return forms.map { relative($0, isDotted: true) }
        }
        if written.utf8.first == VaultPath.slash { return forms.map { "/" + $0 } }
        let count = VaultPath.levels(written).count
        let isWhole = count > 1 && count == VaultPath.levels(end).count
        var targets: [String] = []
        for form in forms {
            let levels = VaultPath.levels(form)
            let first = isWhole ? levels.count : min(count, levels.count)
            targets += suffixes(levels, from: first)
        }
        return targets + forms.map { "/" + $0 }
    }

    /// `path` with and without its extension, the way it is `keeping` first.
    private func forms(of path: String, keeping: Bool) -> [String] {
        guard VaultPath.isNote(path) else { return [path] }
        return keeping ? [path] : [VaultPath.bare(path), path]
    }

    /// The ends of `levels` of at least `count` levels, the shortest first.
    private func suffixes(_ levels: [String], from count: Int) -> [String] {
        guard count >= 1, count <= levels.count else { return [] }
        return (count...levels.count).map { levels.suffix($0).joined(separator: "/") }
    }

    /// The way to `path` from the note's new folder.
    private func relative(_ path: String, isDotted: Bool) -> String {
        let way = VaultPath.relative(VaultPath.levels(path), to: newFolder)
        let needsDot = isDotted && !way.hasPrefix("../") || Self.hasScheme(way)
        return (needsDot && way != "." ? "./" : "") + way + (path.utf8.last == VaultPath.slash ? "/" : "")
    }

    // MARK: Paths, as in `[…](…)`

    /// Targets of Markdown links that mean `path`.
    func paths(for path: String) -> [String] {
        let base = written
        let isDotted = base.hasPrefix("./")
        let resolved = VaultPath.resolved(base, in: folder).joined(separator: "/")
        var targets: [String] = []
        for form in forms(of: path, written: base, resolved: resolved) {
            if base.utf8.first == VaultPath.slash {
                if let address = address(base, form: form) { targets.append(address) }
                targets.append("/" + form)
            } else if directness(of: end, from: folder) == .byName {
                // Found by its name or by the end of its path, as Obsidian does.
                let levels = VaultPath.levels(form)
                let count = VaultPath.levels(base).count
                let isWhole = count > 1 && count == VaultPath.levels(end).count
                targets += suffixes(levels, from: isWhole ? levels.count : min(count, levels.count))
                targets.append(relative(form, isDotted: isDotted))
            } else {
                targets.append(relative(form, isDotted: isDotted))
            }
        }
        return targets
    }

    /// The ways to write `path`: with or without extension, as a page, as a folder with an index page, as now.
    private func forms(of path: String, written base: String, resolved: String) -> [String] {
        guard VaultPath.isNote(path) else { return [path] }
        let bare = VaultPath.bare(path)
        // What was no note and becomes one, a page that is imported, is no page any more.
        if VaultPath.isNote(base) || !VaultPath.isNote(end) { return [path, bare] }
        for page in [".html", ".htm"] where base.lowercased().hasSuffix(page) && !end.lowercased().hasSuffix(page) {
            return [bare + page, path]
        }
        let name = VaultPath.name(of: bare).lowercased()
        let isFolder = VaultPath.alike(VaultPath.folder(of: end).joined(separator: "/"), resolved)
        if isFolder, !VaultPath.alike(VaultPath.bare(end), resolved), name == "index" || name == "readme" {
            let folder = VaultPath.folder(of: path).joined(separator: "/")
            return [base.utf8.last == VaultPath.slash ? folder + "/" : folder, path]
        }
        return [bare, path]
    }

    /// How plainly a path means a note or file.
    enum Directness: Int, Comparable {
        /// Only by its name, the end of its path or the site it is published on.
        case byName
        /// As a path, in another case.
        case alike
        /// As a path, letter for letter.
        case exact

        static func < (a: Directness, b: Directness) -> Bool { a.rawValue < b.rawValue }
    }

    /// How plainly the target, as it is written, means `end` from a note in `folder`.
    func directness(of end: String, from folder: [String]) -> Directness {
        let path = VaultPath.resolved(written, in: folder).joined(separator: "/")
        return Self.means(path, end) ? .exact : Self.means(path.lowercased(), end.lowercased()) ? .alike : .byName
    }

    /// Whether the path `path` means the note or file at `end`: as it is, without extension, as a folder with an index
    /// page, or as a page.
    private static func means(_ path: String, _ end: String) -> Bool {
        let bare = VaultPath.bare(end)
        if VaultPath.same(path, end) || VaultPath.same(path, bare) { return true }
        let name = VaultPath.name(of: bare).lowercased()
        if name == "index" || name == "readme",
            VaultPath.same(path, VaultPath.folder(of: end).joined(separator: "/"))
        {
            return true
        }
        return [".html", ".htm"].contains { VaultPath.same(path, bare + $0) }
    }

    /// `/docs/ops/alerts` for another path: the site's part of the address stays.
    private func address(_ base: String, form: String) -> String? {
        guard directness(of: end, from: folder) == .byName else { return nil }
        let (address, path) = (VaultPath.levels(base), VaultPath.levels(VaultPath.bare(end)))
        var shared = 0
        while shared < min(address.count, path.count),
            VaultPath.alike(VaultPath.bare(address[address.count - 1 - shared]), path[path.count - 1 - shared])
        {
            shared += 1
        }
        let (hidden, levels) = (path.prefix(path.count - shared), VaultPath.levels(form))
        guard shared > 0, levels.starts(with: hidden, by: VaultPath.same) else { return nil }
        return "/" + (address.prefix(address.count - shared) + levels.dropFirst(hidden.count)).joined(separator: "/")
    }

    /// The target for a file that is not there: the place it means stays the place it means.
    ///
    /// - Returns: nil when the target does not read as a path, or the place stays the same as written.
    func place(movedBy moves: MoveSet) -> String? {
        let base = written
        let name = VaultPath.name(of: base)
        guard !base.isEmpty, base.utf8.contains(VaultPath.slash) || name.utf8.dropFirst().contains(UInt8(ascii: "."))
        else { return nil }
        let resolved = VaultPath.resolved(base, in: folder)
        let path = VaultPath.levels(moves.newPath(of: resolved.joined(separator: "/")))
        let isSame = VaultPath.resolved(base, in: newFolder).elementsEqual(path, by: VaultPath.same)
        guard !isSame, !path.isEmpty else { return nil }
        let end = base.utf8.last == VaultPath.slash ? "/" : ""
        if base.utf8.first == VaultPath.slash {
            return moves.isArrival ? nil : "/" + path.joined(separator: "/") + end
        }
        let way = relative(path.joined(separator: "/"), isDotted: base.hasPrefix("./")) + end
        return VaultPath.same(way, base) ? nil : way
    }

    /// Whether a destination would be taken for an address: `note: one.md` may.
    static func hasScheme(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        return !text.utf8[..<colon].contains(VaultPath.slash)
    }
}
