public import KBModel

extension NoteParser {
    /// Reads one note, and where its links, tags and headings stand.
    ///
    /// The note is the one that ``parse(_:path:sections:)`` gives. Never fails; sites of links, tags and headings are one
    /// for each of the note's.
    public mutating func parseSites(_ bytes: [UInt8], path: String) -> (note: Note, sites: NoteSites) {
        recorded = NoteSites()
        let note = parse(bytes, path: path)
        let sites = recorded ?? NoteSites()
        recorded = nil
        return (note, sites)
    }

    /// The sites of the body, with those of the front matter before them.
    func sites(
        _ body: NoteSites, of src: ByteView, _ head: FrontMatterReader, definitions: [DefinitionSite]
    ) -> NoteSites {
        var sites = body
        sites.definitions = definitions
        sites.bodyStart = head.bodyStart
        sites.frontMatter = head.yaml.flatMap { FrontMatterOutline(src, $0) }
        if let outline = sites.frontMatter {
            sites.links.insert(contentsOf: outline.linkSites(src), at: 0)
            sites.tags.insert(contentsOf: outline.tagSites(src), at: 0)
        }
        return sites
    }
}
