/// The query language, as `kb help query` tells it.
public enum QueryHelp {
    /// The text.
    public static let text = ""
}
