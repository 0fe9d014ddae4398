import KBConcepts
import KBModel

/// Reads notes and finds the concepts in them, on two threads, and hands them over in order.
final class MentionReader {
    /// A note as it is on disk, with what it mentions.
    struct Reading: Sendable {
        /// The note, as it is indexed.
        var note: Note
        /// The hash of its content.
        var hash: UInt64
        /// By position.
        var mentions: [ConceptMention]
    }

    private let stream: NoteStream<Reading>

    /// Begins to read the notes at `paths` in `vault`, in this order, and to look for what `finder` finds.
    init(vault: Vault, paths: [String], finder: MentionFinder, progress: ((Progress) -> Void)? = nil) {
        let (catalog, phrases) = (finder.catalog, finder.phrases)
        stream = NoteStream(vault: vault, paths: paths, progress: progress, maker: MentionReader.maker(finder)) {
            MentionReader.maker(MentionFinder(catalog, phrases: phrases))
        }
    }

    private static func maker(_ finder: MentionFinder) -> NoteStream<Reading>.Maker {
        { note, hash in Reading(note: note, hash: hash, mentions: finder.mentions(in: note)) }
    }

    /// The next note that can be read; nil after the last.
    func nextReading() -> Reading? { stream.nextMade() }
}
