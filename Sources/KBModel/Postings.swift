/// Where a word or phrase stands: the sections, and how often in each one's heading and body.
///
/// The three arrays run in step and have equal counts.
public struct Postings: Equatable, Sendable {
    /// Section numbers, ascending, none twice.
    public var sections: [UInt32]
    /// How often it stands in the section's own heading; 255 stands for more.
    public var heading: [UInt8]
    /// How often it stands in the text under the heading; 255 stands for more.
    public var body: [UInt8]

    /// Postings of equal counts; longer arrays are cut to the shortest.
    public init(sections: [UInt32] = [], heading: [UInt8] = [], body: [UInt8] = []) {
        let count = min(sections.count, heading.count, body.count)
        self.sections = sections.count == count ? sections : Array(sections.prefix(count))
        self.heading = heading.count == count ? heading : Array(heading.prefix(count))
        self.body = body.count == count ? body : Array(body.prefix(count))
    }

    /// How many sections it stands in.
    public var count: Int { sections.count }
    /// Whether it stands nowhere.
    public var isEmpty: Bool { sections.isEmpty }
}
