internal import KBModel

/// Checks one entry of a configuration file and turns it into a setting.
struct SettingReading {
    let entry: ConfigFile.Entry
    /// The path of the file, for what is reported.
    let file: String
    /// The vault's real path.
    let root: String

    /// Gives `key` in `settings` the entry's value.
    func set(_ key: SettingKey, in settings: inout Settings) throws(KnowledgeBaseError) {
        switch key {
        case .notes:
            let folders = try texts("a folder or a list of folders")
            guard !folders.isEmpty else { throw error("names no folder; write `notes: .` for the whole vault") }
            for folder in folders {
                if case .file = FilePath.kind(of: try checked(folder)) {
                    throw error("“\(folder)” is a file, not a folder")
                }
            }
            settings.notes = folders
        case .index:
            let folder = try text("a folder")
            guard try checked(folder) != root else { throw error("needs a folder of its own, such as `index`") }
            settings.index = folder
        case .exclude: settings.exclude = try texts("a pattern or a list of patterns")
        case .concepts:
            guard case .bool(let isOn) = entry.value else { throw error("must be true or false") }
            settings.concepts = isOn
        case .vocabulary:
            let path = try text("a file")
            _ = try checked(path)
            settings.vocabulary = path
        case .templates: settings.templates = try folder()
        case .addFolder: settings.addFolder = try folder()
        case .addTemplate: settings.addTemplate = try text("the name of a template")
        case .addNames:
            guard let names = entry.value.scalar.flatMap(Settings.Names.init) else {
                throw error("must be slug or title")
            }
            settings.addNames = names
        case .dailyFolder: settings.dailyFolder = try folder()
        case .dailyFormat: settings.dailyFormat = try text("a pattern such as YYYY-MM-DD")
        case .dailyTemplate: settings.dailyTemplate = try text("the name of a template")
        case .pager: settings.pager = try text("a command, or '' for none")
        case .editor: settings.editor = try text("a command")
        case .searchLimit:
            guard case .number(let digits) = entry.value, let limit = Int(digits), limit > 0 else {
                throw error("must be a whole number from 1")
            }
            settings.searchLimit = limit
        case .color:
            guard let color = entry.value.scalar.flatMap(Settings.Color.init) else {
                throw error("must be auto, always or never")
            }
            settings.color = color
        case .retention:
            guard case .number(let digits) = entry.value, let share = Double(digits),
                Settings.retentions.contains(share)
            else { throw error("must be a share from 0.7 to 0.99") }
            settings.retention = share
        case .newCards:
            guard case .number(let digits) = entry.value, let count = Int(digits), count >= 0 else {
                throw error("must be a whole number from 0")
            }
            settings.newCards = count
        }
    }

    /// A remark on a folder or file that the entry names and that is not there.
    func missingTarget(of key: SettingKey) -> Issue? {
        guard key == .notes || key == .vocabulary else { return nil }
        let missing = entry.value.scalars.filter { !FilePath.isPresent(FilePath.join(root, $0)) }
        guard let first = missing.first else { return nil }
        let kind = key == .notes ? "folder" : "file"
        let message = "`\(entry.key)` names “\(first)”, but the vault has no such \(kind); make it or take it out"
        return Issue(.configuration, .warning, line: entry.line, message)
    }

    /// A folder in the vault, which need not be there yet.
    private func folder() throws(KnowledgeBaseError) -> String {
        let path = try text("a folder")
        if case .file = FilePath.kind(of: try checked(path)) { throw error("“\(path)” is a file, not a folder") }
        return path
    }

    /// The real path of `path`, seen from the vault, once it is sure to lie in the vault.
    private func checked(_ path: String) throws(KnowledgeBaseError) -> String {
        let mend =
            "write a path inside the vault, such as `\(entry.key): \(entry.key == "vocabulary" ? "words.yml" : entry.key)`"
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard !path.isEmpty, !path.utf8.contains(0) else { throw error("is empty; \(mend)") }
        guard path.utf8.first != UInt8(ascii: "/"), !parts[0].elementsEqual("~".utf8) else {
            throw error("“\(path)” is not seen from the vault; \(mend)")
        }
        guard !parts.contains(where: { $0.elementsEqual("..".utf8) }) else {
            throw error("“\(path)” uses `..`; \(mend)")
        }
        guard let real = FilePath.realOfExistingPart(FilePath.join(root, path)) else {
            throw error("“\(path)” cannot be followed: a symbolic link in it leads nowhere; \(mend)")
        }
        guard FilePath.relative(real, to: root) != nil else {
            throw error("“\(path)” leads out of the vault, to \(real); \(mend)")
        }
        return real
    }

    private func text(_ expected: String) throws(KnowledgeBaseError) -> String {
        switch entry.value {
        // Figures are fine as a name; `true` is rather a slip.
        case .string(let text), .number(let text): return text
        case .bool, .list, .map, .null: throw error("must be \(expected)")
        }
    }

    private func texts(_ expected: String) throws(KnowledgeBaseError) -> [String] {
        guard case .list(let values) = entry.value else { return [try text(expected)] }
        var texts: [String] = []
        for value in values {
            switch value {
            case .string(let text), .number(let text): texts.append(text)
            case .bool, .list, .map, .null: throw error("must be \(expected)")
            }
        }
        return texts
    }

    private func error(_ message: String) -> KnowledgeBaseError {
        .configuration(path: file, line: entry.line, message: "`\(entry.key)` \(message)")
    }
}
