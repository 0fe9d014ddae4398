/// Sixty-four bytes of a text at a time, with a bit for each that says what it is: words are then found by counting
/// zeros instead of looking at every byte.
struct Window {
    /// How many bytes have a bit.
    static let width = 64
    /// How many bytes can be read from ``source``: a word of the window may be loaded eight bytes at a time.
    static let readable = width + 8

    private let text: UnsafeRawPointer
    private let count: Int
    /// Where the end of the text is copied to, ``readable`` bytes: nothing is read beyond a text.
    private let ending: UnsafeMutableRawPointer
    /// Where the bytes from ``origin`` on can be read.
    private var source: UnsafeRawPointer
    private(set) var origin = 0
    /// ASCII letters and digits, from ``origin`` on.
    private(set) var letters: UInt64 = 0
    /// Those of them that are capitals.
    private(set) var capitals: UInt64 = 0
    /// Bytes of scalars beyond ASCII.
    private(set) var high: UInt64 = 0

    @inline(__always)
    init(_ text: UnsafeRawPointer, _ count: Int, ending: UnsafeMutableRawPointer) {
        self.text = text
        self.count = count
        self.ending = ending
        source = text
        move(to: 0)
    }

    private mutating func move(to position: Int) {
        origin = position
        source = text + position
        let rest = count &- position
        if rest < Window.readable {
            ending.initializeMemory(as: UInt8.self, repeating: 0, count: Window.readable)
            ending.copyMemory(from: source, byteCount: rest)
            source = UnsafeRawPointer(ending)
        }
        letters = 0
        capitals = 0
        high = 0
        var offset = 0
        while offset < Window.width {
            let octets = Octets(source, offset)
            letters |= octets.letters &<< UInt64(truncatingIfNeeded: offset)
            capitals |= octets.capitals &<< UInt64(truncatingIfNeeded: offset)
            high |= octets.high &<< UInt64(truncatingIfNeeded: offset)
            offset &+= 8
        }
    }

    /// The first byte from `position` on that a word may begin with; the end of the text when there is none.
    @inline(__always)
    mutating func start(from position: Int) -> Int {
        var position = position
        while true {
            let offset = position &- origin
            if offset < Window.width {
                let bits = (letters | high) &>> UInt64(truncatingIfNeeded: offset)
                if bits != 0 { return position &+ bits.trailingZeroBitCount }
                position = origin &+ Window.width
            }
            if position >= count { return count }
            move(to: position)
        }
    }

    /// How many ASCII letters and digits stand at `position`, which ``start(from:)`` returned; nil when there are
    /// ``width`` or more.
    @inline(__always)
    mutating func run(at position: Int) -> Int? {
        var others = ~letters &>> UInt64(truncatingIfNeeded: position &- origin)
        if others == 0 {
            move(to: position)
            others = ~letters
            if others == 0 { return nil }
        }
        return others.trailingZeroBitCount
    }

    /// The eight bytes at `position` in lower case, zeros for all but the first `count`.
    @inline(__always)
    func folded(_ position: Int, _ count: Int) -> UInt64 {
        let bytes = UInt64(
            littleEndian: source.loadUnaligned(fromByteOffset: position &- origin, as: UInt64.self))
        return (bytes | 0x2020_2020_2020_2020) & Octets.mask(count)
    }
}
