public import KBModel

extension Query.Clause {
    /// The sections that satisfy this clause.
    ///
    /// The bare words of one `all` clause are optional when there are several words in it (those behind `+` or beside
    /// `AND` counted): any one of them will do, and ranking puts sections with most of them first. All else must hold.
    ///
    /// - Parameters:
    ///   - universe: The live sections; what exclusions are taken from.
    ///   - lookup: The sections where a word, phrase, prefix, `NEAR` or filter holds. Called once for each in the clause.
    /// - Throws: What `lookup` throws.
    public func sections<Failure: Error>(
        in universe: SectionSet, lookup: (Query.Clause) throws(Failure) -> SectionSet
    ) throws(Failure) -> SectionSet {
        switch self {
        case .word, .phrase, .prefix, .near, .filter:
            var found = try lookup(self)
            found.formIntersection(universe)
            return found
        case .not(let inner):
            var rest = universe
            rest.subtract(try inner.sections(in: universe, lookup: lookup))
            return rest
        case .any(let choices):
            var found = SectionSet(capacity: universe.capacity)
            for choice in choices { found.formUnion(try choice.sections(in: universe, lookup: lookup)) }
            return found
        case .all(let parts):
            return try Query.Clause.all(parts, in: universe, lookup: lookup)
        }
    }

    private static func all<Failure: Error>(
        _ parts: [Query.Clause], in universe: SectionSet, lookup: (Query.Clause) throws(Failure) -> SectionSet
    ) throws(Failure) -> SectionSet {
        var found = universe
        var holdingWord = SectionSet(capacity: universe.capacity)
        var optional = 0
        var required = 0
        for part in parts {
            let sections = try part.sections(in: universe, lookup: lookup)
            if part.isBareWord {
                optional += 1
                holdingWord.formUnion(sections)
            } else {
                if part.isRequiredWord { required += 1 }
                found.formIntersection(sections)
            }
        }
        if optional > 0, required == 0 { found.formIntersection(holdingWord) }
        return found
    }

    /// `+word`: a word that must hold, which the parser wraps in an `all` of its own.
    var isRequiredWord: Bool {
        if case .all(let parts) = self, parts.count == 1, parts.first?.isBareWord == true { true } else { false }
    }
}
