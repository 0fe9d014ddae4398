import KBText

/// Words that turn a text into its opposite or into its counterpart.
///
/// A short list of general English, and prefixes. What a vault holds apart beyond these (two metrics, two models) is known
/// by its concepts; see ``Likeness``.
enum Opposites {
    /// Whether two words, folded, are opposites: `offline` and `online`, `before` and `after`, `known` and `unknown`.
    static func areOpposite(_ a: String, _ b: String) -> Bool {
        if a == b { return false }
        if pairs[a]?.contains(b) ?? false { return true }
        if let others = pairs[Stemmer.stem(a)], others.contains(Stemmer.stem(b)) { return true }
        return differByPrefix(a, b) || differByPrefix(b, a)
    }

    /// Whether a word stands in the list.
    static func isOne(_ word: String) -> Bool { pairs[word] != nil }

    private static func differByPrefix(_ a: String, _ b: String) -> Bool {
        for (one, other, least) in prefixes where a.hasPrefix(one) && b.hasPrefix(other) {
            let (rest, otherRest) = (a.utf8.dropFirst(one.utf8.count), b.utf8.dropFirst(other.utf8.count))
            if rest.count >= least, Stemmer.stem(String(rest) ?? a) == Stemmer.stem(String(otherRest) ?? b) {
                return true
            }
        }
        return false
    }

    /// Two prefixes, and how many letters must follow them: few would join words by chance, such as `form` and `inform`.
    private static let prefixes: [(String, String, Int)] = [
        ("off", "on", 3), ("un", "", 4), ("non", "", 4), ("dis", "", 5), ("in", "", 5), ("im", "", 5), ("ir", "", 5),
        ("il", "", 5), ("mis", "", 4), ("anti", "", 4), ("a", "", 7), ("in", "out", 3), ("in", "ex", 3),
        ("im", "ex", 3), ("en", "de", 3), ("in", "de", 4), ("as", "des", 4), ("under", "over", 3), ("pre", "post", 3),
        ("up", "down", 3), ("intra", "inter", 3), ("micro", "macro", 0), ("mini", "maxi", 3), ("homo", "hetero", 3),
        ("multi", "single", 3), ("multi", "uni", 3), ("multi", "mono", 3), ("fore", "back", 3), ("for", "back", 4),
        ("more", "less", 0), ("sub", "super", 3), ("hypo", "hyper", 3), ("with", "without", 0),
    ]

    /// By word and by stem.
    private static let pairs: [String: Set<String>] = {
        var pairs: [String: Set<String>] = [:]
        for line in list.split(separator: "\n") {
            for pair in line.split(separator: " ") {
                let sides = pair.split(separator: "/").map(String.init)
                for side in sides {
                    let others = sides.filter { $0 != side }
                    pairs[side, default: []].formUnion(others)
                    pairs[Stemmer.stem(side), default: []].formUnion(others.map { Stemmer.stem($0) })
                }
            }
        }
        return pairs
    }()

    private static let list = """
        above/below absent/present absolute/relative accept/reject active/passive/inactive add/remove advance/delay
        advantage/disadvantage after/before all/none allow/forbid/deny always/never ascending/descending asleep/awake
        attach/detach average/worst/best/typical backward/forward bad/good batch/stream/streaming begin/end
        benefit/cost/drawback best/worst better/worse big/small bottom/top broad/narrow build/break buy/sell
        cause/effect central/distributed cheap/expensive clean/dirty client/server close/open cold/hot/warm
        complex/simple compress/decompress concave/convex concrete/abstract connect/disconnect
        continuous/discrete create/delete/destroy dark/light dead/alive decrease/increase decode/encode deductive/inductive
        deep/shallow defend/attack dense/sparse difficult/easy direct/indirect download/upload dynamic/static
        early/late east/west empty/full enable/disable enter/exit/leave even/odd exact/approximate explicit/implicit
        export/import external/internal fail/pass/succeed failure/success false/true fast/slow female/male few/many
        fewer/more fine/coarse finite/infinite first/last/second/third flat/steep flexible/rigid free/paid
        front/back gain/loss general/specific give/take global/local grow/shrink hard/soft head/tail heavy/light
        help/hinder hide/show high/low higher/lower highest/lowest horizontal/vertical include/exclude input/output
        inside/outside join/split junior/senior known/unknown large/small larger/smaller largest/smallest lazy/eager
        left/right legal/illegal lend/borrow less/more linear/quadratic lock/unlock long/short longer/shorter
        loose/tight loud/quiet major/minor majority/minority manual/automatic maximal/minimal maximise/minimise
        maximize/minimize maximum/minimum max/min maximum/average merge/split more/fewer most/least mutable/immutable
        near/far negative/positive/neutral new/old newest/oldest next/previous noisy/clean normal/abnormal
        north/south numerator/denominator numeric/categorical offline/online offset/onset on/off one/two/three/both
        open/closed optional/required optimist/pessimist order/disorder over/under overfit/underfit parallel/serial/sequential
        parent/child past/future peak/trough permanent/temporary physical/logical plus/minus positive/negative
        precede/follow precision/recall primary/secondary private/public producer/consumer proof/refutation
        pull/push push/pop question/answer rare/frequent/common raw/processed read/write real/fake/synthetic
        reader/writer remember/forget rise/fall rough/smooth row/column safe/dangerous same/different save/load
        sender/receiver shared/exclusive single/multiple source/target/sink start/stop/end strength/weakness strong/weak
        stronger/weaker student/teacher subtract/add symmetric/asymmetric synchronous/asynchronous tall/short
        tightly/loosely train/test/validate/serve training/testing/validation/serving/inference
        treatment/control true/false up/down upper/lower upstream/downstream vertical/horizontal
        visible/hidden wide/narrow wider/narrower win/lose with/without yes/no young/old
        """
}
