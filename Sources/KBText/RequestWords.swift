/// English words with which people ask, whatever they ask about: *find*, *articles*, *interested*, *kind*.
///
/// They count half in a ranking, on the query's side only. Unlike function words they are not left out, since now and then
/// they are what the question is about.
public enum RequestWords {
    /// Whether `word`, folded, is one.
    public static func contains(_ word: some StringProtocol) -> Bool {
        WordsByLength(longest: 13, words).contains(word)
    }

    /// The words, folded, by their length in bytes.
    private static func words(ofLength length: Int) -> StaticString {
        switch length {
        case 2:
            """
            go hi
            """
        case 3:
            """
            ask get got let say see try use way
            """
        case 4:
            """
            call deal find gave gets give goes hear help idea kind knew know look made make mean need said says \
            seem seen show sort sure take talk tell told used user uses want ways wish work
            """
        case 5:
            """
            asked bring deals exist finds found given gives going heard hello kinds known knows looks makes \
            means needs paper seems shown shows sorts taken takes talks tells thank thing think tried tries \
            using wants works write
            """
        case 6:
            """
            anyone asking called exists giving looked making matter needed obtain papers regard relate saying \
            thanks things trying useful wanted wonder
            """
        case 7:
            """
            anybody article concern dealing discuss example explain finding getting helping include involve \
            knowing looking meaning mention pertain related relates showing someone suppose talking telling \
            thought working writing written
            """
        case 8:
            """
            articles concerns describe examples existing explains included includes interest involved involves \
            obtained possible question relating relation somebody specific supposed thinking
            """
        case 9:
            """
            available concerned described describes discussed discusses explained including knowledge mentioned \
            questions regarding wondering
            """
        case 10:
            """
            concerning describing discussing discussion explaining interested literature pertaining understand
            """
        case 11:
            """
            explanation information interesting
            """
        case 13:
            """
            understanding
            """
        default: ""
        }
    }
}
