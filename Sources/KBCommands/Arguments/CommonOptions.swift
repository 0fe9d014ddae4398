/// Options that several commands share.
enum CommonOptions {
    static let json = Option.flag("json", "the same as --format json")
    static let absolute = Option.flag("absolute", "print absolute paths")
    static let null = Option.flag("null", short: "0", "print paths, each followed by NUL, for xargs -0")
}

extension Arguments {
    /// The format asked for with `option`, `--json` or `--null`, which must not contradict each other.
    func format<Format: RawRepresentable<String> & Equatable>(
        _ option: Option, standard: Format, nullMeans paths: Format? = nil
    ) throws(UsageError) -> Format {
        let named = choice(option, as: Format.self)
        if has(CommonOptions.json), let json = Format(rawValue: "json") {
            guard named == nil || named == json else { throw misused("--json and --format contradict each other") }
            guard paths == nil || !has(CommonOptions.null) else {
                throw misused("--json and --null contradict each other")
            }
            return json
        }
        if let paths, has(CommonOptions.null) {
            guard named == nil || named == paths else { throw misused("--null is for --format paths") }
            return paths
        }
        return named ?? standard
    }

    /// The columns asked for with `option`, which only make sense in a table.
    func fields<Field: RawRepresentable<String>>(
        _ option: Option, standard: [Field], isTable: Bool
    ) throws(UsageError) -> [Field] {
        guard let named = choices(option, as: Field.self) else { return standard }
        guard isTable else { throw misused("--fields is for --format csv and tsv") }
        return named
    }
}
