/// The parts a word can play in a phrase.
struct WordTraits: OptionSet {
    let rawValue: UInt32

    static let determiner = WordTraits(rawValue: 1 << 0)
    static let preposition = WordTraits(rawValue: 1 << 1)
    static let conjunction = WordTraits(rawValue: 1 << 2)
    static let pronoun = WordTraits(rawValue: 1 << 3)
    static let auxiliary = WordTraits(rawValue: 1 << 4)
    static let adverb = WordTraits(rawValue: 1 << 5)
    /// How the writer sees a thing rather than which thing it is: `good`, `new`.
    static let judgement = WordTraits(rawValue: 1 << 6)
    static let adjective = WordTraits(rawValue: 1 << 7)
    static let noun = WordTraits(rawValue: 1 << 8)
    /// A noun that names nothing by itself: `thing`, `example`.
    static let genericNoun = WordTraits(rawValue: 1 << 9)
    /// A verb that is no noun.
    static let verb = WordTraits(rawValue: 1 << 10)
    /// A verb that is a noun as often.
    static let nounVerb = WordTraits(rawValue: 1 << 11)
    /// A ``nounVerb`` that opens an instruction when a noun follows.
    static let opener = WordTraits(rawValue: 1 << 12)
    static let date = WordTraits(rawValue: 1 << 13)
    static let code = WordTraits(rawValue: 1 << 14)
    static let givenName = WordTraits(rawValue: 1 << 15)
    /// Joins the word behind it in a key: `multi`.
    static let prefix = WordTraits(rawValue: 1 << 16)
    static let compound = WordTraits(rawValue: 1 << 17)
    static let compoundHead = WordTraits(rawValue: 1 << 18)
    static let ownStem = WordTraits(rawValue: 1 << 19)
    /// Adds nothing to a key: a preposition, or a head behind other words.
    static let light = WordTraits(rawValue: 1 << 20)
    /// `of`, which joins two phrases.
    static let of = WordTraits(rawValue: 1 << 21)
    /// `to`: a verb follows.
    static let to = WordTraits(rawValue: 1 << 22)
    /// `and`, `or`, `vs`: between the members of an enumeration.
    static let and = WordTraits(rawValue: 1 << 23)
    /// A ``judgement`` that belongs to a telling noun behind it: `high availability`.
    static let measure = WordTraits(rawValue: 1 << 24)

    // What the form of a word says; never listed.

    /// A form in `ed`.
    static let past = WordTraits(rawValue: 1 << 25)
    /// A form in `ing`.
    static let gerund = WordTraits(rawValue: 1 << 26)
    /// A verb's form in `s`.
    static let third = WordTraits(rawValue: 1 << 27)
    /// Digits only, or digits with a unit.
    static let number = WordTraits(rawValue: 1 << 28)
    /// One or two letters that are no word.
    static let short = WordTraits(rawValue: 1 << 29)
    /// Ends in `er` or `or`: one who does, or what does it.
    static let agent = WordTraits(rawValue: 1 << 30)
    /// Ends in a plural `s`.
    static let plural = WordTraits(rawValue: 1 << 31)

    /// Between phrases, never in one.
    static let function: WordTraits = [
        .determiner, .preposition, .conjunction, .pronoun, .auxiliary, .adverb, .of, .to, .and,
    ]
    /// `up`, `out`, `down`: changes what the verb before it says.
    static let particle: WordTraits = [.adverb, .prefix]
    /// What the lists know as a word of the language.
    static let english: WordTraits = function.union([
        .judgement, .adjective, .noun, .genericNoun, .verb, .nounVerb, .opener,
    ])
    /// What can be listed.
    static let listed = WordTraits(rawValue: (1 << 25) - 1)
}
