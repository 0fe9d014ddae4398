extension Store {
    /// The number of the first section of every note, ascending.
    public func firstSections() throws(StoreError) -> [Int] {
        let select = try statement("SELECT id FROM note ORDER BY id")
        defer { select.reset() }
        var numbers: [Int] = []
        while try select.step() { numbers.append(select.integer(0)) }
        return numbers
    }
}
