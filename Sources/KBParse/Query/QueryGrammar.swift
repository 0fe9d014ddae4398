import KBModel

/// Puts the operators between the tokens of a query to work.
///
///     query    := sequence (OR sequence)*            OR binds loosest
///     sequence := operand (AND? operand)*            AND makes both of its sides required
///     operand  := (NOT | - | +)* (word | phrase | filter | "(" query ")" | …)
struct QueryGrammar {
    private var lexer: QueryLexer
    /// Lone punctuation met so far: looked up only when there is nothing else.
    private var noise: [Query.Term] = []
    private var current: QueryToken?

    init(lexer: QueryLexer) { self.lexer = lexer }

    /// An operand of a sequence, and what its neighbours ask of it.
    private struct Operand {
        /// Nil for lone punctuation.
        var clause: Query.Clause?
        var isRequired = false
        /// Whether it is a group of plain words, which dissolves in the sequence around it.
        var isGroup = false
    }

    /// The whole query.
    mutating func query() throws(QueryError) -> Query.Clause {
        try advance()
        if let clause = try alternatives() {
            if clause.isExclusion { throw .nothingRequired }
            return clause
        }
        let words = noise.map { Query.Clause.word($0, in: .any) }
        guard let first = words.first else { throw .nothingRequired }
        return words.count == 1 ? first : .all(words)
    }

    private mutating func advance(afterSign: Bool = false) throws(QueryError) {
        current = try lexer.next(afterSign: afterSign)
    }

    /// Sequences joined by `OR`, to the end of the group or query; nil when nothing is to be looked up.
    private mutating func alternatives() throws(QueryError) -> Query.Clause? {
        var choices: [Query.Clause] = []
        var lastOr: Int?
        while true {
            let (clause, isEmpty) = try sequence()
            if isEmpty {
                if let at = lastOr { throw .missingOperand(of: "OR", at: at) }
                if let token = current, token.kind == .or { throw .missingOperand(of: "OR", at: token.offset) }
            }
            if case .any(let inner)? = clause { choices += inner } else if let clause { choices.append(clause) }
            guard let token = current, token.kind == .or else { break }
            lastOr = token.offset
            try advance()
        }
        guard let first = choices.first else { return nil }
        return choices.count == 1 ? first : .any(choices)
    }

    /// Operands side by side; `isEmpty` when not even punctuation stood there.
    private mutating func sequence() throws(QueryError) -> (clause: Query.Clause?, isEmpty: Bool) {
        var operands: [Operand] = []
        var pendingAnd: Int?
        reading: while let token = current {
            switch token.kind {
            case .or, .close: break reading
            case .and:
                if operands.isEmpty || pendingAnd != nil { throw .missingOperand(of: "AND", at: token.offset) }
                pendingAnd = token.offset
                try advance()
            default:
                var operand = try operand()
                if pendingAnd != nil {
                    operand.isRequired = true
                    operands[operands.count - 1].isRequired = true
                    pendingAnd = nil
                }
                operands.append(operand)
            }
        }
        if let at = pendingAnd { throw .missingOperand(of: "AND", at: at) }
        return (QueryGrammar.combined(operands), operands.isEmpty)
    }

    private static func combined(_ operands: [Operand]) -> Query.Clause? {
        var parts: [Query.Clause] = []
        for operand in operands {
            guard let clause = operand.clause else { continue }
            switch clause {
            case .word(_, in: .any) where operand.isRequired:
                parts.append(.all([clause]))
            case .all(let inner) where operand.isGroup && (!operand.isRequired || !inner.contains(where: \.isBareWord)):
                parts += inner
            default:
                parts.append(clause)
            }
        }
        guard let first = parts.first else { return nil }
        guard parts.count == 1 else { return .all(parts) }
        if case .all(let inner) = first, inner.count == 1, let only = inner.first { return only }
        return first
    }

    /// One operand with its signs.
    private mutating func operand() throws(QueryError) -> Operand {
        var isNegated = false
        var isRequired = false
        var lastNot: (sign: String, at: Int)?
        while let token = current {
            if case .not(let sign) = token.kind {
                isNegated.toggle()
                lastNot = (sign, token.offset)
                try advance(afterSign: sign == "-")
            } else if token.kind == .plus {
                isRequired = true
                try advance(afterSign: true)
            } else {
                break
            }
        }
        guard let token = current, token.kind != .or, token.kind != .and, token.kind != .close else {
            if let lastNot { throw .missingOperand(of: lastNot.sign, at: lastNot.at) }
            return Operand()
        }
        var operand = try primary(token)
        operand.isRequired = isRequired
        if isNegated, let clause = operand.clause {
            operand.isGroup = false
            if case .not(let inner) = clause { operand.clause = inner } else { operand.clause = .not(clause) }
        }
        return operand
    }

    private mutating func primary(_ token: QueryToken) throws(QueryError) -> Operand {
        switch token.kind {
        case .operand(let clause):
            try advance()
            return Operand(clause: clause)
        case .open:
            try advance()
            let clause = try alternatives()
            // Without a closing token the lexer has thrown already.
            try advance()
            return Operand(clause: clause, isGroup: true)
        case .noise(let term):
            if term.isLoneMark { noise.append(term) }
            try advance()
            return Operand()
        case .close, .or, .and, .not, .plus:
            return Operand()
        }
    }
}

extension Query.Term {
    /// Whether it is punctuation that a query may consist of: no white space, and no mark that would act again.
    fileprivate var isLoneMark: Bool {
        let scalars = text.unicodeScalars
        return !scalars.isEmpty
            && scalars.allSatisfy { scalar in
                !scalar.isQuerySpace && !scalar.opensPhrase && !["(", ")", "\u{201D}"].contains(scalar)
            }
    }
}

extension Query.Clause {
    /// Whether it only excludes.
    var isExclusion: Bool {
        switch self {
        case .not(let inner): !inner.isExclusion
        case .all(let inner), .any(let inner): inner.allSatisfy(\.isExclusion)
        case .word, .phrase, .prefix, .near, .filter: false
        }
    }
}
