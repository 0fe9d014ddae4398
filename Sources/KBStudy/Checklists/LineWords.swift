/// General English by which a line that wants something of its reader is told from one that does not.
enum LineWords {
    /// Whether a sentence that begins with these words, folded, demands something: it begins with an instruction, perhaps
    /// behind a word or two that lead into it.
    static func demands(_ words: [String]) -> Bool {
        var rest = words[...]
        while let first = rest.first, openings.contains(first), rest.count > 1 { rest = rest.dropFirst() }
        guard let first = rest.first, rest.count > 1 else { return false }
        if instructions.contains(first) {
            // `Test results`, `Plan of the week`: what follows an instruction is no preposition of a noun.
            return rest.count < words.count || rest.dropFirst().first != "of"
        }
        guard first.hasSuffix("ing"), first.utf8.count > 5 else { return false }
        let stem = String(first.dropLast(3))
        return instructions.contains(stem) || instructions.contains(stem + "e")
    }

    /// Whether `text` begins as an example of what stands above it, or restates it.
    static func isExample(_ words: [String], _ text: String) -> Bool {
        guard let first = words.first else { return false }
        if examples.contains(first) { return true }
        let start = text.lowercased().prefix { $0 != ":" && $0 != "," }
        return ["for example", "for instance", "e.g.", "i.e.", "e.g", "i.e", "for e.g.", "for e.g"].contains {
            start == $0 || (start.hasPrefix($0 + " "))
        }
    }

    private static let examples: Set<String> = ["example", "examples", "eg", "ie", "ex"]

    /// Whether `title`, folded words, heads what is no work: where things came from, and lists of contents.
    static func isReference(_ title: [String]) -> Bool {
        references.contains(title.joined(separator: " "))
    }

    /// Whether `title` heads terms and their meanings.
    static func isGlossary(_ title: [String]) -> Bool {
        title.count <= 3 && title.contains { glossaries.contains($0) }
    }

    /// What leads to links.
    static let pointers: Set<String> = [
        "see", "related", "links", "link", "cf", "source", "sources", "ref", "refs", "via", "more", "also", "read",
    ]

    private static let glossaries: Set<String> = [
        "glossary", "terminology", "definitions", "vocabulary", "abbreviations", "acronyms",
    ]

    private static let references: Set<String> = [
        "reference", "references", "bibliography", "citations", "sources", "source", "further reading", "see also",
        "reading", "read more", "links", "external links", "useful links", "related links", "related", "related notes",
        "related pages", "related articles", "backlinks", "resources", "additional resources", "credits",
        "acknowledgements", "acknowledgments", "contents", "table of contents", "toc", "changelog", "license",
        "licence", "literature", "recommended reading", "footnotes", "authors", "contributors",
    ]

    /// Words that lead into an instruction.
    static let openings: Set<String> = [
        "always", "also", "and", "be", "sure", "do", "dont", "not", "finally", "first", "firstly", "first", "just",
        "lastly", "make", "never", "next", "now", "please", "remember", "second", "secondly", "so", "then", "third",
        "try", "to", "you", "should", "must", "need", "we", "lets", "let", "us", "carefully", "briefly", "clearly",
        "explicitly", "quickly", "again", "optionally", "perhaps", "maybe",
    ]

    /// Verbs that open an instruction.
    static let instructions: Set<String> = Set(
        """
        account achieve acknowledge adapt add address adjust adopt agree aim align allocate allow alternate amend \
        analyse analyze annotate announce anticipate apply approve argue arrange articulate ask assemble assess \
        assign assume attach audit automate avoid aware back backfill balance batch beat begin benchmark bound break \
        bring brush build cache calculate calibrate call capture careful carry catch categorize challenge change \
        characterize check chalk choose cite clarify classify clean close cluster collect combine come communicate \
        compare compile complete compress compute conclude conduct configure confirm connect consider construct \
        consult contact contain continue control convert convince copy correct count cover create cross cut deal \
        debug decide declare deduplicate define delay delegate delete deliver demonstrate deploy derive describe \
        design detect determine develop diagnose discuss distinguish divide do document download draft draw drill \
        drive drop elaborate eliminate embed employ enable encode encourage end enforce enrich ensure enter \
        enumerate escalate establish estimate evaluate examine exclude execute expand expect experiment explain \
        explore export expose express extend extract fetch figure file fill filter finalize find fine finish fit fix \
        focus follow format formulate frame freeze gate gather generate get give go group guard guess guide hammer \
        handle have help highlight hold identify ignore illustrate implement import improve include incorporate \
        increase index inform initialize inject insert inspect install instrument integrate interpret interview \
        introduce invest investigate invite involve iterate join judge justify keep know label launch lay lead learn \
        leave limit link list listen load locate lock log look loop lower maintain make manage map mask match \
        maximize measure mention merge migrate mind minimize mitigate mix mock model modify monitor motivate move \
        name narrow navigate negotiate normalise normalize note notice notify observe obtain offer open optimise \
        optimize order organise organize outline own pack parse partition pass pause perform pick pin pinpoint place \
        plan plot point practice practise predict prefer prepare present preserve prevent prioritise prioritize \
        probe process produce profile propose protect prototype prove provide prune publish pull push put quantify \
        query question quote raise rank read reason rebuild recall recap recommend record recover reduce refactor \
        refer refine refresh register regularize reject relate release remember remind remove rename repeat replace \
        replay report represent reproduce request require research resample reset resist resolve respect respond \
        restart restate restore restrict retain rethink retrain retry return reuse revert review revisit rewrite \
        roll rotate route run sample save scale scan schedule score search secure see select send separate serve set \
        settle shadow shape shard share ship show shuffle sign simplify simulate size sketch skip slice solve sort \
        specify speed split stage standardize start state stay stop store stratify structure study submit \
        subscribe suggest summarise summarize support surface survey switch tackle tag take talk target tell test \
        think throttle tie time tokenize track trade train transform translate treat trigger trim trust try tune \
        turn type understand undo unify update upgrade upload use validate vary verify version view visit visualise \
        visualize wait walk warn watch weigh weight work wrap write
        """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
