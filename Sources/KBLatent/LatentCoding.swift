/// Vectors in four bits a coordinate: whole numbers from -7 to 7, as parts of the greatest coordinate.
///
/// Against eight bits this turns a vector by some 6 degrees, which costs nothing measurable in a ranking, and halves what
/// a section takes in the index.
public enum LatentCoding {
    /// Bytes a vector takes. Byte `i` holds coordinate `i` in its lower half and `i + 32` in its upper half, 8 added to
    /// each; all bytes 0 stand for no vector.
    public static let bytes = LatentVector.dimensions / 2

    /// The greatest whole number a coordinate becomes.
    static let greatest: Float = 7
    private static let offset = 8

    /// The bytes of `values`, and what the whole numbers in them must be multiplied with; nil for a vector that points
    /// nowhere.
    static func encode(_ values: UnsafePointer<Float>, into bytes: UnsafeMutablePointer<UInt8>) -> Float? {
        var largest: Float = 0
        for index in 0..<LatentVector.dimensions { largest = max(largest, abs(values[index])) }
        guard largest > 0, largest.isFinite else {
            for index in 0..<LatentCoding.bytes { bytes[index] = 0 }
            return nil
        }
        let scale = greatest / largest
        for index in 0..<LatentCoding.bytes {
            bytes[index] = half(values[index] * scale) | half(values[index + LatentCoding.bytes] * scale) << 4
        }
        return largest / greatest
    }

    /// `value`, -7 to 7, as the nearest whole number, 8 added.
    @inline(__always)
    private static func half(_ value: Float) -> UInt8 {
        // Truncation of a positive number rounds down.
        UInt8(truncatingIfNeeded: Int32(value + Float(offset) + 0.5))
    }

    @inline(__always)
    static func low(_ byte: UInt8) -> Int8 { Int8(truncatingIfNeeded: Int(byte & 0xF) - offset) }

    @inline(__always)
    static func high(_ byte: UInt8) -> Int8 { Int8(truncatingIfNeeded: Int(byte >> 4) - offset) }

    static func isNothing(_ bytes: UnsafeRawBufferPointer) -> Bool { bytes.allSatisfy { $0 == 0 } }
}
