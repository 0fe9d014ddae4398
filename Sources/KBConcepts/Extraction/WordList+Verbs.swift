// Verbs. Their forms in `s`, `ed` and `ing` follow by rule; irregular ones are listed.
extension WordList {
    /// Verbs that name no concept in any form; the nouns beside them have endings of their own (`detection`).
    static let verbs: StaticString = """
        abandon abbreviate abolish absorb abuse accelerate accentuate accept accommodate accompany accomplish
        accord accumulate accuse achieve acknowledge acquire act activate actuate adapt add adhere adjudicate
        adjust administer admire admit adopt advance advise advocate affect affirm afford aggregate agitate
        agree aim alert alienate align allege alleviate allocate allow alter amend amplify analyse analyze
        animate annihilate annotate announce annoy antedate anticipate apologize appeal appear append apply
        appoint appreciate approve approximate arbitrate argue arise arrange arrive articulate ascertain ask
        assassinate assemble assert assess assign assimilate assist associate assume assure attach attain attend
        attenuate attract augment authenticate automate avoid await become begin behave believe belong bind
        blame blend boast boil borrow bother bound brew bring broaden buy calculate calibrate cancel captivate
        care carry castigate categorize cause cease celebrate characterize chase choose circulate cite clarify
        classify clean clear climb cling coagulate coincide collaborate collect combine come comfort commence
        commit communicate compare compel compensate compete compile complain complement complete comply compose
        comprehend compress comprise compute concatenate conceal concede conceive concentrate conclude condemn
        confer confess configure confine confirm confiscate conform confront confuse congratulate connect
        consecrate consider consist consolidate constitute constrain construct consult consume contain
        contaminate contemplate continue contradict contribute convene converge convert convey convince cook
        coordinate cope correlate correspond corroborate corrupt create cremate criticize culminate cultivate
        customize deal debug decide decimate declare decode decompose decompress decorate decouple decrypt
        dedicate deduce deduplicate deem defeat defend defer define deflate degrade dehydrate delete deliberate
        delight delineate deliver demonstrate demote denote deny depart depend depict deploy deprecate deprive
        derive derogate descend describe deserialize deserve designate destroy detect deteriorate determine
        detonate devastate develop deviate devise devote diagnose dictate die differ differentiate dilate
        diminish disable disagree disappear disappoint discard discern disclose discourage discover discriminate
        discuss disguise dismiss dispose disrupt disseminate dissipate dissolve distinguish distort distribute
        disturb dive diverge divert divide dominate donate dream duplicate earn ease eat educate elaborate elect
        elevate elicit eliminate elongate emanate emancipate embark embody embrace emerge emit emphasize employ
        empower emulate enable enact encapsulate enclose encode encompass encounter encourage encrypt endeavor
        endeavour endorse endure enforce engage enhance enjoy enlarge enlist enrich enroll ensue ensure entail
        enter entertain entitle enumerate enunciate equate equip eradicate erase erect escalate escape establish
        evacuate evaluate evaporate evict evolve exaggerate examine exasperate excavate exceed excel exclude
        excuse execute exemplify exert exhaust exist exonerate expand expect expedite expire explain explicate
        explode explore expose express extend exterminate extrapolate extricate fabricate facilitate fail
        fascinate favor favour fear feel finalize find finish flatten flee flourish fluctuate fly focus follow
        forbid foresee forget forgive formalize formulate fortify foster freeze fulfil fulfill garner gather
        generalize generate germinate get give glance go govern grab grasp gravitate greet grow hallucinate halt
        hamper hang happen hate hear help hesitate hide highlight hinder hire hit hold hope hunt hurt ideate
        identify ignite ignore illuminate illustrate imagine imitate impair impede implement implicate imply
        impose impress improve inaugurate include incorporate incubate inculcate incur indicate indoctrinate
        induce infer infiltrate inflate inflict inform infuriate inherit inhibit initialize initiate inject
        innovate inoculate inquire insinuate insist inspect inspire install instantiate instruct insulate
        integrate intend intensify interact intercept interfere interpolate interpret interrogate intersect
        intervene intimidate intoxicate introduce invade invalidate invent invest investigate invigorate invite
        invoke involve iron irrigate irritate isolate iterate justify keep kick kill knock know lack last laugh
        lay lead lean leap learn leave legislate lend lessen let leverage levitate liberate lie like linger
        liquidate listen live locate look lose love lower lubricate maintain make manipulate manufacture marry
        maximize mean mediate meet mention migrate mimic minimize mislead miss mitigate modify motivate multiply
        mutate mutilate narrate narrow nauseate navigate necessitate negate neglect negotiate nominate normalize
        notice notify obey obfuscate obliterate obscure observe obtain obviate occupy occur omit operate oppose
        opt optimise optimize orchestrate organise organize orientate originate oscillate outperform outweigh
        overcome overlook overrate override oversee overwrite owe own parallelize participate penalize penetrate
        perceive perforate perform permeate perpetuate persist persuade pinpoint place please pontificate
        populate pose possess postpone pour practise pray preach precede precipitate preclude predate predict
        prefer prepare prepend prescribe preserve presume pretend prevail prevent prioritize proceed proclaim
        procrastinate procure produce prohibit prolong promise promote promulgate pronounce propagate propose
        prosper protect prove provide provision provoke publish punctuate punish pursue put qualify quantify
        quantize quit radiate randomize readjust realise realize rebuild receive reciprocate reckon recognise
        recognize recommend reconcile reconstruct recover recreate recruit rectify recycle redefine redirect
        reduce refactor refer refine reflect refuse regain regard regenerate regret regulate reinforce reinstate
        reiterate reject rejoin relate relax relegate rely remain remediate remember remind remove renew
        renovate reopen reorganize rephrase replace replicate represent reproduce require rerun resemble reside
        resist resolve resort respect respond restart restore restrict restructure resume retain rethink retire
        retrain retrieve reveal reverberate revert revise revisit revive revolve rid rotate salivate satisfy
        saturate say scatter scream see seek seem segregate select sell send separate serialize serve set settle
        shake shape shine shoot shorten shout show shrink shut signify simplify simulate sing sit situate sleep
        slow smile smooth solicit solve spawn speak specialize specify speculate spell spend spin spoil stagnate
        stand stare stay steal stimulate stipulate strengthen strive struggle subjugate submit subscribe
        substantiate subtract succeed suck suffer suffice suffocate suggest suit summarise summarize supervise
        supplement suppose suppress surpass surround survive suspect suspend sustain swear swim synchronize
        synthesize tabulate take talk teach tell tend terminate thank think threaten throw toggle tokenize
        tolerate transcend translate transmit traverse truncate try tweak undergo underlie undermine underrate
        understand undertake undo unfold unify unite unlock unpack unregister uphold urge utilise utilize vacate
        validate vanish vary venerate ventilate verify vibrate vindicate violate visualize wait wake wander want
        warn wash weaken wear weigh welcome widen win wipe wish withdraw withstand witness wonder worry worsen
        yell
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
