/// Words whose stems are listed because a rule would get them wrong.
enum WordFamilies {
    /// The stem of a listed word, folded; nil for all others. Valid for ever.
    static func stem(of word: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        let key = Key(word)
        var slot = key.slot
        // More than half of the slots are free.
        while slots[slot].key != Key.none {
            if slots[slot].key == key { return slots[slot].stem }
            slot = (slot + 1) & (slotCount - 1)
        }
        return nil
    }

    /// Slots of the table, a power of two: more than twice the words listed.
    private static let slotCount = 2_048

    private struct Slot {
        var key: Key
        var stem: UnsafeRawBufferPointer
    }

    /// A word's last sixteen letters, more than any word listed has.
    private struct Key: Equatable {
        var head: UInt64 = 0
        var tail: UInt64 = 0

        /// No word's.
        static let none = Key(UnsafeRawBufferPointer(start: nil, count: 0))

        init(_ word: UnsafeRawBufferPointer) {
            // A word with seventeen letters must not be taken for one with sixteen.
            guard word.count <= 16 else {
                head = .max
                return
            }
            for letter in word {
                head = head << 8 | tail >> 56
                tail = tail << 8 | UInt64(letter)
            }
        }

        /// Multiplies by 2^64 over the golden ratio, which spreads neighbouring values (D. E. Knuth, TAOCP 3, 6.4).
        var slot: Int {
            let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
            let hash = ((tail &* multiplier) ^ head) &* multiplier
            return Int(truncatingIfNeeded: hash >> 53) & (slotCount - 1)
        }
    }

    /// Written once, before anybody reads it.
    nonisolated(unsafe) private static let slots: UnsafePointer<Slot> = {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: slotCount)
        slots.initialize(
            repeating: Slot(key: .none, stem: UnsafeRawBufferPointer(start: nil, count: 0)), count: slotCount)
        for families in [apart, irregular] { add(families, to: slots) }
        return UnsafePointer(slots)
    }()

    /// Adds the words of a list. As bytes: splitting strings here would be felt at the start of every search.
    private static func add(_ families: StaticString, to slots: UnsafeMutablePointer<Slot>) {
        let text = UnsafeRawBufferPointer(start: families.utf8Start, count: families.utf8CodeUnitCount)
        var stem: UnsafeRawBufferPointer?
        var start = 0
        for (end, byte) in text.enumerated() where byte <= UInt8(ascii: " ") {
            if end > start {
                let word = UnsafeRawBufferPointer(rebasing: text[start..<end])
                let key = Key(word)
                var slot = key.slot
                while slots[slot].key != .none { slot = (slot + 1) & (slotCount - 1) }
                slots[slot] = Slot(key: key, stem: stem ?? word)
                stem = stem ?? word
            }
            start = end + 1
            if byte == UInt8(ascii: "\n") { stem = nil }
        }
    }

    /// One family a line, its stem first. Each stands apart from words that Porter's rules would join to it.
    private static let apart: StaticString = """
        active actively activity activities
        activate activates activated activating activation activations activator
        add adds added adding
        animal animals
        authority authorities authoritative
        authorize authorizes authorized authorizing authorization authorizations authorise authorised authorisation
        business businesses
        communicate communicates communicated communicating communication communications communicative \
        communicator communicators
        community communities
        communism communist communists
        conservative conservatives conservatively
        container containers containerized
        contention
        conversation conversations conversational
        conversion conversions
        critical critically criticality
        customer customers
        designate designates designated designating designation designations designator designators
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
        initial initials initially initialize initializes initialized initializing initialization \
        initializations initializer initializers initialise initialised initialising initialisation
        initiate initiates initiated initiating initiation initiator initiators
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
        modulate modulates modulated modulating modulation modulator modulators
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
        polite politely politeness
        position positions positioned positioning positional
        positive positives positively positivity
        production productions
        productive productively productivity
        projection projections
        publication publications
        rational rationally rationality
        rationale rationales
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
        successive successively succession successions
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
