/// A setting of the program an export comes from, as a line of `kb.yml` would say it.
public struct ImportedSetting: Equatable, Sendable {
    /// The key: `daily.folder`.
    public var key: String
    /// The value; of a folder or note the path in the export.
    public var value: String
    /// Whether the value is a path of the export.
    public var isPath: Bool

    /// A setting; see the properties.
    public init(_ key: String, _ value: String, isPath: Bool) {
        self.key = key
        self.value = value
        self.isPath = isPath
    }
}
