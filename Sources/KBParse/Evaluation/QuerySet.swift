public import KBModel

/// Reads a set of queries: a JSON object `{"id": …, "text": …}` a line.
public enum QuerySet {
    /// The queries of `bytes`, in the order of the lines.
    ///
    /// An id is a string or a whole number, other members are passed over, and so are blank lines.
    /// - Throws: ``LineError`` for the first line that is no such object, or whose id was there before.
    public static func read(_ bytes: [UInt8]) throws(LineError) -> [EvaluationQuery] {
        var queries: [EvaluationQuery] = []
        var lines: [String: Int] = [:]
        for (number, line) in FileLines.of(bytes) {
            let query = try query(line, number: number)
            if let first = lines.updateValue(number, forKey: query.id) {
                throw LineError(line: number, message: "the id “\(query.id)” stands on line \(first) already")
            }
            queries.append(query)
        }
        return queries
    }

    private static let example = #"{"id": "1", "text": "…"}"#

    private static func query(_ line: ArraySlice<UInt8>, number: Int) throws(LineError) -> EvaluationQuery {
        let value: JSONValue
        do throws(JSON.SyntaxError) {
            value = try JSON.read(line)
        } catch {
            throw LineError(
                line: number,
                message: "not JSON: \(error.message), at byte \(error.offset + 1); write \(example)")
        }
        guard case .object(let members) = value else {
            throw LineError(line: number, message: "no object; write \(example)")
        }
        let id: String
        switch members.first(where: { $0.key == "id" })?.value {
        case .string(let text): id = text
        case .literal(let digits) where Int(digits) != nil: id = digits
        case nil: throw LineError(line: number, message: "the member “id” is missing")
        default: throw LineError(line: number, message: "“id” must be a string or a whole number")
        }
        guard !id.isEmpty, !id.contains(where: \.isWhitespace) else {
            throw LineError(
                line: number, message: "“id” must be one word: runs and judgements are split at white space")
        }
        switch members.first(where: { $0.key == "text" })?.value {
        case .string(let text): return EvaluationQuery(id: id, text: text)
        case nil: throw LineError(line: number, message: "the member “text” is missing")
        default: throw LineError(line: number, message: "“text” must be a string")
        }
    }
}
