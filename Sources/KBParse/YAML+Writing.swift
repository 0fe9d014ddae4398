extension YAML {
    /// `text` as a scalar of YAML on one line: plain where that reads as the same text, else in double quotes.
    ///
    /// - Parameter inBrackets: It stands in a list or map in brackets, where fewer texts may stand plain.
    public static func scalar(_ text: String, inBrackets: Bool = false) -> String {
        YAMLScalarText.written(text, inBrackets: inBrackets)
    }

    /// `text` as a scalar in double quotes, or in `'` when `mark` is that and the text allows it.
    public static func quoted(_ text: String, mark: UInt8? = nil) -> String {
        if mark == .apostrophe, text.unicodeScalars.allSatisfy(\.isPrintableInYAML) {
            return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        }
        return YAMLScalarText.quoted(text)
    }
}
