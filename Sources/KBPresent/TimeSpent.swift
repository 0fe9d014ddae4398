extension Int {
    /// So many seconds as time that was spent: `45 s`, `12 min`, `3 h 5 min`.
    var timeSpent: String {
        let minutes = (self + 30) / 60
        if self < 60 { return "\(Swift.max(0, self)) s" }
        return minutes < 60 ? "\(minutes) min" : "\((minutes / 60).grouped) h \(minutes % 60) min"
    }
}
