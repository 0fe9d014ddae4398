/// A vault that the user's own configuration gives a name, as `kb vaults` lists it.
public struct VaultListing: Equatable, Sendable {
    /// How the vault is.
    public enum State: Equatable, Sendable {
        /// Its index holds so many notes; whether they are as on disk was not looked at.
        case indexed(notes: Int)
        /// It has no index that can be read; the first question makes one.
        case notIndexed
        /// The folder is not there, or cannot be read.
        case missing
        /// Its configuration cannot be used; the error of a question to it.
        case broken
    }

    /// The name.
    public var name: String
    /// The absolute path of its folder; real, unless it is missing.
    public var path: String
    /// How it is.
    public var state: State
    /// Whether it is the vault that a command without `--vault` would take here.
    public var isCurrent: Bool

    /// A listing; see the properties.
    public init(name: String, path: String, state: State, isCurrent: Bool) {
        self.name = name
        self.path = path
        self.state = state
        self.isCurrent = isCurrent
    }
}
