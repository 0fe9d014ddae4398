/// English words that say little about which point a line makes, whatever it is about.
enum GeneralWords {
    /// Whether `word`, folded, is one.
    static func contains(_ word: String) -> Bool { words.contains(word) }

    private static let words: Set<String> = Set(
        """
        able additional almost always appropriate approach approaches area areas aspect aspects available aware basic big case cases \
        certain choice choices clear common consideration considerations current data different difference differences detail \
        details difficult easy effect enough etc example examples existing extra factor factors few final first focus \
        following general good great group idea ideas important instance interview interviewer issue issues item items \
        kind kinds last level levels list lot main many method methods much multiple necessary never often probably sometimes typically usually need needed needs new \
        number numbers option options other others overall part parts particular people point points possibility possible \
        potential problem problems process project pros cons question questions real relevant required requirement \
        requirements result results right several single some something sort specific start step steps strategy \
        strategies system systems team technique techniques thing things time topic total type types use used useful \
        various version versions way ways well work
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
