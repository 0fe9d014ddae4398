public import KBModel

/// Where a link leads in a vault, as it is at one moment.
public enum LinkEnd: Equatable, Sendable {
    /// To this note, by its path.
    case note(String)
    /// To several notes of that name; the first is the one that wins.
    case ambiguous([String])
    /// To a file or folder that is no note, by its path.
    case file(String)
    /// Nowhere in the vault.
    case nothing

    /// Whether both lead to the same, paths compared byte by byte.
    public static func == (a: LinkEnd, b: LinkEnd) -> Bool {
        switch (a, b) {
        case (.note(let path), .note(let other)), (.file(let path), .file(let other)): VaultPath.same(path, other)
        case (.ambiguous(let paths), .ambiguous(let others)): paths.elementsEqual(others, by: VaultPath.same)
        case (.nothing, .nothing): true
        default: false
        }
    }

    /// The path it leads to; of several the one that wins.
    public var path: String? {
        switch self {
        case .note(let path), .file(let path): path
        case .ambiguous(let paths): paths.first
        case .nothing: nil
        }
    }
}

/// Tells where a link written in the note at `path` leads. Links into the note itself (`[[#Heading]]`) and addresses are
/// not asked about.
public typealias LinkMap = (_ link: Link, _ path: String) -> LinkEnd
