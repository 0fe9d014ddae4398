import KBModel

/// Which names are looked at.
enum NoteFileName {
    /// What a note file's name ends in, after the dot, in lower case.
    static let extensions = NoteExtension.all
    /// Folders that hold no notes though their name does not start with a dot.
    static let skippedFolders = ["node_modules"]

    private static let packedExtensions = extensions.map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } }
    /// The length of the longest extension; eight letters fit a word.
    private static let longestExtension = 8

    /// Whether a file of this name is a note, by its extension, case-blind.
    static func isNote(_ name: UnsafeRawBufferPointer) -> Bool {
        // From the end to the dot, the letters are packed into one word: one comparison instead of one loop each.
        var packed: UInt64 = 0
        var place = name.count - 1
        let lowest = max(1, name.count - 1 - longestExtension)
        while place >= lowest {
            let byte = name[place]
            if byte == UInt8(ascii: ".") { return isPackedExtension(packed) }
            packed |= UInt64(byte | 0x20) << UInt64((name.count - 1 - place) * 8 & 63)
            place -= 1
        }
        return false
    }

    /// Whether a file of this name is a note, by its extension, case-blind.
    static func isNote(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { isNote(UnsafeRawBufferPointer($0)) }
    }

    /// Whether a note or a folder of notes may go by `path`: it ends in a note's extension, or in none.
    static func couldBeNote(_ path: String) -> Bool {
        let name = FilePath.name(of: path)
        return !name.utf8.dropFirst().contains(UInt8(ascii: ".")) || isNote(name)
    }

    private static func isPackedExtension(_ packed: UInt64) -> Bool {
        // `md` is nearly all there is.
        packed == 0x6D64 || packedExtensions.contains(packed)
    }

    /// Whether a folder of this name is never entered.
    static func isSkippedFolder(_ name: UnsafeRawBufferPointer) -> Bool {
        skippedFolders.contains { $0.utf8.count == name.count && $0.utf8.elementsEqual(name) }
    }

    /// The outermost level of `path` in which nothing is looked for: a hidden file or folder, or one that is never entered;
    /// nil when there is none.
    static func hiddenLevel(of path: String) -> String? {
        let levels = path.utf8.split(separator: UInt8(ascii: "/"))
        return levels.first { level in
            level.first == UInt8(ascii: ".") || skippedFolders.contains { $0.utf8.elementsEqual(level) }
        }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether `name` is UTF-8, as paths of notes must be.
    static func isText(_ name: UnsafeRawBufferPointer) -> Bool {
        name.allSatisfy { $0 < 0x80 } || String(validating: name, as: UTF8.self) != nil
    }
}
