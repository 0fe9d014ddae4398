/// In how many notes any of several spellings stands, from how many each stands in.
///
/// Which notes they are is not known here. The truth lies between the greatest number (all in the same notes) and the sum;
/// the estimate is midway between the greatest and what notes chosen independently would give.
struct NoteEstimate: Equatable {
    private let all: Double
    private var greatest = 0
    /// The share of notes that hold none of the spellings, were they independent.
    private var without = 1.0

    /// None yet, in a vault of so many notes.
    init(in notes: Int) { all = Double(max(notes, 1)) }

    /// Another spelling stands in so many notes.
    mutating func add(_ notes: Int) {
        greatest = max(greatest, notes)
        without *= max(0, 1 - Double(notes) / all)
    }

    /// The spellings of `other` too.
    mutating func add(_ other: NoteEstimate) {
        greatest = max(greatest, other.greatest)
        without *= other.without
    }

    /// The estimate.
    var count: Int {
        let independent = all * (1 - without)
        return max(greatest, Int(((Double(greatest) + independent) / 2).rounded()))
    }
}
