extension Checklist {
    /// What is still to do, at most `limit` items of it: done items stay only where an open one belongs to them.
    public func open(limit: Int? = nil) -> Checklist {
        var result = self
        result.groups = groups.map { group in
            var group = group
            group.items = Checklist.open(group.items)
            return group
        }.filter { !$0.items.isEmpty }
        guard let limit else { return result }
        result.hidden += result.cut(to: limit)
        return result
    }

    /// Items that are open or have an open one below them.
    private static func open(_ items: [Item]) -> [Item] {
        // From the last to the first, a done item is needed when the one kept last, which stands below it, is deeper.
        var kept: [Item] = []
        for item in items.reversed() where !item.isDone || item.level < kept.last?.level ?? 0 {
            kept.append(item)
        }
        return kept.reversed()
    }

    /// Keeps the first items with `limit` open ones among them.
    ///
    /// - Returns: How many open items went.
    private mutating func cut(to limit: Int) -> Int {
        let all = items.count { !$0.isDone }
        var left = limit
        groups = groups.compactMap { group in
            var group = group
            group.items = Array(
                group.items.prefix { item in
                    guard left > 0 else { return false }
                    if !item.isDone { left -= 1 }
                    return true
                })
            return group.items.isEmpty ? nil : group
        }
        return all - items.count { !$0.isDone }
    }
}
