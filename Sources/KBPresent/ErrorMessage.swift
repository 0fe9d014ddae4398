public import KBModel

extension KnowledgeBaseError {
    /// What went wrong and how to mend it, for people; a slip in a query is shown with a caret below it.
    ///
    /// Without a final line feed; several lines when a place is pointed at or choices are listed.
    public var message: String {
        switch self {
        case .query(let error, let text):
            [error.message, error.pointer(into: text)].compactMap { $0 }.joined(separator: "\n")
        case .noSuchNote(let name, let nearest):
            "no note is called “\(name.harmless)”" + suggestion(of: nearest)
        case .ambiguousNote(let name, let paths):
            "several notes are called “\(name.harmless)”:" + listed(paths)
        case .noSuchHeading(let heading, let note, let nearest):
            "\(note.harmless) has no heading “\(heading.harmless)”" + suggestion(of: nearest)
        case .noSuchTemplate(let name, let nearest):
            "no template is called “\(name.harmless)”" + suggestion(of: nearest)
        case .noSuchConcept(let name, let nearest):
            "no concept is called “\(name.harmless)”" + suggestion(of: nearest)
        case .ambiguousConcept(let name, let choices):
            "several concepts are called “\(name.harmless)”:" + listed(choices)
        case .noSuchTopic(let name, let nearest):
            "nothing in the notes treats “\(name.harmless)”" + suggestion(of: nearest)
        case .noSuchLine(let name, let nearest):
            "no line of a checklist is called “\(name.harmless)”"
                + (nearest.isEmpty ? "; kb checklist prints ids, and PATH:LINE is where a line begins" : "")
                + suggestion(of: nearest)
        case .ambiguousLine(let name, let choices):
            "several lines of checklists are called “\(name.harmless)”:" + listed(choices)
        case .conceptsAreOff:
            "concepts are switched off here; set `concepts: true` in kb.yml and run `kb index`"
        case .noSuchVault(let path): "\(path.harmless) is not a folder that can be read"
        case .noSuchVaultName(let name, let nearest):
            "“\(name.harmless)” is neither a folder nor the name of a vault"
                + (nearest.isEmpty ? "; kb vaults lists the names" : suggestion(of: nearest))
        case .configuration(let path, let line, let message):
            "\(path.harmless):\(line > 0 ? "\(line):" : "") \(message.harmless)"
        case .malformed(let path, let line, let message): "\(path.harmless):\(line): \(message.harmless)"
        case .noIndex(let reason): "\(reason.harmless); run kb index, or leave out --no-refresh"
        case .store(let path, let message):
            "the index \(path.harmless) cannot be used: \(message.harmless)"
        case .unreadable(let path, let message): "\(path.harmless) cannot be read: \(message.harmless)"
        case .unwritable(let path, let message): "\(path.harmless) cannot be written: \(message.harmless)"
        case .interrupted: "stopped before the end; the index is as it was"
        case .refused(let message): message.harmless
        }
    }

    private func suggestion(of names: [String]) -> String {
        switch names.count {
        case 0: ""
        case 1: "; did you mean \(names.map { "“\($0.harmless)”" }.joined())?"
        default: "; did you mean one of these?" + listed(names)
        }
    }

    /// How many names are listed: what a reader takes in without scrolling.
    private static let mostListed = 10

    private func listed(_ names: [String]) -> String {
        let more = names.count - Self.mostListed
        return names.prefix(Self.mostListed).map { "\n  \($0.harmless)" }.joined()
            + (more > 0 ? "\n  and \(more) more" : "")
    }
}

extension QueryError {
    /// What is wrong with the query, for people.
    public var message: String {
        switch self {
        case .unclosedQuote: "this quotation mark has no partner"
        case .unclosedParenthesis: "this ( has no )"
        case .unopenedParenthesis: "this ) has no ("
        case .missingOperand(let name, _): "\(name.harmless) has nothing to act on"
        case .emptyFilter(let name, _): "\(name.harmless): needs a value behind the colon"
        case .unknownFeature(let word, _):
            "is: does not know “\(word.harmless)”; it knows "
                + Query.Feature.allCases.map(\.rawValue).joined(separator: ", ")
        case .unreadableDay(let text, _):
            "“\(text.harmless)” is no day; write 2026-05-01, or 7d for seven days ago"
        case .malformedNear: "NEAR needs two words or more and a distance: NEAR(cache eviction, 10)"
        case .nothingRequired: "there is nothing to look for; name at least one word or condition that must hold"
        }
    }

    /// The query with a caret under the byte where the slip is; nil when it is the query as a whole.
    func pointer(into text: String) -> String? {
        guard let offset else { return nil }
        var before = ""
        var used = 0
        for character in text {
            used += character.utf8.count
            guard used <= offset else { break }
            before.append(character)
        }
        return "  \(text.harmless)\n  \(String(repeating: " ", count: before.harmless.displayWidth))^"
    }
}

extension Remark {
    /// What a reader should know, for people, on one line.
    public var message: String {
        switch self {
        case .refreshedElsewhere: "another kb is refreshing the index; this answer is from the index as it was"
        case .staleAndReadOnly(let notes):
            "the index cannot be written here and is behind: \(counted(notes, "note")) changed since"
        case .indexMoved(let path): "the vault's index folder cannot be written; the index is kept at \(path.harmless)"
        case .rebuilt(let reason): "the index was built anew: \(reason)"
        case .readAs(let typed, let concept): "read “\(typed.harmless)” as “\(concept.harmless)”"
        case .vocabulary(let located):
            "\(located.path.harmless):\(located.issue.line): \(located.issue.message.harmless)"
        case .studyLog(let path, let lines):
            "\(path.harmless): \(counted(lines, "line")) cannot be read and "
                + "\(lines == 1 ? "counts" : "count") for nothing; kb doctor lists them"
        case .changedMeanwhile(let path): "\(path.harmless) changed meanwhile; its line numbers may be off"
        case .finishedChange(let title): "a change that was interrupted is now finished: \(title.harmless)"
        case .undidChange(let title, let reason):
            "a change that was interrupted is now undone: \(title.harmless)"
                + (reason.map { " (\($0.harmless))" } ?? "")
        case .changingElsewhere: "another kb is changing notes; some may be as before and others not"
        case .unfinishedChange(let reason): "a change of notes was interrupted and is not finished: \(reason.harmless)"
        case .keptInTrash(let path): "a text that found no place was kept as \(path.harmless)"
        }
    }
}
