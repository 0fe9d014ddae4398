// Verbs. Their forms in `s`, `ed` and `ing` follow by rule; irregular ones are listed.
extension WordList {
    /// Verbs that name no concept in any form; the nouns beside them have endings of their own (`detection`).
    static let verbs: StaticString = """
        abandon abolish absorb abuse accelerate accept accommodate accompany accomplish accord accumulate accuse
        achieve acknowledge acquire act activate adapt add adhere adjust administer admire admit adopt advance
        advise advocate affect affirm afford aggregate agree aim alert align allege alleviate allocate allow
        alter amend amplify analyse analyze animate annotate announce annoy anticipate apologize appeal appear
        append apply appoint appreciate approve approximate argue arise arrange arrive articulate ascertain ask
        assemble assert assess assign assist associate assume assure attach attain attend attract augment
        authenticate automate avoid await become begin behave believe belong bind blame blend boast boil borrow
        bother bound brew bring broaden buy calculate calibrate cancel care carry categorize cause cease
        celebrate characterize chase choose circulate cite clarify classify clean clear climb cling coincide
        collaborate collect combine come comfort commence commit communicate compare compel compensate compete
        compile complain complement complete comply compose comprehend comprise compute concatenate conceal
        concede conceive concentrate conclude condemn confer confess configure confine confirm conform confront
        confuse connect consider consist consolidate constitute constrain construct consult consume contain
        contemplate continue contradict contribute convene converge convert convey convince cook coordinate cope
        correlate correspond corrupt create criticize cultivate customize deal debug decide declare decompose
        decouple dedicate deduce deem defeat defend defer define delete deliberate delight deliver demonstrate
        demote denote deny depart depend depict deploy deprecate deprive derive descend describe deserve
        designate destroy detect deteriorate determine devastate develop deviate devise devote diagnose dictate
        die differ differentiate diminish disable disagree disappear disappoint discard discern disclose
        discourage discover discriminate discuss disguise dismiss dispose disrupt dissolve distinguish distort
        distribute disturb dive diverge divert divide dominate donate dream duplicate earn ease eat educate
        elaborate elect elevate elicit eliminate emanate embark embody embrace emerge emit emphasize employ
        empower enable enact encapsulate enclose encompass encounter encourage endeavor endeavour endorse endure
        enforce engage enhance enjoy enlarge enlist enrich enroll ensue ensure entail enter entertain entitle
        enumerate equip eradicate erase erect escape establish evaluate evaporate evolve examine exceed excel
        exclude excuse execute exemplify exert exhaust exist expand expect expedite explain explore expose
        express extend fabricate facilitate fail favor favour fear feel finalize find finish flatten flee
        flourish fluctuate fly focus follow forbid foresee forget forgive formalize formulate fortify foster
        freeze fulfil fulfill garner gather generalize generate get give glance go govern grab grasp greet grow
        halt hang happen hate hear help hesitate hide highlight hinder hire hit hold hope hunt hurt identify
        ignite ignore illustrate imagine imitate impair implement imply impose impress improve incorporate incur
        indicate induce infer inflict inform inherit inhibit initialize initiate inject inquire insist inspect
        inspire install instantiate instruct integrate intend intensify interact intercept interfere interpolate
        interpret intersect intervene introduce invade invalidate invent invest investigate invite invoke
        involve iron isolate iterate justify keep kick kill knock know lack last laugh lay lead lean leap leave
        lend let leverage lie like linger listen live locate look lose love lower maintain make manipulate
        manufacture marry maximize mean mediate meet mention migrate mimic minimize mislead miss mitigate modify
        motivate multiply narrow navigate necessitate negate neglect negotiate normalize notice notify obey
        obscure observe obtain occupy occur omit operate oppose opt optimise optimize orchestrate organise
        organize originate oscillate outperform outweigh overcome overlook override oversee overwrite owe own
        parallelize participate penalize penetrate perceive perform persist persuade pinpoint place please pose
        possess postpone pour practise pray preach precede precipitate preclude predict prefer prepare prescribe
        preserve presume pretend prevail prevent prioritize proceed proclaim procure produce prohibit prolong
        promise promote pronounce propagate propose prosper protect prove provide provision provoke publish
        punish pursue put qualify quantify quantize quit randomize readjust realise realize rebuild receive
        reckon recognise recognize recommend reconcile reconstruct recover recruit rectify recycle redefine
        redirect reduce refactor refer refine reflect refuse regain regard regret regulate reinforce reject
        rejoin relate relax rely remain remember remind remove renew reopen reorganize rephrase replace
        replicate represent reproduce require rerun resemble reside resist resolve resort respect respond
        restart restore restrict restructure resume retain rethink retire retrain retrieve reveal revert revise
        revisit revive revolve rid rotate satisfy say scatter scream see seek seem segregate select sell send
        separate serve set settle shake shape shine shoot shorten show shrink shut signify simplify simulate
        sing sit situate sleep slow smile smooth solicit solve spawn speak specialize specify speculate spell
        spend spin spoil stand stare stay steal stimulate stipulate strengthen strive struggle submit subscribe
        subtract succeed suck suffer suffice suggest suit summarise summarize supervise supplement suppose
        suppress surpass surround survive suspect suspend sustain swear swim synchronize synthesize take talk
        teach tell tend terminate thank think threaten throw toggle tolerate transcend translate transmit
        traverse try tweak undergo underlie undermine understand undertake undo unfold unify unite unlock unpack
        uphold urge utilise utilize validate vanish vary verify violate visualize wait wake wander want warn
        wash weaken wear weigh welcome widen win wipe wish withdraw withstand witness wonder worry yell
        """

    /// Past forms that no rule makes.
    static let irregularVerbs: StaticString = """
        arisen arose ate awoke based beat became began begun bent bet bit bitten blew blown bore born borne
        bought broke broken brought built burnt came caught chose chosen clung crept dealt drank drawn drew
        driven drove drunk dug eaten fallen fed fell flew flown forbade forbidden foresaw foreseen forgave
        forgiven forgot forgotten fought found froze frozen gave given gone got gotten grew grown heard held hid
        hidden hung kept knelt knew known laid lain learned learnt led lent lit lost made meant met mistaken
        overcame overcome overridden overrode paid proven ran rang rewritten rewrote ridden risen rode rose said
        sang sank sat saw seen sent shaken shone shown shrank shrunk slept slid sold sought spent spoke spoken
        sprang spread spun stole stolen stood struck stuck stung sung sunk swept swore sworn swum taken taught
        thought threw thrown told took tore torn undergone understood undertaken undertook underwent went
        withdrawn withdrew withheld woke woken won wore worn wound wove woven written wrote
        """

    /// Verbs that are nouns as often: a verb behind `to`, a helping verb or a pronoun, and before an article.
    static let nounVerbs: StaticString = """
        access account address aid alarm answer approach arrest assault attack attempt attribute author back
        bake balance ban bank bar bargain base battle beam bear benefit bias bid bill bite blast blink block
        bloom blow board boost boot bounce bow box branch breach break brief broadcast browse brush bubble
        budget buffer build bump burn burst button call calm camp cap capture cash cast catch caution center
        centre challenge chance change channel charge chart chat check cheer circle claim click clone coach coat
        code collapse color colour command comment compound compromise con concern conduct conflict contact
        content contest contract contrast control copy correct cost cough counter couple cover crack craft crash
        crawl cross crowd cry cue cure curl curve cut cycle damage dance dare dash date debate decline decrease
        default delay delegate demand deposit design desire detail dial digest direct discount display dispute
        document dot double doubt download draft drain draw drift drill drink drive drop dump dust echo edge
        edit embed end engineer entry envy error estimate exchange exercise exhibit exit experience exploit
        export extract eye face factor fade faint fall fan fault feature feed fetch fight file fill film filter
        finance finger fire fish fit fix flag flash float flood flow fold force forecast fork form format
        forward frame fuel function fund gain garden gate gaze gift glow grade grant ground group guarantee
        guard guess guide hammer hand handle harm hash head heat hedge hook host house impact import increase
        index influence input insert insult interest interface interrupt interview issue jail join joke journal
        judge jump key kiss label land launch layer leak level lift light limit line link list load loan lock
        log loop mail man manifest map march mark market mask master match matter measure merge merit metric
        milk mind mine mirror mix model monitor mount move name need nest network note number object offer open
        order outline output overlap pace pack package page paint pair parade park part partition pass path
        pattern pause pay peak pencil permit phase phone phrase pick picture piece pile pilot pin pipe pitch
        plan plant play plot plug point poison police poll pool pop position post pound power practice praise
        present press preview price prime print probe process profile profit program progress project prompt
        proof protest pull purchase purpose push puzzle query question queue quote race rain raise range rank
        rate ratio reach react read reason rebound recall record refresh refund register rehearse release render
        repair repeat reply report request rescue research reserve reset rest result return reuse reverse review
        reward rewrite ride ring rise risk rival rock roll rollout root round route rule run rush sample save
        scale scan scare scent schedule school scope score scratch screen script seal search season seat section
        segment sense sentence sequence service shade shadow shard share shelter shield shift ship shock shop
        sign signal silence sink sketch skip slice slide slip smell smoke snow socket sort sound source space
        span spark spike splash split sponsor sport spot spray spread spring squeeze stack staff stage stake
        stamp star start state station steam stem step stick stitch stock stop store storm strain stream stress
        stretch strike string strip stroke structure study style subject substitute sum supply support surface
        surge surprise survey swap sweep switch symbol table tackle tag tail talent tap tape target task taste
        tax team tear template test text thread throttle tick ticket tie time tip title toast tone top toss
        total touch tour tow trace track trade traffic trail train transfer transform transport trap trash
        travel treat trend trick trigger trim trip trouble truck trust tune turn twist type update upgrade
        upload upset use value vector venture version view visit voice volume volunteer vote walk wall warm
        warrant waste watch water wave weather weight whisper whistle wind wire word work wrap write yield zoom
        """

    /// Those of ``nounVerbs`` that open an instruction when a noun follows: `Check latency`.
    static let openers: StaticString = """
        break build call capture change check claim clone debate decrease delay delegate demand design draw
        estimate exchange experience exploit extract fix force frame gather guess handle highlight increase
        insert judge keep launch lift limit list mark match measure mind mix monitor move name need note offer
        order outline pass pay pick plan plot prepare present press promise prompt pull push record refresh
        register release rename repair repeat reply report request reserve reset return reuse review rewrite run
        save select send set share split start stop stretch strip study substitute supply support swap switch
        tackle taste tear touch track transfer transform trigger trim trust tune turn type update upgrade use
        view visit wait walk watch work wrap yield
        """
}
