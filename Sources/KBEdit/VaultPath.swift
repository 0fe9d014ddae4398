internal import KBModel

/// Questions about paths of a vault, with `/` between their levels. Compared byte by byte, as file systems do.
enum VaultPath {
    static let slash = UInt8(ascii: "/")

    /// The levels of `path`, empty ones and `.` left out.
    static func levels(_ path: String) -> [String] {
        path.utf8.split(separator: slash).map { String(Substring($0)) }.filter { $0 != "." }
    }

    /// The levels of the folder that holds `path`; empty for the root of the vault.
    static func folder(of path: String) -> [String] { Array(levels(path).dropLast()) }

    /// The last level.
    static func name(of path: String) -> String { levels(path).last ?? "" }

    /// `path` without the extension of a note.
    static func bare(_ path: String) -> String {
        NoteExtension.dot(in: path).map { String(path[..<$0]) } ?? path
    }

    /// Whether `path` ends in the extension of a note.
    static func isNote(_ path: String) -> Bool { NoteExtension.dot(in: path) != nil }

    /// `target`, written in a note in `folder`, from the root of the vault; it begins with `..` when it lies outside.
    static func resolved(_ target: String, in folder: [String]) -> [String] {
        var result = target.utf8.first == slash ? [] : folder
        for level in levels(target) {
            if level == "..", let last = result.last, last != ".." {
                result.removeLast()
            } else {
                result.append(level)
            }
        }
        return result
    }

    /// The way from `folder` to `path`; `.` when they are the same. Both are seen from the root of the vault.
    static func relative(_ path: [String], to folder: [String]) -> String {
        var shared = 0
        while shared < min(path.count, folder.count), same(path[shared], folder[shared]), path[shared] != ".." {
            shared += 1
        }
        let ups = [String](repeating: "..", count: folder.count - shared)
        let way = ups + path[shared...]
        return way.isEmpty ? "." : way.joined(separator: "/")
    }

    /// Whether two paths are the same, byte for byte.
    static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

    /// Whether two texts are the same but for case.
    static func alike(_ a: String, _ b: String) -> Bool { same(a.lowercased(), b.lowercased()) }
}
