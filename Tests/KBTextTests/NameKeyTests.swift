import KBText
import Testing

@Suite struct NameKeyTests {
    private let tokenizer = Tokenizer()

    @Test(
        arguments: [
            ("Rolling Back", "rolling back"), ("rolling-back", "Rolling back!"), ("Café menu", "cafe MENU"),
            ("user's guide", "User’s guide"), ("a_b", "A/B"), ("「機械学習」", "機械学習"),
        ])
    func `names that differ in case, accents and marks alone have one key`(one: String, other: String) {
        #expect(NameKey.of(one, tokenizer) != nil)
        #expect(NameKey.of(one, tokenizer) == NameKey.of(other, tokenizer))
    }

    @Test(arguments: [("to be", "be"), ("ab c", "a bc"), ("actor", "actors"), ("back up", "backup")])
    func `names of other words have other keys`(one: String, other: String) {
        #expect(NameKey.of(one, tokenizer) != NameKey.of(other, tokenizer))
    }

    @Test(arguments: ["", " ", ":-)"]) func `what holds no word is no name`(text: String) {
        #expect(NameKey.of(text, tokenizer) == nil)
    }

    @Test func `a key has forty bits`() {
        for word in ["a", "drift", "機械", "k8s"] { #expect((NameKey.of(word, tokenizer) ?? .max) < 1 << 40) }
    }
}
