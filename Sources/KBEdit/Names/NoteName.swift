/// Names of files for titles of notes.
///
/// A name is safe on every file system and in every link: no separators, no control characters, none of
/// `# | ^ : [ ]` and of what Windows refuses, no dot at the start or end, no reserved name, not too long. Letters of all
/// scripts stay as they are: folding them would lose titles in most languages, and file systems have kept them for years.
public enum NoteName {
    /// How a title becomes a name.
    public enum Style: String, Sendable, CaseIterable {
        /// `gradient-descent`: small letters, digits and hyphens.
        case slug
        /// `Gradient descent`: the title, but for what a name may not hold; Obsidian's way.
        case title
    }

    /// The longest name in bytes of UTF-8, without its extension: file systems take 255, a number and an extension follow.
    public static let longest = 200
    /// The name for a title that has no letter or digit.
    public static let untitled = "untitled"

    /// The name for `title`, without an extension; never empty.
    public static func name(for title: String, style: Style = .slug) -> String {
        let name = shortened(style == .slug ? slug(title) : cleaned(title))
        guard !name.isEmpty else { return untitled }
        return isReserved(name) ? name + "-note" : name
    }

    /// `name`, or the first of `name-2`, `name-3` … for which `isTaken` is false.
    ///
    /// Names that differ in case alone are one file on many systems: `isTaken` compares case-blind.
    public static func unique(_ name: String, isTaken: (String) -> Bool) -> String {
        guard isTaken(name) else { return name }
        var number = 2
        while isTaken("\(name)-\(number)") { number += 1 }
        return "\(name)-\(number)"
    }

    private static func slug(_ title: String) -> String {
        var words: [String] = []
        var word = ""
        for scalar in title.lowercased().unicodeScalars {
            if isWordScalar(scalar) {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty, scalar != "'", scalar != "\u{2019}" {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words.joined(separator: "-")
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        // `c++` is not `c`.
        if scalar.isASCII {
            return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "_+".unicodeScalars.contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber: return true
        default: return scalar.properties.isAlphabetic || scalar.properties.isEmojiPresentation
        }
    }

    private static func cleaned(_ title: String) -> String {
        let banned = "/\\:*?\"<>|#^[]%".unicodeScalars
        var text = ""
        for scalar in title.unicodeScalars {
            let isSafe = !banned.contains(scalar) && scalar.properties.generalCategory != .control
            text.unicodeScalars.append(isSafe && !scalar.properties.isWhitespace ? scalar : " ")
        }
        let words = text.split(separator: " ").joined(separator: " ")
        let start = words.drop { $0 == "." || $0 == " " }
        let end = start.lastIndex { $0 != "." && $0 != " " }
        return end.map { String(start[...$0]) } ?? ""
    }

    /// The start of `name` that is short enough, cut between words when one ends in its second half.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > longest else { return name }
        var end = name.startIndex
        var (size, lastGap) = (0, name.startIndex)
        for index in name.indices {
            size += name[index].utf8.count
            guard size <= longest else { break }
            if name[index] == "-" || name[index] == " ", size > longest / 2 { lastGap = index }
            end = name.index(after: index)
        }
        return String(name[..<(lastGap > name.startIndex ? lastGap : end)])
    }

    /// Whether Windows keeps a name for a device, with or without an extension.
    private static func isReserved(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.lowercased()
        if ["con", "prn", "aux", "nul"].contains(stem) { return true }
        guard stem.hasPrefix("com") || stem.hasPrefix("lpt"), stem.count == 4, let last = stem.last else {
            return false
        }
        return "123456789¹²³".contains(last)
    }
}
