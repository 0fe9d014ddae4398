internal import KBModel

/// Finds the time a heading allots: `(5 min)`, `(8-9 min)`, `5–7 minutes`, `~10 mins`, `1 h`, `1h30`.
///
/// The time counts when it stands in brackets, ends the heading, or opens it before a colon or dash; a heading that
/// merely speaks of time, such as "Runs every 5 minutes", allots none.
struct TimeBudget {
    private let t: ByteView
    private let end: Int

    static func find(in t: ByteView) -> Minutes? {
        var hasDigit = false
        for i in 0..<t.count where t[i].isDigit {
            hasDigit = true
            break
        }
        guard hasDigit else { return nil }
        let budget = TimeBudget(t: t, end: t.trimmedEnd(0, t.count))
        var i = 0
        while i < budget.end {
            if t[i].isDigit {
                if let found = budget.read(at: i) { return found }
                while t[i].isDigit || t[i] == .dot { i += 1 }
            } else {
                i += 1
            }
        }
        return nil
    }

    private func read(at start: Int) -> Minutes? {
        if start > 0, t[start - 1].isAlphanumeric || t[start - 1] == .dot || t[start - 1] == .dollar { return nil }
        var i = start
        guard let first = number(&i) else { return nil }
        let firstUnit = unit(&i)
        var (second, secondUnit): (Double?, Unit?) = (nil, nil)
        if var k = rangeMark(i), t[k].isDigit, let value = number(&k), let found = unit(&k) {
            (second, secondUnit) = (value, found)
            i = k
        }
        guard let low = firstUnit ?? secondUnit else { return nil }
        let high = secondUnit ?? low
        var (least, most) = (first * low.factor, (second ?? first) * high.factor)
        if second == nil, low.factor == 60, let extra = minutesAfterHours(&i) {
            least += extra
            most += extra
        }
        guard most <= Self.longest, least <= Self.longest else { return nil }
        guard stands(start, i, isShort: low.isShort || high.isShort) else { return nil }
        return Minutes(Int(least.rounded()), Int(most.rounded()))
    }

    /// A week's work: whatever is longer is no budget of a heading.
    private static let longest = 10_080.0

    private struct Unit {
        var factor: Double
        /// A single `m`, which may as well mean metres or millions.
        var isShort: Bool
    }

    private func number(_ i: inout Int) -> Double? {
        var value = 0.0
        let first = i
        while t[i].isDigit, i - first < 5 {
            value = value * 10 + Double(t[i] - 0x30)
            i += 1
        }
        guard i > first, !t[i].isDigit else { return nil }
        if t[i] == .dot, t[i + 1].isDigit {
            i += 1
            var scale = 0.1
            while t[i].isDigit {
                value += Double(t[i] - 0x30) * scale
                scale /= 10
                i += 1
            }
        }
        return value
    }

    /// The offset after `-`, an en or em dash, or `to`; nil when none stands there.
    private func rangeMark(_ start: Int) -> Int? {
        var i = t.skippingBlanks(start, end)
        if t[i] == .dash {
            i += 1
        } else if t[i] == 0xE2, t[i + 1] == 0x80, (0x90...0x95).contains(t[i + 2]) {
            i += 3
        } else if t.hasWord("to ", at: i) {
            i += 2
        } else {
            return nil
        }
        return t.skippingBlanks(i, end)
    }

    private func unit(_ i: inout Int) -> Unit? {
        var first = t.skippingBlanks(i, end)
        if first == i, t[first] == .dash { first += 1 }
        var last = first
        while t[last].isLetter { last += 1 }
        func named(_ words: StaticString...) -> Bool {
            words.contains { last - first == $0.utf8CodeUnitCount && t.hasWord($0, at: first) }
        }
        let found: Unit
        if named("min", "mins", "minute", "minutes") {
            found = Unit(factor: 1, isShort: false)
        } else if named("h", "hr", "hrs", "hour", "hours") {
            found = Unit(factor: 60, isShort: false)
        } else if named("m") {
            found = Unit(factor: 1, isShort: true)
        } else {
            return nil
        }
        // `1h30` has two digits behind its hour; `24H2` is something else.
        guard !t[last].isWordByte || (found.factor == 60 && t[last].isDigit && t[last + 1].isDigit) else { return nil }
        i = last
        return found
    }

    /// The `30` of `1h30`, `1 h 30 min`.
    private func minutesAfterHours(_ i: inout Int) -> Double? {
        var k = t.skippingBlanks(i, end)
        guard t[k].isDigit, let value = number(&k), value < 60 else { return nil }
        let isGlued = t[i].isDigit
        if unit(&k) == nil, !isGlued { return nil }
        i = k
        return value
    }

    /// Whether the time in `start..<stop` stands where a heading allots one.
    private func stands(_ start: Int, _ stop: Int, isShort: Bool) -> Bool {
        var open = start
        while open > 0, t[open - 1] != .parenOpen, t[open - 1] != .bracketOpen, start - open < 40 { open -= 1 }
        let isBracketed = open > 0 && (t[open - 1] == .parenOpen || t[open - 1] == .bracketOpen)
        if isSpokenOf(before: start) { return false }
        if isBracketed {
            for k in open..<start where t[k] == .parenClose || t[k] == .bracketClose { return false }
            return true
        }
        guard !isShort else { return false }
        var after = t.skippingBlanks(stop, end)
        if t[after] == .dot { after += 1 }
        if after >= end { return endsHeading(start) }
        let opens = start == t.skippingBlanks(0, end) || (start == 1 && t[0] == .tilde)
        let isDash = t[after] == .dash || (t[after] == 0xE2 && t[after + 1] == 0x80)
        return opens && (t[after] == .colon || t[after] == .pipe || isDash)
    }

    /// Whether a time at the end stands apart: behind a mark, or behind a word or two; at the end of a longer phrase it
    /// is part of the phrase.
    private func endsHeading(_ start: Int) -> Bool {
        var last = start
        while last > 0, t[last - 1] == .space { last -= 1 }
        guard last > 0 else { return true }
        if !t[last - 1].isAlphanumeric { return true }
        var words = 0
        for k in 0..<last where t[k] != .space && (k == 0 || t[k - 1] == .space) { words += 1 }
        return words <= 2
    }

    /// Whether the word before makes the time a circumstance: "every 5 minutes", "within 2 hours".
    private func isSpokenOf(before start: Int) -> Bool {
        var last = start
        while last > 0, !t[last - 1].isLetter, t[last - 1] == .space || t[last - 1] == .tilde { last -= 1 }
        var first = last
        while first > 0, t[first - 1].isLetter { first -= 1 }
        guard last > first else { return false }
        let words: [StaticString] = [
            "every", "each", "per", "in", "within", "under", "after", "before", "last", "next", "past", "over", "than",
            "least", "by", "of", "the", "first", "until", "since", "for",
        ]
        return words.contains { $0.utf8CodeUnitCount == last - first && t.hasWord($0, at: first) }
    }
}
