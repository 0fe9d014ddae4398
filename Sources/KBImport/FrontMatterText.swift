internal import KBModel
internal import KBParse

/// Front matter to be, in the order of its keys, which a note gets or has added to its own.
struct FrontMatterText {
    private var entries: [(key: String, lines: [String])] = []

    /// Whether there is nothing in it.
    var isEmpty: Bool { entries.isEmpty }

    /// Whether it has `key`, in whatever case.
    func has(_ key: String) -> Bool { entries.contains { $0.key.lowercased() == key.lowercased() } }

    /// Adds a text, a number or a date as it is; the first under a key counts.
    mutating func add(_ key: String, _ value: String) {
        guard !has(key), !key.isEmpty else { return }
        entries.append((key, ["\(YAML.scalar(key)): \(Self.written(value))"]))
    }

    /// Adds a list; nothing when it is empty.
    mutating func add(_ key: String, list: [String]) {
        guard !has(key), !key.isEmpty, !list.isEmpty else { return }
        entries.append((key, ["\(YAML.scalar(key)):"] + list.map { "  - \(YAML.scalar($0))" }))
    }

    /// Numbers and days stay what they are; everything else is written so that it reads as the same text.
    private static func written(_ value: String) -> String {
        let isPlain = value.utf8.allSatisfy { $0 < 0x3A } && value.utf8.first != UInt8(ascii: "+")
        let isNumber = isPlain && Double(value) != nil
        let isZeroed = value.utf8.count > 1 && value.hasPrefix("0") && !value.hasPrefix("0.")
        return (isNumber && !isZeroed) || Day(value) != nil ? value : YAML.scalar(value)
    }

    /// Puts it before `lines`, or into the front matter they begin with; keys that are there already stay.
    func lines(before lines: [String]) -> [String] {
        guard !isEmpty else { return lines }
        let close = lines.dropFirst().firstIndex { $0 == "---" || $0 == "..." }
        guard lines.first == "---", let close else {
            let gap = lines.first.map { $0.isEmpty } ?? true ? [] : [""]
            return ["---"] + entries.flatMap(\.lines) + ["---"] + gap + lines
        }
        let there = lines[1..<close].map { $0.prefix { $0 != ":" }.lowercased() }
        let new = entries.filter { entry in !there.contains(entry.key.lowercased()) }
        return lines[..<close] + new.flatMap(\.lines) + lines[close...]
    }

    /// `text` as a tag: blanks become hyphens, and what a tag may not hold goes; nil when nothing is left.
    static func tag(_ text: String) -> String? {
        var tag = ""
        for character in text.trimmed {
            if character.isLetter || character.isNumber || "_-/".contains(character) || character.isEmoji {
                tag.append(character)
            } else if character.isWhitespace, tag.last != "-" {
                tag.append("-")
            }
        }
        guard !tag.isEmpty else { return nil }
        // Digits alone are a number, and no tag.
        return tag.allSatisfy(\.isNumber) ? "n" + tag : tag
    }
}

extension Character {
    fileprivate var isEmoji: Bool {
        unicodeScalars.first.map { $0.value > 0x7F && $0.properties.isEmoji } ?? false
    }
}
