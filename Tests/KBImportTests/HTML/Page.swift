import KBImport

/// A page written in a test, and the Markdown it becomes, without the line feed at its end.
func markdown(_ html: String) -> String {
    var text = HTMLNote(Array(html.utf8)).markdown
    if text.last == "\n" { text.removeLast() }
    return text
}

func note(_ html: String) -> HTMLNote { HTMLNote(Array(html.utf8)) }
