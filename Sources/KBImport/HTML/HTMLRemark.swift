/// Something on a page that a note cannot hold, or holds in a simpler form, and how often it was met.
public struct HTMLRemark: Equatable, Sendable {
    /// What was met, and what became of it.
    public enum Kind: Equatable, Hashable, Sendable {
        /// Another page shown within this one; a link to it stands in the note.
        case embeddedPage
        /// A film; a link to it stands in the note when the page has one.
        case video
        case audio
        /// A picture drawn by a program or by the page itself.
        case drawing
        /// A plug-in's content.
        case plugin
        /// A field of a form.
        case formField
        /// A picture that stands in the page itself, as base64.
        case inlinePicture
        /// A table with blocks or several columns in one cell, whose cells were made plain.
        case simplifiedTable
        /// A table without columns that are read as such, whose cells were written one after the other.
        case layoutTable
        /// A formula without its source, of which the signs stay.
        case formula
        /// The page has hardly a word before its scripts run.
        case scriptedContent
        /// The page names an encoding kb does not read; it is read as Windows-1252.
        case unknownEncoding(String)
        /// Bytes that are not what the page's encoding has; they are read as U+FFFD.
        case damagedText
    }

    /// What was met.
    public var kind: Kind
    /// At least one.
    public var count: Int

    /// A remark on something met once, or `count` times.
    public init(_ kind: Kind, count: Int = 1) {
        self.kind = kind
        self.count = count
    }

    /// What a reader should know, one sentence without a full stop.
    public var message: String {
        switch kind {
        case .embeddedPage: "\(things("embedded page")) became \(count == 1 ? "a link" : "links")"
        case .video: "\(things("video")) left out but for the address"
        case .audio: "\(things("sound")) left out but for the address"
        case .drawing: "\(things("drawing")) left out"
        case .plugin: "\(things("plug-in")) left out"
        case .formField: "\(things("form field")) left out"
        case .inlinePicture: "\(things("picture")) inside the page left out"
        case .simplifiedTable: "\(things("table")) simplified: blocks or wide cells do not fit"
        case .layoutTable: "\(things("table")) written as text, cell by cell"
        case .formula: "\(things("formula", "formulas")) without source: only the signs are kept"
        case .scriptedContent: "the page is made by its scripts, which kb does not run"
        case .unknownEncoding(let name): "the page is in \(name), which kb does not read; it is read as Windows-1252"
        case .damagedText: "bytes that are no text are read as U+FFFD"
        }
    }

    private func things(_ one: String, _ many: String? = nil) -> String {
        "\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}

/// Counts what a page holds beyond a note, in the order it was met.
struct HTMLRemarkTally {
    private(set) var remarks: [HTMLRemark] = []

    mutating func add(_ kind: HTMLRemark.Kind, count: Int = 1) {
        if let known = remarks.firstIndex(where: { $0.kind == kind }) {
            remarks[known].count += count
        } else {
            remarks.append(HTMLRemark(kind, count: count))
        }
    }
}
