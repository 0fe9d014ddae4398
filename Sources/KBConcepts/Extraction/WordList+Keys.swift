// Words that matter to the key of a phrase only.
extension WordList {
    /// What joins the word behind it, however the two are written: `multi-task`, `multi task`, `multitask`.
    static let prefixes: StaticString = """
        anti auto back bi co cross de down extra front hyper infra inter intra macro mega meta micro mid mini mono multi
        nano non off omni on out over poly post pre pseudo quasi re self semi sub super supra trans tri ultra un under
        uni up
        """

    /// Compounds that are written as one word and as two, with their first words in ``compoundHeads``.
    static let compounds: StaticString = """
        addon backend bandwidth birthrate bitmap bitrate bookmark breakpoint bytecode callback checkbox
        checklist checkout checkpoint checksum codebase codebook codec cooldown database datacenter dataflow
        dataframe datapoint dataset datasheet datastore deadline deadlock doorway dropdown dropout email
        endpoint feedback filename fileserver filesystem finetune finetuned finetuning flowchart framerate
        freshwater frontend groundwater hashmap hashtable healthcare heartbeat homepage hostname keyphrase
        keystroke keyword landmark lifecycle lifespan lifetime loadtest login logoff logout lookup mainframe
        microservice nameserver namespace newsfeed newsgroup nonlinear offline online opensource password
        playback plugin quicksort rainfall realtime roadmap rollback rollout runtime screenshot scrollbar
        seawater setup shortcut signup sitemap smartphone snapshot softmax spreadsheet startup storyboard subset
        testbed textbook textbox throughput timeline timeout timeseries timeslot timestamp timetable toolbar
        toolbox toolchain toolkit touchscreen traceback trackpad tradeoff turnaround turnover typeface
        undergraduate upkeep username viewpoint voicemail warmup wastewater watermark waveform waveguide
        wavelength webhook webpage webserver website whitelist whitespace widespread wildcard wildlife workbook
        workflow workforce workload workplace worksheet workshop workspace workstation
        """

    /// First words of ``compounds``.
    static let compoundHeads: StaticString = """
        add back band birth bit book break byte call check code cool data dead door drop end feed file fine flow
        frame fresh front ground hash health heart home host key land life load log look main name news open
        pass play plug quick rain real road roll run screen scroll sea set short sign site smart snap soft
        spread start story test text through time tool touch trace track trade turn type user view voice warm
        waste water wave web white wide wild work
        """

    /// Words that a stemmer would take for forms of others: each is its own stem.
    static let ownStems: StaticString = """
        accounting accountability building capability marketing rating variability distribution operating
        """

    /// Prepositions that say nothing in a key: `bias in data` is `data bias`.
    static let lightPrepositions: StaticString = "at by for from in with"

    /// Heads that add nothing to what stands before them.
    static let lightHeads: StaticString = "approach approaches technique techniques"
}
