internal import KBEdit
internal import KBModel

/// Where the note of a day is.
struct DailyNote {
    let vault: Vault

    /// Its path in the vault, by the settings `daily.folder` and `daily.format`.
    func path(on moment: WallTime) throws(KnowledgeBaseError) -> String {
        let format = vault.settings.dailyFormat
        let name = DateFormat.text(moment, format)
        let levels = name.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        let clean = levels.map { KBEdit.NoteName.name(for: $0, style: .title) }
        guard !levels.isEmpty, zip(levels, clean).allSatisfy({ $0.utf8.elementsEqual($1.utf8) }) else {
            throw .refused(
                "`daily.format: \(format)` makes “\(name)”, which is no name for a note; "
                    + "write a pattern such as YYYY-MM-DD or YYYY/MM/DD")
        }
        let folders = NotesFolders(vault)
        let folder = try vault.settings.dailyFolder.map { named throws(KnowledgeBaseError) in
            try folders.path(named, from: nil)
        }
        let top = folder ?? folders.first
        let below = levels.joined(separator: "/")
        let path = (top.isEmpty ? below : top + "/" + below) + "." + (NoteExtension.all.first ?? "")
        if let reason = folders.reasonNotFound(FilePath.parent(of: path) ?? "") {
            throw .refused("kb would not find \(path): \(reason)")
        }
        return path
    }
}
