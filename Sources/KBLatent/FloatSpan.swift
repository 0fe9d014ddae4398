/// Adds `count` numbers at `source`, times `factor`, to those at `target`; the two do not overlap.
///
/// Eight at a time, so that the compiler need not ask whether they overlap.
@inline(__always)
func add(_ source: UnsafePointer<Float>, times factor: Float, to target: UnsafeMutablePointer<Float>, count: Int) {
    let factors = SIMD8<Float>(repeating: factor)
    let from = UnsafeRawPointer(source)
    let to = UnsafeMutableRawPointer(target)
    var index = 0
    while index &+ 8 <= count {
        let offset = index &* MemoryLayout<Float>.stride
        let sum =
            to.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
            + factors * from.loadUnaligned(fromByteOffset: offset, as: SIMD8<Float>.self)
        to.storeBytes(of: sum, toByteOffset: offset, as: SIMD8<Float>.self)
        index &+= 8
    }
    while index < count {
        target[index] += factor * source[index]
        index &+= 1
    }
}
