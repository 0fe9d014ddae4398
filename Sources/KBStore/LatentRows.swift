import KBLatent

/// The rows that hold the vectors of sections and terms.
enum LatentRows {
    /// Sections a row: as many as fit into one page of 4,096 bytes, so that a section costs one page to read.
    static let sectionsPerRow = 126
}
