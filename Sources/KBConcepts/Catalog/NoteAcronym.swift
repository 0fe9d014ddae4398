/// What notes say that an acronym stands for.
public struct NoteAcronym: Hashable, Sendable {
    /// The acronym as written: `AUC`.
    public var short: String
    /// What it stands for, as written: `Area Under Curve`.
    public var long: String
    /// How many notes say so.
    public var notes: Int

    /// So many `notes` say that `short` stands for `long`.
    public init(short: String, long: String, notes: Int) {
        self.short = short
        self.long = long
        self.notes = notes
    }
}
