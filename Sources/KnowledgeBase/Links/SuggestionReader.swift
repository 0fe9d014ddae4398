import KBConcepts
import KBModel
import KBParse
import KBStore

/// Reads all notes of a vault to find the links they may want.
struct SuggestionReader {
    let vault: Vault
    let progress: ((Progress) -> Void)?

    /// A suggester that has read every note of `links`; one that cannot be read has no words.
    func suggester(_ links: VaultLinks) -> LinkSuggester {
        let suggester = LinkSuggester(
            links.records.indices.map { number in
                let record = links.records[number]
                return LinkedNote(
                    path: record.path, title: record.title, aliases: links.aliases[number],
                    links: links.targets(of: number))
            })
        let files = FileReader(vault: vault, paths: links.records.map(\.path))
        var parser = NoteParser()
        var meter = ProgressMeter(phase: "reading", total: links.records.count, progress: progress)
        while let file = files.next() {
            if case .success(let content) = file.content {
                suggester.read(parser.parse(content.bytes, path: file.path), as: file.place)
            }
            meter.advance()
        }
        return suggester
    }
}
