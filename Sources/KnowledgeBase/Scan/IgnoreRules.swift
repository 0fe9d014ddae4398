/// What is ignored in one folder: the patterns of its own ignore files and those of the folders above.
///
/// Paths begin at the highest folder whose ignore files count, which may lie above the vault.
struct IgnoreRules: Sendable {
    /// The kinds of files with patterns, the stronger ones first: what a stronger one says, be it "take it", stands.
    enum Kind: Int, CaseIterable {
        /// The setting `exclude`.
        case setting
        case kbignore
        case ignore
        case gitignore

        /// The kind of the file `name`; nil for other files.
        init?(fileName name: ArraySlice<UInt8>) {
            guard let kind = Kind.allCases.first(where: { $0.fileName.map { name.elementsEqual($0.utf8) } ?? false })
            else { return nil }
            self = kind
        }

        /// The name of the file.
        var fileName: String? {
            switch self {
            case .setting: nil
            case .kbignore: ".kbignore"
            case .ignore: ".ignore"
            case .gitignore: ".gitignore"
            }
        }
    }

    /// The patterns of one file, and those of the same kind in the folders above.
    private final class Layer: Sendable {
        let patterns: [IgnorePattern]
        /// How many bytes of a path lead to the file's folder, the slash included.
        let base: Int
        let above: Layer?

        init(patterns: [IgnorePattern], base: Int, above: Layer?) {
            self.patterns = patterns
            self.base = base
            self.above = above
        }
    }

    private var layers: [Layer?] = Array(repeating: nil, count: Kind.allCases.count)
    /// Whether nothing is ignored, which saves building paths to ask about.
    private(set) var isEmpty = true

    /// Adds the patterns of a file in the folder that the first `base` bytes of a path lead to, deeper ones later.
    mutating func add(_ patterns: [IgnorePattern], _ kind: Kind, base: Int) {
        guard !patterns.isEmpty else { return }
        layers[kind.rawValue] = Layer(patterns: patterns, base: base, above: layers[kind.rawValue])
        isEmpty = false
    }

    /// Whether the file or folder at `path`, whose last name starts at `name`, is ignored: the last pattern that
    /// matches decides, in the deepest file of the strongest kind.
    func ignores(_ path: [UInt8], name: Int, isFolder: Bool) -> Bool {
        for first in layers {
            var layer = first
            while let file = layer {
                let deciding = file.patterns.last {
                    $0.matches(path, base: file.base, name: name, isFolder: isFolder)
                }
                if let deciding { return !deciding.isNegated }
                layer = file.above
            }
        }
        return false
    }
}
