import KBConcepts
import Testing

/// Which spellings share a key.
struct ExtractionKeyTests {
    @Test(arguments: [
        ("class imbalance", "imbalanced classes"), ("class imbalance", "class imbalances"),
        ("A/B test", "A/B testing"), ("A/B test", "a/b tests"), ("A/B test", "AB test"),
        ("one-hot encoding", "one hot encoding"), ("one-hot encoding", "one-hot-encoding"),
        ("real-time", "realtime"), ("real time features", "realtime feature"), ("data sets", "dataset"),
        ("time series", "timeseries"), ("file system", "filesystem"), ("log in", "login"),
        ("multi-task learning", "multitask learning"), ("pre-trained models", "pretrained model"),
        ("over-fitting", "overfitting"), ("cross validation", "cross-validation"), ("off-line", "offline"),
        ("k-means", "k means"), ("k-means", "kmeans"), ("e-mail", "email"), ("B tree", "B-tree"),
        ("GPU", "GPUs"), ("user", "users"), ("index", "indices"), ("layer", "layers"),
        ("deploy", "deployment"), ("normalise", "normalize"), ("optimisation", "optimization"),
        ("modelling", "modeling"), ("labelled data", "labeled data"), ("scalability", "scalable"),
        ("feature importance", "importance of features"), ("bias in data", "data bias"),
        ("training set", "train set"), ("user's engagement", "user engagement"),
        ("end-to-end", "end to end"), ("state of the art", "state-of-the-art"), ("boosting technique", "boosting"),
        ("area under the curve", "Area Under Curve"), ("recommender systems", "recommendation system"),
    ])
    func `spellings of one concept share a key`(_ one: String, _ other: String) {
        let extractor = TermExtractor()
        #expect(extractor.key(of: one) != nil)
        #expect(extractor.key(of: one) == extractor.key(of: other))
    }

    @Test(arguments: [
        ("offline metrics", "online metrics"), ("product", "production"), ("engine", "engineering"),
        ("engineer", "engineering"), ("general", "generate"), ("organ", "organization"), ("universe", "university"),
        ("policy", "police"), ("relativity", "relation"), ("precision", "recall"), ("token", "tokenizer"),
        ("token", "tokenization"), ("vector", "vectorization"), ("classifier", "classification"),
        ("computer", "computation"), ("controller", "control"), ("developer", "development"),
        ("manager", "management"), ("encoder", "encoding"), ("operator", "operation"), ("cluster", "clustering"),
        ("observation", "observability"), ("variable", "variability"), ("account", "accounting"),
        ("market", "marketing"), ("rating", "rate"), ("distributed training", "training distribution"),
        ("trained models", "model training"), ("author", "authority"), ("customer", "custom"),
        ("probe", "probability"), ("station", "stationary"), ("logic", "logistic"), ("integral", "integration"),
        ("in-memory", "memory"), ("out of memory", "memory"), ("supervised learning", "unsupervised learning"),
        ("linear model", "non-linear model"), ("underfitting", "overfitting"), ("up-sampling", "down-sampling"),
        ("pre-processing", "post-processing"), ("pre-processing", "processing"), ("true positive", "false positive"),
        ("C", "C++"), ("C compiler", "compiler"), ("variance", "variant"), ("HTTP method", "HTTP"),
        ("search engine", "search"), ("React", "reaction"), ("recommender", "recommendation"),
    ])
    func `different concepts have different keys`(_ one: String, _ other: String) {
        let extractor = TermExtractor()
        #expect(extractor.key(of: one) != extractor.key(of: other))
    }

    @Test(arguments: ["", "  ", "...", "of the"])
    func `a spelling without a word that counts has no key`(_ spelling: String) {
        #expect(TermExtractor().key(of: spelling) == nil)
    }

    @Test func `a key does not depend on the words met before`() {
        let fresh = TermExtractor()
        let used = TermExtractor()
        for word in ["zebra crossing", "multi-task", "imbalanced", "A/B test"] { _ = used.key(of: word) }
        #expect(fresh.key(of: "class imbalance") == used.key(of: "class imbalance"))
    }
}
