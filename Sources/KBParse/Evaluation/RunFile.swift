public import KBModel

/// Reads runs in TREC's form: `query Q0 document rank score tag` a line.
public enum RunFile {
    /// The run in `bytes`: queries in the order of their first line, documents in the order of the lines.
    ///
    /// As in trec_eval, the second, fourth and last columns say nothing.
    /// - Throws: ``LineError`` for the first line of another form, or that names a document of a query again.
    public static func read(_ bytes: [UInt8]) throws(LineError) -> Run {
        var run = Run()
        var places: [String: Int] = [:]
        var seen: [[String]: Int] = [:]
        for (number, bytes) in FileLines.of(bytes) {
            let fields = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
            guard fields.count == 6 else {
                throw LineError(
                    line: number, message: "\(fields.count) columns; a line is “query Q0 document rank score tag”")
            }
            guard let score = Float(fields[4]), !score.isNaN else {
                throw LineError(line: number, message: "the score “\(fields[4])” is no number")
            }
            if let first = seen.updateValue(number, forKey: [fields[0], fields[2]]) {
                throw LineError(line: number, message: "this document stands on line \(first) already")
            }
            let document = RankedDocument(id: fields[2], score: score)
            if let place = places[fields[0]] {
                run.rankings[place].documents.append(document)
            } else {
                places[fields[0]] = run.rankings.count
                run.rankings.append(Run.Ranking(query: fields[0], documents: [document]))
            }
        }
        return run
    }
}
