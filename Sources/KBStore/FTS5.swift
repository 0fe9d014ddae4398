import CSQLite
import KBModel
import KBText

/// What our tokenizer and our auxiliary function share with the store, one a connection.
final class FTS5Context {
    /// Splits what is indexed. Made on first use: a connection that only reads needs none.
    lazy var tokenizer = Tokenizer()
    /// Positions taken by each column of the row just indexed, in the order of the columns.
    var lengths: [Int] = []
    /// Notes the terms of the section that is indexed; nil where nobody asks for them.
    var recorder: LatentRecorder?
    /// Where ``FTS5/collect`` puts what a query finds. Behind a pointer: the runtime checks every access to a variable of a
    /// class, and a query may find thousands of rows.
    let found: UnsafeMutablePointer<FoundRows>

    init() {
        found = .allocate(capacity: 1)
        found.initialize(to: FoundRows())
    }

    deinit {
        found.deinitialize(count: 1)
        found.deallocate()
    }
}

/// What a query finds.
struct FoundRows {
    /// In the order of their numbers.
    var rows: [FoundRow] = []
    /// Whether every phrase of the expression must hold, so that the rarest one counts; else all count together.
    var countsRarest = false
    /// With this many rows a query of one phrase may stop.
    var limit = Int.max
}

/// A row that a query found: the section, and how often it stands in heading and body; 255 stands for more.
struct FoundRow {
    var section: Int64
    var heading: UInt8
    var body: UInt8
}

/// Our tokenizer and our auxiliary function, registered through FTS5's public interface.
///
/// - SeeAlso: <https://sqlite.org/fts5.html#extending_fts5>
enum FTS5 {
    /// What separates the terms of a phrase handed to our tokenizer; no term holds it.
    static let termSeparator: UInt8 = 0x20

    /// Makes `kb` (the tokenizer) and `kb_collect` known to a connection. The context lives as long as the connection.
    static func register(on connection: Connection) throws(StoreError) -> FTS5Context {
        let api = try interface(of: connection)
        let context = FTS5Context()
        var tokenizer = fts5_tokenizer(xCreate: create, xDelete: { _ in }, xTokenize: tokenize)
        let forTokenizer = Unmanaged.passRetained(context).toOpaque()
        var code =
            api.pointee.xCreateTokenizer?(api, "kb", forTokenizer, &tokenizer, releaseContext) ?? SQLITE_MISUSE
        guard code == SQLITE_OK else { throw connection.error(code) }
        let forFunction = Unmanaged.passRetained(context).toOpaque()
        code = api.pointee.xCreateFunction?(api, "kb_collect", forFunction, collect, releaseContext) ?? SQLITE_MISUSE
        guard code == SQLITE_OK else { throw connection.error(code) }
        return context
    }

    private static func interface(of connection: Connection) throws(StoreError) -> UnsafeMutablePointer<fts5_api> {
        let statement = try connection.prepare("SELECT fts5(?1)")
        let result = UnsafeMutablePointer<UnsafeMutablePointer<fts5_api>?>.allocate(capacity: 1)
        defer { result.deallocate() }
        result.initialize(to: nil)
        let kind: StaticString = "fts5_api_ptr"
        kind.withUTF8Buffer { kind in
            _ = kind.withMemoryRebound(to: CChar.self) { kind in
                sqlite3_bind_pointer(statement.handle, 1, result, kind.baseAddress, nil)
            }
        }
        try statement.step()
        guard let api = result.pointee else { throw .failed(code: 1, "this SQLite has no FTS5") }
        return api
    }

    private static let releaseContext: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
        guard let context else { return }
        Unmanaged<FTS5Context>.fromOpaque(context).release()
    }

    private static let create:
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafeMutablePointer<UnsafePointer<CChar>?>?, Int32,
            UnsafeMutablePointer<OpaquePointer?>?
        ) -> Int32 = { context, _, _, tokenizer in
            tokenizer?.pointee = context.map { OpaquePointer($0) }
            return SQLITE_OK
        }

    private typealias Emit =
        @convention(c) (UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32) -> Int32

    private static let tokenize:
        @convention(c) (
            OpaquePointer?, UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Emit?
        ) -> Int32 = { tokenizer, target, purpose, text, count, emit in
            guard let tokenizer, let emit else { return SQLITE_MISUSE }
            guard let text, count > 0 else {
                if purpose & FTS5_TOKENIZE_DOCUMENT != 0 {
                    Unmanaged<FTS5Context>.fromOpaque(UnsafeRawPointer(tokenizer))
                        ._withUnsafeGuaranteedRef { $0.lengths.append(0) }
                }
                return SQLITE_OK
            }
            return text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { text in
                let text = UnsafeBufferPointer(start: text, count: Int(count))
                if purpose & FTS5_TOKENIZE_QUERY != 0 { return splitTerms(text, target, emit) }
                return Unmanaged<FTS5Context>.fromOpaque(UnsafeRawPointer(tokenizer))
                    ._withUnsafeGuaranteedRef { index(text, target, emit, $0) }
            }
        }

    /// Hands the words of a document to FTS5 and notes how many positions they took.
    private static func index(
        _ text: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableRawPointer?, _ emit: Emit, _ context: FTS5Context
    ) -> Int32 {
        let lexicon = context.tokenizer.lexicon
        let recorder = context.recorder
        // The heading is the second column.
        let isHeading = !context.lengths.isEmpty
        var code = SQLITE_OK
        var length = 0
        _ = context.tokenizer.scan(text, as: .document) { word, start, end, isColocated in
            let stem = lexicon.stem(of: word)
            recorder?.add(word, isInHeading: isHeading)
            code = emit(
                target, isColocated ? FTS5_TOKEN_COLOCATED : 0,
                stem.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(truncatingIfNeeded: stem.count),
                Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
            if !isColocated { length += 1 }
            return code == SQLITE_OK
        }
        context.lengths.append(length)
        return code
    }

    /// Hands the terms of a phrase to FTS5 as they are: the store has analysed them before.
    private static func splitTerms(
        _ text: UnsafeBufferPointer<UInt8>, _ target: UnsafeMutableRawPointer?, _ emit: Emit
    ) -> Int32 {
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != termSeparator { end += 1 }
            if end > start {
                let code = text[start..<end].withMemoryRebound(to: CChar.self) { term in
                    emit(
                        target, 0, term.baseAddress, Int32(truncatingIfNeeded: term.count),
                        Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
                }
                if code != SQLITE_OK { return code }
            }
            start = end + 1
        }
        return SQLITE_OK
    }

    /// Notes the rows of the query from the one at hand on.
    ///
    /// A single phrase is run through from here, without a step of SQLite's machine for each row, and the function
    /// returns 1. Of an expression with several it notes the row at hand and returns 0, so that a query that asks for rows
    /// with another value runs through all of them in one step.
    private static let collect:
        @convention(c) (
            UnsafePointer<Fts5ExtensionApi>?, OpaquePointer?, OpaquePointer?, Int32,
            UnsafeMutablePointer<OpaquePointer?>?
        ) -> Void = { api, row, result, _, _ in
            guard let api, let row, let context = api.pointee.xUserData?(row) else { return }
            let found = Unmanaged<FTS5Context>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.found }
            guard api.pointee.xPhraseCount?(row) == 1 else {
                note(row, api, in: found)
                sqlite3_result_int(result, 0)
                return
            }
            let code = api.pointee.xQueryPhrase?(row, 0, found, noteRow) ?? SQLITE_MISUSE
            if code == SQLITE_OK { sqlite3_result_int(result, 1) } else { sqlite3_result_error_code(result, code) }
        }

    private static let noteRow:
        @convention(c) (UnsafePointer<Fts5ExtensionApi>?, OpaquePointer?, UnsafeMutableRawPointer?) -> Int32 = {
            api, row, found in
            guard let api, let row, let found else { return SQLITE_MISUSE }
            let rows = found.assumingMemoryBound(to: FoundRows.self)
            note(row, api, in: rows)
            // Ends the query without an error, as the interface has it.
            return rows.pointee.rows.count < rows.pointee.limit ? SQLITE_OK : SQLITE_DONE
        }

    /// Notes one row with its occurrences in each column.
    @inline(__always)
    private static func note(
        _ row: OpaquePointer, _ api: UnsafePointer<Fts5ExtensionApi>, in found: UnsafeMutablePointer<FoundRows>
    ) {
        let section = api.pointee.xRowid?(row) ?? 0
        let countsRarest = found.pointee.countsRarest
        var heading = countsRarest ? Int.max : 0
        var body = countsRarest ? Int.max : 0
        for phrase in 0..<(api.pointee.xPhraseCount?(row) ?? 0) {
            let count = occurrences(of: phrase, api, row)
            heading = countsRarest ? min(heading, count.heading) : heading + count.heading
            body = countsRarest ? min(body, count.body) : body + count.body
        }
        found.pointee.rows.append(
            FoundRow(section: section, heading: UInt8(clamping: heading), body: UInt8(clamping: body)))
    }

    @inline(__always)
    private static func occurrences(
        of phrase: Int32, _ api: UnsafePointer<Fts5ExtensionApi>, _ row: OpaquePointer
    ) -> (heading: Int, body: Int) {
        var iterator = Fts5PhraseIter()
        var column: Int32 = -1
        var offset: Int32 = -1
        var heading = 0
        var body = 0
        guard api.pointee.xPhraseFirst?(row, phrase, &iterator, &column, &offset) == SQLITE_OK else { return (0, 0) }
        while column >= 0 {
            if column == 0 { body += 1 } else { heading += 1 }
            api.pointee.xPhraseNext?(row, &iterator, &column, &offset)
        }
        return (heading, body)
    }
}
