extension Card {
    /// The question as it is put to the reader.
    ///
    /// One line, except that a card written over several lines keeps them.
    public var prompt: String {
        switch kind {
        case .definition: definitionPrompt
        case .heading: headingPrompt
        case .acronym: "What does \(front) stand for?"
        case .expansion: "What is the short form of \(front)?"
        case .cloze: gap(showing: "[\(hint ?? "…")]")
        case .checklist: back.isEmpty ? pointPrompt : front
        case .question, .pair, .reversed: front
        }
    }

    /// The sentence of a cloze with `mark` in place of the answer; other cards' front.
    public func gap(showing mark: String) -> String { parts.map { $0.before + mark + $0.after } ?? front }

    /// What stands before and after the gap of a cloze; nil when its sentence does not hold the answer.
    public var parts: (before: String, after: String)? {
        let places = CardText.places(of: back, in: front)
        guard kind == .cloze, let place = places.dropFirst(repeats).first ?? places.first else { return nil }
        let text = Array(front.utf8)
        return (
            String(decoding: text[..<place.lowerBound], as: UTF8.self),
            String(decoding: text[place.upperBound...], as: UTF8.self)
        )
    }

    /// A term is asked for by what its explanation is: things in a row belong to it, all else says what it is.
    private var definitionPrompt: String {
        if front == front.uppercased(), CardJudgement.isAcronym(front, of: back) {
            return "What does \(front) stand for?"
        }
        if Card.isEnumeration(back) { return "What belongs to \(front)\(context(headingPath.last))?" }
        // "Offline" says little without the heading it stands under.
        let around = front.contains(" ") ? "" : context(headingPath.last)
        return "What \(isPlural ? "are" : "is") \(front)\(around)?"
    }

    /// What the reader is to say, lines separated by `\n`.
    public var answer: String { kind == .checklist && back.isEmpty ? front : back }

    /// A line of a checklist is asked for by what it stands below; how it begins tells it from those beside it.
    private var pointPrompt: String {
        let words = front.split(separator: " ").count
        let beginning = front.first.map { ", \($0)…" } ?? ""
        return
            "Which point is this? \(hint ?? headingPath.last ?? "") (\(words) \(words == 1 ? "word" : "words")\(beginning))"
    }

    /// "Metrics" says little without the heading above it.
    private var headingPrompt: String {
        let around = context(headingPath.dropLast().last)
        let opener = CardJudgement.words(front).first ?? ""
        if CardWords.askers.contains(opener) { return "\(front)\(around): which points?" }
        return "What belongs to \(front)\(around)?"
    }

    private func context(_ heading: String?) -> String {
        let heading = CardText.title(heading ?? "")
        return heading.isEmpty || heading.lowercased().contains(front.lowercased()) ? "" : " (\(heading))"
    }

    /// "Class weights", but not "mixture of experts", "Kubernetes" or "AWS": of a single word, only one without a capital is taken for a plural.
    private var isPlural: Bool {
        guard let word = front.split(separator: " ").last, word.count > 3, word.hasSuffix("s"),
            !["ss", "us", "is", "as", "ics"].contains(where: word.hasSuffix), word != word.uppercased()[...],
            ![" of ", " for ", " with ", " in ", " to "].contains(where: front.contains)
        else { return false }
        return front.contains(" ") || (front.first?.isLowercase ?? false)
    }

    /// Whether a text is a row of short phrases: three or more, or two of a word or two, which are no clauses.
    static func isEnumeration(_ text: String) -> Bool {
        var parts = [0]
        var (depth, isInWord) = (0, false)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: ".") where depth == 0, UInt8(ascii: ":"), UInt8(ascii: ";"): return false
            case UInt8(ascii: ",") where depth == 0:
                parts.append(0)
                isInWord = false
                continue
            default: break
            }
            let isBlank = byte <= UInt8(ascii: " ")
            if !isBlank, !isInWord, depth == 0 { parts[parts.count - 1] += 1 }
            isInWord = !isBlank
        }
        let longest = parts.max() ?? 0
        return parts.count > 2 ? longest <= mostWordsOfPart : parts.count == 2 && longest <= 2
    }

    /// Longer parts between commas are clauses.
    private static let mostWordsOfPart = 4
}
