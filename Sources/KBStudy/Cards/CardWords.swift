/// General English words that tell what is worth learning from what only keeps a page in order. None comes from any
/// particular note; what recurs as a label in one vault is seen by counting, in ``CardSieve``.
enum CardWords {
    /// Names of fields, which explain the page they stand on and not themselves: `Author: …`, `Default: …`.
    static let labels: Set<String> = [
        "answer", "applies to", "aside", "attendees", "author", "authors", "availability", "by", "caption", "category",
        "contact", "copyright", "created", "date", "deadline", "default", "default value", "deprecated", "description",
        "duration", "e-mail", "email", "error", "example", "examples", "exercise", "expected output", "file",
        "file name", "filename", "files", "for example", "format", "hint", "id", "input", "language", "last modified",
        "last update", "last updated", "licence", "license", "link", "links", "location", "maintainer", "message",
        "modified", "name", "output", "owner", "page", "parameter", "parameters", "path", "permalink", "phone",
        "prerequisite", "prerequisites", "priority", "published", "question", "rating", "ref", "reference",
        "references", "related", "remarks", "reply", "result", "return type", "return value", "returns", "revision",
        "see", "see also", "since", "size", "solution", "source", "sources", "space complexity", "status", "subject",
        "summary", "syntax", "tag", "tags", "time", "time complexity", "tip", "title", "to do", "todo", "topic",
        "type", "updated", "url", "usage", "value", "version", "warning", "website", "year",
    ]

    /// Titles of the parts that every manual, read-me file or journal has.
    static let pageParts: Set<String> = [
        "about", "acknowledgements", "acknowledgments", "action items", "added", "additional resources", "agenda",
        "appendix", "arguments", "attendees", "author", "authors", "bibliography", "breaking changes", "bug fixes",
        "change log", "changed", "changelog", "changes", "conclusion", "contact", "contents", "contributing",
        "contributors", "credits", "demo", "deprecated", "documentation", "downloads", "example", "examples",
        "exercises", "external links", "faq", "feedback", "fixed", "fixes", "flags", "footnotes", "further reading",
        "getting started", "history", "how to install", "how to use", "improvements", "in this article",
        "in this chapter", "in this section", "index", "install", "installation", "instructions", "intro",
        "introduction", "known issues", "learn more", "licence", "license", "links", "misc", "miscellaneous",
        "more information", "new features", "next", "next steps", "note", "notes", "options", "other", "outline",
        "overview", "parameters", "prerequisites", "questions", "quick start", "quickstart", "reading list",
        "recap", "references", "related", "related articles", "related content", "related links", "related notes",
        "related pages", "related topics", "release notes", "releases", "remarks", "removed", "resources",
        "return value", "returns", "screenshots", "see also", "sources", "summary", "support", "syntax",
        "table of contents", "tasks", "to do", "toc", "todo", "unreleased", "usage", "what's new", "what's next",
    ]

    /// Words before a number or letter that only count: `Step 2`, `Listing 1-1`.
    static let counters: Set<String> = [
        "appendix", "chapter", "day", "example", "exercise", "figure", "lecture", "lesson", "level", "listing",
        "method",
        "module", "option", "page", "part", "phase", "problem", "question", "release", "section", "session", "solution",
        "step", "table", "task", "unit", "version", "week",
    ]

    /// Verbs that open an instruction at a screen or a shell.
    static let handling: Set<String> = [
        "check", "choose", "click", "close", "copy", "disable", "double-click", "download", "drag", "drop", "enable",
        "enter", "go", "hit", "hold", "install", "launch", "log", "navigate", "open", "paste", "press", "reboot",
        "restart", "right-click", "run", "save", "scroll", "select", "sign", "switch", "tap", "toggle", "type",
        "uncheck",
        "uninstall", "upload", "visit",
    ]

    /// Words that point at something outside the sentence.
    static let pointers: Set<String> = [
        "above", "below", "following", "here", "these", "this", "those",
    ]

    /// How an explanation begins that stands elsewhere.
    static let detours = [
        "as follows", "follows", "see ", "the following", "the same as", "same as", "covered in", "described in",
        "discussed in", "tbd", "todo", "n/a",
    ]

    /// Files and folders that record what was done to something, or on what terms; words joined by hyphens.
    static let records: Set<String> = [
        "authors", "change-log", "change_log", "changelog", "changelogs", "changes", "code-of-conduct",
        "code_of_conduct", "contributing", "contributors", "history", "licence", "license", "maintainers", "news",
        "release-notes", "release_notes", "releases", "toc",
    ]

    /// Words that open a question.
    static let askers: Set<String> = ["how", "what", "when", "where", "which", "who", "why"]
}
