/// English function words, which say little about what a text is about.
///
/// Left out of ranking on the query's side only: the index holds every word, so that phrases can contain them.
public enum StopWords {
    /// Whether `word`, folded, is a function word.
    public static func contains(_ word: some StringProtocol) -> Bool { all.contains(String(word)) }

    /// The words, folded; contractions without their apostrophe.
    public static let all: Set<String> = Set(
        """
        a about above after again against all also am an and any anything are arent as at be because been before \
        being below between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont down \
        during each either else etc ever every few for from further had has hasnt have havent having he her here hers \
        herself him himself his how however i id if ill im in into is isnt it its itself ive just lets like many may \
        me might mine more most much must my myself neither no nor not now of off often on once only or other others \
        ought our ours ourselves out over own per please quite rather really same shall she should shouldnt since so \
        some something such than that thats the their theirs them themselves then there these they this those \
        through thus to too under until up upon us very via was wasnt we well were werent what whats when where \
        whether which while who whom whose why will with within without wont would wouldnt yet you youre your yours \
        yourself yourselves
        """.split(separator: " ").map(String.init))
}
