/// Where the definition of a link's label stands: `[label]: target#anchor "title"`.
///
/// All ranges are of ``KBModel/Note/utf8``.
public struct DefinitionSite: Equatable, Sendable {
    /// The label, without brackets.
    public var label: Range<Int>
    /// The target without the anchor, as written.
    public var target: Range<Int>
    /// What follows the `#`; nil when there is no `#`.
    public var anchor: Range<Int>?
    /// What encloses the destination: `<`, or nothing.
    public var mark: UInt8?
    /// The target as a link through it has it: decoded.
    public var decoded: String
}
