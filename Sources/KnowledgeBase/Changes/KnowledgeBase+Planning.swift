import KBEdit
import KBModel

// What all plans of changes need.
extension KnowledgeBase {
    /// Passes on why a planner refuses.
    func refusing<Answer: ~Copyable>(
        _ body: () throws(EditRefusal) -> Answer
    ) throws(KnowledgeBaseError) -> Answer {
        do throws(EditRefusal) {
            return try body()
        } catch {
            throw .refused(error.message)
        }
    }

    /// Passes on what stands in the way of planning a change.
    func change<Answer>(_ body: () throws(ChangeFailure) -> Answer) throws(KnowledgeBaseError) -> Answer {
        do throws(ChangeFailure) {
            return try body()
        } catch {
            throw .unwritable(path: error.path, message: error.message)
        }
    }

    /// Refuses a folder that belongs to how the vault is set up.
    func requireMovable(folder: String) throws(KnowledgeBaseError) {
        guard PathKey(folder) != PathKey(Trash.folder) else {
            throw .refused("\(folder) is the trash, which stays; name what is in it")
        }
        let own =
            vault.notesFolders + [vault.indexFile, vault.logFile, VocabularyFile(vault: vault).absolutePath]
            + (vault.configFile.map { [$0] } ?? [])
        let place = FilePath.join(vault.root, folder)
        for path in own where FilePath.relative(path, to: place) != nil {
            throw .refused("\(folder) holds \(path), which belongs to the vault's settings; move it by hand")
        }
    }
}
