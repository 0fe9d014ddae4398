/// One line of a `.gitignore`, `.ignore` or `.kbignore`, or one pattern of the setting `exclude`.
///
/// - SeeAlso: <https://git-scm.com/docs/gitignore#_pattern_format>
struct IgnorePattern: Sendable {
    /// Whether it takes back what an earlier pattern ignored: `!name`.
    let isNegated: Bool
    /// Whether it is for folders alone: `name/`.
    private let isForFolders: Bool
    /// Whether it is matched from the ignore file's folder, since it holds a slash; else against the last name alone.
    private let isAnchored: Bool
    private let parts: [GlobParser.Part]

    /// Reads a line without its end; nil for a blank line, a comment, and what can match nothing.
    init?(line: ArraySlice<UInt8>) {
        var text = IgnorePattern.withoutTrailingSpaces(line)
        guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
        isNegated = first == UInt8(ascii: "!")
        if isNegated { text.removeFirst() }
        isForFolders = text.last == UInt8(ascii: "/")
        if isForFolders { text.removeLast() }
        isAnchored = text.contains(UInt8(ascii: "/"))
        if text.first == UInt8(ascii: "/") { text.removeFirst() }
        guard !text.isEmpty, let parts = GlobParser.parts(of: text) else { return nil }
        self.parts = parts
    }

    /// The patterns of a whole file, in its order.
    static func patterns(of file: [UInt8]) -> [IgnorePattern] {
        let bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file.dropFirst(3) : file[...]
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            IgnorePattern(line: (line.last == UInt8(ascii: "\r") ? line.dropLast() : line).prefix { $0 != 0 })
        }
    }

    /// Whether the pattern speaks of the file or folder at `path`, whose last name starts at `name`.
    ///
    /// - Parameter base: Where in `path` the part that the ignore file's folder sees begins.
    func matches(_ path: [UInt8], base: Int, name: Int, isFolder: Bool) -> Bool {
        guard isFolder || !isForFolders else { return false }
        if isAnchored { return matchesParts(path[base...]) }
        // Without a slash there is one part, and `**` in it is no more than `*`.
        guard case .name(let glob)? = parts.first else { return true }
        return glob.matches(path[name...])
    }

    /// Compares part by part; after a mismatch, the last `**` takes one folder more.
    private func matchesParts(_ path: ArraySlice<UInt8>) -> Bool {
        // A place past the end says that no name is left.
        let done = path.endIndex + 1
        func end(_ place: Int) -> Int { path[place...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex }
        var part = 0
        var place = path.startIndex
        var retry: (part: Int, place: Int)?
        while true {
            if part == parts.count {
                if place == done { return true }
            } else if case .name(let glob) = parts[part] {
                if place != done, glob.matches(path[place..<end(place)]) {
                    part += 1
                    place = end(place) + 1
                    continue
                }
            } else {
                part += 1
                if part == parts.count { return place != done }
                retry = (part, place)
                continue
            }
            guard let last = retry, last.place != done else { return false }
            place = end(last.place) + 1
            part = last.part
            retry = (part, place)
        }
    }

    /// A trailing space counts only after a backslash.
    private static func withoutTrailingSpaces(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = line.startIndex
        var place = line.startIndex
        while place < line.endIndex {
            if line[place] == UInt8(ascii: "\\") {
                place = min(place + 2, line.endIndex)
                end = place
            } else {
                place += 1
                if line[place - 1] != UInt8(ascii: " ") { end = place }
            }
        }
        return line[..<end]
    }
}
