internal import KBModel
internal import KBParse

/// A configuration file, taken apart into keys and values.
struct ConfigFile {
    /// One key with its value.
    struct Entry {
        /// The key, with a dot between levels.
        let key: String
        let value: YAMLValue
        /// The line the outermost level of the key stands on, from 1.
        let line: Int
    }

    /// The largest file read, in bytes.
    private static let largest = 1 << 20
    /// Keys with keys below them.
    private static let groups: Set<String> = Set(
        SettingKey.allCases.compactMap { key in
            key.rawValue.split(separator: ".").count > 1
                ? key.rawValue.split(separator: ".").first.map(String.init) : nil
        })

    /// Where it was read.
    let path: String
    /// The keys, in the order of the file, repeated ones left out.
    let entries: [Entry]
    /// Trouble that does not keep the file from being used.
    let issues: [Issue]

    /// Reads the file at `path`.
    init(path: String) throws(KnowledgeBaseError) {
        let bytes: [UInt8]
        do throws(FileBytes.ReadError) {
            bytes = try FileBytes.read(path, limit: ConfigFile.largest)
        } catch {
            throw .configuration(path: path, line: 0, message: "cannot be read: \(error.message)")
        }
        let document: YAML.Document
        do throws(YAML.SyntaxError) {
            document = try YAML.read(bytes)
        } catch {
            throw .configuration(path: path, line: error.line, message: "not YAML: \(error.message)")
        }
        let top: [(key: String, value: YAMLValue)]
        switch document.value {
        case .null: top = []
        case .map(let entries): top = entries
        default: throw .configuration(path: path, line: 1, message: "write settings as `key: value` lines")
        }
        self.path = path
        issues = document.issues.map { Issue(.configuration, $0.severity, line: $0.line, $0.message) }
        entries = top.flatMap { key, value in
            ConfigFile.entries(key, value, line: document.keys.first { $0.key == key }?.line ?? 1)
        }
    }

    /// `key` itself, or when it is a group, the keys in it.
    private static func entries(_ key: String, _ value: YAMLValue, line: Int) -> [Entry] {
        guard groups.contains(key), case .map(let inner) = value else {
            return [Entry(key: key, value: value, line: line)]
        }
        return inner.map { Entry(key: "\(key).\($0.key)", value: $0.value, line: line) }
    }
}
