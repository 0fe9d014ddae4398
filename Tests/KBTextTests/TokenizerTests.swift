import KBText
import Testing

/// The surfaces of a document's words, those at the position of the word before in brackets.
private func words(_ text: String, as side: Tokenizer.Side = .document) -> String {
    Tokenizer().tokens(in: text, as: side).map { $0.isColocated ? "(\($0.surface))" : $0.surface }
        .joined(separator: " ")
}

@Test(
    arguments: [
        ("Fast retrieval, then RANKING.", "fast retrieval then ranking"),
        ("k8s f1 gpt4 2024", "k8s f1 gpt4 2024"),
        ("snake_case kebab-case a/b precision@k", "snake case kebab case a b precision k"),
        ("user's dogs' don't O'Reilly it’s", "user dogs dont oreilly it"),
        (
            "caf\u{E9} cafe\u{301} Stra\u{DF}e \u{130}stanbul d\u{131}\u{15F} \u{153}uvre",
            "cafe cafe strasse istanbul dis oeuvre"
        ),
        ("H\u{2082}O R\u{B2} \u{FF2B}\u{FF22}", "h2o r2 kb"),
        ("\u{401}\u{43B}\u{43A}\u{430} \u{391}\u{3B8}\u{3AE}\u{3BD}\u{3B1}", "елка αθηνα"),
        ("C++ and c# or F#, .NET; asp.net", "c (c++) and c (c#) or f (f#) net (.net) asp net"),
        (
            "camelCase HTTPServer GPUs PyTorch",
            "camel (camelcase) case http (httpserver) server gpu py (pytorch) torch"
        ),
        (
            "a longer sentence with aWordInCapitals near the end x",
            "a longer sentence with a (awordincapitals) word in capitals near the end x"
        ),
        ("\u{65E5}\u{672C}\u{8A9E}ML", "日本 本語 語 ml"),
        ("\u{1F600} — … “”", ""),
        ("", ""),
    ] as [(String, String)])
func `a document is split into folded words`(_ text: String, expected: String) {
    #expect(words(text) == expected)
}

@Test(
    arguments: [
        ("C++ c# .net", "c++ c# .net"), ("TensorFlow", "tensorflow"), ("日本語", "日本 本語"), ("猫", "猫"),
        ("real-time", "real time"), ("SLAs", "sla"), ("PCs", "pc"), ("As", "as"), ("gpus", "gpus"),
    ] as [(String, String)])
func `a query keeps one word for each typed`(_ text: String, expected: String) {
    #expect(words(text, as: .query) == expected)
}

@Test func `a lone character of an unspaced script is the beginning of terms in a query`() {
    #expect(Tokenizer().tokens(in: "猫", as: .query).map(\.isPartial) == [true])
    #expect(Tokenizer().tokens(in: "猫", as: .document).map(\.isPartial) == [false])
    #expect(Tokenizer().tokens(in: "x", as: .query).map(\.isPartial) == [false])
}

@Test func `a range covers the word as it stands in the text`() {
    let text = "The user’s naïve HTTPServer, c++!"
    let pieces = Tokenizer().tokens(in: text, as: .document).map { token in
        String(decoding: Array(text.utf8)[token.range], as: UTF8.self)
    }
    #expect(pieces == ["The", "user", "naïve", "HTTP", "HTTPServer", "Server", "c", "c++"])
}

@Test func `an overlong word is cut and its range is whole`() {
    let text = String(repeating: "x", count: 500)
    let tokens = Tokenizer().tokens(in: text + " y", as: .document)
    #expect(tokens.map(\.surface.utf8.count) == [64, 1])
    #expect(tokens.first?.range == 0..<500)
    let accented = Tokenizer().tokens(in: String(repeating: "ж", count: 100), as: .document)
    #expect(accented.map(\.surface) == [String(repeating: "ж", count: 32)])
}

/// What the tokenizer must say, one byte at a time and for ASCII only.
private func simpleWords(_ bytes: [UInt8]) -> [String] {
    bytes.split { !(48...57 ~= $0 || 65...90 ~= $0 || 97...122 ~= $0) }
        .map { String(decoding: $0.prefix(64), as: UTF8.self).lowercased() }
}

@Test func `words of ASCII are the same wherever they stand in the text`() {
    var random = SystemRandomNumberGenerator()
    let tokenizer = Tokenizer()
    for _ in 0..<500 {
        let length = Int.random(in: 0...90, using: &random)
        let bytes = (0..<length).map { _ in Array("abz019 -_\n.,(".utf8).randomElement(using: &random) ?? 32 }
        #expect(tokenizer.tokens(in: bytes, as: .query).map(\.surface) == simpleWords(bytes))
    }
}

@Test func `any bytes are read, and every range lies in the text and moves on`() {
    var random = SystemRandomNumberGenerator()
    let tokenizer = Tokenizer()
    let alphabet: [UInt8] = Array("aZ'+#. sN\u{301}é日猫ß’".utf8) + [0, 0x80, 0xFF, 0xE2, 0xC3, 0xF0]
    for _ in 0..<2_000 {
        let length = Int.random(in: 0...60, using: &random)
        let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        for side in [Tokenizer.Side.document, .query] {
            var start = 0
            for token in tokenizer.tokens(in: bytes, as: side) {
                #expect(!token.surface.isEmpty && !token.term.isEmpty)
                #expect(token.range.lowerBound < token.range.upperBound && token.range.upperBound <= bytes.count)
                #expect(token.range.lowerBound >= start || token.isColocated)
                if !token.isColocated { start = token.range.lowerBound }
            }
        }
    }
}

@Test func `whatever a query asks for, the same text in a document holds`() {
    for text in ["TensorFlow", "C++", "naïve", "user's", "日本語", ".NET", "GPUs", "iOS", "k8s", "e-mail"] {
        let indexed = Set(Tokenizer().tokens(in: text, as: .document).map(\.term))
        for token in Tokenizer().tokens(in: text, as: .query) { #expect(indexed.contains(token.term), "\(text)") }
    }
}

@Test func `words are counted once a section`() {
    let tokenizer = Tokenizer()
    for (section, text) in ["red red blue", "red", "green"].enumerated() {
        tokenizer.section = UInt32(section + 1)
        _ = tokenizer.tokens(in: text, as: .document)
    }
    let counts = (0..<tokenizer.lexicon.count).map { word in
        "\(String(decoding: tokenizer.lexicon.surface(of: word), as: UTF8.self)) \(tokenizer.lexicon.sections(of: word))"
    }
    #expect(counts == ["red 2", "blue 1", "green 1"])
}

@Test func `a lexicon of many words finds each again`() {
    let tokenizer = Tokenizer()
    let text = (0..<20_000).map { "word\($0)withalongtail" }.joined(separator: " ")
    let first = tokenizer.tokens(in: text, as: .query)
    #expect(tokenizer.lexicon.count == 20_000)
    #expect(tokenizer.tokens(in: text, as: .query) == first)
    #expect(tokenizer.lexicon.count == 20_000)
}

@Test func `function words are stop words and content words are not`() {
    #expect(["the", "of", "dont", "which"].allSatisfy { StopWords.contains($0) })
    #expect(!["model", "not-a-word", "", "index"].contains { StopWords.contains($0) })
}

@Test func `a word is found wherever the sixty-four bytes that are read at a time end`() {
    let tokenizer = Tokenizer()
    for gap in 0..<140 {
        for word in ["a", "word", "sixteenletters16", "seventeenletters1", String(repeating: "x", count: 63)] {
            let text = String(repeating: ".", count: gap) + word + " camelCase GPUs don't ünï c++"
            let tokens = tokenizer.tokens(in: text, as: .document)
            #expect(
                tokens.map(\.surface) == [word, "camel", "camelcase", "case", "gpu", "dont", "uni", "c", "c++"],
                "\(gap) \(word)")
            #expect(tokens.first?.range == gap..<gap + word.utf8.count)
        }
    }
}

@Test(arguments: [63, 64, 65, 127, 128, 200])
func `a word longer than what is read at a time is one word, cut off`(_ length: Int) {
    let tokens = Tokenizer().tokens(in: "a " + String(repeating: "x", count: length) + " b", as: .document)
    #expect(tokens.map(\.surface.utf8.count) == [1, min(length, Lexicon.longestWord), 1])
    #expect(tokens.map(\.range) == [0..<1, 2..<2 + length, length + 3..<length + 4])
}
