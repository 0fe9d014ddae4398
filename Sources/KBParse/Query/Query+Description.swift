public import KBModel

extension Query: CustomStringConvertible {
    /// The query in canonical form: operators written one way, quotes straight, days absolute.
    ///
    /// Parsing it again gives an equal clause, apart from offsets.
    public var description: String { clause.sequenceText }
}

extension Query.Clause {
    /// The clause where no parentheses are needed: as a whole query, or inside its own.
    fileprivate var sequenceText: String {
        switch self {
        case .all(let parts): parts.map(\.partText).joined(separator: " ")
        case .any(let choices): choices.map(\.choiceText).joined(separator: " OR ")
        default: partText
        }
    }

    /// The clause as one of several side by side.
    private var partText: String {
        switch self {
        case .all(let parts) where parts.count == 1: "+" + (parts.first?.partText ?? "")
        case .all: "+(\(sequenceText))"
        case .any: "(\(sequenceText))"
        case .not(let inner): inner.excludedText
        default: leafText
        }
    }

    /// The clause as one of several joined by `OR`.
    private var choiceText: String {
        switch self {
        case .all, .any: "(\(sequenceText))"
        default: partText
        }
    }

    /// The clause behind a minus sign, or behind `NOT` where a minus sign would be part of a word.
    private var excludedText: String {
        switch self {
        case .all, .any, .not: return "-(\(sequenceText))"
        case .phrase(_, in: .any), .near: return "-" + leafText
        case .word, .prefix, .phrase, .filter:
            let text = leafText
            let first = text.unicodeScalars.first
            let isPlain = first.map { $0.isQueryContent && !$0.isQueryDigit } ?? false
            return (isPlain ? "-" : "NOT ") + text
        }
    }

    private var leafText: String {
        switch self {
        case .word(let term, let field): field.keyText + term.text
        case .phrase(let term, let field): field.keyText + quoted(term.text)
        case .prefix(let term, let field): field.keyText + term.text + "*"
        case .near(let terms, let distance):
            "NEAR(" + terms.map { bareOrQuoted($0.text) }.joined(separator: " ") + ", \(distance))"
        case .filter(let filter): filter.text
        case .all, .any, .not: "(\(sequenceText))"
        }
    }
}

extension Query.Field {
    fileprivate var keyText: String { self == .heading ? "heading:" : "" }
}

extension Query.Filter {
    fileprivate var text: String {
        switch self {
        case .tag(let tag): "tag:" + bareOrQuoted(tag.text)
        case .path(let text): "path:" + bareOrQuoted(text)
        case .note(let name): "note:" + bareOrQuoted(name)
        case .concept(let name): "concept:" + bareOrQuoted(name)
        case .holds(let feature): "is:" + feature.rawValue
        case .property(let key, let value): key + ":" + (value == "*" ? value : bareOrQuoted(value))
        case .before(let day): "before:\(day)"
        case .after(let day): "after:\(day)"
        }
    }
}

/// `text` between quote marks that it does not hold itself.
private func quoted(_ text: String) -> String {
    text.unicodeScalars.contains("\"") ? "\u{201C}\(text)\u{201D}" : "\"\(text)\""
}

/// `text` without quotes where it reads the same without: letters, figures and the punctuation of names.
private func bareOrQuoted(_ text: String) -> String {
    let scalars = text.unicodeScalars
    // Text with both marks was typed without quotes, since either mark would have ended it.
    if scalars.contains("\""), scalars.contains("\u{201D}") { return text }
    guard let first = scalars.first, first.isQueryContent,
        scalars.allSatisfy({ $0.isQueryContent || "-_/.*?".unicodeScalars.contains($0) })
    else { return quoted(text) }
    return text
}
