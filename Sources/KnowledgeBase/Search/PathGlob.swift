/// A pattern for whole paths: `*` stands for any characters but `/`, `**` for any at all, `?` for one but `/`.
struct PathGlob {
    private enum Step {
        case byte(UInt8)
        case one
        case some
        case any
    }

    private let steps: [Step]

    /// Reads `pattern`; nil when it holds no `*` or `?`.
    init?(_ pattern: String) {
        guard pattern.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else { return nil }
        var steps: [Step] = []
        for byte in pattern.utf8 {
            switch (byte, steps.last) {
            case (UInt8(ascii: "*"), .some), (UInt8(ascii: "*"), .any):
                steps.removeLast()
                steps.append(.any)
            case (UInt8(ascii: "*"), _): steps.append(.some)
            case (UInt8(ascii: "?"), _): steps.append(.one)
            default: steps.append(.byte(byte))
            }
        }
        self.steps = steps
    }

    /// Whether the whole `path` fits. Takes at most length × length steps.
    func matches(_ path: String) -> Bool {
        let slash = UInt8(ascii: "/")
        // Which steps may come next.
        var open = [Bool](repeating: false, count: steps.count + 1)
        open[0] = true
        skipStars(&open)
        for byte in path.utf8 {
            var next = [Bool](repeating: false, count: steps.count + 1)
            for (place, step) in steps.enumerated() where open[place] {
                switch step {
                case .byte(let wanted): if byte == wanted { next[place + 1] = true }
                case .one: if byte != slash { next[place + 1] = true }
                case .some: if byte != slash { next[place] = true }
                case .any: next[place] = true
                }
            }
            skipStars(&next)
            open = next
        }
        return open[steps.count]
    }

    /// Stars may stand for nothing.
    private func skipStars(_ open: inout [Bool]) {
        for (place, step) in steps.enumerated() where open[place] {
            switch step {
            case .some, .any: open[place + 1] = true
            case .byte, .one: break
            }
        }
    }
}
