/// One byte a section for each of three properties, kept in rows of ``chunkSize`` sections.
struct SectionChunks {
    /// Sections a row: small enough that an update rewrites little, large enough that a vault has few rows.
    static let chunkSize = 16_384
    /// More sections than any vault has: what a damaged count may ask for in memory.
    static let mostSections = 1 << 24

    struct Chunk {
        var length: [UInt8]
        var shape: [UInt8]
        var features: [UInt8]
        var isDirty = false
    }

    private(set) var chunks: [Int: Chunk] = [:]

    /// What the chunk holds so far; `load` reads one that the database already has.
    private mutating func prepare(_ index: Int, _ load: (Int) throws(StoreError) -> Chunk?) throws(StoreError) {
        if chunks[index] == nil { chunks[index] = try load(index) ?? Chunk(length: [], shape: [], features: []) }
    }

    mutating func set(
        _ section: Int, length: UInt8, shape: UInt8, features: UInt8, load: (Int) throws(StoreError) -> Chunk?
    ) throws(StoreError) {
        let index = section / SectionChunks.chunkSize
        let place = section % SectionChunks.chunkSize
        try prepare(index, load)
        chunks[index]?.put(place, length, shape, features)
    }

    /// Marks a section as gone; whether it was there.
    mutating func kill(_ section: Int, load: (Int) throws(StoreError) -> Chunk?) throws(StoreError) -> Bool {
        let index = section / SectionChunks.chunkSize
        let place = section % SectionChunks.chunkSize
        try prepare(index, load)
        guard let length = chunks[index]?.length, place < length.count, length[place] != 0 else { return false }
        chunks[index]?.put(place, 0, 0, 0)
        return true
    }
}

extension SectionChunks.Chunk {
    mutating func put(_ place: Int, _ length: UInt8, _ shape: UInt8, _ features: UInt8) {
        while self.length.count <= place { self.length.append(0) }
        while self.shape.count <= place { self.shape.append(0) }
        while self.features.count <= place { self.features.append(0) }
        self.length[place] = length
        self.shape[place] = shape
        self.features[place] = features
        isDirty = true
    }
}
