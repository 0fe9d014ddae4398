/// Cutting a line of a table into cells.
enum TableRow {
    /// How many columns a delimiter row such as `| --- | :-: |` declares; nil when the line is none.
    static func delimiterColumns(_ src: ByteView, _ start: Int, _ end: Int) -> Int? {
        var i = src.skippingBlanks(start, end)
        let stop = src.trimmedEnd(i, end)
        if src[i] == .pipe { i += 1 }
        var columns = 0
        while i < stop {
            i = src.skippingBlanks(i, stop)
            if src[i] == .colon { i += 1 }
            let dashes = i
            while i < stop, src[i] == .dash { i += 1 }
            guard i > dashes else { return nil }
            if i < stop, src[i] == .colon { i += 1 }
            i = src.skippingBlanks(i, stop)
            columns += 1
            if i == stop { break }
            guard src[i] == .pipe else { return nil }
            i += 1
        }
        return columns > 0 ? columns : nil
    }

    static let marks = ByteClasses(
        """
        ................\
        ................\
        ................\
        ................\
        ................\
        ............\\...\
        ................\
        ............|...\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................
        """)

    /// How many cells a row has.
    static func cellCount(_ src: ByteView, _ start: Int, _ end: Int) -> Int {
        var count = 0
        forEachCell(src, start, end) { _, _ in count += 1 }
        return count
    }

    /// Calls `body` with the range of each cell, white space trimmed. A pipe after a backslash divides nothing.
    @inline(__always)
    static func forEachCell(_ src: ByteView, _ start: Int, _ end: Int, _ body: (Int, Int) -> Void) {
        var i = src.skippingBlanks(start, end)
        let stop = src.trimmedEnd(i, end)
        if i < stop, src[i] == .pipe { i += 1 }
        var cell = i
        let row = src.slice(0, stop)
        while true {
            i = row.firstMarked(in: marks, from: i)
            guard i < stop else { break }
            if row.base[i] == .backslash {
                i &+= 2
                continue
            }
            let first = src.skippingBlanks(cell, i)
            body(first, src.trimmedEnd(first, i))
            i &+= 1
            cell = i
        }
        if cell < stop {
            let first = src.skippingBlanks(cell, stop)
            body(first, src.trimmedEnd(first, stop))
        }
    }
}
