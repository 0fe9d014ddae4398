internal import Glibc

/// The order of paths: by unsigned bytes, the shorter first of two that begin alike.
enum ByteOrder {
    /// Negative when `a` comes first, zero when both are the same, else positive.
    static func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
        let shared = min(a.count, b.count)
        if shared > 0, let first = a.baseAddress, let second = b.baseAddress {
            let order = memcmp(first, second, shared)
            if order != 0 { return Int(order) }
        }
        return a.count - b.count
    }

    /// Whether path `a` comes before path `b`.
    static func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}
