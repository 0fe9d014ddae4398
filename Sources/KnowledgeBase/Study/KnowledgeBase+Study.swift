public import KBModel
public import KBStudy

extension KnowledgeBase {
    // MARK: - What a person did

    /// What follows from the log: where each card stands, what is ticked, and as what each was last seen.
    ///
    /// Without a log, nothing was done yet. Lines that cannot be read are a remark and count for nothing.
    /// - Throws: ``KnowledgeBaseError/unreadable(path:message:)``
    public func studyState() throws(KnowledgeBaseError) -> StudyState {
        let log = try StudyLogFile(vault: vault).read(known: knownLog)
        knownLog = log
        if !log.issues.isEmpty {
            let remark = Remark.studyLog(path: vault.logFile, lines: log.issues.count)
            if !remarks.contains(remark) { remarks.append(remark) }
        }
        return StudyState(log.events, scheduler: scheduler)
    }

    /// The scheduler as the settings have it.
    public var scheduler: Scheduler { Scheduler(retention: vault.settings.retention) }

    /// Appends `actions` to the log, done at `now`, and says what was written. They are safe on the disk then.
    ///
    /// All or none: written with one call, under a lock, behind what other processes have written meanwhile. The log
    /// and its folder are made when there are none.
    /// - Throws: ``KnowledgeBaseError/unwritable(path:message:)``
    @discardableResult
    public func record(
        _ actions: [StudyEvent.Action], at now: Instant
    ) throws(KnowledgeBaseError) -> [StudyEvent] {
        guard !actions.isEmpty else { return [] }
        let file = StudyLogFile(vault: vault)
        let appender = StudyLogAppender(path: try file.path(), isPrivate: file.isPrivate, origin: logOrigin)
        let (events, snapshot) = try appender.append(actions, at: now)
        knownLog = snapshot
        return events
    }
}
