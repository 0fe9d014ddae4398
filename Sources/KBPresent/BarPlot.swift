/// Bars of a length in proportion to their figures, one a line, as wide as the terminal.
struct BarPlot {
    let style: Style

    /// Wider bars are no easier to compare.
    private static let widest = 60
    /// Narrower ones could not be compared at all.
    private static let narrowest = 10

    /// A line for each row: its name, its bar, its figure. A figure of 1 and more has a bar, however short; figures below
    /// 0 count as 0.
    func render(_ rows: [(name: String, count: Int)]) -> String {
        let names = rows.map { $0.name.displayWidth }.max() ?? 0
        let figures = rows.map { $0.count.grouped.utf8.count }.max() ?? 0
        let most = rows.map(\.count).max() ?? 0
        let room = min(max(style.width - names - figures - 6, BarPlot.narrowest), BarPlot.widest)
        return rows.map { row in
            let figure = row.count > 0 ? row.count.grouped : "·"
            let bar = bar(row.count, of: most, room: room)
            let gap = bar.isEmpty ? "" : " "
            return "  \(row.name.padded(to: names))  \(style.dress(bar, as: .line))\(gap)\(figure)\n"
        }.joined()
    }

    private func bar(_ count: Int, of most: Int, room: Int) -> String {
        guard count > 0, most > 0 else { return "" }
        // Where every card can be a cell of its own, it is.
        let cells = most <= room ? count : max(1, Int((Double(count) / Double(most) * Double(room)).rounded()))
        return String(repeating: "█", count: min(cells, room))
    }
}
