import Glibc
/// Temporary.
enum Tuning {
    static func env(_ name: String, _ value: Double) -> Double {
        guard let text = getenv(name) else { return value }
        return Double(String(cString: text)) ?? value
    }
    static let nested = env("T_nested", 0.5)
    static let place = env("T_place", 0.3)
    static let placeUnit = env("T_placeUnit", 200)
    static let generic = env("T_generic", 0.5)
    static let proper = env("T_proper", 1)
    static let doubtful = env("T_doubtful", 0.7)
    static let heading = env("T_heading", 0.5)
    static let title = env("T_title", 0.5)
    static let lead = env("T_lead", 0.5)
    static let alone = env("T_alone", 0.3)
    static let marked = env("T_marked", 0.3)
    static let tag = env("T_tag", 0.5)
    static let acronym = env("T_acronym", 0.5)
    static let defined = env("T_defined", 0.5)
    static let enumerated = env("T_enumerated", 0.2)
    static let w1 = env("T_w1", 0.45)
    static let w2 = env("T_w2", 1)
    static let w3 = env("T_w3", 1.2)
    static let w4 = env("T_w4", 1.0)
    static let idfPower = env("T_idf", 0.5)
    static func byWords(_ count: Int) -> Double {
        switch count { case 1: w1; case 2: w2; case 3: w3; default: w4 }
    }
    static func log2(_ x: Double) -> Double { Glibc.log2(x) }
    static func idf(_ notes: Double, _ count: Double) -> Double {
        Glibc.pow(Glibc.log(1 + notes / max(1, count)), idfPower)
    }
}
