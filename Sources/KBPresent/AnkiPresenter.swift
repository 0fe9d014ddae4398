import KBModel
public import KBStudy

/// Writes cards as a text file that Anki imports, one note of Anki's a line.
///
/// The guid of each is the card's id, which it keeps when it is edited or moved, so that importing again updates what is
/// there. A gap becomes a cloze of its own, everything else front and back. Fields are HTML, with the source on the back.
///
/// - SeeAlso: <https://docs.ankiweb.net/importing/text-files.html>
public struct AnkiPresenter: Sendable {
    /// The deck that everything goes into; nil for one a folder.
    public var deck: String?
    /// The name of the vault: the deck that those of folders stand under.
    public var vaultName: String
    /// The folders that hold notes: they make no decks.
    public var noteFolders: [String]
    /// What Anki calls the note type with a front and a back; in a profile of another language, that language's word.
    public var basicType: String
    /// What Anki calls the note type with gaps.
    public var clozeType: String
    /// By path: the tags of a note, levels separated by `/`.
    public var tags: [String: [String]]

    /// A presenter; see the properties.
    public init(
        deck: String? = nil, vaultName: String, noteFolders: [String] = [], basicType: String = "Basic",
        clozeType: String = "Cloze", tags: [String: [String]] = [:]
    ) {
        self.deck = deck
        self.vaultName = vaultName
        self.noteFolders = noteFolders
        self.basicType = basicType
        self.clozeType = clozeType
        self.tags = tags
    }

    /// The file, by deck, within one in the order given; valid without a card too.
    ///
    /// A deck stands before those below it: Anki 26.9, which makes it along with them, would make it a second time.
    public func render(_ cards: [StudyCard]) -> String {
        let decks = cards.map { deck(of: $0.card) }
        let order = cards.indices.sorted { a, b in
            decks[a] == decks[b] ? a < b : decks[a].utf8.lexicographicallyPrecedes(decks[b].utf8)
        }
        return AnkiPresenter.head + order.map { line(cards[$0]) }.joined()
    }

    /// What tells Anki how to read the lines.
    private static let head = """
        #separator:tab
        #html:true
        #guid column:1
        #notetype column:2
        #deck column:3
        #tags column:6

        """

    private func line(_ card: StudyCard) -> String {
        let (front, back) = sides(of: card.card)
        let fields = [
            // A word of ours, since other makers of guids draw from the same letters.
            "kb:\(card.id.text)", card.card.parts == nil ? basicType : clozeType, deck(of: card.card), front, back,
            tags(of: card.card),
        ]
        return fields.joined(separator: "\t") + "\n"
    }

    // MARK: - Fields

    private func sides(of card: Card) -> (String, String) {
        let place = "<small>\(html("\(card.source.path):\(card.source.line)"))"
        let headings = card.headingPath.isEmpty ? "" : "<br>" + html(card.headingPath.joined(separator: " › "))
        let source = place + headings + "</small>"
        guard let (before, after) = card.parts else {
            return (html(card.prompt), answer(card) + "<br><br>" + source)
        }
        let hint = card.hint.map { "::" + inGap($0) } ?? ""
        return (aroundGap(before) + "{{c1::\(inGap(card.back))\(hint)}}" + aroundGap(after), source)
    }

    /// Bullets as a list; other lines as they are.
    private func answer(_ card: Card) -> String {
        let lines = card.back.split(separator: "\n")
        guard lines.count > 1, card.kind == .heading || card.kind == .question else { return html(card.back) }
        return "<ul>" + lines.map { "<li>\(html(String($0)))</li>" }.joined() + "</ul>"
    }

    /// As HTML on one line. Quotes go too: a field that begins with one would be read as quoted.
    private func html(_ text: String) -> String {
        var result = ""
        var isLineStart = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n":
                result += "<br>"
                isLineStart = true
                continue
            // Code keeps its indent.
            case " " where isLineStart:
                result += "&nbsp;"
                continue
            default: result.unicodeScalars.append(scalar.harmless)
            }
            isLineStart = false
        }
        return result
    }

    /// As HTML in a gap, which `}}` would end and `::` would divide.
    private func inGap(_ text: String) -> String {
        html(text).replacing("}", with: "&#125;").replacing(":", with: "&#58;")
    }

    /// As HTML around a gap, where `{{c` would begin another one.
    private func aroundGap(_ text: String) -> String { html(text).replacing("{", with: "&#123;") }

    // MARK: - Decks and tags

    /// The folders of the card's note below the vault, as Anki nests decks.
    private func deck(of card: Card) -> String {
        if let deck { return deck.harmless }
        var folders = card.source.path.split(separator: "/").dropLast().map { String($0) }
        let roots = noteFolders.map { $0.split(separator: "/").map { String($0) } }
        let root = roots.filter { folders.starts(with: $0) }.max { $0.count < $1.count } ?? []
        folders.removeFirst(root.count)
        return ([vaultName] + folders).joined(separator: "::").harmless
    }

    /// The note's tags, then the concept under a tag of its own; levels as Anki nests them, without blanks.
    private func tags(of card: Card) -> String {
        let own = tags[card.source.path, default: []].map { $0.replacing("/", with: "::") }
        let concept = card.concept.map { ["concept::" + $0.replacing("::", with: ":")] } ?? []
        return (own + concept).map { tag in
            String(tag.harmless.map { $0.isWhitespace || $0 == "\"" ? "_" : $0 })
        }.joined(separator: " ")
    }
}
