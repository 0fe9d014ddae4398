internal import KBEdit
internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// What the options of `kb add` ask for.
struct AdditionRequest {
    static let textOption = Option.value(
        "text", short: "m", "TEXT", isRepeatable: true, "the text; given again, another paragraph")
    static let tagOption = Option.value("tag", "TAG", .tag, isRepeatable: true, "add this tag")
    static let folderOption = Option.value("folder", "DIR", .folder, "make the note in this folder")
    static let templateOption = Option.value("template", "NAME", .text, "make the note by this template")
    static let toOption = Option.value("to", "NOTE", .note, "add to this note, under a heading if one is named")
    static let createOption = Option.flag("create", "make the note or heading of --to when it is not there")
    static let dailyOption = Option.flag("daily", "add to the note of the day, which is made when it is not there")
    static let dateOption = Option.value("date", "DAY", .day, "with --daily, the note of another day")
    static let editOption = Option.flag("edit", "open the editor although a text is given")
    static let silentOption = Option.flag("no-suggest", "do not tell what the vault already says about it")

    static let options = [
        textOption, tagOption, folderOption, templateOption, toOption, createOption, dailyOption, dateOption,
        editOption,
        silentOption, ChangeFlow.dryRunOption, ChangeFlow.yesOption, ChangeFlow.formatOption, CommonOptions.json,
        CommonOptions.absolute,
    ]

    /// Where the addition goes.
    enum Place: Equatable {
        case newNote(folder: String?, template: String?)
        case note(String)
        case daily(heading: [String])
    }

    /// Where the text comes from.
    enum Text: Equatable {
        case none
        case given(String)
        case standardInput
    }

    let place: Place
    let title: String
    let text: Text
    let tags: [String]
    let makesMissing: Bool
    let isEdited: Bool
    let hasAdvice: Bool
    let isDryRun: Bool
    let isAgreed: Bool
    let isAbsolute: Bool
    let format: AdditionPresenter.Format
    private let arguments: Arguments

    init(_ arguments: Arguments) throws(UsageError) {
        self.arguments = arguments
        place = try Self.place(arguments)
        var words = arguments.operands
        // Behind `--` too, as for cat: a title may lose its hyphen, but no text is to be lost.
        let readsInput = words.last == "-"
        if readsInput { words.removeLast() }
        let line = words.joined(separator: " ")
        let paragraphs = arguments.texts(Self.textOption)
        guard !readsInput || paragraphs.isEmpty else {
            throw arguments.misused("--text and - are both the text; give one")
        }
        let given: Text =
            readsInput ? .standardInput : paragraphs.isEmpty ? .none : .given(paragraphs.joined(separator: "\n\n"))
        if case .newNote = place {
            (title, text) = (line, given)
        } else {
            guard words.isEmpty || given == .none else {
                throw arguments.misused("“\(line)” and \(readsInput ? "-" : "--text") are both the text; give one")
            }
            (title, text) = ("", words.isEmpty ? given : .given(line))
        }
        tags = try arguments.texts(Self.tagOption).map { typed throws(UsageError) -> String in
            guard let tag = TagSpelling.bare(typed) else {
                throw arguments.misused("“\(typed)” is no tag: \(TagSpelling.rule)")
            }
            return tag
        }
        makesMissing = arguments.has(Self.createOption)
        isEdited = arguments.has(Self.editOption)
        hasAdvice = !arguments.has(Self.silentOption)
        isDryRun = arguments.has(ChangeFlow.dryRunOption)
        isAgreed = arguments.has(ChangeFlow.yesOption)
        isAbsolute = arguments.has(CommonOptions.absolute)
        format = try arguments.format(ChangeFlow.formatOption, standard: .text)
        guard !isEdited || !arguments.has(GlobalOptions.noInputOption) else {
            throw arguments.misused("--edit and --no-input contradict each other")
        }
    }

    private static func place(_ arguments: Arguments) throws(UsageError) -> Place {
        let (to, isDaily) = (arguments.text(toOption), arguments.has(dailyOption))
        let (folder, template) = (arguments.text(folderOption), arguments.text(templateOption))
        if isDaily || to != nil {
            let name = isDaily ? "--daily" : "--to"
            if folder != nil { throw arguments.misused("--folder is for a new note, \(name) names its place") }
            if template != nil { throw arguments.misused("--template is for a new note, not for \(name)") }
        }
        if !isDaily, arguments.has(dateOption) { throw arguments.misused("--date is for --daily") }
        if to == nil, !isDaily, arguments.has(createOption) { throw arguments.misused("--create is for --to") }
        let isHeading = to.map { $0.hasPrefix("#") } ?? false
        if let to, isHeading || isDaily {
            let headings = to.split(separator: "#").map { AdditionRequest.trimmed($0) }.filter { !$0.isEmpty }
            guard isHeading, !headings.isEmpty else {
                throw arguments.misused("--daily names the note, --to its heading: --daily --to '#Log'")
            }
            guard isDaily else { throw arguments.misused("“\(to)” names no note; write NOTE\(to)") }
            return .daily(heading: headings)
        }
        if isDaily { return .daily(heading: []) }
        if let to {
            guard !to.isEmpty else { throw arguments.misused("--to needs the name of a note") }
            return .note(to)
        }
        return .newNote(folder: folder, template: template)
    }

    private static func trimmed(_ text: Substring) -> String {
        text.split(separator: " ").joined(separator: " ")
    }

    /// The addition, with the text that `input` gives if standard input is asked for.
    func addition(in session: Session, input: () throws(Failure) -> [UInt8]) throws(Failure) -> Addition {
        let bytes: [UInt8]?
        switch text {
        case .none: bytes = nil
        case .given(let text): bytes = Array(text.utf8)
        case .standardInput: bytes = try input()
        }
        let target: Addition.Place =
            switch place {
            case .newNote(let folder, let template): .newNote(folder: folder, template: template)
            case .note(let reference): .note(reference)
            case .daily(let heading):
                .daily(session.wallTime(on: arguments.day(Self.dateOption, today: session.today)), heading: heading)
            }
        return Addition(
            target, title: title, text: bytes, tags: tags, makesMissing: makesMissing, now: session.wallTime(),
            workingFolder: session.workingFolder)
    }
}
