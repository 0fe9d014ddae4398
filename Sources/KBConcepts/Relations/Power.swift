/// Powers out of square roots, which every machine rounds alike.
enum Power {
    /// `base`, not negative, to `exponent`, 0 to 2, rounded to a quarter.
    static func of(_ base: Double, _ exponent: Double) -> Double {
        guard base > 0, base.isFinite, exponent.isFinite else { return exponent > 0 ? 0 : 1 }
        let quarters = Int((min(max(exponent, 0), 2) * 4).rounded())
        let half = base.squareRoot()
        let quarter = half.squareRoot()
        var result = 1.0
        for _ in 0..<quarters / 4 { result *= base }
        if quarters & 2 != 0 { result *= half }
        if quarters & 1 != 0 { result *= quarter }
        return result
    }

    /// `base` to a whole number, 0 to 60.
    static func of(_ base: Double, times: Int) -> Double {
        var result = 1.0
        for _ in 0..<min(max(times, 0), 60) { result *= base }
        return result
    }
}

extension Power {
    /// The root of `value`, 0 or more, of a small `degree`, by Newton's steps.
    static func root(_ value: Double, _ degree: Int) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        guard degree > 1 else { return value }
        if degree == 2 { return value.squareRoot() }
        var root = max(1, value)
        for _ in 0..<200 {
            let next = ((Double(degree - 1)) * root + value / of(root, times: degree - 1)) / Double(degree)
            if next >= root { break }
            root = next
        }
        return root
    }
}
