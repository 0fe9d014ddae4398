public import KBModel
import KBStore

extension KnowledgeBase {
    /// What the vault already says about `draft`: sections that say the same, sections on its concepts, tags and links that
    /// it may want. Reads a few notes; changes nothing.
    public func advice(on draft: Draft) throws(KnowledgeBaseError) -> DraftAdvice {
        let library = library
        return try asking { store throws(StoreError) in
            try AdviceReader(store: store, library: library).advice(on: draft)
        }
    }
}
