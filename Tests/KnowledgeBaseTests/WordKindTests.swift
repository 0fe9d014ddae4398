import KBModel
import Testing

@testable import KnowledgeBase

/// Every kind of word that people write in notes and type in searches: what is found, and what is not.
@Suite struct WordKindTests {
    /// Whether a note of `text`, among notes about other things, is the best hit for `query`.
    private func finds(_ text: String, _ query: String) throws -> Bool {
        let vault = try EngineVault([
            "note.md": text + "\n", "other.md": "Gardens need rain, and birds sing at dawn.\n",
            "third.md": "A kettle boils on the stove while guests arrive.\n",
        ])
        return try vault.hits(query).first == "note.md:1"
    }

    @Test(
        arguments: [
            // Symbols in names.
            ("Written in C++ by hand", "c++"), ("A C# service", "c#"), ("Runs on .NET today", ".net"),
            ("An A/B test", "A/B"), ("An A/B test", "a/b test"), ("Measured by precision@k", "precision@k"),
            ("Measured by Precision@10", "precision@10"), ("We use node.js there", "node.js"),
            ("We use node.js there", "nodejs"), ("We use nodejs there", "node.js"), ("Deployed on k8s", "k8s"),
            ("The F1 score", "f1"), ("An x86_64 machine", "x86_64"), ("Over IPv6 only", "ipv6"),
            ("Over IPv6 only", "IPv6"), ("gRPC calls", "grpc"), ("Pass --dry-run first", "--dry-run"),
            ("Pass --dry-run first", "dry run"), ("Python 3.11 is here", "3.11"),
            ("Python 3.11 is here", "python 3.11"),
            ("On 2024-05-01 we met", "2024-05-01"), ("In src/main/App.swift", "src/main/App.swift"),
            ("In src/main/App.swift", "App.swift"),
            ("See https://example.org/docs?id=7", "https://example.org/docs?id=7"),
            ("See https://example.org/docs?id=7", "example.org"), ("Ask ann.lee@example.org", "ann.lee@example.org"),
            ("10.0.0.12 answers", "10.0.0.12"), ("Costs $5 or 5%", "5%"), ("Set #ff8800", "#ff8800 set"),
        ] as [(String, String)])
    func `names with symbols are found as typed`(text: String, query: String) throws {
        #expect(try finds(text, query))
    }

    @Test(
        arguments: [
            ("Call getUserName()", "getUserName"), ("Call getUserName()", "user name"),
            ("Call getUserName()", "get_user_name"), ("Call getUserName()", "get-user-name"),
            ("Call getUserName()", "getusername"), ("Call get_user_name()", "getUserName"),
            ("Call get_user_name()", "user name"), ("Call get-user-name", "getUserName"),
            ("The user name field", "userName"), ("The user name field", "user_name"),
            ("The user name field", "username"),
            ("The username field", "user name"), ("The username field", "userName"),
            ("The username field", "user-name"),
            ("HTTPServer starts", "http server"), ("An http server", "HTTPServer"), ("PyTorch models", "pytorch"),
            ("A feature store", "feature-store"), ("A feature store", "featurestore"),
            ("A feature-store", "feature store"),
            ("A feature-store", "featurestore"), ("A featurestore", "feature store"),
            ("A featurestore", "feature-store"),
            ("MAX_RETRY_COUNT = 5", "max retry count"), ("MAX_RETRY_COUNT = 5", "maxRetryCount"),
            ("Send e-mail", "email"), ("Send email", "e-mail"), ("Run k-means", "kmeans"), ("Run kmeans", "k-means"),
            ("Real-time scoring", "realtime"), ("Realtime scoring", "real time"),
        ] as [(String, String)])
    func `identifiers and compounds are found however they are joined`(text: String, query: String) throws {
        #expect(try finds(text, query))
    }

    @Test(
        arguments: [
            ("Within 10ms", "10ms"), ("Within 10ms", "10 ms"), ("Within 10 ms", "10ms"), ("GPT-4 writes", "gpt4"),
            ("GPT4 writes", "gpt-4"), ("GPT4 writes", "gpt 4"), ("The p99 latency", "p99"), ("Uses 16GB", "16 gb"),
        ] as [(String, String)])
    func `figures and units are found with a space and without`(text: String, query: String) throws {
        #expect(try finds(text, query))
    }

    @Test(
        arguments: [
            ("A naïve guess", "naive"), ("A naive guess", "naïve"), ("In Zürich", "zurich"), ("In Zurich", "Zürich"),
            ("Die Straße", "strasse"), ("Die Strasse", "Straße"), ("Smørrebrød", "smorrebrod"),
            ("A ﬁnal ﬂow", "final flow"),
            ("Cafe\u{301}", "café"), ("Œuvre", "oeuvre"), ("ΑΘΗΝΑ", "αθήνα"), ("Москва", "МОСКВА"), ("Ёлка", "елка"),
            ("İstanbul", "istanbul"), ("ISTANBUL", "istanbul"), ("ışık", "isik"), ("TITLE", "title"),
            ("機械学習の評価", "評価"), ("機械学習の評価", "機械学習"), ("機械学習の評価", "習"), ("自然语言处理", "语言"),
            ("자연어 처리", "자연어"), ("日本語のLLMを使う", "llm"), ("日本語のLLMを使う", "日本語 llm"),
            ("ภาษาไทยง่าย", "ไทย"), ("カタカナ表記", "カナ"), ("don't panic", "dont panic"), ("dont panic", "don't panic"),
            ("O'Reilly books", "oreilly"), ("The user’s view", "users view"), ("SLAs and APIs", "sla"),
            ("One SLA", "SLAs"),
            ("Many APIs", "api"), ("An API", "apis"), ("Ship it 🚀 now", "🚀 ship"),
        ] as [(String, String)])
    func `scripts, accents and apostrophes do not matter`(text: String, query: String) throws {
        #expect(try finds(text, query))
    }

    @Test(
        arguments: [
            ("Model behaviour", "behavior"), ("Model behavior", "behaviour"), ("Labelling data", "labeling"),
            ("Labeling data", "labelled"), ("Optimise it", "optimize"), ("Optimization", "optimisation"),
            ("At the centre", "center"), ("A catalog", "catalogue"), ("We analyze", "analyse"),
            ("An analysis", "analyzing"),
        ] as [(String, String)])
    func `British and American spellings find each other`(text: String, query: String) throws {
        #expect(try finds(text, query))
    }

    @Test(
        arguments: [
            ("The production line", "product"), ("A new product", "production"), ("The search engine", "engineering"),
            ("Software engineering", "engine"), ("General advice", "generate"), ("Generated files", "general"),
            ("Version 3.11", "311"), ("A/B tests", "ab"), ("C++ only", "c#"), ("At the university", "universe"),
            ("The policy", "police"), ("An organ", "organization"), ("Written in Go", "C++"),
        ] as [(String, String)])
    func `words that mean different things keep apart where notes hold both`(text: String, query: String) throws {
        let vault = try EngineVault(["note.md": text + "\n", "other.md": "Nothing but \(query) here.\n"])
        #expect(try vault.hits(query) == ["other.md:1"])
    }

    @Test(
        arguments: [
            ("Weigh imbalanced classes by their frequency", "how do I handle imbalanced classes"),
            ("Caching keeps results", "what's a cache?"), ("Retry with backoff", "when should we retry"),
            ("The state of the art moves", "state of the art"), ("To be or not to be", "to be or not to be"),
        ] as [(String, String)])
    func `a natural question finds what it is about`(text: String, query: String) throws {
        #expect(try finds(text, query))
    }
}
