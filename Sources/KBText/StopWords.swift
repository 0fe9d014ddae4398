/// English function words, which say little about what a text is about.
///
/// Left out of ranking on the query's side only: the index holds every word, so that phrases can contain them.
public enum StopWords {
    /// Whether `word`, folded, is a function word.
    public static func contains(_ word: some StringProtocol) -> Bool {
        WordsByLength(longest: 10, words).contains(word)
    }

    /// The words, folded, by their length in bytes; contractions without their apostrophe.
    private static func words(ofLength length: Int) -> StaticString {
        switch length {
        case 1:
            """
            a i
            """
        case 2:
            """
            am an as at be by do he id if im in is it me my no of on or so to up us we
            """
        case 3:
            """
            all and any are but can did etc few for had has her him his how ill its ive may nor not now off our \
            out own per she the too via was who why yet you
            """
        case 4:
            """
            also been both cant does done dont down each else ever from have here hers into isnt just lets like \
            many mine more most much must once only ours over same some such than that them then they this thus \
            upon very well were what when whom will with wont your
            """
        case 5:
            """
            about above after again arent being below could didnt doing every hasnt might often other ought \
            quite shall since thats their there these those under until wasnt whats where which while whose \
            would youre yours
            """
        case 6:
            """
            before cannot doesnt during either havent having itself myself others please rather really should \
            theirs werent within
            """
        case 7:
            """
            against because between couldnt further herself himself however neither through whether without \
            wouldnt
            """
        case 8:
            """
            anything shouldnt yourself
            """
        case 9:
            """
            ourselves something
            """
        case 10:
            """
            themselves yourselves
            """
        default: ""
        }
    }
}
