internal import KBModel

extension YAMLValue {
    /// The same structure in JSON; a number JSON cannot write stays the text it is.
    var json: JSONValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let text): JSONValue(decimal: text)
        case .string(let text): .string(text)
        case .list(let values): .array(values.map(\.json))
        case .map(let entries): .object(entries.map { .init($0.key, $0.value.json) })
        }
    }

    /// The value on one line, as YAML's flow style writes it.
    var flow: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): text.yamlScalar
        case .list(let values): "[" + values.map(\.flow).joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.map { $0.key.yamlScalar + ": " + $0.value.flow }.joined(separator: ", ") + "}"
        }
    }
}

extension FrontMatter {
    /// An object with the keys in the order of the file; empty when there are none.
    var json: JSONValue {
        var seen: Set<String> = []
        return .object(entries.filter { seen.insert($0.key).inserted }.map { .init($0.key, $0.value.json) })
    }
}

extension String {
    /// Plain where YAML reads it back as this string, else in double quotes, which are JSON's.
    fileprivate var yamlScalar: String {
        let safe = unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/._-~+@*".unicodeScalars.contains(scalar)
        }
        let isWord = unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "/" } ?? false
        let isReserved = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(lowercased())
        return safe && isWord && !isReserved ? self : JSONValue.string(self).compact
    }
}
