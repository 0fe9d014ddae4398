import KBModel
import KBStore

extension KnownNotes {
    /// The notes that the index in `store` knows.
    init(in store: Store) throws(StoreError) {
        var known = KnownNotes()
        try store.forEachStamp { known.append(folder: $0, name: $1, stamp: $2) }
        self = known
    }
}
