import KBModel
import KBParse
import KBText
import KnowledgeBase

/// Where queries come from.
enum QueryList {
    /// The most words of a heading that somebody would type.
    private static let longest = 5

    /// The lines of the file at `path`.
    static func read(_ path: String) throws -> [String] {
        let bytes = try FileBytes.read(path)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Headings of the notes as somebody would type them, the same ones on every run.
    static func headings(of subject: Subject, count: Int) -> [String] {
        var parser = NoteParser()
        var headings: Set<String> = []
        for file in subject.read() {
            let note = parser.parse(file.bytes, path: file.path)
            for section in note.sections {
                let words = note.text(section.title).lowercased().split { !$0.isLetter && !$0.isNumber }
                if 1...longest ~= words.count { headings.insert(words.joined(separator: " ")) }
            }
        }
        // A set has another order on every run, but a random number that follows from the text has not.
        var numbers = SplitMix(seed: 2_026)
        let sorted = headings.sorted().map { ($0, numbers.next()) }
        return sorted.sorted { $0.1 < $1.1 }.prefix(count).map(\.0)
    }
}
