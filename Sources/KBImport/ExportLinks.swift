internal import KBEdit
internal import KBModel
internal import KBParse

/// Turns addresses of what is in an export into ways to it.
enum ExportLinks {
    /// The note `bytes` at `path` with every Markdown link to an address for which `page` knows a file of the export leading to
    /// that; an anchor stays.
    static func linking(_ bytes: [UInt8], path: String, to page: (String) -> String?) -> [UInt8] {
        var parser = NoteParser()
        let (note, sites) = parser.parseSites(bytes, path: path)
        guard note.utf8.elementsEqual(bytes), note.links.count == sites.links.count else { return bytes }
        var edits: [ByteEdit] = []
        for (link, site) in zip(note.links, sites.links) where site.form == .inline && link.target.contains("://") {
            guard let page = page(link.target) else { continue }
            let way = ExportPath.way(to: page, from: ExportPath.folder(of: path))
            edits.append(ByteEdit(site.target, ExportPath.encoded(way)))
        }
        return ByteEdit.apply(edits, to: bytes) ?? bytes
    }
}
