/// A line of a comparison, without control characters, and how it looks.
struct ComparisonLine {
    let text: String
    let role: Style.Role?

    init(_ text: String, as role: Style.Role? = nil) {
        self.text = text.harmless
        self.role = role
    }

    func dressed(_ style: Style) -> String { role.map { style.dress(text, as: $0) } ?? text }
}
