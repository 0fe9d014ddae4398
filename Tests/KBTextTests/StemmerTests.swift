import KBText
import Testing

@testable import struct KBText.Porter

/// Words of Porter's own paper and of the parts of his rules that the guards leave alone.
@Test(
    arguments: [
        ("caresses", "caress"), ("ponies", "poni"), ("cats", "cat"), ("agreed", "agre"), ("feed", "feed"),
        ("plastered", "plaster"), ("motoring", "motor"), ("sing", "sing"), ("conflated", "conflat"), ("hopping", "hop"),
        ("falling", "fall"), ("filing", "file"), ("happy", "happi"), ("sky", "sky"), ("conditional", "condit"),
        ("vietnamization", "vietnam"), ("hopefulness", "hope"), ("triplicate", "triplic"), ("electrical", "electr"),
        ("adjustment", "adjust"), ("adoption", "adopt"), ("controlling", "control"), ("probate", "probat"),
        ("roll", "roll"),
        ("yyyy", "yyyi"), ("ion", "ion"), ("eed", "eed"), ("ing", "ing"),
    ] as [(String, String)])
func `Porter's rules give Porter's stems`(_ word: String, stem: String) {
    let found = withUnsafeTemporaryAllocation(byteCount: word.utf8.count, alignment: 1) { stem in
        let count = Array(word.utf8).withUnsafeBytes { Porter.stem($0, into: stem) }
        return String(decoding: stem.prefix(count), as: UTF8.self)
    }
    #expect(found == stem)
}

@Test(arguments: [
    "metric metrics", "class classes", "imbalance imbalanced imbalances", "query queries querying",
    "index indices indexes",
    "matrix matrices", "criterion criteria", "bias biases biased", "analysis analyses", "status statuses",
    "generate generation generator", "organization organizations organize", "use used using uses",
    "model models modeling",
    "compute computer computing computation computational", "operate operation operating operator operational",
    "communicate communication communicator", "relate relation related", "digit digital digitized",
    "person personal personalized", "productive productivity", "successive succession",
    "rank ranking ranked ranks", "serious seriously seriousness", "balance balanced balancing", "add adds adding",
])
func `forms of one word share a stem`(_ forms: String) {
    #expect(Set(forms.split(separator: " ").map { Stemmer.stem($0) }).count == 1)
}

@Test(arguments: [
    "product production productive", "engine engineering", "general generate generic generous",
    "universe university universal",
    "organ organization organic", "policy police", "new news", "author authority authorize",
    "common community communicate",
    "import important", "relate relative relational", "probe probable", "custom customer", "past paste",
    "factory factorial",
    "position positive", "intern internal international", "experience experiment", "normal normalize", "us use useful",
    "set settings", "personal personality", "container contain", "even evening", "ad add", "series serious",
    "minor minority",
    "rational rationale", "success successive", "conversion conversation", "object objective", "busy business",
])
func `words that mean different things keep apart`(_ words: String) {
    let words = words.split(separator: " ")
    #expect(Set(words.map { Stemmer.stem($0) }).count == words.count)
}

@Test(arguments: [
    "behaviour behavior behaviours behavioral", "colour color coloured colors", "neighbouring neighboring",
    "optimise optimize optimised optimizing optimisation optimization", "normalise normalize normalisations",
    "standardise standardize", "recognise recognizes", "summarising summarize", "prioritised prioritize",
    "labelling labeling labelled labeled", "modelling modeling", "cancelled canceled cancellation",
    "analyse analyze analysing analyzed analysis analyzer", "centre center centres centred", "kilometres kilometer",
    "catalogue catalog catalogued cataloging", "dialogues dialog", "defence defense", "licence license licensed",
    "practise practice practising", "programme programmes program", "judgement judgment", "artefacts artifact",
    "sceptical skeptical", "grey gray", "anaemia anemia", "paediatrics pediatric", "oestrogen estrogen",
    "sulphur sulfur",
])
func `British and American spellings share a stem`(_ forms: String) {
    #expect(Set(forms.split(separator: " ").map { Stemmer.stem($0) }).count == 1)
}

@Test(arguments: [
    ("hour", "hour"), ("four", "four"), ("contour", "contour"), ("promise", "promis"), ("rising", "rise"),
    ("raised", "rais"), ("arising", "aris"), ("exercise", "exercis"), ("premise", "premis"), ("score", "score"),
    ("shared", "share"),
    ("rogue", "rogu"), ("acre", "acr"), ("aerobic", "aerob"), ("programmer", "programm"), ("wired", "wire"),
])
func `words that only look British keep their stems`(_ word: String, stem: String) {
    #expect(Stemmer.stem(word) == stem)
}

@Test(arguments: ["k8s", "c++", "naïve", "日本", "go", "s", ""])
func `what is no English word is its own stem`(_ word: String) {
    #expect(Stemmer.stem(word) == word)
}

@Test func `a stem is never longer than its word, nor empty`() {
    var random = SystemRandomNumberGenerator()
    let pieces = ["a", "e", "i", "y", "b", "s", "t", "ing", "ed", "ion", "ous", "ational", "ies", "anced", "l"]
    for _ in 0..<5_000 {
        let count = Int.random(in: 1...8, using: &random)
        let word = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let stem = Stemmer.stem(word)
        #expect(!stem.isEmpty && stem.utf8.count <= word.utf8.count, "\(word)")
    }
}
