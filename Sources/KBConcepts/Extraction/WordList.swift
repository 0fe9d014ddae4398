/// Lists of general English words that tell what part a word plays; none was taken from any collection of notes.
///
/// Each is text rather than an array, so that nothing is built before the first note is read. Words are folded as
/// the tokenizer folds them, and contractions stand without their apostrophe.
enum WordList {
    /// Articles and the like: a noun follows, sooner or later.
    static let determiners: StaticString = """
        a an another any both certain each either every her his its my neither no our some such that the their
        these this those what whatever which whichever whose your
        """

    /// Words that join or order phrases.
    static let prepositions: StaticString = """
        about according across after against ago all along alongside amid among amongst apart around as at
        before behind below beneath beside besides between beyond both by concerning despite due during enough
        except excluding for from half in including inside instead into like minus near off on onto opposed
        outside over owing per plus rather regarding since than through throughout till toward towards under
        unlike until unto upon using versus via vs with within without
        affecting allowing causing containing dealing enabling ensuring giving involving lacking letting
        preventing providing requiring showing trying wanting
        """

    static let conjunctions: StaticString = """
        accordingly additionally al although because but consequently eg else et etc furthermore hence how
        however ie if iff lest likewise meanwhile moreover namely nevertheless nonetheless nor once or otherwise
        provided similarly so therefore though thus unless when whenever where whereas wherever whether while
        why yet
        """

    static let pronouns: StaticString = """
        anybody anyone anything everybody everyone everything he heres hers herself hes him himself hows i id
        ill im it itll itself ive me mine myself nobody none nothing one ones oneself ours ourselves she shes
        somebody someone something that thatll thats theirs them themselves theres they theyd theyll theyre
        theyve us we wed weve what whats wheres which who whoever whom whos you youd youll youre yours yourself
        yourselves youve
        """

    /// Forms of `be` and `have`, behind which a noun may stand as well as a verb.
    static let beAndHave: StaticString = """
        aint am are arent be been being had hadnt has hasnt have havent having is isnt was wasnt were werent
        """

    /// Behind which a verb stands.
    static let auxiliaries: StaticString = """
        able can cannot cant could couldnt did didnt do does doesnt done dont gonna let lets may might must
        mustnt ought shall should shouldnt unable wanna will wont would wouldnt
        """

    /// Adverbs that do not end in `ly`, and other words that stand between phrases.
    static let adverbs: StaticString = """
        about above abroad afterward afterwards again ahead aka alike almost already also altogether always
        amongst anyhow anyway anywhere apart around asap aside away back barely beforehand best better currently
        down early eg else especially even ever everywhere far few fifth first firstly fixme former forth fourth
        further furthermore fyi hardly hello here hereby herein hey hi ie indeed instead just last later latter
        less likely little lot lots many maybe merely more most mostly much nb nearly never next not now
        nowadays nowhere numerous often oh ok okay only other others out own perhaps please previous ps quite
        rarely really second secondly seldom several somehow sometimes somewhat somewhere soon still tba tbd
        thank thanks then there thereby therein thereof third thirdly thrice today todo together tomorrow
        tonight too twice unlikely up versa very vice well whereby wherein whilst wip worse worst yes yesterday
        """

    /// Adjectives that say how the writer sees a thing rather than which thing it is; dropped in front of a phrase.
    static let judgements: StaticString = """
        able acceptable accurate achieved actual additional adequate adopted advanced aforementioned amazing
        analogous another applied appropriate approximate arbitrary associated available aware awesome bad based
        basic beautiful best better big bigger biggest bottom brief broad broader busy certain changing cheap
        cheaper cheapest chosen classical clean clear close closer closest cold common comparable complete
        complex complicated comprehensive concerned concise considerable considered consistent conventional cool
        correct corresponding costly couple crucial current decreased decreasing deep deeper described desired
        detailed developed different difficult direct dirty discussed dissimilar distinct diverse double dual
        earlier easier easiest easy effective efficient emerging employed entire equal equivalent essential
        evident exact examined excellent existing expected expensive extensive extra extreme famous fast faster
        fastest favorite favourite few fewer final fine flexible following free frequent full funny further
        future general given good gradual great greater greatest growing happy hard harder hardest heavy helpful
        high higher highest honest hot huge ideal identical immediate important impossible impractical improved
        inaccurate inconsistent incorrect increased increasing indirect individual ineffective inefficient
        initial inner interested interesting introduced investigated involved irrelevant key known large larger
        largest last later latest least left less light likely little long longer longest loud low lower lowest
        main major many mentioned mere middle minor modern modest more most multiple narrow narrower nearer
        necessary needed new newer newest next nice nontrivial normal notable novel numerous obtained obvious
        odd old older oldest ongoing original other outer outstanding overall overwhelming partial particular
        past perfect poor popular possible potential powerful practical preceding precise present presented
        pretty previous primary prior promising proper proposed provided quick quiet rapid ready reasonable
        recent reduced regular related relevant reliable remaining remarkable required respective responsible
        resulting richer right robust sad same scalable secondary selected serious several severe sheer short
        shorter shortest significant similar simple simpler simplest single slow slower slowest small smaller
        smallest sophisticated special specific standard straightforward strange striking strong stronger
        strongest studied subject subsequent substantial successful sudden sufficient suggested suitable sure
        surprising theoretical thorough tiny top total traditional triple trivial true typical ultimate unable
        unclear underlying unknown unlikely unreliable upcoming upper used useful useless usual vague various
        varying vital warm weak weaker weakest weird whole wide wider willing worse worst wrong younger youngest
        """

    /// Those of ``judgements`` that say which thing it is when a telling noun follows: `high availability`, `open source`.
    static let measures: StaticString = """
        big cold deep double dual full hard heavy high hot large light long low short single small soft strong
        warm weak wide
        """

    /// Other adjectives: part of a phrase, but never its head.
    static let adjectives: StaticString = """
        abstract acute adaptive adjacent adverse aerial african agnostic alternate ambient american analog annual
        anonymous armed artificial asian asymmetric asynchronous automatic aware bayesian bilateral binary blind
        bold boolean british broken brown cartesian causal chief chinese chronic circular civil clarifying
        coarse cognitive coherent compact competing concave concrete concurrent conditional conflicting
        connected constrained continuous contributing convex crude cubic daily dark dead defining dense
        determining deterministic digital directed discrete distant distinguishing distributed divine dominant
        dry due dumb dynamic eager eastern elder electric electronic elementary elite elliptic embedded empty
        engaged english epic eternal ethnic euclidean european exclusive explicit exponential extended external
        fair false fat federal fellow female fierce finite firm flat focal foreign formal fragile french fresh
        friendly fuzzy gaussian generic gentle genuine german giant global governing gross guilty handy
        heterogeneous hidden hierarchical hollow holy homogeneous horizontal hourly hybrid hyperbolic idle ill
        implicit indian indoor inherent inline innate innocent insecure intact integrated intense interim
        internal international intrinsic invalid inverse italian japanese joint junior keen kind lateral lazy
        leading legal lexical linear liquid live lively local logarithmic logical lone lonely loose loyal mad
        male manual marginal mature mean medical mental mild missing mixed mobile modal monthly moving
        multilateral mutual naive naked nasty native neat nervous neural neutral newtonian noisy nominal
        nonparametric northern nuclear nude numeric odd offline online opaque open operating optimal optional
        oral orange ordinary organic outdoor overlapping overt pale parabolic parallel parametric passive
        permanent persistent personal physical plain plural polar polite pretrained prime pristine private
        probabilistic profound proud public pure quadratic qualifying quarterly random rare rational raw real
        remote rigid ripe robust rough round royal rude running rural russian sacred safe scarce secret secure
        semantic senior sequential serial shallow shared sharp shy sick silent silly sincere skilled slim smart
        smooth sober social soft sole solid southern spanish spare sparse spatial spherical stable static
        statistical steady steep stale stark sticky stiff still stochastic strict structural stupid subtle supervised
        supporting surrounding sweet swift symbolic symmetric synchronous synthetic tall temporal tender tense
        thick thin tight tonal tough toxic trained transient transparent tropical ugly unanimous unaware uneven
        unfair unified uniform unilateral unique unlike unsafe unstable unsupervised urban urgent usable valid
        vast verbal vertical virtual visible visual vivid vocal vulnerable wealthy weekly weighted western wet
        wild wise wooden worth worthy yearly young
        """

    /// Nouns that name nothing by themselves: `thing`, `example`, `number`.
    static let genericNouns: StaticString = """
        abilities ability absence abstract acknowledgement acknowledgements acknowledgment acknowledgments
        action actions activities activity addition advantage advantages advice afternoon aim aims alternative
        alternatives amount amounts answer answers anything appendix application applications approach
        approaches area areas article articles aspect aspects assumption assumptions attempt attempts attribute
        attributes author authors average background base bases basis begin beginning benefit benefits
        bibliography billions bit bits book books bottom capabilities capability capacity case cases challenge
        challenges chance chances change changes chapter chapters characteristic characteristics choice choices
        circumstance circumstances comment comments comparison comparisons component components con concept
        concepts conclusion conclusions condition conditions cons consideration considerations content contents
        context contexts contrast core count counts couple course credit credits danger data day days decision
        decisions decrease decreases definition definitions degree degrees description descriptions detail
        details difference differences difficulties difficulty direction directions disadvantage disadvantages
        discussion domain domains dozen dozens drawback drawbacks effect effects effort efforts element elements
        end ends entities entity essence evening everything example examples existence experience experiences
        experiment experiments extent fact factor factors facts failure faq fashion feature features field
        fields figure figures file files focus folder form forms fraction friend friends front future general
        goal goals group groups growth guide guides guy guys hint hints hope hopes hour hours hundreds idea
        ideas implication implications importance improvement improvements increase increases info information
        input inputs instance instances interest interests introduction issue issues item items job jobs kid
        kids kind kinds label lack length lengths level levels limit limitation limitations limits line lines
        link links list lists literature lot majority man manner matter matters max meaning meanings means men
        method methods middle millions min minority minute minutes misc miscellaneous mistake mistakes model
        models moment moments month months morning motivation name names nature need needs night note notes
        nothing notion notions number numbers object objective objectives objects obsession operation operations
        opinion opinions option options order orders origin origins outline output outputs overview page pages
        pair pairs paper papers paragraph paragraphs part particular parts past people percent percentage
        performance period periods person persons perspective phase phases piece pieces place places point
        points possibilities possibility preface prerequisites presence present pro problem problems procedure
        procedures process processes progress properties property proportion pros purpose purposes quality
        question questions range ranges rate rates reader readers reason reasons reference references
        relationship relationships relevance remark remarks report reports requirement requirements resource
        resources rest result results rise risk role roles rule rules scenario scenarios scheme schemes second
        seconds section sections sense senses sequence set sets shape shapes side sides significance
        similarities similarity site sites situation situations size sizes solution solutions something sort
        sorts source sources stage stages start state states status step steps strength strengths studies study
        stuff subject subjects success sum summary survey system systems table tables target targets task tasks
        technique techniques term terminology terms test tests thanks thing things thought thoughts thousands
        time times tip tips title titles today todo todos tool tools top topic topics total trick tricks trouble
        troubles try turn type types unit units url urls usage use uses value values variant variants variation
        variations version versions view viewpoint views way ways weakness weaknesses website week weekend weeks
        woman women word words work works world worlds writer writers year years
        """

    /// Nouns whose endings look like those of adjectives, adverbs or participles.
    static let nouns: StaticString = """
        accent access accident accounting additive address adjective admiral advertising agent alerting ally
        alternative ambient animal anomaly antibiotic appraisal approval archive arctic arithmetic arrival
        arsenal assembly assistant averaging bagging banking batching bearing bed being belly bilateral binding
        blending boosting bootstrapping boss breed broadcasting buffering building bully burial business
        butterfly cable caching canal capital captive carnival casting cathedral ceiling cereal characteristic
        chunking class client clinic clothing clustering coating coefficient collectible collective comic
        compass component computing constable constant constituent consultant consumable content cooking
        cooperative coral crawling credential creed criminal critic cross crystal current cutting cynic deal
        debugging decimal decoding deed deliverable denial derivative descent detective determinant diagonal
        dial directive discriminant disposal dive document drawing dress drive dynamic editorial elective
        element elephant embed embedding encoding engineering environment epidemic equipment ethic evening event
        executable executive fabric family farming feed festival filtering finding findings fishing fly folly
        forecasting fugitive garlic glass goal gradient grant graphic grass greed hashing hearing heuristic hive
        homily hospital housing imaging incentive indexing ingredient initiative instant integral intellectual
        interval invariant italy jelly journal july king labeling labelling learning lighting lily literal
        locking locomotive logging logic loss lyric magic mammal manual manufacturing mapping marketing masking
        mass matching material meal mechanic medal meeting memorial merchant merging mess messaging metal metric
        mineral mining modeling modelling moment monitoring monopoly morning mosaic motive movement
        multiprocessing multitasking music narrative need networking numeral objective olive oval packaging
        padding painting pandemic panic parent parking parsing participant pass patient pedal perspective picnic
        planning plant plastic polling polynomial pooling portal potential president press preventive pricing
        primitive principal printing process processing profiling programming progress proposal provisioning
        pruning public publishing pudding quadrilateral queueing queuing quotient rally ranking rating ratings
        reading reasoning recording red reed referral refusal rehearsal relic removal rendering renewal reply
        representative republic restaurant retrieval rhetoric ring ritual rival routing sampling scaling scandal
        scheduling scraping seal sedative seed segment sensing sharding shed shopping signal signaling signals
        skeptic sled smoothing speaking speed spelling spring stable statistic steed stemming streaming stress
        string student success supply survival switching table tagging talent tally teaching tenant terminal
        testing thing thinking threading timetable tonic topic torrent total tracing tracking traffic training
        trial tribunal tunic tuning tutorial understanding vandal variable variant vegetable versioning voting
        warning weakness wedding weed weighting welding wing withdrawal witness writing
        """

    /// Words of dates, times and measures.
    static let dates: StaticString = """
        ad am apr april aug august bc billion cm dec december eight eighteen eighty eleven eur feb february
        fifteen fifty five forty four fourteen fri friday ft gb gbp gmt hr hrs hundred jan january jul july jun
        june kb kg km lb lbs mar march mb million min mins mm mon monday ms nd nine nineteen ninety nov november
        oct october pm px rd saturday sec secs sep sept september seven seventeen seventy six sixteen sixty st
        sunday tb ten th thirteen thirty thousand three thu thur thurs thursday trillion tue tues tuesday twelve
        twenty two usd utc wed wednesday zero
        """

    /// Words of addresses, of programs and of references, which name no concept.
    static let codes: StaticString = """
        amp arxiv aspx br cf ch chap com div dll doc docx doi ed eds edu eq eqs exe fig figs gif gov gt gz href
        htm html http https ibid img isbn jpeg jpg lt md nbsp net org pdf php png pp ppt pptx quot ref refs sec
        secs span src svg tar txt utm viz vol www xls xlsx zip
        """
}
