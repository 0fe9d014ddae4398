/// A value of front matter or of `kb.yml`, with plain scalars resolved by YAML 1.2's core schema.
public indirect enum YAMLValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// An integer or a decimal, as it was written: `007` keeps its zeros, `1e3` its exponent.
    case number(String)
    case string(String)
    case list([YAMLValue])
    /// In the order of the file; a repeated key keeps its first value and raises an ``Issue``.
    case map([(key: String, value: YAMLValue)])

    /// Structural equality; maps are equal when their entries are, in order.
    public static func == (a: YAMLValue, b: YAMLValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let x), .bool(let y)): x == y
        case (.number(let x), .number(let y)), (.string(let x), .string(let y)): x == y
        case (.list(let x), .list(let y)): x == y
        case (.map(let x), .map(let y)):
            x.count == y.count && zip(x, y).allSatisfy { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }

    /// The scalar as text; nil for null, lists and maps.
    public var scalar: String? {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .number(let text), .string(let text): text
        case .null, .list, .map: nil
        }
    }

    /// Every scalar in this value, lists flattened, in order: what `key:value` compares with.
    public var scalars: [String] {
        switch self {
        case .list(let values): values.flatMap(\.scalars)
        default: scalar.map { [$0] } ?? []
        }
    }

    /// The value under `key` of a map.
    public subscript(key: String) -> YAMLValue? {
        guard case .map(let entries) = self else { return nil }
        return entries.first { $0.key == key }?.value
    }
}
