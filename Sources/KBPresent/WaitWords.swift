extension Int {
    /// So many seconds as a wait is told in few columns: `1m`, `3h`, `8d`, `2.1mo`, `1.3y`.
    ///
    /// Anki tells intervals the same way; months have 30.4 days, years 365.
    var wait: String {
        let minute = 60
        let hour = 60 * minute
        let day = 24 * hour
        // Rounded before the unit is chosen, so that 59.6 minutes are an hour.
        func rounded(_ unit: Int) -> Int { (self + unit / 2) / unit }
        if self < minute { return "\(Swift.max(0, self))s" }
        if rounded(minute) < 60 { return "\(rounded(minute))m" }
        if rounded(hour) < 24 { return "\(rounded(hour))h" }
        if rounded(day) < 31 { return "\(rounded(day))d" }
        func tenths(_ days: Double) -> String {
            let tenths = Int((Double(self) / Double(day) / days * 10).rounded())
            return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        }
        return rounded(day) < 365 ? tenths(30.4) + "mo" : tenths(365) + "y"
    }
}
