/// The difference of two texts as `diff -u` prints it and `patch` and `git apply` read it.
public struct UnifiedDiff: Sendable {
    /// How many lines that did not change stand around those that did.
    private static let context = 3

    /// The lines of both texts, each with its line feed.
    private let old: [ArraySlice<UInt8>]
    private let new: [ArraySlice<UInt8>]
    private let difference: LineDifference
    private let isNew: Bool

    /// Compares `old`, nil for a file that is not there, with `new`.
    public init(from old: [UInt8]?, to new: [UInt8]) {
        isNew = old == nil
        self.old = UnifiedDiff.lines(of: old ?? [])
        self.new = UnifiedDiff.lines(of: new)
        var numbers: [ArraySlice<UInt8>: Int] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int {
            if let known = numbers[line] { return known }
            numbers[line] = numbers.count
            return numbers.count - 1
        }
        difference = LineDifference(from: self.old.map(number), to: self.new.map(number))
    }

    /// The difference of the file at `path` in the vault, bytes unchanged; empty when there is none.
    ///
    /// With `newPath`, under which the file is to be found afterwards, or with `isGit`, it begins with the lines by which
    /// git tells renames and new files, which `patch` understands too; then it is never empty.
    public func plain(path: String, newPath: String? = nil, isGit: Bool = false) -> [UInt8] {
        rendered(path: path, newPath: newPath, isGit: isGit) { $1 }
    }

    /// As ``plain(path:newPath:isGit:)``, for a terminal: what goes and comes has its colour, and control characters are
    /// harmless.
    public func dressed(path: String, newPath: String? = nil, isGit: Bool = false, style: Style) -> String {
        let bytes = rendered(path: path, newPath: newPath, isGit: isGit) { mark, bytes in
            // The line end stays; all else that could drive a terminal goes.
            let hasLineEnd = bytes.last == UInt8(ascii: "\n")
            let text = String(decoding: hasLineEnd ? bytes.dropLast() : bytes[...], as: UTF8.self)
            let role: Style.Role? =
                switch mark {
                case .head: .heading
                case .place: .path
                case .added: .added
                case .removed: .removed
                case .same: nil
                }
            return Array(((role.map { style.dress(text, as: $0) } ?? text.harmless) + (hasLineEnd ? "\n" : "")).utf8)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private enum Mark { case head, place, same, added, removed }

    private func rendered(
        path: String, newPath: String?, isGit: Bool, _ dress: (Mark, [UInt8]) -> [UInt8]
    ) -> [UInt8] {
        let hunks = hunks()
        let new = newPath ?? path
        var head: [String] = []
        if isGit || newPath != nil {
            head.append("diff --git \(UnifiedDiff.quoted("a/" + path)) \(UnifiedDiff.quoted("b/" + new))")
            if isNew { head.append("new file mode 100644") }
            if newPath != nil {
                head += ["rename from \(UnifiedDiff.quoted(path))", "rename to \(UnifiedDiff.quoted(new))"]
            }
        }
        if !hunks.isEmpty {
            head.append(isNew ? "--- /dev/null" : "--- \(UnifiedDiff.ended(UnifiedDiff.quoted("a/" + path)))")
            head.append("+++ \(UnifiedDiff.ended(UnifiedDiff.quoted("b/" + new)))")
        }
        var result = head.flatMap { dress(.head, Array(($0 + "\n").utf8)) }
        for hunk in hunks {
            let place = "@@ -\(UnifiedDiff.range(hunk.old)) +\(UnifiedDiff.range(hunk.new)) @@\n"
            result += dress(.place, Array(place.utf8))
            for (mark, line) in lines(of: hunk) { result += dress(mark, line) }
        }
        return result
    }

    /// `path` as `patch` knows where it ends: with a tab, if there are blanks in it.
    private static func ended(_ path: String) -> String {
        path.utf8.contains(UInt8(ascii: " ")) && path.utf8.first != UInt8(ascii: "\"") ? path + "\t" : path
    }

    /// `path` as git writes it: one that holds control characters, quotation marks or backslashes stands between quotation
    /// marks, with these escaped as in C.
    private static func quoted(_ path: String) -> String {
        guard path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x22 || $0 == 0x5C }) else { return path }
        var result = Array("\"".utf8)
        for byte in path.utf8 {
            switch byte {
            case 0x22, 0x5C: result += [0x5C, byte]
            case 0x07...0x0D: result += [0x5C, Array("abtnvfr".utf8)[Int(byte) - 0x07]]
            case 0..<0x20, 0x7F: result += [0x5C, 0x30 + (byte >> 6), 0x30 + (byte >> 3 & 7), 0x30 + (byte & 7)]
            default: result.append(byte)
            }
        }
        return String(decoding: result + Array("\"".utf8), as: UTF8.self)
    }

    /// Lines of the two texts that are shown together.
    private struct Hunk {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// Changes with their surroundings; those that touch are one.
    private func hunks() -> [Hunk] {
        var hunks: [Hunk] = []
        var (x, y) = (0, 0)
        while x < old.count || y < new.count {
            let (startX, startY) = (x, y)
            while x < old.count, difference.isRemoved[x] { x += 1 }
            while y < new.count, difference.isAdded[y] { y += 1 }
            guard x > startX || y > startY else {
                x += 1
                y += 1
                continue
            }
            let before = min(UnifiedDiff.context, startX, startY)
            let hunk = Hunk(
                old: startX - before..<min(old.count, x + UnifiedDiff.context),
                new: startY - before..<min(new.count, y + UnifiedDiff.context))
            if let last = hunks.last, last.old.upperBound >= hunk.old.lowerBound {
                hunks[hunks.count - 1] = Hunk(
                    old: last.old.lowerBound..<hunk.old.upperBound, new: last.new.lowerBound..<hunk.new.upperBound)
            } else {
                hunks.append(hunk)
            }
        }
        return hunks
    }

    /// The lines of `hunk` behind their signs, those that go before those that come.
    private func lines(of hunk: Hunk) -> [(Mark, [UInt8])] {
        var result: [(Mark, [UInt8])] = []
        func add(_ mark: Mark, _ sign: Character, _ line: ArraySlice<UInt8>) {
            let missing = line.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n"
            result.append((mark, (sign.asciiValue.map { [$0] } ?? []) + line + Array(missing.utf8)))
        }
        var (x, y) = (hunk.old.lowerBound, hunk.new.lowerBound)
        while x < hunk.old.upperBound || y < hunk.new.upperBound {
            if x < hunk.old.upperBound, difference.isRemoved[x] {
                add(.removed, "-", old[x])
                x += 1
            } else if y < hunk.new.upperBound, difference.isAdded[y] {
                add(.added, "+", new[y])
                y += 1
            } else {
                guard x < hunk.old.upperBound else { break }
                add(.same, " ", old[x])
                x += 1
                y += 1
            }
        }
        return result
    }

    /// A range of lines as diff writes it: the first, counted from 1, and how many, unless that is one; an empty one
    /// names the line above it.
    private static func range(_ lines: Range<Int>) -> String {
        switch lines.count {
        case 0: "\(lines.lowerBound),0"
        case 1: "\(lines.lowerBound + 1)"
        case let count: "\(lines.lowerBound + 1),\(count)"
        }
    }

    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }
}
