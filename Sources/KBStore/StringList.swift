import Glibc

/// Distinct strings in the order of first sight, found again by their bytes: a hash table over the bytes to be written.
struct StringList {
    /// The number of the first string.
    var first = 1
    private var bytes: [UInt8] = []
    /// Where each string begins in ``bytes``, its length before it.
    private var starts: [Int] = []
    /// Places in ``starts`` plus one, and above them the hashes; 0 is free. One look into memory tells most others from
    /// the string that is sought.
    private var slots = [UInt64](repeating: 0, count: 64)
    private var writtenBytes = 0
    private var writtenCount = 0

    /// The number of the first string that is not written yet.
    var firstNew: Int { first + writtenCount }

    /// How many strings are not written yet.
    var newCount: Int { starts.count - writtenCount }

    /// The number that the next new string gets.
    var next: Int { first + starts.count }

    /// The strings that are not written yet, each behind its length.
    var newBytes: [UInt8] { Array(bytes[writtenBytes...]) }

    /// Takes all strings as written.
    mutating func forgetNew() {
        writtenBytes = bytes.count
        writtenCount = starts.count
    }

    /// The number of a string, added when it is new.
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = StringList.hash(text)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let place = StringList.place(slots[slot])
            if slots[slot] >> 32 == UInt64(hash), holds(text, at: starts[place]) { return first + place }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt64(hash) << 32 | UInt64(starts.count + 1)
        add(text)
        return first + starts.count - 1
    }

    private static func place(_ slot: UInt64) -> Int { Int(slot & UInt64(UInt32.max)) - 1 }

    private func holds(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var position = start
            guard Varint.read(bytes, &position) == text.count, text.count <= bytes.count - position else {
                return false
            }
            guard let known = bytes.baseAddress, let wanted = text.baseAddress else { return true }
            return memcmp(known + position, wanted, text.count) == 0
        }
    }

    /// Adds a string whether it is new or not, as a list read back may hold one twice.
    mutating func append(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { text in
            let count = starts.count
            _ = intern(text)
            if starts.count == count { add(text) }
        }
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        starts.append(bytes.count)
        Varint.append(text.count, to: &bytes)
        bytes.append(contentsOf: text)
        guard starts.count * 2 > slots.count else { return }
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 {
            var slot = Int(entry >> 32) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let base = UnsafeRawBufferPointer(text)
        var hash = UInt64(truncatingIfNeeded: text.count)
        var offset = 0
        while offset + 8 <= text.count {
            hash = (hash ^ (hash >> 29) ^ base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* multiplier
            offset += 8
        }
        while offset < text.count {
            hash = (hash ^ (hash >> 29) ^ UInt64(text[offset])) &* multiplier
            offset += 1
        }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    /// 2^64 divided by the golden ratio, odd: spreads neighbouring values (D. E. Knuth, TAOCP 3, 6.4).
    private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
}
