/// Lines as they were and as they are now, for judging when two wordings are one thing.
enum WordingPairs {
    /// One thing, and its meaning is the same.
    static let same: [(String, String)] = [
        ("Decide which metric stands for success", "Decide which metrics stand for success"),
        ("decide which metric stands for success.", "Decide which metric stands for success!"),
        ("Agree on a latency budget with the product team", "Agree with the product team on a latency budget"),
        ("Check for leakage between training and test data", "Check for leaks between training data and test data"),
        ("Write down the assumtions behind the estimate", "Write down the assumptions behind the estimate"),
        ("Normalise numeric features", "Normalize numeric features"),
        ("Ask how many users there are", "Ask how many users there are per day"),
        (
            "What happens when a feature is missing at serving time?",
            "What happens if a feature is missing at serving time?"
        ),
        ("Set up alerts on data drift", "Set up an alert on data drift"),
        ("Estimate storage for a year of logs", "Estimate the storage needed for a year of logs"),
        ("Plan a rollback for each release", "Plan the rollback of each release"),
        ("How would you split the data?", "How would you split the dataset?"),
        ("Keep a human in the loop for appeals", "Keep a human reviewer in the loop for appeals"),
        ("Sketch the system: ingestion, training, serving", "Sketch the system (ingestion, training, serving)"),
        ("Choose a baseline that is easy to explain", "Choose a baseline which is easy to explain"),
        ("List the stakeholders and what each of them fears", "List all stakeholders and what each one fears"),
        ("Cache embeddings of popular items", "Cache the embeddings of the most popular items"),
        ("Review the label guidelines with annotators", "Review labelling guidelines with the annotators"),
        ("Explain why a calibrated score matters here", "Explain why calibrated scores matter here"),
        (
            "Compare the new ranker with the old one on last month's traffic",
            "Compare new ranker and old one on last month's traffic"
        ),
    ]

    /// One thing, but whoever learnt it should look again.
    static let changed: [(String, String)] = [
        ("Keep answers under 100 ms", "Keep answers under 250 ms"),
        ("Retrain every 7 days", "Retrain every 30 days"),
        ("Name the metrics", "Name the metrics and say what each one misses"),
        ("Pick a loss function for the ranker", "Pick a loss function"),
        ("Define success for the business", "Define success for the business and the users in one sentence"),
        ("Convert scores to probabilities", "Convert probabilities to scores"),
        ("Filter before ranking", "Rank before filtering"),
        ("Sample negatives from the same session", "Sample hard negatives from recent sessions of similar users"),
        ("Draw the data flow", "Draw the flow of data, with volumes and owners"),
        ("Store features twice", "Store features in two places and reconcile them nightly"),
        ("Estimate the traffic at peak hours", "Estimate the read traffic of a launch day"),
        ("Ask about privacy limits", "Ask about legal limits: privacy, age, region"),
    ]

    /// Two things.
    static let different: [(String, String)] = [
        ("Choose offline metrics", "Choose online metrics"),
        ("Evaluate the model offline before launch", "Evaluate the model online after launch"),
        ("How is precision computed for a ranked list?", "How is recall computed for a ranked list?"),
        ("When would you use a linear model?", "When would you not use a linear model?"),
        ("Why is the data imbalanced?", "When is the data imbalanced?"),
        ("Report recall@10 on the holdout", "Report recall@100 on the holdout"),
        ("Watch p95 latency of the service", "Watch p99 latency of the service"),
        ("Notes for week 1", "Notes for week 2"),
        ("Add regularisation when the model overfits", "Remove regularisation when the model underfits"),
        ("List advantages of batch scoring", "List disadvantages of batch scoring"),
        ("Handle missing values in numeric columns", "Handle missing values in categorical columns"),
        ("Precompute candidates for known users", "Precompute candidates for unknown users"),
        ("Log predictions with the request id", "Log features with the request id"),
        ("Increase the weight of recent clicks", "Decrease the weight of recent clicks"),
        ("Encode the query with a text tower", "Encode the item with an image tower"),
        ("What is the goal of the business?", "What is the scale of the system?"),
        ("Choose a loss function", "Choose a learning rate"),
        ("Set up a dashboard", "Set up a feature store"),
        ("Train on the last month of data", "Test on the last month of data"),
        ("Split the data by time", "Split the data by user"),
        ("Minimise the false positive rate", "Minimise the false negative rate"),
        ("Measure click-through rate", "Measure conversion rate"),
        ("Scale the service horizontally", "Scale the service vertically"),
        ("Explain how dropout works", "Explain how batch normalisation works"),
        ("Alert when traffic is < 10 requests a second", "Alert when traffic is > 10 requests a second"),
        ("Collect explicit feedback", "Collect implicit feedback"),
        ("Use synchronous calls between the services", "Use asynchronous calls between the services"),
        ("Write the reader of the log", "Write the writer of the log"),
        ("How many items are there?", "How are items ranked?"),
        ("Deploy to one region first", "Deploy to all regions at once"),
        ("Store raw events", "Store aggregated events"),
        ("Describe the user features", "Describe the context features"),
        ("Ask where the labels come from", "Ask who owns the pipeline"),
        ("Draw the ROC curve", "Draw the learning curve"),
    ]

    /// Written after the rules were settled, and tried once: the same three groups.
    static let heldOutSame: [(String, String)] = [
        ("Ask which decisions the prediction will change", "Ask what decisions the predictions change"),
        ("Say what is out of scope", "Say clearly what is out of scope"),
        ("Compute the number of machines for peak load", "Compute how many machines peak load needs"),
        ("Protect the system against feedback loops", "Protect the system from feedback loops"),
        ("Keep the training code under version control", "Keep training code in version control"),
        ("Which failures would users notice first?", "Which failure would a user notice first?"),
        ("Freeze the vocabulary of the tokenizer", "Freeze the tokenizer's vocabulary"),
        ("Write a runbook for on-call engineers", "Write a runbook for the engineers on call"),
        ("Shadow the old model before switching traffic", "Shadow the old model before you switch traffic"),
        ("Document the schema of every event", "Document every event's schema"),
    ]
    static let heldOutChanged: [(String, String)] = [
        ("Cap the queue at 500 jobs", "Cap the queue at 2000 jobs"),
        ("List the features", "List the features, their owners and how fresh each one is"),
        ("Describe how the index is built", "Describe how the index is built, sharded and replaced without downtime"),
        ("Compare cost before and after the change, per request", "Compare cost per request"),
        ("Give 3 examples of leakage", "Give 5 examples of leakage"),
    ]
    static let heldOutDifferent: [(String, String)] = [
        ("Explain supervised fine-tuning", "Explain unsupervised fine-tuning"),
        ("Sort results in ascending order", "Sort results in descending order"),
        ("What does the encoder produce?", "What does the decoder produce?"),
        ("Explain bagging", "Explain boosting"),
        ("Draw the sequence diagram for writes", "Draw the sequence diagram for reads"),
        ("Estimate upload bandwidth", "Estimate download bandwidth"),
        ("Who approves a launch?", "Why delay a launch?"),
        ("Summarise stage 1 of the funnel", "Summarise stage 3 of the funnel"),
        ("Define the positive class", "Define the negative class"),
        ("Pick a threshold for blocking an account", "Pick a threshold for warning an account"),
        ("Describe the tables of the warehouse", "Describe the topics of the message queue"),
        ("How do you detect drift?", "How do you detect outliers?"),
        ("Compare k-means with hierarchical clustering", "Compare random forests with gradient boosting"),
        ("Increase the cache size", "Shrink the cache size"),
        ("Explain what a vector index stores", "Explain what an inverted index stores"),
    ]

    /// Lines of the same notes that are there before and after, so that words have weights.
    static let crowd: [String] = [
        "Clarify the goal of the product", "Ask for constraints: latency, cost, team", "Write down the objective",
        "Choose features for the model", "Which features are available at serving time?", "Choose the model",
        "Describe the training data", "Where do labels come from?", "Compare the model with a baseline",
        "Evaluate the model on a holdout", "Plan an experiment with users", "Measure the latency of the service",
        "Monitor metrics after launch", "Set up monitoring of data quality", "Plan how the system grows",
        "Summarise the design in two sentences", "Name risks and how to reduce them",
        "Estimate the load on the service",
        "Store the data", "Explain trade-offs of the design",
    ]
}
