internal import Glibc
internal import KBModel

extension Terminal {
    /// The moment it is.
    var moment: Instant { Instant(seconds: Int(time(nil))) }
}
