/// Words whose stems are listed because a rule would get them wrong.
enum WordFamilies {
    /// The stem of a listed word, folded; nil for all others.
    static func stem(of word: [UInt8]) -> [UInt8]? {
        guard word.count <= longest else { return nil }
        return stems[Key(word)]
    }

    /// The longest word listed, in letters.
    private static let longest = 16

    /// Up to ``longest`` letters, quicker to hash than an array.
    private struct Key: Hashable {
        var head: UInt64 = 0
        var tail: UInt64 = 0

        init(_ word: some Swift.Collection<UInt8>) {
            for letter in word {
                head = head << 8 | tail >> 56
                tail = tail << 8 | UInt64(letter)
            }
        }
    }

    private static let stems: [Key: [UInt8]] = {
        var stems: [Key: [UInt8]] = [:]
        stems.reserveCapacity(1_024)
        // As bytes: splitting strings here would be felt at the start of every search.
        for families in [apart, irregular] {
            families.withUTF8Buffer { text in
                for line in text.split(separator: UInt8(ascii: "\n")) {
                    let words = line.split(separator: UInt8(ascii: " "))
                    guard let stem = words.first.map({ Array($0) }) else { continue }
                    for word in words { stems[Key(word)] = stem }
                }
            }
        }
        return stems
    }()

    /// One family a line, its stem first. Each stands apart from words that Porter's rules would join to it.
    private static let apart: StaticString = """
        active actively activity activities
        activate activates activated activating activation activations activator
        add adds added adding
        animal animals
        audience audiences
        authority authorities authoritative
        authorize authorizes authorized authorizing authorization authorizations authorise authorised authorisation
        business businesses
        communicate communicates communicated communicating communication communications communicative
        community communities
        communism communist communists
        conservative conservatives conservatively
        container containers containerized
        contention
        conversation conversations conversational
        conversion conversions
        critical critically criticality
        customer customers
        designate designates designated designating designation designations
        detective detectives
        digital digitally
        direction directions directional
        directive directives
        discretion discretionary
        edition editions
        emergency emergencies
        engineer engineers engineered engineering
        even evenly
        evening evenings
        exception exceptions exceptional exceptionally
        executive executives
        experience experiences experienced experiencing
        experiment experiments experimental experimentally experimentation experimented experimenting experimenter
        expression expressions
        factorial factorials
        formation formations
        general generally generality generalities
        generalize generalizes generalized generalizing generalization generalizations generalise generalised \
        generalisation
        generate generates generated generating generation generations generator generators generative
        generic generically
        generous generously generosity
        guide guides guided guiding guidance
        identical identically
        important importantly importance
        informal informally
        initial initials initially initialize initializes initialized initializing initialization initializer \
        initialise initialised initialising initialisation
        initiate initiates initiated initiating initiation initiator
        initiative initiatives
        integral integrals
        integrate integrates integrated integrating integration integrations integrator
        integrity
        intern interns internship internships
        internal internally internals
        international internationally
        lateral laterally
        likely likelier likeliest
        literal literals literally
        literature literatures
        locale locales
        majority majorities
        meaning meanings meaningful
        mineral minerals
        minority minorities
        modulate modulates modulated modulating modulation modulator
        new newer newest newly
        news
        normal normally normality
        normalize normalizes normalized normalizing normalization normalizations normalizer normalise normalised \
        normalising normalisation
        numeric numerical numerically numerics
        numerous numerously
        objective objectives objectively
        officer officers
        one ones
        organ organs
        organic organically
        organism organisms
        organize organizes organized organizing organizer organizers organization organizations organizational \
        organise organises organised organising organiser organisation organisations organisational
        paste pastes pasted pasting
        personality personalities
        personalize personalizes personalized personalizing personalization personalise personalised personalisation
        physician physicians
        polite politely politeness
        position positions positioned positioning positional
        positive positives positively positivity
        production productions
        productive productively
        productivity
        projection projections
        publication publications
        publicity
        rational rationally rationality rationale
        regularize regularizes regularized regularizing regularization regularizer regularizers regularise \
        regularised regularisation
        relational
        relative relatively relatives
        relativity
        respective respectively
        responsible responsibly responsibility responsibilities
        set sets
        setting settings
        several severally
        severe severely severity severities
        subjective subjectively subjectivity
        succession successions
        successive successively
        suite suites
        terminal terminals
        transformer transformers
        universal universally universality
        universe universes
        university universities
        use uses used using
        useful usefully usefulness
        useless uselessly uselessness

        """

    /// One word a line, its stem first, with plurals that no rule makes and words whose final s is no plural.
    private static let irregular: StaticString = """
        alias aliases aliased aliasing
        analys analysis analyses
        appendix appendices appendixes
        atlas atlases
        axis axes
        bias biases biased biasing
        canvas canvases
        child children
        corpus corpora corpuses
        criteri criterion criteria
        foot feet
        formula formulas formulae
        half halves
        hypothes hypothesis hypotheses
        index indexes indices indexed indexing indexer indexers
        lens lenses
        man men
        matrix matrices
        mouse mice
        phenomen phenomenon phenomena
        redis
        schema schemas schemata
        taxi taxis
        tooth teeth
        vertex vertices vertexes
        woman women
        """
}
