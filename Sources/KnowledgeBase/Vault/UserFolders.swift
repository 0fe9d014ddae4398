internal import Glibc

/// The user's own folders, by the XDG Base Directory Specification: empty and relative values count as unset.
///
/// - SeeAlso: <https://specifications.freedesktop.org/basedir-spec/latest/>
struct UserFolders {
    /// The user's home; nil when neither `$HOME` nor the system's list of users tells it.
    let home: String?
    /// kb's folder for what the user configured, `~/.config/kb`.
    let config: String?
    /// kb's folder for what can be made again, `~/.cache/kb`.
    let cache: String?
    /// kb's folder for what a person did, `~/.local/state/kb`.
    let state: String?

    init(environment: [String: String]) {
        func absolute(_ variable: String) -> String? {
            guard let value = environment[variable], value.utf8.first == UInt8(ascii: "/") else { return nil }
            return value
        }
        let home = absolute("HOME") ?? UserFolders.listedHome(of: getuid())
        func folder(_ variable: String, default path: String) -> String? {
            (absolute(variable) ?? home.map { FilePath.join($0, path) }).map { FilePath.join($0, "kb") }
        }
        self.home = home
        config = folder("XDG_CONFIG_HOME", default: ".config")
        cache = folder("XDG_CACHE_HOME", default: ".cache")
        state = folder("XDG_STATE_HOME", default: ".local/state")
    }

    /// The home that `/etc/passwd` gives `user`.
    ///
    /// Read here, because `getpwuid` loads libraries at run time, which a static executable cannot count on.
    private static func listedHome(of user: uid_t) -> String? {
        guard let bytes = try? FileBytes.read("/etc/passwd", limit: 1 << 20) else { return nil }
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            guard fields.count >= 6, String(decoding: fields[2], as: UTF8.self) == String(user) else { continue }
            return fields[5].first == UInt8(ascii: "/") ? String(decoding: fields[5], as: UTF8.self) : nil
        }
        return nil
    }

    /// The name of the folder that keeps what belongs to the vault at `root`, a real path, apart from other vaults':
    /// the folder's own name in plain letters for people, and a hash of the whole path.
    static func name(forVaultAt root: String) -> String {
        let plain = FilePath.name(of: root).utf8.prefix(40).map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
                byte
            default: UInt8(ascii: "-")
            }
        }
        let hash = String(ContentHash.of(root), radix: 16)
        let name = plain.isEmpty ? "root" : String(decoding: plain, as: UTF8.self)
        return name + "-" + String(repeating: "0", count: 16 - hash.utf8.count) + hash
    }
}
