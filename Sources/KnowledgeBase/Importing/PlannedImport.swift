public import KBEdit
public import KBImport

/// An import worked out and not yet made.
public struct PlannedImport: Sendable {
    /// The changes it makes.
    public var plan: ChangePlan
    /// What it does and cannot do.
    public var report: ImportReport
}
