public import KBModel

/// Reads judgements, as TREC and BEIR write them.
public enum JudgementFile {
    /// The judgements of `bytes`, in the order of the lines; blank lines are passed over.
    ///
    /// A line is `query document grade` or `query 0 document grade`, parted by tabs when it holds any (a document may
    /// then hold spaces), else by white space. BEIR's line of column names is passed over.
    /// - Throws: ``LineError`` for the first line that is neither, or that grades a document of a query again otherwise.
    public static func read(_ bytes: [UInt8]) throws(LineError) -> [Judgement] {
        var judgements: [Judgement] = []
        var known: [[String]: Judgement] = [:]
        for (place, line) in FileLines.of(bytes).enumerated() {
            let fields = fields(of: String(decoding: line.bytes, as: UTF8.self))
            if place == 0, let last = fields.last, last.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" }) {
                continue
            }
            let judgement = try judgement(fields, line: line.number)
            if let first = known.updateValue(judgement, forKey: [judgement.query, judgement.document]) {
                guard first.grade == judgement.grade else {
                    throw LineError(
                        line: line.number, message: "line \(first.line) gives this document grade \(first.grade)")
                }
            } else {
                judgements.append(judgement)
            }
        }
        return judgements
    }

    private static func fields(of line: String) -> [String] {
        let parts = line.contains("\t") ? line.split(separator: "\t") : line.split(whereSeparator: \.isWhitespace)
        return parts.map { LinkTarget.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    private static func judgement(_ fields: [String], line: Int) throws(LineError) -> Judgement {
        guard fields.count == 3 || fields.count == 4 else {
            throw LineError(
                line: line, message: "\(fields.count) columns; write query, document and grade with a tab between them")
        }
        let (query, document, written) = (fields[0], fields[fields.count - 2], fields[fields.count - 1])
        guard let grade = Int(written) else {
            throw LineError(line: line, message: "the grade “\(written)” is no whole number")
        }
        return Judgement(query: query, document: document, grade: grade, line: line)
    }
}
