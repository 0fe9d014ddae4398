import KBConcepts
public import KBModel
import KBParse

extension KnowledgeBase {
    /// Carries out `edit` in the vocabulary file, which is made when there is none.
    ///
    /// Names are found as everywhere, but not corrected: what is written down must be what was meant. What is so already
    /// stays as it is.
    /// - Parameter isDryRun: Whether nothing is written.
    /// - Throws: ``KnowledgeBaseError/noSuchConcept(_:nearest:)`` for a name that neither the notes nor the file know,
    ///   ``KnowledgeBaseError/refused(_:)``, ``KnowledgeBaseError/configuration(path:line:message:)`` for a file that
    ///   is broken, ``KnowledgeBaseError/unwritable(path:message:)``.
    public func edit(
        vocabulary edit: VocabularyEdit, isDryRun: Bool = false
    ) throws(KnowledgeBaseError) -> VocabularyChange {
        let file = VocabularyFile(vault: vault)
        let before = try bytes(of: file)
        var editor = try refusing(file) { () throws(VocabularyEditor.Refusal) in try VocabularyEditor(before ?? []) }
        try carryOut(edit, in: &editor, of: file)
        let change = VocabularyChange(path: file.path, before: before, after: editor.bytes, steps: editor.done)
        if !isDryRun, !change.isNothing { try write(change, to: file) }
        return change
    }

    private func carryOut(
        _ edit: VocabularyEdit, in editor: inout VocabularyEditor, of file: VocabularyFile
    ) throws(KnowledgeBaseError) {
        var changed = editor
        switch edit {
        case .merge(let names, let name):
            let concept = try known(name, in: editor).concept
            let others = try known(names, in: editor)
            try refusing(file) { () throws(VocabularyEditor.Refusal) in try changed.merge(others, into: concept) }
        case .split(let names, let name):
            let concept = try known(name, in: editor).concept
            let spellings = try known(names, in: editor)
            try refusing(file) { () throws(VocabularyEditor.Refusal) in try changed.split(spellings, from: concept) }
        case .hide(let name), .unhide(let name):
            let concept = try known(name, in: editor).concept
            let isHidden = edit == .hide(name)
            try refusing(file) { () throws(VocabularyEditor.Refusal) in try changed.setHidden(isHidden, concept) }
        case .rename(let name, let new):
            let concept = try known(name, in: editor).concept
            try requireFree(new, for: concept)
            try refusing(file) { () throws(VocabularyEditor.Refusal) in try changed.rename(concept, to: new) }
        }
        editor = changed
    }

    // MARK: - Names

    private func known(
        _ names: [String], in editor: VocabularyEditor
    ) throws(KnowledgeBaseError) -> [VocabularyEditor.KnownName] {
        var known: [VocabularyEditor.KnownName] = []
        for name in names { known.append(try self.known(name, in: editor)) }
        return known
    }

    /// The concept called `name`: by the file, else by the notes.
    private func known(
        _ name: String, in editor: VocabularyEditor
    ) throws(KnowledgeBaseError) -> VocabularyEditor.KnownName {
        if let known = editor.known(name) { return known }
        let catalog = try catalog().catalog
        switch catalog.resolve(name) {
        case .concept(let index, readAs: nil):
            let concept = catalog.concepts[index]
            return VocabularyEditor.KnownName(concept: concept.name, spelling: spelling(name, of: concept))
        case .concept(_, .some(let near)): throw .noSuchConcept(name, nearest: [near])
        case .ambiguous(let choices):
            throw .ambiguousConcept(name, choices: choices.map { catalog.concepts[$0].name })
        case .unknown(let nearest): throw .noSuchConcept(name, nearest: nearest)
        }
    }

    /// The spelling of `concept` that was typed as `name`, as the notes write it.
    private func spelling(_ name: String, of concept: CatalogConcept) -> String {
        let lowered = name.lowercased()
        if let same = concept.spellings.first(where: { $0.lowercased() == lowered }) { return same }
        let extractor = TermExtractor()
        guard let key = extractor.key(of: name) else { return concept.name }
        return concept.spellings.first { extractor.key(of: $0) == key } ?? concept.name
    }

    /// Makes sure that no other concept than the one called `concept` is called `name` in the notes.
    private func requireFree(_ name: String, for concept: String) throws(KnowledgeBaseError) {
        let catalog = try catalog().catalog
        guard case .concept(let index, readAs: nil) = catalog.resolve(name) else { return }
        let owner = catalog.concepts[index].name
        guard owner.lowercased() != concept.lowercased() else { return }
        throw .refused(VocabularyEditor.isTaken(name, by: owner, renaming: concept))
    }

    // MARK: - The file

    private func bytes(of file: VocabularyFile) throws(KnowledgeBaseError) -> [UInt8]? {
        do throws(VocabularyFile.ReadError) {
            return try file.bytes()?.bytes
        } catch {
            throw .unreadable(path: file.path, message: error.message)
        }
    }

    private func write(_ change: VocabularyChange, to file: VocabularyFile) throws(KnowledgeBaseError) {
        do throws(FileWriter.WriteError) {
            let writer = FileWriter(root: vault.root)
            try writer.write(change.after, to: file.absolutePath, replacing: change.before)
        } catch {
            throw .unwritable(path: file.path, message: error.message)
        }
    }

    /// Passes on what the editor of `file` refuses.
    private func refusing<Answer>(
        _ file: VocabularyFile, _ body: () throws(VocabularyEditor.Refusal) -> Answer
    ) throws(KnowledgeBaseError) -> Answer {
        do throws(VocabularyEditor.Refusal) {
            return try body()
        } catch {
            guard error.line > 0 else { throw .refused(error.message) }
            throw .configuration(path: file.path, line: error.line, message: error.message)
        }
    }
}
