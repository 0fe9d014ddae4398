/// The natural logarithm of a positive, finite number; 0 for anything else.
///
/// Written out so that scores have the same bits on every machine, and the core needs no C library.
/// `ln x = e · ln 2 + 2 · artanh((m − 1) / (m + 1))` for `x = m · 2^e` with `m` near 1; off by less than 1e-15 relative.
public func logarithm(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return 0 }
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.414_213_562_373_095 {
        significand /= 2
        exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    // 21 odd powers: the ratio is below .172, so the first one left out is under 1e-34.
    for power in stride(from: 1.0, through: 41, by: 2) {
        sum += term / power
        term *= square
    }
    return exponent * 0.693_147_180_559_945_3 + 2 * sum
}
