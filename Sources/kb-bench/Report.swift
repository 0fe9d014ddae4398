import KBModel

/// What one benchmark found.
struct Report {
    /// The benchmark's name.
    let name: String
    private(set) var measures: [Measure] = []

    init(_ name: String) { self.name = name }

    /// Adds values measured one after the other.
    mutating func add(_ name: String, _ unit: Measure.Unit, _ values: [Double]) {
        measures.append(Measure(name: name, unit: unit, values: values.sorted()))
    }

    /// Adds a value that is the same on every run.
    mutating func add(_ name: String, _ unit: Measure.Unit, _ value: Double) { add(name, unit, [value]) }

    /// A line a measure.
    var table: String {
        let header = [name.padded(to: 34)] + ["median", "min", "95 %"].map { $0.padded(to: 10, fromLeft: true) }
        let rows = measures.map { measure in
            let figures = [measure.median, measure.values.first ?? 0, measure.quantile(0.95)]
            return [measure.name.padded(to: 34)]
                + figures.map { $0.figures.padded(to: 10, fromLeft: true) } + [" " + measure.unit.rawValue]
        }
        return ([header] + rows).map { $0.joined() + "\n" }.joined()
    }

    /// All reports as JSON.
    static func json(_ reports: [Report], _ subject: Subject) -> String {
        let lines = reports.flatMap { report in
            report.measures.map { measure in
                """
                    {"benchmark": \(report.name.quoted), "name": \(measure.name.quoted), \
                "unit": \(measure.unit.rawValue.quoted), "runs": \(measure.values.count), \
                "median": \(measure.median), "min": \(measure.values.first ?? 0), "p95": \(measure.quantile(0.95))}
                """
            }
        }
        return """
            {
              "version": 1,
              "folder": \(subject.vault.root.quoted),
              "notes": \(subject.paths.count),
              "measures": [
            \(lines.joined(separator: ",\n"))
              ]
            }
            """
    }
}

/// One thing that was measured, several times.
struct Measure {
    enum Unit: String {
        case milliseconds = "ms"
        case megabytes = "MB"
        case megabytesPerSecond = "MB/s"
        case percent = "%"
        case count = ""
    }

    var name: String
    var unit: Unit
    /// Ascending.
    var values: [Double]

    var median: Double { quantile(0.5) }

    /// The value below which `share` of the values lie.
    func quantile(_ share: Double) -> Double {
        guard let last = values.indices.last else { return 0 }
        let place = Double(last) * share
        let below = Int(place)
        let above = min(last, below + 1)
        return values[below] + (values[above] - values[below]) * (place - Double(below))
    }
}

extension Double {
    /// Two decimals below 100, none above.
    fileprivate var figures: String {
        guard abs(self) < 100 else { return String(Int(rounded())) }
        let hundredths = Int((abs(self) * 100).rounded())
        let decimals = String(hundredths % 100)
        return (self < 0 ? "-" : "") + "\(hundredths / 100)." + (decimals.count < 2 ? "0" : "") + decimals
    }
}

extension String {
    /// The text with spaces behind it, or before it, to fill `width` columns.
    func padded(to width: Int, fromLeft: Bool = false) -> String {
        let padding = String(repeating: " ", count: max(0, width - count))
        return fromLeft ? padding + self : self + padding
    }

    /// The text as a JSON string.
    fileprivate var quoted: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                result += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
