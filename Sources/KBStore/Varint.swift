/// Whole numbers in as few bytes as they need: seven bits a byte, the lowest first, the eighth set on all but the last.
enum Varint {
    static func append(_ value: Int, to bytes: inout [UInt8]) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// The number at `position`, which moves past it; nil at the end and where the bytes make no number.
    static func read(_ bytes: some RandomAccessCollection<UInt8>, _ position: inout Int) -> Int? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[bytes.index(bytes.startIndex, offsetBy: position)]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: value)) }
            shift += 7
        }
        return nil
    }

    /// The same for bytes that stay where they are: much is read so.
    static func read(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> Int? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: value)) }
            shift += 7
        }
        return nil
    }

    /// All numbers of `bytes`, up to the first that cannot be read.
    static func all(_ bytes: [UInt8]) -> [Int] {
        var numbers: [Int] = []
        var position = 0
        while let number = read(bytes, &position) { numbers.append(number) }
        return numbers
    }
}
