/// One part of an ignore pattern, between two slashes, matched byte by byte against one name.
///
/// Never backtracks further than its last star, so that no pattern takes more than length × length steps.
struct Glob: Sendable {
    /// A set of bytes.
    struct ByteSet: Sendable {
        private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

        mutating func insert(_ byte: UInt8) {
            let bit = UInt64(1) << UInt64(byte & 63)
            switch byte >> 6 {
            case 0: bits.0 |= bit
            case 1: bits.1 |= bit
            case 2: bits.2 |= bit
            default: bits.3 |= bit
            }
        }

        func contains(_ byte: UInt8) -> Bool {
            let bit = UInt64(1) << UInt64(byte & 63)
            return switch byte >> 6 {
            case 0: bits.0 & bit != 0
            case 1: bits.1 & bit != 0
            case 2: bits.2 & bit != 0
            default: bits.3 & bit != 0
            }
        }

        mutating func invert() { bits = (~bits.0, ~bits.1, ~bits.2, ~bits.3) }
    }

    /// One step of the pattern.
    enum Token: Sendable {
        case byte(UInt8)
        case any
        case set(ByteSet)
        /// Any number of bytes.
        case star
    }

    private enum Shape: Sendable {
        case literal([UInt8])
        case suffix([UInt8])
        case tokens([Token])
    }

    private let shape: Shape

    /// The pattern of these steps; most are plain names or `*.ext`, which are compared at once.
    init(_ tokens: [Token]) {
        func literal(_ tokens: ArraySlice<Token>) -> [UInt8]? {
            var bytes: [UInt8] = []
            for token in tokens {
                guard case .byte(let byte) = token else { return nil }
                bytes.append(byte)
            }
            return bytes
        }
        if let bytes = literal(tokens[...]) {
            shape = .literal(bytes)
        } else if case .star? = tokens.first, let bytes = literal(tokens.dropFirst()) {
            shape = .suffix(bytes)
        } else {
            shape = .tokens(tokens)
        }
    }

    /// Whether the whole of `name` matches.
    func matches(_ name: ArraySlice<UInt8>) -> Bool {
        switch shape {
        case .literal(let bytes): name.elementsEqual(bytes)
        case .suffix(let bytes): name.count >= bytes.count && name.suffix(bytes.count).elementsEqual(bytes)
        case .tokens(let tokens): Glob.match(tokens, name)
        }
    }

    private static func match(_ tokens: [Token], _ name: ArraySlice<UInt8>) -> Bool {
        var step = 0
        var place = name.startIndex
        var retry: (step: Int, place: Int)?
        while true {
            if step < tokens.count, case .star = tokens[step] {
                step += 1
                retry = (step, place)
                continue
            }
            if step == tokens.count, place == name.endIndex { return true }
            if step < tokens.count, place < name.endIndex, accepts(tokens[step], name[place]) {
                step += 1
                place += 1
                continue
            }
            guard let last = retry, last.place < name.endIndex else { return false }
            retry = (last.step, last.place + 1)
            step = last.step
            place = last.place + 1
        }
    }

    private static func accepts(_ token: Token, _ byte: UInt8) -> Bool {
        switch token {
        case .byte(let wanted): byte == wanted
        case .any: true
        case .set(let set): set.contains(byte)
        case .star: false
        }
    }
}
