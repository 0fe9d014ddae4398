/// A general list of technical abbreviations, for notes that use one form and never spell it out: of computing,
/// statistics, engineering and business, and clippings of words that are common in notes.
///
/// Not in it are those that are English words (`it`, `or`, `map`).
public enum AbbreviationList {
    /// Each abbreviation as `short = long`, its meanings divided by `|`, the most usual first. Folded; lines and `;`
    /// part them, a line that begins with `#` names their field.
    public static let text: StaticString = """
        # software
        2fa = two factor authentication; a11y = accessibility; abac = attribute based access control
        abi = application binary interface; acl = access control list; ajax = asynchronous javascript and xml
        amqp = advanced message queuing protocol; aop = aspect oriented programming; aot = ahead of time
        api = application programming interface; apm = application performance monitoring; app = application
        ast = abstract syntax tree; async = asynchronous; auth = authentication | authorization
        authn = authentication; authz = authorization; aws = amazon web services; bdd = behavior driven development
        bff = backend for frontend; bfs = breadth first search; byod = bring your own device; cas = compare and swap
        cd = continuous delivery | continuous deployment; cicd = continuous integration and continuous delivery
        cli = command line; cms = content management system; config = configuration
        cors = cross origin resource sharing; cqrs = command query responsibility segregation
        crdt = conflict free replicated data type; crud = create read update delete
        csp = content security policy | communicating sequential processes; csrf = cross site request forgery
        css = cascading style sheets; cve = common vulnerabilities and exposures; cvs = concurrent versions system
        dag = directed acyclic graph; dba = database administrator; ddd = domain driven design
        ddos = distributed denial of service; dev = development | developer; devops = development operations
        devsecops = development security operations; dfs = depth first search; di = dependency injection
        distro = distribution; dlq = dead letter queue; dml = data manipulation language; docs = documentation
        dom = document object model; dr = disaster recovery; dsl = domain specific language
        dto = data transfer object; e2e = end to end; ebpf = extended berkeley packet filter
        ecs = entity component system | elastic container service; eks = elastic kubernetes service
        env = environment; eof = end of file; eol = end of life | end of line; eos = end of sequence
        erd = entity relationship diagram; esb = enterprise service bus; faas = function as a service
        fcm = firebase cloud messaging; ffi = foreign function interface; fifo = first in first out
        fqdn = fully qualified domain name; fsm = finite state machine; fts = full text search; func = function
        gc = garbage collection; gcp = google cloud platform; gdpr = general data protection regulation
        gha = github actions; gke = google kubernetes engine; glb = global load balancer
        gpl = general public license; gui = graphical user interface; guid = globally unique identifier
        ha = high availability; hci = human computer interaction; hdfs = hadoop distributed file system
        hmac = hash based message authentication code; hpa = horizontal pod autoscaler
        hsm = hardware security module; hsts = http strict transport security; html = hypertext markup language
        http = hypertext transfer protocol; https = hypertext transfer protocol secure; i18n = internationalization
        iaas = infrastructure as a service; iac = infrastructure as code; iam = identity and access management
        ide = integrated development environment; idl = interface definition language; idp = identity provider
        impl = implementation; info = information; infra = infrastructure; init = initialization
        ioc = inversion of control; iops = input output operations per second
        iso = international organization for standardization; ivr = interactive voice response
        jdbc = java database connectivity; jit = just in time; jpa = java persistence api; js = javascript
        json = javascript object notation; jvm = java virtual machine; jwt = json web token
        k8s = kubernetes; l10n = localization; ldap = lightweight directory access protocol; lib = library
        lifo = last in first out; lru = least recently used; lts = long term support
        mfa = multi factor authentication; mime = multipurpose internet mail extensions; mitm = man in the middle
        mpi = message passing interface; mq = message queue; mqtt = message queuing telemetry transport
        msg = message; mtbf = mean time between failures; mtls = mutual tls; mttr = mean time to recovery
        mutex = mutual exclusion; mvc = model view controller; mvvm = model view viewmodel; nosql = not only sql
        npe = null pointer exception; oauth = open authorization; oidc = openid connect
        ood = object oriented design | out of distribution; oom = out of memory; oop = object oriented programming
        ops = operations; orm = object relational mapping; os = operating system; oss = open source software
        otp = one time password; owasp = open web application security project; paas = platform as a service
        perf = performance; pii = personally identifiable information; pkg = package; pki = public key infrastructure
        pojo = plain old java object; posix = portable operating system interface
        prng = pseudorandom number generator; prod = production; proto = protocol | prototype
        pubsub = publish subscribe; pwa = progressive web app; py = python
        raid = redundant array of independent disks; raii = resource acquisition is initialization
        rbac = role based access control; rca = root cause analysis; rce = remote code execution
        rdb = relational database; rdf = resource description framework; ref = reference; regex = regular expression
        regexp = regular expression; repl = read eval print loop; repo = repository; req = requirement | request
        rfc = request for comments; rls = row level security; rpo = recovery point objective
        rto = recovery time objective; s3 = simple storage service; saas = software as a service
        saml = security assertion markup language; sca = software composition analysis
        scm = source control management | supply chain management; sdk = software development kit
        sdlc = software development life cycle; serde = serialization and deserialization
        sha = secure hash algorithm; siem = security information and event management
        simd = single instruction multiple data; sla = service level agreement; sli = service level indicator
        slo = service level objective; smtp = simple mail transfer protocol; soa = service oriented architecture
        spa = single page application; spec = specification; spof = single point of failure; sqli = sql injection
        sre = site reliability engineering; sse = server sent events; ssh = secure shell; sso = single sign on
        ssr = server side rendering; ssrf = server side request forgery; stderr = standard error
        stdin = standard input; stdout = standard output; stl = standard template library; svc = service
        svg = scalable vector graphics; sync = synchronization
        tco = total cost of ownership | tail call optimization; tdd = test driven development
        tls = transport layer security; toctou = time of check to time of use
        tpm = trusted platform module | technical program manager; tsdb = time series database
        tui = text user interface; tx = transaction; txn = transaction; tz = time zone; uat = user acceptance testing
        udf = user defined function; ui = user interface; uml = unified modeling language
        uri = uniform resource identifier; url = uniform resource locator; utf8 = unicode transformation format
        uuid = universally unique identifier; ux = user experience; vcpu = virtual cpu; vcs = version control system
        vps = virtual private server; waf = web application firewall; wasm = webassembly; wip = work in progress
        wsgi = web server gateway interface; www = world wide web; xml = extensible markup language
        xss = cross site scripting; yagni = you are not going to need it; zk = zookeeper
        # systems and networks
        alu = arithmetic logic unit; arp = address resolution protocol
        asic = application specific integrated circuit; bgp = border gateway protocol
        bios = basic input output system; ble = bluetooth low energy; cdn = content delivery network
        cidr = classless inter domain routing; cisc = complex instruction set computer; cpu = central processing unit
        ddr = double data rate; dhcp = dynamic host configuration protocol; dma = direct memory access
        dns = domain name system; dpdk = data plane development kit; dram = dynamic random access memory
        ecc = error correcting code; ecn = explicit congestion notification; efs = elastic file system
        fpga = field programmable gate array; ftp = file transfer protocol; gpio = general purpose input output
        gpu = graphics processing unit; hdd = hard disk drive; icmp = internet control message protocol
        igmp = internet group management protocol; io = input output; iot = internet of things
        ip = internet protocol | intellectual property; ipc = inter process communication; irq = interrupt request
        isa = instruction set architecture; isp = internet service provider; kvm = kernel based virtual machine
        lan = local area network; lb = load balancer; mmap = memory mapped; mmu = memory management unit
        mtu = maximum transmission unit; nat = network address translation; ndp = neighbor discovery protocol
        nfs = network file system; nic = network interface card; npu = neural processing unit
        ntp = network time protocol; numa = non uniform memory access; nvme = non volatile memory express
        oci = open container initiative; ospf = open shortest path first
        pcie = peripheral component interconnect express; qemu = quick emulator; qoe = quality of experience
        qos = quality of service; qps = queries per second; rdma = remote direct memory access
        rfid = radio frequency identification; risc = reduced instruction set computer; rom = read only memory
        rpc = remote procedure call; rps = requests per second; rtos = real time operating system
        rtt = round trip time; sdn = software defined networking; smp = symmetric multiprocessing
        snmp = simple network management protocol; soc = system on chip | security operations center
        sram = static random access memory; ssd = solid state drive; tcam = ternary content addressable memory
        tcp = transmission control protocol; tlb = translation lookaside buffer; tps = transactions per second
        tpu = tensor processing unit; ttl = time to live; udp = user datagram protocol
        uefi = unified extensible firmware interface; usb = universal serial bus; vfs = virtual file system
        vlan = virtual local area network; vm = virtual machine; voip = voice over ip; vpc = virtual private cloud
        vpn = virtual private network; wan = wide area network; wifi = wireless network
        wlan = wireless local area network
        # data
        2pc = two phase commit; 2pl = two phase locking; bcnf = boyce codd normal form; cdc = change data capture
        csv = comma separated values; cte = common table expression; db = database; dbms = database management system
        ddl = data definition language; dp = dynamic programming; dq = data quality; dw = data warehouse
        dwh = data warehouse; elt = extract load transform; er = entity resolution | entity relationship
        etl = extract transform load; fk = foreign key; gis = geographic information system; hll = hyperloglog
        htap = hybrid transactional analytical processing; kms = key management service; kv = key value
        lsm = log structured merge; mdm = master data management; mpp = massively parallel processing
        mv = materialized view; mvcc = multi version concurrency control; odbc = open database connectivity
        ods = operational data store; olap = online analytical processing; oltp = online transaction processing
        pitr = point in time recovery; pk = primary key; postgres = postgresql; rdbms = relational database
        rdd = resilient distributed dataset; scd = slowly changing dimension; sst = sorted string table
        wal = write ahead log
        # machine learning
        a2c = advantage actor critic; acc = accuracy; agi = artificial general intelligence
        ai = artificial intelligence; ann = approximate nearest neighbor | artificial neural network
        arima = autoregressive integrated moving average; asr = automatic speech recognition
        auc = area under the curve; auprc = area under the precision recall curve; auroc = area under the roc curve
        automl = automated machine learning; bce = binary cross entropy
        bert = bidirectional encoder representations from transformers; bleu = bilingual evaluation understudy
        bn = batch normalization; bo = bayesian optimization; bow = bag of words; bpe = byte pair encoding
        bptt = backpropagation through time; cbow = continuous bag of words; ce = cross entropy
        cf = collaborative filtering; clf = classifier; cnn = convolutional neural network; cot = chain of thought
        crf = conditional random field; ctc = connectionist temporal classification
        cuda = compute unified device architecture; cv = cross validation | computer vision
        dcg = discounted cumulative gain; ddp = distributed data parallel; dl = deep learning
        dnn = deep neural network; dpo = direct preference optimization; dqn = deep q network
        drl = deep reinforcement learning; dssm = deep structured semantic model; dt = decision tree
        ece = expected calibration error; eda = exploratory data analysis; elbo = evidence lower bound
        ema = exponential moving average; emb = embedding; eval = evaluation; fc = fully connected
        ffn = feed forward network; fl = federated learning; flops = floating point operations
        fm = factorization machine | foundation model; fn = false negative | function; fnr = false negative rate
        fp = false positive; fpr = false positive rate; fsdp = fully sharded data parallel
        ga = genetic algorithm | google analytics; gan = generative adversarial network
        gbdt = gradient boosted decision trees; gbm = gradient boosting machine; gcn = graph convolutional network
        gd = gradient descent; genai = generative ai; glm = generalized linear model; gmm = gaussian mixture model
        gnn = graph neural network; gp = gaussian process; gpt = generative pretrained transformer
        gru = gated recurrent unit; hitl = human in the loop; hmm = hidden markov model
        hnsw = hierarchical navigable small world; hparams = hyperparameters; hpo = hyperparameter optimization
        hyperparam = hyperparameter; ica = independent component analysis; icl = in context learning
        idf = inverse document frequency; iou = intersection over union; ir = information retrieval
        ivf = inverted file index; kb = knowledge base; kd = knowledge distillation; kde = kernel density estimation
        kg = knowledge graph; kl = kullback leibler; kld = kullback leibler divergence; knn = k nearest neighbors
        ks = kolmogorov smirnov; lda = latent dirichlet allocation | linear discriminant analysis; lgbm = lightgbm
        llm = large language model; lm = language model; ln = layer normalization; logreg = logistic regression
        lora = low rank adaptation; lr = learning rate | logistic regression; lsh = locality sensitive hashing
        lstm = long short term memory; ltr = learning to rank; mab = multi armed bandit; mae = mean absolute error
        mape = mean absolute percentage error; mc = monte carlo; mcmc = markov chain monte carlo
        mdp = markov decision process; mf = matrix factorization; mha = multi head attention; ml = machine learning
        mle = maximum likelihood estimation; mlm = masked language modeling; mlops = machine learning operations
        mlp = multilayer perceptron; mmoe = multi gate mixture of experts; mmr = maximal marginal relevance
        moe = mixture of experts; mse = mean squared error; mt = machine translation; mtl = multi task learning
        nas = neural architecture search | network attached storage; nb = naive bayes
        nce = noise contrastive estimation; ncf = neural collaborative filtering
        ndcg = normalized discounted cumulative gain; ner = named entity recognition
        nlg = natural language generation; nli = natural language inference; nll = negative log likelihood
        nlp = natural language processing; nlu = natural language understanding; nms = non maximum suppression
        nmt = neural machine translation; nn = neural network | nearest neighbor
        npv = negative predictive value | net present value; ocr = optical character recognition
        ohe = one hot encoding; oov = out of vocabulary; ope = off policy evaluation; param = parameter
        pca = principal component analysis; peft = parameter efficient fine tuning
        pmi = pointwise mutual information; ppl = perplexity; ppo = proximal policy optimization
        ppv = positive predictive value; pq = product quantization; pr = pull request | precision recall
        prc = precision recall curve; prelu = parametric rectified linear unit; psi = population stability index
        ptq = post training quantization; qat = quantization aware training; rag = retrieval augmented generation
        rbf = radial basis function; rbm = restricted boltzmann machine; reco = recommendation
        recsys = recommender system | recommendation system; relu = rectified linear unit; resnet = residual network
        rl = reinforcement learning; rlaif = reinforcement learning from ai feedback
        rlhf = reinforcement learning from human feedback; rmse = root mean squared error
        rnn = recurrent neural network; roc = receiver operating characteristic
        sarsa = state action reward state action; seq2seq = sequence to sequence; sft = supervised fine tuning
        sgd = stochastic gradient descent; shap = shapley additive explanations
        smote = synthetic minority oversampling technique; sota = state of the art
        ssl = secure sockets layer | self supervised learning; ssm = state space model
        svd = singular value decomposition; svm = support vector machine; svr = support vector regression
        t5 = text to text transfer transformer; td = temporal difference | technical debt; tf = term frequency
        tfidf = term frequency inverse document frequency; tn = true negative; tnr = true negative rate
        tp = true positive; tpr = true positive rate; tsne = t distributed stochastic neighbor embedding
        tts = text to speech; ucb = upper confidence bound; umap = uniform manifold approximation and projection
        vae = variational autoencoder; vit = vision transformer; vlm = vision language model
        vqa = visual question answering; vr = virtual reality; w2v = word2vec; wer = word error rate; xgb = xgboost
        # statistics and mathematics
        aic = akaike information criterion; ancova = analysis of covariance; anova = analysis of variance
        atc = average treatment effect on the controls; bic = bayesian information criterion
        cate = conditional average treatment effect; cdf = cumulative distribution function
        ci = continuous integration | confidence interval; clt = central limit theorem
        cltv = customer lifetime value; coeff = coefficient; corr = correlation; cov = covariance
        cuped = controlled experiment using pre experiment data; dft = discrete fourier transform
        dof = degrees of freedom; ecdf = empirical cumulative distribution function; eq = equation; eqn = equation
        fdr = false discovery rate; fft = fast fourier transform; fwer = family wise error rate
        gcd = greatest common divisor; gee = generalized estimating equations; hdi = highest density interval
        icc = intraclass correlation coefficient; iid = independent and identically distributed
        iqr = interquartile range; itt = intention to treat; iv = instrumental variable; kkt = karush kuhn tucker
        lcm = least common multiple; lhs = left hand side; lln = law of large numbers; lp = linear programming
        mde = minimum detectable effect; mgf = moment generating function; mip = mixed integer programming
        mvn = multivariate normal; ode = ordinary differential equation; ols = ordinary least squares
        pde = partial differential equation; pdf = probability density function; pgm = probabilistic graphical model
        pmf = probability mass function | product market fit; prob = probability; psd = positive semidefinite
        psm = propensity score matching; qp = quadratic programming; rct = randomized controlled trial
        rhs = right hand side; rkhs = reproducing kernel hilbert space; rss = residual sum of squares
        rv = random variable; sd = standard deviation; sde = stochastic differential equation
        sem = structural equation modeling | standard error of the mean | search engine marketing
        snr = signal to noise ratio; stats = statistics; std = standard deviation; stddev = standard deviation
        vif = variance inflation factor
        # product and business
        aarrr = acquisition activation retention referral revenue; acv = annual contract value
        aov = average order value; arpu = average revenue per user; b2b = business to business
        b2c = business to consumer; bau = business as usual; bd = business development; bi = business intelligence
        bpm = business process management; brd = business requirements document; c2c = consumer to consumer
        cac = customer acquisition cost; cagr = compound annual growth rate; capex = capital expenditure
        ceo = chief executive officer; cfo = chief financial officer; cio = chief information officer
        ciso = chief information security officer; cogs = cost of goods sold; coo = chief operating officer
        cpa = cost per action; cpc = cost per click; cpi = consumer price index; cpm = cost per mille
        cpo = chief product officer | cost per order; crm = customer relationship management
        csat = customer satisfaction; csm = customer success manager; cta = call to action
        cto = chief technology officer; ctr = click through rate; cvr = conversion rate; cx = customer experience
        d2c = direct to consumer; dau = daily active users; dei = diversity equity and inclusion
        dod = definition of done; dor = definition of ready; dsp = demand side platform | digital signal processing
        ebitda = earnings before interest taxes depreciation and amortization; ecpm = effective cost per mille
        eod = end of day; eom = end of month; erp = enterprise resource planning; faq = frequently asked questions
        fte = full time equivalent; fx = foreign exchange; fyi = for your information
        gaap = generally accepted accounting principles; gdp = gross domestic product; gmv = gross merchandise value
        gtm = go to market; hq = headquarters; ic = individual contributor | integrated circuit
        icp = ideal customer profile; ipo = initial public offering; jd = job description; jtbd = jobs to be done
        kyc = know your customer; ltv = lifetime value; mau = monthly active users; mql = marketing qualified lead
        mrr = mean reciprocal rank | monthly recurring revenue; msrp = suggested retail price; mtd = month to date
        mvp = minimum viable product; nda = non disclosure agreement; nps = net promoter score
        nsm = north star metric; okr = objectives and key results; opex = operating expenditure
        otc = over the counter; p2p = peer to peer; pl = profit and loss; pm = product manager | project manager
        pmo = project management office; pnl = profit and loss; poc = proof of concept; pov = point of view
        ppc = pay per click; prd = product requirements document
        prfaq = press release and frequently asked questions; qa = question answering | quality assurance
        qbr = quarterly business review; raci = responsible accountable consulted informed
        rfi = request for information; rfp = request for proposal; roas = return on ad spend
        roi = return on investment; rtb = real time bidding; seo = search engine optimization
        serp = search engine results page; sku = stock keeping unit; smb = small and medium business
        sme = subject matter expert; sql = structured query language | sales qualified lead
        ssp = supply side platform; swot = strengths weaknesses opportunities threats; tldr = summary
        ugc = user generated content; usp = unique selling proposition; vc = venture capital
        voc = voice of the customer; wau = weekly active users; wbs = work breakdown structure; wfh = work from home
        yoy = year over year; ytd = year to date
        # engineering
        adc = analog to digital converter; bim = building information modeling; cad = computer aided design
        cae = computer aided engineering; cfd = computational fluid dynamics; cnc = computer numerical control
        dac = digital to analog converter; dfm = design for manufacturing
        dfmea = design failure mode and effects analysis; emc = electromagnetic compatibility
        emi = electromagnetic interference; esd = electrostatic discharge; ev = electric vehicle | expected value
        fea = finite element analysis; fmea = failure mode and effects analysis
        gnss = global navigation satellite system; gps = global positioning system; hil = hardware in the loop
        hmi = human machine interface; hvac = heating ventilation and air conditioning
        imu = inertial measurement unit; kpi = key performance indicator; lcd = liquid crystal display
        lidar = light detection and ranging; mems = microelectromechanical systems; mpc = model predictive control
        mttd = mean time to detect; mttf = mean time to failure; oem = original equipment manufacturer
        pcb = printed circuit board; plc = programmable logic controller; pwm = pulse width modulation
        rf = random forest | radio frequency; rms = root mean square; rpm = revolutions per minute
        scada = supervisory control and data acquisition; uav = unmanned aerial vehicle
        vhdl = hardware description language
        # writing
        addr = address; admin = administrator; alg = algorithm; algo = algorithm; approx = approximately
        arg = argument; asap = as soon as possible; attr = attribute; avg = average; btw = by the way; buf = buffer
        calc = calculation; char = character; cmd = command; conf = configuration | conference; conn = connection
        const = constant; coord = coordinate; ctx = context; decl = declaration; def = definition
        deps = dependencies; dept = department; desc = description; dest = destination; dict = dictionary
        diff = difference; dir = directory; dist = distribution | distance; doc = document; elem = element
        eng = engineering | english; err = error; exec = execution; exp = experiment | exponential; expr = expression
        ext = extension; feat = feature; fig = figure; freq = frequency; fs = file system; gen = generation
        hw = hardware; idx = index; img = image; imho = in my humble opinion; intl = international
        intro = introduction; lang = language; len = length; loc = lines of code; max = maximum; mem = memory
        mfg = manufacturing; mgmt = management; mgr = manager; min = minimum | minute; misc = miscellaneous
        mktg = marketing; mtg = meeting; natl = national; num = number; obj = object; opt = optimization | option
        org = organization; orig = original; pct = percent; pred = prediction; priv = private
        proc = process | procedure; prof = professor; prog = program; proj = project; ptr = pointer; pwd = password
        qty = quantity; rand = random; recv = receive; reg = regression | register; rev = revision | revenue
        sched = schedule; sec = second | security; seq = sequence; sess = session; sim = simulation | similarity
        src = source; srv = server; stat = statistic; str = string; struct = structure; subj = subject
        supp = supplement; sw = software; sym = symbol; sys = system; tbd = to be determined; tech = technology
        temp = temporary | temperature; tmp = temporary; univ = university; util = utility | utilization
        val = validation | value; vec = vector; viz = visualization; vocab = vocabulary; vol = volume
        wrt = with respect to
        """

    /// Whether `byte` parts two abbreviations in ``text``.
    @inline(__always)
    public static func parts(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";") }
}
