import Glibc
import KBModel
import KBStore

/// Finds out how a vault and its index are, without changing either.
struct StatusReader {
    let vault: Vault

    /// The vault, the counts of its index, and how many notes differ from it.
    func status() throws(KnowledgeBaseError) -> VaultStatus {
        let store: Store
        do throws(StoreError) {
            store = try Store(path: vault.indexFile, isReadOnly: true)
        } catch {
            switch error {
            case .missing: return VaultStatus(vault: vault, freshness: .missing, isWritable: isWritable)
            case .otherSchema: return VaultStatus(vault: vault, freshness: .otherSchema, isWritable: isWritable)
            case .damaged: return VaultStatus(vault: vault, freshness: .damaged, isWritable: isWritable)
            case .busy, .notWritable, .replaced, .failed:
                throw .store(path: vault.indexFile, message: error.description)
            }
        }
        let counts: StoreCounts
        let known: KnownNotes
        do throws(StoreError) {
            counts = try store.counts()
            known = try KnownNotes(in: store)
        } catch {
            if case .damaged = error { return VaultStatus(vault: vault, freshness: .damaged, isWritable: isWritable) }
            throw .store(path: vault.indexFile, message: error.description)
        }
        let scan = try VaultScanner(vault: vault).scan(known: known)
        let freshness: VaultStatus.Freshness =
            scan.isUnchanged
            ? .fresh : .stale(added: scan.added.count, changed: scan.changed.count, removed: scan.removed.count)
        return VaultStatus(
            vault: vault, freshness: freshness, notes: counts.notes, sections: counts.sections, words: counts.words,
            tags: counts.tags, links: counts.links, issues: counts.issues, indexBytes: counts.indexBytes,
            noteBytes: counts.noteBytes, isWritable: isWritable)
    }

    /// Whether the folder of the index, or the nearest one above it that exists, can be written.
    private var isWritable: Bool {
        var folder = FilePath.parent(of: vault.indexFile)
        while let current = folder {
            if FilePath.isPresent(current) { return access(current, W_OK) == 0 }
            folder = FilePath.parent(of: current)
        }
        return false
    }
}
