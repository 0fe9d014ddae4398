/// English words with which people ask, whatever they ask about: *find*, *articles*, *interested*, *kind*.
///
/// They count half in a ranking, on the query's side only. Unlike function words they are not left out, since now and then
/// they are what the question is about.
public enum RequestWords {
    /// Whether `word`, folded, is one.
    public static func contains(_ word: some StringProtocol) -> Bool { all.contains(String(word)) }

    /// The words, folded.
    static let all: Set<String> = Set(
        """
        anybody anyone article articles ask asked asking available bring call called concern concerned concerning \
        concerns deal dealing deals describe described describes describing discuss discussed discusses discussing \
        discussion example examples exist existing exists explain explained explaining explains explanation find \
        finding finds found gave get gets getting give given gives giving go goes going got hear heard hello help \
        helping hi idea include included includes including information interest interested interesting involve \
        involved involves kind kinds knew know knowing knowledge known knows let literature look looked looking looks \
        made make makes making matter mean meaning means mention mentioned need needed needs obtain obtained paper \
        papers pertain pertaining possible question questions regard regarding relate related relates relating \
        relation said say saying says see seem seems seen show showing shown shows somebody someone sort sorts \
        specific suppose supposed sure take taken takes talk talking talks tell telling tells thank thanks thing \
        things think thinking thought told tried tries try trying understand understanding use used useful user uses \
        using want wanted wants way ways wish wonder wondering work working works write writing written
        """.split(separator: " ").map(String.init))
}
