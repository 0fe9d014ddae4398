extension Double {
    /// Rounded to so many decimals, so that JSON does not print noise.
    func rounded(decimals: Int) -> Double {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (self * scale).rounded() / scale
        return scaled.isFinite ? scaled : self
    }

    /// With exactly two decimals, as scores are shown.
    var twoDecimals: String {
        guard isFinite, abs(self) < 1e15 else { return description }
        let hundredths = Int((abs(self) * 100).rounded())
        let fraction = String(hundredths % 100)
        let sign = self < 0 && hundredths > 0 ? "-" : ""
        return sign + String(hundredths / 100) + "." + (fraction.utf8.count < 2 ? "0" : "") + fraction
    }
}

/// `1 note`, `2 notes`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count.grouped) \(count == 1 ? one : many ?? one + "s")"
}

extension Int {
    /// With a comma every three digits, as people read it: `12,345`.
    var grouped: String {
        let digits = String(magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return (self < 0 ? "-" : "") + result
    }
}

/// A size in bytes as people read it: `512 B`, `3.4 KB`, `12 MB`, in steps of 1,000.
func readableSize(_ bytes: Int64) -> String {
    var size = Double(bytes)
    for unit in ["B", "KB", "MB", "GB"] {
        if size < 1000 {
            let isWhole = unit == "B" || size >= 10
            let tenths = Int((size * 10).rounded())
            return isWhole ? "\(Int(size.rounded())) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
        }
        size /= 1000
    }
    return "\(Int(size.rounded())) TB"
}
