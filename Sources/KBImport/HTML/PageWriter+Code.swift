internal import KBParse

/// Blocks of code.
extension PageWriter {
    mutating func writeCode(_ node: HTMLTree.ID, isTight: Bool) {
        finishLead()
        var code = codeText(of: node)
        if code.last == UInt8.lf { code.removeLast() }
        guard !code[...].trimmed.isEmpty else { return }
        let fence = [UInt8](
            repeating: UInt8.backtick, count: max(3, InlineRenderer.longestRun(of: UInt8.backtick, in: code) + 1))
        let language = Array(self.language(of: node).utf8)
        let joins = isTight && [.paragraph, .heading, .code].contains(last)
        add(fence + language + [UInt8.lf] + code + [UInt8.lf] + fence, .code, isTight: joins)
    }

    /// The text of a block of code, line by line: without numbers in the margin, with the breaks that programs for
    /// highlighting make by elements.
    func codeText(of node: HTMLTree.ID) -> [UInt8] {
        var code: [UInt8] = []
        var current: HTMLTree.ID? = node
        while let id = current {
            let leavesOut = id != node && isLeftOutOfCode(id)
            if !leavesOut {
                switch tree.tag(id) {
                case .text:
                    var bytes = tree.bytes(of: id)
                    // The first line end after `<pre>` does not count.
                    let isFirst = tree[node].first == id && tree.tag(node) == .pre
                    if isFirst, bytes.first == UInt8.lf { bytes = bytes.dropFirst() }
                    code += bytes
                case .br: code.append(UInt8.lf)
                case .div, .p, .li, .tr:
                    if id != node, !code.isEmpty, code.last != UInt8.lf { code.append(UInt8.lf) }
                default: break
                }
            }
            current = tree.following(id, within: node, skipping: leavesOut)
        }
        return InlineRenderer.withPlainSpaces(code.filter { $0 != UInt8.cr })
    }

    private func isLeftOutOfCode(_ node: HTMLTree.ID) -> Bool {
        switch tree.tag(node) {
        case .text: return false
        case .script, .style, .button, .comment: return true
        default: break
        }
        return tree.hasClass(node) { name in
            let plain = name.lowercased()
            return Self.margins.contains(plain) || plain.hasPrefix("copybutton") || plain.hasPrefix("buttongroup")
        }
    }

    /// What programs for highlighting call the numbers beside the lines.
    static let margins: Set<String> = [
        "linenos", "lineno", "line-numbers", "linenumber", "line-number", "gutter", "gl", "linenodiv", "lnt", "ln",
        "react-syntax-highlighter-line-number", "rouge-gutter", "copybtn", "copy-button", "line-numbers-rows",
        "hljs-ln-numbers",
    ]

    /// A block of code that is no `<pre>`: Doxygen gives each line an element.
    func isCodeOfLines(_ node: HTMLTree.ID) -> Bool {
        tree.tag(node) == .div && tree.hasClass(node, "fragment")
            && tree.children(of: node).contains { tree.hasClass($0, "line") }
    }

    // MARK: Language

    /// The language of a block as a fence names it, from classes of the code, of what is in it and of what is around it.
    private func language(of node: HTMLTree.ID) -> String {
        var places = [node]
        if let code = tree.first(.code, in: node) { places.insert(code, at: 0) }
        var around = tree[node].parent
        for _ in 0..<3 where around != HTMLTree.none {
            // Beyond the lone wrapper of a block a class belongs to something else.
            if tree.shownElements(of: around).count <= 3 { places.append(around) }
            around = tree[around].parent
        }
        for place in places {
            for attribute in [HTMLAttribute.dataLanguage, .dataLang] {
                if let found = tree.value(attribute, of: place).flatMap({ Self.named($0[...]) }) { return found }
            }
            if let found = tree.value(.codeParameters, of: place).flatMap(Self.brush) { return found }
            if let found = Self.language(in: tree.classes(of: place)) { return found }
        }
        return ""
    }

    private static let prefixes = [
        "language-", "lang-", "highlight-source-", "highlight-text-", "highlight-", "hl-", "brush:",
    ]

    private static func language(in classes: [Substring]) -> String? {
        for (k, name) in classes.enumerated() {
            if name == "brush:", k + 1 < classes.count { return named(classes[k + 1]) }
            for prefix in prefixes where name.hasPrefix(prefix) {
                if let found = named(name.dropFirst(prefix.count)) { return found }
            }
        }
        // `hljs python`, `sourceCode python`, `programlisting bash`, `mermaid`.
        let families: Set<Substring> = ["hljs", "sourceCode", "prettyprint", "programlisting", "src", "code"]
        if classes.contains("mermaid") { return "mermaid" }
        if classes.contains(where: families.contains), let other = classes.first(where: { !families.contains($0) }) {
            return known.contains(other.lowercased()) ? named(other) : nil
        }
        return nil
    }

    private static func brush(_ parameters: String) -> String? {
        let parts = parameters.split { $0 == ";" || $0 == ":" || $0 == " " }
        guard let at = parts.firstIndex(of: "brush"), at + 1 < parts.count else { return nil }
        return named(parts[at + 1])
    }

    /// A name as fences have it; nil for those that mean no language.
    private static func named(_ name: Substring) -> String? {
        let written = name.filter { $0 != ";" }
        let plain = written.lowercased()
        let isName =
            !plain.isEmpty && plain.utf8.count <= 30
            && plain.utf8.allSatisfy { $0.isAlphanumeric || [0x2B, 0x2D, 0x23, 0x2E, 0x5F].contains($0) }
        let meaningless: Set<String> = [
            "none", "default", "text", "plain", "plaintext", "notranslate", "highlight", "highlighter-rouge", "txt",
            "nohighlight",
            "no-highlight", "auto", "source", "wrapper", "undefined",
        ]
        guard isName, !meaningless.contains(plain) else { return nil }
        switch plain {
        case "ipython3", "python3", "py3", "ipython": return "python"
        case "shell-session", "shellsession": return "console"
        default: return written
        }
    }

    /// Languages believed without a prefix, since such classes hold other words as well.
    private static let known: Set<String> = [
        "python", "py", "java", "javascript", "js", "typescript", "ts", "c", "cpp", "c++", "csharp", "cs", "go", "rust",
        "ruby",
        "php", "swift", "kotlin", "scala", "haskell", "perl", "r", "lua", "bash", "sh", "shell", "console",
        "powershell",
        "sql", "json", "yaml", "toml", "xml", "html", "css", "scss", "makefile", "dockerfile", "diff", "ini", "latex",
        "tex",
        "matlab", "julia", "clojure", "elixir", "erlang", "ocaml", "fsharp", "dart", "groovy", "markdown", "graphql",
        "mermaid", "dot", "vim", "nginx", "cmake", "asm", "zig", "nim",
    ]
}
