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

    /// Writes the bytes of `values`; what the whole numbers in them must be multiplied with, or nil for a vector that
    /// points nowhere.
    static func encode(_ values: UnsafePointer<Float>, into bytes: UnsafeMutablePointer<UInt8>) -> Float? {
        let source = UnsafeRawPointer(values)
        func eight(_ index: Int) -> SIMD8<Float> {
            source.loadUnaligned(fromByteOffset: index * MemoryLayout<Float>.stride, as: SIMD8<Float>.self)
        }
        var extremes = SIMD8<Float>()
        for index in stride(from: 0, to: LatentVector.dimensions, by: 8) {
            let part = eight(index)
            let positive = part.replacing(with: -part, where: part .< 0)
            extremes.replace(with: positive, where: positive .> extremes)
        }
        let largest = extremes.max()
        guard largest > 0, largest.isFinite else {
            for index in 0..<LatentCoding.bytes { bytes[index] = 0 }
            return nil
        }
        let scale = greatest / largest
        for index in stride(from: 0, to: LatentCoding.bytes, by: 8) {
            let low = halves(eight(index) * scale)
            let high = halves(eight(index + LatentCoding.bytes) * scale)
            UnsafeMutableRawPointer(bytes).storeBytes(
                of: SIMD8<UInt8>(truncatingIfNeeded: low | high &<< 4), toByteOffset: index, as: SIMD8<UInt8>.self)
        }
        return largest / greatest
    }

    /// `values`, -7 to 7, as the nearest whole numbers, 8 added.
    ///
    /// A Float of this size has no bits for fractions, so adding it rounds and leaves the whole number in the lowest
    /// bits; a conversion would take each lane by itself, and trap on what is no number.
    @inline(__always)
    private static func halves(_ values: SIMD8<Float>) -> SIMD8<UInt32> {
        unsafeBitCast(values + 12_582_912, to: SIMD8<UInt32>.self) &+ UInt32(offset) & 0xF
    }

    @inline(__always)
    static func low(_ byte: UInt8) -> Int8 { Int8(truncatingIfNeeded: Int(byte & 0xF) - offset) }

    @inline(__always)
    static func high(_ byte: UInt8) -> Int8 { Int8(truncatingIfNeeded: Int(byte >> 4) - offset) }

    static func isNothing(_ bytes: UnsafeRawBufferPointer) -> Bool { bytes.allSatisfy { $0 == 0 } }
}
