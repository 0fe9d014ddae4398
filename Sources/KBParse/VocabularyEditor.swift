public import KBModel

/// Carries out what a person wants to be said about concepts, in the text of a vocabulary file.
///
/// Names come as the vault knows them, already found and corrected. What the file says about a concept otherwise stays.
public struct VocabularyEditor {
    /// A concept as the vault knows it.
    public struct KnownName: Equatable, Sendable {
        /// The name of the concept.
        public var concept: String
        /// The spelling by which it was asked for, as it is written in the vault.
        public var spelling: String

        /// A concept; see the properties.
        public init(concept: String, spelling: String) {
            self.concept = concept
            self.spelling = spelling
        }
    }

    /// Why an edit is not carried out.
    public struct Refusal: Error, Equatable {
        /// The line, from 1; 0 when it is not about one.
        public var line: Int
        /// What is wrong and what to do, without a final full stop.
        public var message: String
    }

    private var text: VocabularyText
    private var steps: [VocabularyChange.Step] = []

    /// An editor of the file with these bytes; empty for one that is not there yet.
    public init(_ bytes: [UInt8]) throws(Refusal) {
        do throws(VocabularyText.Refusal) {
            text = try VocabularyText(bytes)
        } catch {
            throw Refusal(line: error.line, message: error.message)
        }
    }

    /// The file as it is now.
    public var bytes: [UInt8] { text.bytes }

    /// What was done, with the lines of the file as it is now.
    public var done: [VocabularyChange.Step] {
        steps.map { step in
            var step = step
            if step.line != nil {
                step.line = text.entry(called: step.concept).map { text.entries[$0].entry.line } ?? 1
            }
            return step
        }
    }

    /// The concept that the file calls `name` or gives that alias, case-blind; nil when it says nothing of it.
    public func known(_ name: String) -> KnownName? {
        guard let index = text.entry(called: name) else { return nil }
        let entry = text.entries[index].entry
        let spelling = ([entry.name] + entry.aliases).first { VocabularyEditor.same($0, name) }
        return KnownName(concept: entry.name, spelling: spelling ?? name)
    }

    // MARK: - Edits

    /// Makes `others` aliases of `concept`, with all that the file says of them.
    public mutating func merge(_ others: [KnownName], into concept: String) throws(Refusal) {
        try changing { editor throws(VocabularyText.Refusal) in
            for other in others {
                let isSame = VocabularyEditor.same(other.concept, concept)
                editor.step(.merged, of: concept, other: other.spelling, isNew: !isSame)
                if !isSame { try editor.merge(other, into: concept) }
            }
        }
    }

    /// Says that `spellings` are not `concept` but one of their own, called by the first of them.
    ///
    /// - Throws: ``Refusal`` when one of them is the concept's name.
    public mutating func split(_ spellings: [KnownName], from concept: String) throws(Refusal) {
        for spelling in spellings where VocabularyEditor.same(spelling.spelling, concept) {
            let message = "“\(concept)” is the concept's own name; call it otherwise first, with kb concept rename"
            throw Refusal(line: 0, message: message)
        }
        let apart = spellings.filter { VocabularyEditor.same($0.concept, concept) }.map(\.spelling)
        try changing { editor throws(VocabularyText.Refusal) in
            for spelling in spellings {
                let isNew = VocabularyEditor.same(spelling.concept, concept)
                editor.step(.split, of: concept, other: spelling.spelling, isNew: isNew)
            }
            guard let first = apart.first else { return }
            if let index = editor.text.entry(called: concept) {
                for spelling in apart {
                    try editor.text.remove(spelling, from: .aliases, of: index)
                    try editor.add(spelling, to: .not, of: index)
                }
            } else {
                try editor.text.append(concept, not: apart)
            }
            if let index = editor.text.entry(called: first) {
                for spelling in apart.dropFirst() { try editor.addAlias(spelling, of: index) }
            } else {
                try editor.text.append(first, aliases: Array(apart.dropFirst()))
            }
        }
    }

    /// Hides `concept`, or shows it again.
    public mutating func setHidden(_ isHidden: Bool, _ concept: String) throws(Refusal) {
        try changing { editor throws(VocabularyText.Refusal) in
            let index = editor.text.entry(called: concept)
            let isHiddenNow = index.map { editor.text.entries[$0].entry.isHidden } ?? false
            editor.step(isHidden ? .hidden : .shown, of: concept, isNew: isHidden != isHiddenNow)
            guard isHidden != isHiddenNow else { return }
            if let index {
                try editor.text.setHidden(isHidden, of: index)
            } else {
                try editor.text.append(concept, isHidden: true)
            }
        }
    }

    /// Calls `concept` `name` and keeps its old name as an alias.
    ///
    /// - Throws: ``Refusal`` when the file says that `name` is another concept.
    public mutating func rename(_ concept: String, to name: String) throws(Refusal) {
        let name = VocabularyReader.tidied(name)
        guard !name.isEmpty else { throw Refusal(line: 0, message: "a concept's name cannot be empty") }
        if let known = known(name), !VocabularyEditor.same(known.concept, concept) {
            throw Refusal(line: 0, message: VocabularyEditor.isTaken(name, by: known.concept, renaming: concept))
        }
        try changing { editor throws(VocabularyText.Refusal) in
            editor.step(.renamed, of: name, other: concept, isNew: name != concept)
            guard name != concept else { return }
            let isOtherCase = VocabularyEditor.same(name, concept)
            guard let index = editor.text.entry(called: concept) else {
                return try editor.text.append(name, aliases: isOtherCase ? [] : [concept])
            }
            try editor.text.remove(name, from: .aliases, of: index)
            try editor.text.remove(name, from: .not, of: index)
            try editor.text.rename(index, to: name)
            if !isOtherCase { try editor.addAlias(concept, of: index) }
        }
    }

    /// What to say to someone who wants to call `concept` by the name of another.
    public static func isTaken(_ name: String, by other: String, renaming concept: String) -> String {
        "“\(name)” names another concept, “\(other)”; to make the two one, use kb concept merge '\(other)' '\(concept)'"
    }

    // MARK: - Pieces

    private mutating func step(_ kind: VocabularyChange.Step.Kind, of concept: String, other: String = "", isNew: Bool)
    {
        steps.append(VocabularyChange.Step(kind, of: concept, other: other, line: isNew ? 1 : nil))
    }

    private mutating func merge(_ other: KnownName, into concept: String) throws(VocabularyText.Refusal) {
        guard let source = text.entry(called: other.concept) else {
            guard let target = text.entry(called: concept) else {
                return try text.append(concept, aliases: [other.spelling])
            }
            try text.remove(other.spelling, from: .not, of: target)
            return try addAlias(other.spelling, of: target)
        }
        let written = text.entries[source].entry
        let spellings = [written.name] + written.aliases + [other.spelling]
        let target = text.entry(called: concept)
        guard target != source else { return }
        guard let target else {
            // What the file says of the other is from now on said of the concept.
            for key in [VocabularyReader.Key.not, .broader, .narrower, .related] {
                try text.remove(concept, from: key, of: source)
            }
            try text.setHidden(false, of: source, keepingName: true)
            try text.rename(source, to: concept)
            for spelling in spellings { try addAlias(spelling, of: source) }
            return
        }
        for spelling in spellings {
            for key in [VocabularyReader.Key.not, .broader, .narrower, .related] {
                try text.remove(spelling, from: key, of: target)
            }
            try addAlias(spelling, of: target)
        }
        let own = Set(([concept] + text.entries[target].entry.aliases + spellings).map(VocabularyReader.folded))
        let lists: [(VocabularyReader.Key, [String])] = [
            (.broader, written.broader), (.narrower, written.narrower), (.related, written.related),
            (.not, written.not),
        ]
        for (key, names) in lists {
            for name in names where !own.contains(VocabularyReader.folded(name)) { try add(name, to: key, of: target) }
        }
        try text.remove(source)
    }

    /// Adds an alias unless it stands there, or is the name itself.
    private mutating func addAlias(_ alias: String, of index: Int) throws(VocabularyText.Refusal) {
        guard !VocabularyEditor.same(alias, text.entries[index].entry.name) else { return }
        try add(alias, to: .aliases, of: index)
    }

    /// Adds `name` to a list unless it stands there.
    private mutating func add(
        _ name: String, to key: VocabularyReader.Key, of index: Int
    ) throws(VocabularyText.Refusal) {
        let entry = text.entries[index].entry
        let present: [String] =
            switch key {
            case .aliases: entry.aliases
            case .broader: entry.broader
            case .narrower: entry.narrower
            case .related: entry.related
            case .not: entry.not
            case .name, .hidden: []
            }
        guard !present.contains(where: { VocabularyEditor.same($0, name) }) else { return }
        try text.add(name, to: key, of: index)
    }

    private mutating func changing(
        _ body: (inout VocabularyEditor) throws(VocabularyText.Refusal) -> Void
    ) throws(Refusal) {
        do throws(VocabularyText.Refusal) {
            try body(&self)
        } catch {
            throw Refusal(line: error.line, message: error.message)
        }
    }

    private static func same(_ a: String, _ b: String) -> Bool {
        VocabularyReader.folded(a) == VocabularyReader.folded(b)
    }
}
