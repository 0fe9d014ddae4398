internal import KBModel

/// Roles a phrase plays at one place.
struct RoleSet: OptionSet {
    let rawValue: UInt32

    /// The one role.
    init(_ role: TermCounts.Role) { rawValue = 1 << UInt32(role.rawValue) }

    init(rawValue: UInt32) { self.rawValue = rawValue }

    static let mention = RoleSet(.mention)
    static let alone = RoleSet(.alone)
    static let heading = RoleSet(.heading)
    static let lead = RoleSet(.lead)
    static let marked = RoleSet(.marked)
    static let link = RoleSet(.link)
    static let tag = RoleSet(.tag)
    static let title = RoleSet(.title)
    static let acronym = RoleSet(.acronym)
    static let defined = RoleSet(.defined)
    static let enumerated = RoleSet(.enumerated)
}
