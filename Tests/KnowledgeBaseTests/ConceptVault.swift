@testable import KnowledgeBase

/// Notes about keeping bees without a link or a tag, in which the same things go by several names.
enum ConceptVault {
    static let notes = [
        "mites.md": """
        # Varroa mites

        Varroa mites are parasites that weaken a colony. The damage comes from the viruses they carry.

        ## Counting
        - Sugar roll: shake 300 bees in powdered sugar and count the mites that fall
        - Alcohol wash: the same with alcohol; more exact than the sugar roll, but the bees die
        - Sticky boards under the brood nest

        ## Treatment
        - Oxalic acid in winter, when there is no capped brood
        - Formic acid reaches the mites under the capped brood
        - Drone brood removal
        """,
        "spring.md": """
        # Spring inspection

        - Brood nest: look for eggs and capped brood
        - Food stores: at least two frames of honey
        - Queen cells: a sign of swarming
            - Clipped queens do not stop swarming
        - Do a sugar roll when the colony is large enough

        ## Integrated pest management (IPM)
        Integrated pest management means to count first and treat second. Varroa mites, wax moths and hive beetles all
        belong to it.
        """,
        "swarming.md": """
        # Swarming

        Swarming is how a colony divides. The old queen leaves with half of the bees.

        ## Signs
        - Queen cells along the lower edge of the frames
        - Crowded brood nests
        - Little room for nectar

        ## What helps
        - Nucleus colonies: take out frames with queen cells
        - More room above the brood nest
        """,
        "autumn.md": """
        # Autumn work

        Feed sugar syrup until the food stores are full. IPM goes on: alcohol wash in September, oxalic acid after the
        first frost. Wax moths eat the combs that stand empty.

        - Varroa mite count below 3 in 100 bees
        - Unite weak colonies; a nucleus colony alone does not survive
        - Entrance reducers against robbing
        """,
        "glossary.md": """
        # Words

        - Capped brood: larvae and pupae under wax lids
        - Nectar: what flowers give
        - Propolis: resin that bees gather
        - Brood nest: the combs in which the queen lays
        - Queen cell: a long cell in which a queen grows
        """,
    ]

    /// A vault of ``notes`` and `more`.
    static func make(_ more: [String: String] = [:]) throws -> EngineVault {
        try EngineVault(notes.merging(more) { $1 })
    }
}
