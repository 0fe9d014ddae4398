/// General English words that tell a title or a term from a clause. None comes from any particular note.
enum EnglishWords {
    /// Words a title or term does not hold: pronouns, auxiliaries, finite verbs of introduction, pointers to the text.
    static let clauseWords: Set<String> = [
        "i", "you", "we", "he", "she", "they", "it", "me", "us", "him", "them", "your", "our", "my", "their", "its",
        "this", "that", "these", "those", "there", "here", "which", "who", "whom", "whose",
        "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "do", "does", "did", "can",
        "could",
        "will", "would", "should", "shall", "may", "might", "must", "cannot", "can't", "don't", "doesn't", "isn't",
        "aren't", "won't", "i'm", "i'll", "i've", "you're", "you'll", "we'll", "we're", "it's", "that's", "let's",
        "there's",
        "includes", "contains", "follows", "following", "below", "above", "consists", "covers", "provides", "supports",
        "requires", "allows", "shows", "describes", "explains", "gives", "needs", "wants", "means", "uses", "makes",
        "takes", "gets", "lets", "returns", "became", "becomes", "seems", "looks", "says", "said", "happens", "occurs",
        "applies", "exists", "depends", "involves", "represents", "indicates", "specifies", "defines", "lists", "if",
        "because", "although", "unless", "whether", "please", "such", "e.g.", "i.e.", "eg", "ie", "etc", "etc.",
    ]

    /// Words that open a remark or an aside rather than name a thing.
    static let leadIns: Set<String> = [
        "note", "notes", "nb", "n.b.", "example", "examples", "tip", "tips", "hint", "warning", "caution", "important",
        "attention", "remember", "todo", "fixme", "update", "edit", "ps", "p.s.", "see", "also", "however", "therefore",
        "thus", "hence", "so", "then", "now", "next", "first", "firstly", "second", "secondly", "third", "finally",
        "lastly",
        "otherwise", "instead", "similarly", "additionally", "furthermore", "moreover", "meanwhile", "specifically",
        "basically", "generally", "usually", "typically", "sometimes", "often", "again", "well", "yes", "no", "ok",
        "okay",
        "thanks", "hi", "hello", "dear", "cc", "re", "fyi", "tl;dr", "tldr", "for", "in", "on", "at", "by", "with",
        "as", "to",
        "from", "into", "about", "after", "before", "during", "until", "while", "when", "where", "why", "how", "what",
        "once",
        "since", "though", "but", "and", "or", "nor", "yet", "not", "only", "even", "just", "both", "either", "neither",
        "any", "each", "every", "some", "all", "many", "most", "several", "few", "other", "another", "one", "two",
        "three",
        "the", "a", "an", "like", "namely", "e.g", "eg.", "ex", "ex.", "i.e", "http", "https",
    ]

    /// Words a title does not end with.
    static let danglers: Set<String> = [
        "with", "to", "by", "for", "of", "and", "or", "in", "on", "at", "from", "as", "the", "a", "an", "than", "into",
        "via",
        "about", "like", "using", "through", "when", "where", "but", "not", "include", "including", "contain", "follow",
        "example", "instance", "e.g.",
    ]

    /// Short words that stay small in a title.
    static let small: Set<String> = [
        "a", "an", "the", "and", "or", "nor", "but", "of", "in", "on", "at", "to", "for", "by", "with", "as", "from",
        "into",
        "vs", "vs.", "via", "per", "over", "under", "between", "without", "within", "than", "up", "out", "off", "not",
        "de",
        "la", "le", "du", "des", "von", "und", "et", "y",
    ]

    /// Verbs that open an instruction.
    static let imperatives: Set<String> = [
        "use", "run", "add", "click", "select", "open", "create", "set", "install", "check", "make", "try", "choose",
        "enter",
        "go", "consider", "ensure", "verify", "remove", "update", "copy", "download", "type", "press", "read", "write",
        "call", "get", "let", "do", "don't", "start", "stop", "configure", "enable", "disable", "change", "replace",
        "specify", "define", "build", "follow", "keep", "remember", "think", "ask", "given", "assume", "suppose",
        "imagine",
        "say", "take", "put", "give", "find", "look", "show", "return", "returns", "tell", "describe", "explain",
        "list",
        "provide", "include", "avoid", "apply", "compare", "navigate", "edit", "save", "delete", "insert", "import",
        "export",
        "send", "learn", "know", "want", "need", "compile", "execute", "launch", "deploy", "clone", "fork", "submit",
        "review",
        "perform", "complete", "modify", "move", "place", "paste", "pick", "join", "visit", "contact", "test", "track",
        "turn", "type", "view", "wait", "watch", "sign", "log", "register", "restart", "reboot", "repeat", "determine",
        "identify", "implement", "generate", "convert", "connect", "clear", "close", "allow", "allows", "accept",
        "begin",
    ]
}
