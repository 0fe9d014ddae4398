internal import KBParse

/// Tables.
extension PageWriter {
    /// A table as rows of cells.
    struct Grid {
        var rows: [[HTMLTree.ID?]] = []
        var hasHeader = false
        /// Whether a cell goes over several columns or rows.
        var hasSpans = false
        var columns = 0
    }

    /// More columns are no table for readers; it also keeps `colspan=1000` in every row small.
    private static let mostColumns = 64
    /// A cell with more words than this is a text, not a cell.
    private static let longestCell = 1_500

    mutating func writeTable(_ table: HTMLTree.ID, isTight: Bool) {
        guard !tree.isBlank(table) else { return }
        finishLead()
        if let code = numberedCode(in: table) { return writeCode(code, isTight: isTight) }
        let grid = withoutBlankColumns(grid(of: table))
        writeStrays(of: table)
        if isLayout(table, grid) {
            if grid.columns > 1 { tally.add(.layoutTable) }
            return writeCells(of: grid, isTight: isTight)
        }
        if let caption = tree.children(of: table).first(where: { tree.tag($0) == .caption && isWritten($0) }) {
            writeBlocks(of: caption)
        }
        writeGrid(grid)
    }

    // MARK: Reading

    private func rows(of table: HTMLTree.ID) -> [(row: HTMLTree.ID, isHead: Bool)] {
        tree.children(of: table).flatMap { child -> [(row: HTMLTree.ID, isHead: Bool)] in
            guard isWritten(child) else { return [] }
            switch tree.tag(child) {
            case .tr: return [(child, false)]
            case .thead, .tbody, .tfoot:
                let isHead = tree.tag(child) == .thead
                return tree.children(of: child).filter { tree.tag($0) == .tr && isWritten($0) }.map { ($0, isHead) }
            default: return []
            }
        }
    }

    private func grid(of table: HTMLTree.ID) -> Grid {
        var grid = Grid()
        // For each column, how many rows a cell from above still covers.
        var covered: [Int] = []
        for (row, isHead) in rows(of: table) {
            var cells: [HTMLTree.ID?] = []
            func skipCovered() {
                while cells.count < covered.count, covered[cells.count] > 0 {
                    covered[cells.count] -= 1
                    cells.append(nil)
                }
            }
            var isAllHeads = true
            for cell in tree.children(of: row) where isCell(cell) && isWritten(cell) {
                skipCovered()
                guard cells.count < Self.mostColumns else { break }
                if tree.tag(cell) == .td { isAllHeads = false }
                let wide = span(.colspan, of: cell)
                let high = span(.rowspan, of: cell)
                if wide > 1 || high > 1 { grid.hasSpans = true }
                for k in 0..<min(wide, Self.mostColumns - cells.count) {
                    while covered.count <= cells.count { covered.append(0) }
                    covered[cells.count] = high - 1
                    cells.append(k == 0 ? cell : nil)
                }
            }
            skipCovered()
            guard cells.contains(where: { $0 != nil }) else { continue }
            if grid.rows.isEmpty { grid.hasHeader = isHead || isAllHeads }
            grid.columns = max(grid.columns, cells.count)
            grid.rows.append(cells)
        }
        return grid
    }

    /// The table without the columns in which no cell has a word, which pages use as margins.
    private func withoutBlankColumns(_ grid: Grid) -> Grid {
        let filled = (0..<grid.columns).map { column in
            grid.rows.contains { row in
                guard column < row.count, let cell = row[column] else { return false }
                return !tree.isBlank(cell) && (tree.words(of: cell) != "" || holdsPicture(cell))
            }
        }
        guard filled.contains(false), !grid.hasSpans else { return grid }
        var narrow = grid
        narrow.rows = grid.rows.map { row in
            row.enumerated().filter { $0.offset < filled.count && filled[$0.offset] }.map(\.element)
        }
        narrow.columns = filled.count { $0 }
        return narrow
    }

    private func holdsPicture(_ cell: HTMLTree.ID) -> Bool {
        tree.first(in: cell) { tree.tag($0) == .img || tree.tag($0) == .input || isFormula($0) } != nil
    }

    private func isCell(_ node: HTMLTree.ID) -> Bool { tree.tag(node) == .td || tree.tag(node) == .th }

    private func span(_ name: HTMLAttribute, of cell: HTMLTree.ID) -> Int {
        min(max(1, tree.value(name, of: cell).flatMap { Int($0.collapsed) } ?? 1), 1_000)
    }

    /// The code in a table that programs for highlighting make to set numbers beside it.
    private func numberedCode(in table: HTMLTree.ID) -> HTMLTree.ID? {
        let codes = tree.all(in: table) { tree.tag($0) == .pre }
        guard let code = codes.last, codes.count <= 2 else { return nil }
        let hasMargin =
            tree.first(in: table) { id in
                tree.hasClass(id) { Self.margins.contains($0.lowercased()) }
            } != nil
        return hasMargin ? code : nil
    }

    private func isLayout(_ table: HTMLTree.ID, _ grid: Grid) -> Bool {
        if let role = tree.value(.role, of: table), role == "presentation" || role == "none" { return true }
        if grid.columns < 2, !grid.hasHeader { return true }
        let cells = grid.rows.joined().compactMap(\.self)
        return cells.contains { cell in
            tree.first(in: cell) { node in
                switch tree.tag(node) {
                case .table: return !tree.isBlank(node)
                case .h1, .h2, .h3, .hr: return true
                case .pre: return tree.rawText(of: node)[...].trimmed.contains(UInt8.lf)
                case .div: return isCodeOfLines(node)
                default: return false
                }
            } != nil
        }
            || cells.contains { cell in
                tree[cell].flags.contains(.holdsBlock) && tree.words(of: cell).utf8.count > Self.longestCell
            }
    }

    // MARK: Writing

    /// What pages put into a table but not into a cell; browsers show it above.
    private mutating func writeStrays(of table: HTMLTree.ID) {
        for child in tree.children(of: table) where isWritten(child) && !tree.isBlank(child) {
            switch tree.tag(child) {
            case .tr, .thead, .tbody, .tfoot, .caption, .colgroup, .col, .comment: continue
            case let tag where tag.isBlock: writeBlock(child, isTight: false)
            default: writeParagraph([child], isTight: false)
            }
        }
    }

    private mutating func writeCells(of grid: Grid, isTight: Bool) {
        for cell in grid.rows.joined().compactMap(\.self) { writeBlocks(of: cell, isTight: isTight) }
    }

    private mutating func writeGrid(_ grid: Grid) {
        var isSimplified = grid.hasSpans
        var lines: [UInt8] = []
        var rows = grid.rows[...]
        let header = grid.hasHeader ? rows.popFirst() ?? [] : []
        appendRow(header, of: grid.columns, isHeader: true, to: &lines, &isSimplified)
        lines.append(UInt8.pipe)
        let sample = grid.rows.first ?? []
        for column in 0..<grid.columns {
            let cell = column < sample.count ? sample[column] : nil
            lines += Array(" \(cell.map { rule(of: $0) } ?? "---") |".utf8)
        }
        lines.append(UInt8.lf)
        for row in rows { appendRow(row, of: grid.columns, isHeader: false, to: &lines, &isSimplified) }
        lines.removeLast()
        if isSimplified { tally.add(.simplifiedTable) }
        add(lines, .table, isTight: false)
    }

    private mutating func appendRow(
        _ row: [HTMLTree.ID?], of columns: Int, isHeader: Bool, to lines: inout [UInt8], _ isSimplified: inout Bool
    ) {
        lines.append(UInt8.pipe)
        // Cells missing at the end of a row are empty in Markdown too; the header sets the number of columns.
        for column in 0..<(isHeader ? columns : row.count) {
            lines.append(UInt8.space)
            if column < row.count, let cell = row[column] {
                lines += inlineText(of: cell, in: .cell)
                if !isSimplified { isSimplified = holdsSeveralBlocks(cell) }
            }
            if lines.last != UInt8.space { lines.append(UInt8.space) }
            lines.append(UInt8.pipe)
        }
        lines.append(UInt8.lf)
    }

    private func holdsSeveralBlocks(_ cell: HTMLTree.ID) -> Bool {
        guard tree[cell].flags.contains(.holdsBlock) else { return false }
        let blocks = tree.all(in: cell) { $0 != cell && tree.tag($0).isBlock && tree.tag($0) != .div && isWritten($0) }
        return blocks.count > 1 || blocks.contains { tree.tag($0) != .p }
    }

    private func rule(of cell: HTMLTree.ID) -> String {
        let style = tree.value(.style, of: cell)?.lowercased().filter { !$0.isWhitespace } ?? ""
        let align = tree.value(.align, of: cell)?.lowercased() ?? ""
        for (name, rule) in [("left", ":---"), ("center", ":---:"), ("right", "---:")] {
            if align == name || style.contains("text-align:\(name)") { return rule }
        }
        return "---"
    }
}
