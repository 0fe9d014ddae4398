import KBLatent

/// The terms of some sections, and which terms they are.
struct LatentRecording: Sendable {
    let sections: SectionTerms
    /// The fingerprint of each term, by number.
    let fingerprints: [UInt64]
}

/// The latent semantics of a new index, learnt while other things are done.
final class LatentLesson: @unchecked Sendable {
    // Written by the one thread that learns, and read when that is done.
    private(set) var blocks: [TermVectorBlock] = []
    private(set) var vectors: [UInt8] = []
    let first: Int
    private let recording: LatentRecording

    init(_ recording: LatentRecording) {
        self.recording = recording
        first = recording.sections.first
    }

    /// Learns. Call once.
    func learn() {
        let learning = LatentLearning(from: recording.sections)
        let coded = learning.coded(fingerprints: recording.fingerprints)
        blocks = coded.blocks
        if !coded.model.isEmpty { vectors = recording.sections.folded(with: coded.model) }
    }
}
