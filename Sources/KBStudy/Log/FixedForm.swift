import struct KBModel.Instant

/// Reads a line of the log exactly as this program writes it, for the short events that make up most of a log.
///
/// Several times as fast as reading JSON, which matters in a log of many years. Anything else is left to the reader of
/// JSON, so nothing here needs to say what is wrong.
struct FixedForm {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    /// A reader at the start of a line; nil when the line does not begin as ours do.
    init?(_ line: ArraySlice<UInt8>) {
        bytes = line
        index = line.startIndex
        guard take("{\"v\":1,\"id\":\"") else { return nil }
    }

    /// The event, when the whole line has the form of one.
    mutating func event() -> StudyEvent? {
        guard let number = number(), take("-"), let origin = text(), let id = EventID(number: number, origin: origin),
            take("\",\"at\":\""), let time = instant(), take("\",\"kind\":\""), let kind = text(), take("\",\"of\":\""),
            let name = text(), let of = StudyID(name), take("\""), let action = action(kind, of), take("}"),
            index == bytes.endIndex
        else { return nil }
        return StudyEvent(action, at: time, id: id)
    }

    private mutating func action(_ kind: String, _ id: StudyID) -> StudyEvent.Action? {
        switch kind {
        case "review":
            guard take(",\"grade\":"), let grade = number().flatMap(Grade.init) else { return nil }
            guard take(",\"seconds\":") else { return .review(id, grade, seconds: nil) }
            return number().map { .review(id, grade, seconds: $0) }
        case "miss": return .miss(id)
        case "suspend": return .suspend(id)
        case "unsuspend": return .unsuspend(id)
        case "tick": return .tick(id)
        case "untick": return .untick(id)
        case "acknowledge": return .acknowledge(id)
        default: return nil
        }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { text in
            guard bytes.endIndex - index >= text.count, bytes[index..<index + text.count].elementsEqual(text) else {
                return false
            }
            index += text.count
            return true
        }
    }

    /// Up to twelve digits, the first no zero unless it is alone.
    private mutating func number() -> Int? {
        let digits = bytes[index...].prefix(12).prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else { return nil }
        index = digits.endIndex
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Small letters, digits and hyphens.
    private mutating func text() -> String? {
        let run = bytes[index...].prefix { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || byte == UInt8(ascii: "-")
        }
        index = run.endIndex
        return run.isEmpty ? nil : String(decoding: run, as: UTF8.self)
    }

    private mutating func instant() -> Instant? {
        guard bytes.endIndex - index > 20 else { return nil }
        defer { index += 20 }
        return Instant(utf8: bytes[index..<index + 20])
    }
}
