/// Groups of English words that stand for each other in notes on technical and everyday work.
///
/// Written for kb from general knowledge of the language, field by field: sizes and changes, time, quality, learning,
/// people, money, computing, data, statistics. A word may be in several groups, one for each sense; the groups are kept
/// small, since every word in one is looked up for every other. Base forms; their inflections are met by their stems.
enum RelatedWordList {
    /// The groups, each closed by `;`. Folded; the words of a group divided by blanks, the plainest first.
    static let text: StaticString = """
        big large huge vast massive; small tiny little compact lightweight; shrink compress reduce downsize minimise
        condense; grow increase rise expand; decrease drop decline fall lower; maximum most peak highest top upper;
        minimum least lowest; average mean typical; total sum overall aggregate; amount quantity volume count number;
        few scarce sparse rare; many numerous several multiple; enough sufficient adequate; excess surplus extra
        superfluous; missing absent lacking blank empty null; gap hole missing; whole entire complete full; part piece
        portion fragment chunk segment; half halve; double twice duplicate; fraction share ratio proportion
        percentage; limit bound cap ceiling threshold restriction; range interval span; size length dimension
        magnitude; scale size magnitude; growth expansion increase; change modify alter adjust edit; transform convert
        translate turn; replace substitute swap exchange; remove delete drop erase discard eliminate; add append
        insert include; update refresh renew upgrade; reset restart reinitialise; undo revert rollback restore; merge
        combine join unite fuse blend; split divide partition separate; group cluster bucket batch; collect gather
        acquire obtain; distribute spread scatter share; balance even equal; imbalanced unbalanced skewed uneven
        lopsided; equal same identical; similar alike close near resembling; similarity likeness resemblance
        closeness; different distinct dissimilar; difference gap discrepancy mismatch; various diverse varied
        heterogeneous; diversity variety; uniform homogeneous; stable steady constant; unstable volatile flaky;
        gradual progressive incremental phased staged stepwise; sudden abrupt; fast quick rapid speedy swift; slow
        sluggish laggy; speed velocity pace throughput; latency delay lag wait; delay postpone defer; accelerate speed
        hasten; early premature; recent new fresh latest; old stale outdated obsolete legacy; previous prior former
        past earlier; next following subsequent; future upcoming; history past log; often frequent regular; seldom
        rare infrequent; frequency rate; daily day; schedule timetable calendar plan; periodic recurring cyclic;
        deadline due; duration length time; start begin initiate launch; stop end halt finish terminate; finish
        complete conclude; pause suspend; resume continue; continuous ongoing continual; immediate instant realtime;
        temporary transient ephemeral; permanent persistent durable; good fine decent; best optimal ideal; bad poor
        wrong; worse deteriorate degrade; deteriorate decay degrade rot worsen; better improved superior; improve
        enhance boost; improvement gain boost uplift; quality grade; perfect ideal flawless; accurate precise exact
        correct; accuracy correctness precision; wrong incorrect false mistaken erroneous; error mistake fault; bug
        defect flaw fault; failure outage crash breakdown; fail break crash; broken faulty defective; fix repair mend
        correct; solve resolve fix; solution answer remedy cure; problem issue trouble difficulty; hard difficult
        tough challenging; easy simple straightforward; simplify streamline; complex complicated intricate; complexity
        difficulty; clear obvious plain; vague ambiguous unclear fuzzy; explain clarify describe interpret;
        explanation interpretation; explainable interpretable transparent; important significant key crucial
        essential; importance significance relevance; useful helpful valuable; relevant pertinent applicable;
        irrelevant unrelated; useless pointless; necessary required mandatory needed; optional voluntary; need require
        demand; requirement need demand constraint; clean tidy cleanse; dirty messy noisy unclean; noise noisy; raw
        unprocessed; robust resilient reliable; reliability robustness dependability; trust confidence; trustworthy
        reliable credible; safe secure; safety security; danger risk hazard threat; risk danger exposure; harmful
        toxic abusive offensive; fair unbiased impartial; bias prejudice skew; uncertainty doubt confidence; likely
        probable; probability likelihood chance odds; guess estimate predict; estimate approximate guess; approximate
        rough; unusual abnormal anomalous atypical odd; anomaly outlier abnormality; normal usual typical ordinary
        common; common popular widespread prevalent; popular trending favourite; unique distinct; special specific
        particular; general generic universal; abstract conceptual; concrete specific; know understand; understand
        comprehend grasp; learn study train; learner student pupil; teach train instruct; teacher instructor tutor;
        training learning; remember recall memorise; forget lose; think reason consider; idea concept notion thought;
        theory hypothesis assumption; assume suppose presume; assumption premise; prove verify confirm; evidence
        proof; check verify validate test inspect; verify validate confirm; experiment trial study test; try attempt;
        evaluate assess judge measure; evaluation assessment judgement; measure quantify gauge; measurement metric;
        metric measure indicator kpi; score rating grade; rank order sort; ranking ordering sorting; compare contrast;
        comparison contrast benchmark; baseline reference benchmark; choose select pick; choice selection option;
        option alternative choice; decide choose determine; decision choice verdict; prefer favour; find discover
        locate detect; detect discover spot identify; detection discovery; search find lookup query; retrieve fetch
        obtain; retrieval fetching lookup; recommend suggest advise; recommendation suggestion; guide manual tutorial
        handbook; advice tip recommendation; rule policy guideline; principle rule; method approach technique way;
        technique method trick; strategy plan tactic; plan roadmap strategy; process procedure workflow; step stage
        phase; task job assignment; goal objective aim target purpose; purpose intent reason; cause reason origin;
        effect impact consequence; result outcome output; benefit advantage gain; advantage pro strength benefit;
        drawback disadvantage con downside; weakness limitation; tradeoff compromise balance; example instance sample;
        sample example subset; question query; answer reply response; ask request; summary overview abstract;
        summarise condense; introduction overview primer; detail specifics; list enumeration; topic subject theme;
        category class kind type; classify categorise; classification categorisation; label tag annotation; annotate
        label tag mark; annotator labeller rater; definition meaning; meaning sense semantics; name title;
        abbreviation acronym; synonym alias; summary digest; note memo remark; document file paper; article paper
        post; sentence phrase; language tongue; write compose author; read peruse; draw sketch; video clip film movie;
        audio sound speech; speech voice; colour hue; customer client buyer shopper consumer; visitor guest; member
        participant; audience viewers; author writer creator; owner proprietor; manager boss supervisor; employee
        worker staff; team group crew squad; colleague coworker; company firm business enterprise organisation;
        business commercial corporate; interviewer recruiter; candidate applicant; hire recruit; meeting session call;
        conversation dialogue chat; message mail; communicate talk; collaborate cooperate; responsibility duty
        ownership; permission authorisation access; approve accept authorise; reject decline refuse deny; forbid
        prohibit ban block; allow permit enable; promise guarantee commitment; agreement contract; law regulation
        legislation; legal lawful; privacy confidentiality; personal private; public open; secret confidential
        private; complaint appeal; report flag; feedback review comment; review inspect audit; audit inspection;
        survey questionnaire poll; vote poll; opinion view; money cash funds budget; cost price expense; expensive
        costly pricey; cheap inexpensive affordable; budget funds allowance; revenue income earnings sales; profit
        earnings margin; loss damage; purchase order buy; sell vend; seller merchant vendor; shop store; product item
        goods; item product article; catalogue inventory; stock inventory; payment transaction; pay spend; refund
        reimbursement; invoice bill; advertisement ad ads advert commercial; advertiser sponsor; campaign promotion;
        market marketplace; marketing promotion; brand trademark; release version launch rollout; release publish
        ship; launch release start deploy; rollout release deployment launch; deploy release ship install; deployment
        release rollout installation; ship deliver; delivery shipping; version release revision edition; feature
        attribute property characteristic; feature input variable predictor; attribute property field; output result
        prediction; churn attrition; retention loyalty; engagement interaction activity; click tap press; impression
        view exposure; visit session; signup registration onboarding; register enrol; subscribe enrol; unsubscribe
        cancel; login signin logon; password passphrase credential; account profile; newcomer beginner novice; expert
        specialist professional; fraud scam cheating; fraudulent fake; fake counterfeit bogus; steal theft; spam junk;
        abuse misuse; attack intrusion; attacker adversary hacker intruder; vulnerability weakness exploit;
        misinformation disinformation; cheat leak; dataset collection corpus; record row entry; column field; database
        datastore; store save persist keep; storage store repository; repository repo; warehouse lake; backup copy
        snapshot; copy duplicate replica clone; replicate copy mirror; archive backup; cache memoise; index catalogue;
        key identifier id; pointer reference; link reference hyperlink; string text; character letter glyph; integer
        number; array list vector; embedding vector representation; graph network; network net; tree hierarchy;
        hierarchy taxonomy; node vertex; edge link arc; queue backlog; stack pile; map dictionary; dictionary
        vocabulary; element item member; schema structure layout; structure organisation; format layout; parse read;
        serialise encode; encode represent; decode interpret; encrypt cipher; encryption cryptography; hash digest;
        compression shrinking; pipeline workflow; ingest import load; export dump; extract pull; transformation
        conversion; filter screen; preprocess prepare clean; preparation preprocessing; normalise standardise scale;
        normalisation standardisation; impute fill; fill populate; deduplicate dedupe; duplicate copy repeat; repeat
        recur; consistent coherent; consistency agreement; inconsistent contradictory; integrity validity; valid
        correct; invalid illegal; lineage provenance; freshness recency; drift shift change; leak leakage; stream
        flow; streaming realtime; batch bulk; offline batch; online live realtime; event occurrence; log record;
        logging recording tracing; trace track; track monitor; track follow; monitor watch observe; monitoring
        observability surveillance; alert alarm warning notification; notify alert; dashboard panel; incident outage
        emergency; downtime outage; availability uptime; computer machine; machine server host; client frontend;
        backend server; hardware machine device; device gadget; phone mobile smartphone handset; tablet mobile; laptop
        notebook; screen display monitor; disk drive; memory ram; processor cpu; core processor; gpu accelerator;
        cloud hosted; cluster grid; container docker; virtual simulated; network internet; internet web; website site
        page; browser client; connection link; connect link attach; disconnect detach; request call; traffic load;
        load burden; capacity headroom; scalable elastic; scaling growth; autoscaling elasticity; distribute shard;
        shard partition; parallel concurrent simultaneous; concurrency parallelism; sequential serial; asynchronous
        async; synchronous blocking; process program; lock mutex; deadlock hang; hang freeze; race conflict; conflict
        clash; transaction commit; commit save; crash abort; retry reattempt; timeout expiry; expire lapse; fallback
        backup; failover fallback; redundancy replication; recover restore; recovery restoration; heal recover;
        throttle limit; quota limit; bottleneck constraint; optimise tune improve; optimisation tuning; tune adjust
        calibrate; profile measure; performance speed; efficient fast economical; efficiency economy; overhead cost;
        resource asset; waste squander; utilisation usage; usage use; use employ utilise apply; reuse recycle; program
        application software app; code source; script program; function routine procedure; call invoke; parameter
        setting argument; hyperparameter setting knob; setting option configuration; settings preferences; configure
        setup; configuration settings setup; install setup; setup installation; environment context; dependency
        requirement; library package; package bundle; module component; component part; framework platform; platform
        infrastructure; architecture design blueprint; design architecture plan; blueprint plan; pattern template;
        template boilerplate; interface api; endpoint route; service server; serve host; serving inference hosting;
        inference prediction serving; tool utility; build compile; debug troubleshoot diagnose; diagnose analyse;
        refactor restructure; documentation docs; comment remark; constant fixed; loop cycle iteration; iterate
        repeat; iteration round cycle; recursive nested; branch fork; condition criterion; exception error; warning
        caution; syntax grammar; object instance; inherit derive; override replace; abstract generic; private hidden;
        visible shown; hide conceal; show display present; display show render; render draw; view see; layout
        arrangement; button control; menu navigation; navigate browse; scroll browse; window pane; icon symbol; font
        typeface; statistics stats; analysis study; analyse examine; analyst statistician; predict forecast
        anticipate; forecast prediction projection; classifier categoriser; regression fitting; clustering grouping;
        group segment; segment slice; neighbour closest nearest; distance separation; train fit teach; retrain refit
        relearn; finetune adapt; adapt adjust; adaptation adjustment; pretrained foundation; ensemble committee
        combination; boosting ensemble; prune trim cut; quantise discretise round; quantisation rounding; distil
        teach; smooth soften; regularise penalise; regularisation penalty; penalty punishment; loss error cost; reward
        payoff; gradient slope; converge settle; generalise extrapolate; sample subsample; sampling selection;
        oversample upsample; undersample downsample; augment enlarge; synthetic artificial; simulate emulate; random
        arbitrary; randomise shuffle; deterministic reproducible; reproducible repeatable; variance spread
        variability; deviation spread; correlation association; significant meaningful; holdout validation; validation
        verification; fold split; target label; majority dominant prevalent; minority rare; tokenise segment;
        vocabulary lexicon; semantic meaning; lexical keyword; keyword term; relevance pertinence; personalise
        customise tailor; personalisation customisation; custom bespoke; preference taste; explore investigate;
        exploration discovery; variant version; winner champion; challenger rival competitor; bot robot; manual
        handmade; supervised labelled; unsupervised unlabelled; vision visual; recognise identify; recognition
        identification; generate create produce; generation creation; create make build produce; design devise;
        construct build; default standard preset; support assist help; help assist aid; provide supply offer give;
        give provide grant; operate run; run execute launch; command instruction; implement realise; path route;
        directory folder; state status condition; single sole lone; reference citation; raise increase lift; statement
        declaration; possible feasible; correspond match; fit match suit; header heading; extension plugin addon;
        behaviour conduct; sequence order series; deprecated obsolete; allocate assign reserve; send transmit
        dispatch; mask hide; metadata annotation; ignore skip disregard; skip omit ignore; omit exclude skip; include
        contain comprise; contain hold include; real actual genuine; genuine authentic real; expect anticipate;
        handler callback; print output; disable deactivate; enable activate; occur happen; ensure guarantee; area
        region zone; avoid prevent evade; prevent avoid block; avoidance prevention; declare announce; announce
        proclaim; description account; long lengthy extended; brief short concise; plot chart diagram graph; diagram
        chart figure; develop build; development engineering; developer programmer engineer; buffer cache; coordinate
        position; location place site position; place location spot; global worldwide; primary main principal chief;
        secondary auxiliary; child descendant; kernel core; explicit stated; implicit implied tacit; less fewer;
        calculate compute; calculation computation; relationship relation connection; discrete separate; trigger
        launch activate; appropriate suitable proper; suitable appropriate fitting; certificate credential; known
        familiar; patch fix; exit quit leave; previously formerly; extend lengthen expand; authenticate login;
        authentication login; authorise permit; influence affect sway; basic elementary fundamental; strong powerful
        robust; weak feeble; foreign external; external outside; internal inner; outer external; pair couple; bind tie
        attach; wrap enclose; introduce present; able capable; ability capability capacity; distant remote far;
        redirect forward; literal verbatim; download fetch; upload send; inside within; remain stay; signature sign;
        success achievement; successful effective; achieve accomplish attain; blob binary; leader head boss; handle
        treat manage process; manage handle administer; administrator admin operator; decorate embellish; email mail;
        cite quote reference; discuss talk debate; debate discuss argue; intend plan mean; mechanism device; dialect
        variant; maintain keep preserve; maintenance upkeep; preserve keep retain; backward reverse; reverse invert;
        together jointly; convenient handy; width breadth; inform notify tell; descriptor handle; potential possible;
        situated located; convention custom; listen hear; section chapter part; rest remainder; leftover remainder;
        switch toggle; privilege right permission; forward onward; capture record; reach attain; opposite contrary
        inverse; practice exercise drill; protect guard defend; protection defence safeguard; safeguard protect; aware
        conscious; rely depend; old aged; roll rotate; rotate turn spin; rename relabel; lifetime lifespan; registry
        register; enter input; level layer degree tier; wrapper adapter; truncate shorten cut; shorten abbreviate
        truncate; cut reduce trim; trim cut clip; mirror reflect replica; illustrate show demonstrate; demo
        demonstration; mutable changeable; immutable unchangeable; boundary border edge; rewrite redo; redo repeat;
        priority importance precedence; mix blend; mixture blend; isolate separate; isolation separation; push press;
        expose reveal disclose; wide broad; narrow thin; transfer move transport; transport carry transfer; carry
        transport bear; move shift transfer; panic crash; proper correct; especially particularly; behave act;
        background backdrop; composite compound; verbose wordy chatty; advance progress; establish found; readable
        legible; unknown unfamiliar; widget control; exclusive sole; strict rigid stern; rigid inflexible strict;
        flexible adaptable; flexibility adaptability; encounter meet; garbage trash rubbish; mention cite; corrupt
        damaged broken; harm damage hurt; propagate spread; overlap intersection; satisfy fulfil meet; satisfaction
        happiness contentment; concatenate join append; append add concatenate; join concatenate merge combine;
        propose suggest offer; proposal suggestion; confuse mix; confusion mixup; scenario situation case; situation
        circumstance; slight minor small; major big main; intermediate middle; centre middle core; mock fake stub;
        idle inactive unused; inactive idle dormant; throw raise; possession ownership; submit send; pending waiting
        outstanding; wait await pending; provision supply; timer clock; ready prepared; formula equation; primitive
        basic; instrument tool; silent quiet mute; regard consider; shutdown stop; catch capture; traverse walk;
        saturate fill; cleanup tidying; borrow lend; violate breach break; breach violation; moment instant;
        arithmetic mathematics; mathematics maths; destroy demolish delete; mostly mainly largely; constrain restrict
        limit; limitation restriction; trail track; extreme severe; serious severe grave; tolerate allow; bandwidth
        throughput; suppress silence; wise sensible; sensible reasonable; critical crucial vital; vital crucial
        essential; essential vital necessary; appear seem emerge; consult ask; division department; notable
        remarkable; residue remainder; licence permit; concern worry; strip remove; feed supply; respond reply;
        subtract deduct; historic historical; eventual final; final last ultimate; exceed surpass; outperform beat
        surpass; beat defeat outperform; win beat succeed; interrupt disturb; encourage promote; discourage deter;
        modern contemporary; alive living; perhaps maybe; considerable substantial; presence existence; proceed
        continue; soon shortly; naive simplistic; organise arrange; distinguish discriminate differentiate; official
        formal; informal casual; gateway portal; jump leap; accumulate collect amass; aspect facet; exhaust deplete;
        dense thick; bottom lowest; highlight emphasise stress; stress strain; pressure stress; focus concentrate;
        unnecessary needless redundant; redundant superfluous unnecessary; inject insert; dialog dialogue; conserve
        save; worth value; traditional conventional classic; classic classical; incomplete partial unfinished; trivial
        simple; negotiate bargain; impossible infeasible; rent lease hire; reconstruct rebuild; tend lean; fashion
        style; unfortunate unlucky; compliant conforming; compliance conformity; comply obey conform; expertise
        knowledge skill; skill ability expertise; talent skill; car automobile vehicle; obstacle barrier hurdle;
        arrive come; arrive reach; depart leave; unify unite; adjacent neighbouring contiguous; rectangle box; graphic
        picture; extent degree; acknowledge confirm; bypass circumvent; health fitness; careful cautious; relax
        loosen; smart clever intelligent; intelligence smartness; mutual reciprocal; facilitate ease; fatal deadly
        lethal; adopt embrace; adoption uptake; mitigate alleviate lessen; accident mishap; accidental unintentional;
        intentional deliberate; percentage percent share; surprise astonish; unexpected surprising unforeseen;
        assemble gather build; intuition instinct; friendly kind; substantial large; probe examine; examine inspect
        study; expenditure spending cost; dispose discard; throwaway disposable; today now; emerge arise appear; agree
        concur; agreement consensus; disagree differ; disagreement dispute; seldom rarely; empirical experimental;
        perspective viewpoint; lack absence shortage; shortage lack scarcity; abundance plenty; inefficient wasteful;
        govern rule; governance control; city town; country nation state; forever always; malicious hostile evil;
        believe think; belief opinion; theoretical abstract; collision clash; trade commerce; research study
        investigation; investigation inquiry; opportunity chance; subtle delicate; obvious evident; unsafe insecure
        dangerous; dangerous unsafe risky; obscure unclear; research investigate; inquire ask; implication
        consequence; consequence result effect; simplicity ease; technology tech; unequal uneven; abandon desert quit;
        bunch group; formulate express; flight trip; trip journey travel; hotel accommodation; doctor physician; sick
        ill unwell; illness disease sickness; disease illness disorder; medicine drug medication; therapy treatment;
        cure heal; symptom sign; pain ache; injury wound; exercise workout training; diet nutrition; food meal; eat
        consume; drink beverage; cook prepare; kid child; children kids; baby infant; woman female; man male; old
        elderly; young juvenile; youth young; friend pal; school college; university college; lesson class lecture;
        lecture talk; curriculum syllabus; exam test; exercise problem; homework assignment; essay paper; thesis
        dissertation; novel book; story tale; magazine journal; diary journal log; newspaper news; news headlines;
        wealth riches; rich wealthy; salary wage pay; income salary; tax levy; loan credit; debt liability; bank
        lender; insurance cover; investor shareholder; stock share; save economise; bargain deal; discount rebate; fee
        charge; gift present; house dwelling; building structure; garden yard; road street; car auto; lorry truck;
        plane aircraft; ship boat vessel; map chart; weather climate; hot warm; cold chilly; war conflict; fight
        struggle; army military; weapon arms; crime offence; court tribunal; lawyer attorney solicitor; law rule
        statute; vote ballot; election ballot; government administration; citizen resident; happy glad pleased; sad
        unhappy; angry furious; afraid scared; anxiety fear worry; tired exhausted fatigued; fatigue tiredness; busy
        occupied; calm quiet; funny humorous; strange odd weird; onboard induct; handover handoff; standup meeting;
        retrospective postmortem review; runbook playbook; oncall duty; escalate raise; ticket task issue; backlog
        todo; todo task; sprint iteration; prototype mockup draft; draft sketch outline; wireframe mockup; stakeholder
        sponsor; kickoff start; mentor coach; pros advantages benefits; cons disadvantages drawbacks; tradeoffs
        compromises; rationale reason justification; justify defend; criterion criteria; criteria requirements
        conditions; checklist list; glossary vocabulary terminology; terminology vocabulary jargon; deprecate retire;
        sunset retire; migrate move port; migration move; downgrade rollback; hotfix patch; patch update; regression
        breakage; flaky intermittent unreliable; intermittent sporadic; sporadic occasional; spike surge peak burst;
        peak busiest; trough low; seasonal cyclic; seasonality cycle; trend tendency; vary fluctuate differ; variation
        variability fluctuation; smoothing averaging; rolling moving sliding; cumulative running total; aggregate
        summarise combine; aggregation summary; breakdown segmentation; segmentation grouping; cohort group; stratify
        balance; stratified balanced; weighting importance; sparse empty thin; dense compact; imbalance skew
        disparity; disparity gap inequality; fairness equity justice; discrimination bias; transparency openness;
        accountability responsibility; audit check; trace follow; traceability lineage; reproduce repeat replicate;
        checkpoint snapshot; lost missing; corruption damage; stale outdated expired; freshness currency; timely
        prompt; nightly overnight; autonomous independent; sensor detector; robot machine; microphone mic; headset
        headphones; offline disconnected; sync synchronise; conflict collision; permission access rights; tenant
        customer; session login; token credential; credentials password; secret key password; anonymise mask;
        anonymous unidentified; consent permission; retention keeping storage; compliance regulation; leak exposure
        disclosure; breach leak; phishing scam; malware virus; proxy intermediary; intermediary broker; subscribe
        follow; publish post; webhook callback; scheduler planner; orchestrate coordinate; orchestration coordination;
        coordinate organise; automate script; gate check; artifact artefact; artefact output; executable binary
        program; editor ide; terminal console shell; argument option flag; flag option switch; variable parameter;
        literal constant; expression formula; pointer address; exception failure; assertion check; mutation change;
        immutable constant; closure lambda; lambda function; promise future; similarity affinity; fingerprint hash;
        checksum hash; random shuffled; shuffle mix; distribution spread; quantile percentile; outlier extreme;
        categorical nominal; numeric numerical; probability confidence; confidence certainty; threshold cutoff;
        tolerance margin; margin buffer; error deviation; residual error; deviation difference; effect difference;
        uplift lift gain; causal cause; correlated related; related associated relevant; cluster clump; neighbourhood
        vicinity; nearby close; distance gap; dimension axis; projection mapping; latent hidden; representation
        encoding; signal indicator; noise interference; reasoning inference logic; heuristic rule; optimum best;
        constraint limit; utility value; reward incentive; penalty fine; explore try; agent bot; assistant helper bot;
        chatbot assistant bot; summarisation summary; caption subtitle; transcript transcription; annotation comment;
        crowdsourcing crowd; rater annotator judge; guideline instruction; instructions directions; disagreement
        conflict; labelling tagging annotation; taxonomy ontology; ranking prioritisation; prioritise rank; shortlist
        candidates; browse explore; recommender recommendation; popularity fame; novelty newness; diversification
        diversity; repetition duplication; boredom fatigue; churn leave; attract acquire; loyal faithful; subscription
        membership; premium paid; monetise earn; monetisation revenue; pricing price; auction bid; bid offer; forecast
        estimate; supply stock; logistics delivery; delivery shipment; courier driver; ride trip; arrival eta;
        maintenance repair; inspection check; malfunction failure fault; person individual human; people users humans;
        """
}
