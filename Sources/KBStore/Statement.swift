import CSQLite

/// One compiled statement; parameters and columns count as SQLite counts them, from 1 and from 0.
final class Statement {
    let handle: OpaquePointer
    private let connection: Connection

    init(_ handle: OpaquePointer, of connection: Connection) {
        self.handle = handle
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    /// Goes to the next row; false after the last.
    @discardableResult
    func step() throws(StoreError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let error = connection.error(code)
            sqlite3_reset(handle)
            throw error
        }
    }

    /// Runs a statement that returns no row, and makes it ready to be run again.
    func run() throws(StoreError) {
        try step()
        sqlite3_reset(handle)
    }

    /// Makes the statement ready to be run again.
    func reset() { sqlite3_reset(handle) }

    func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(handle, index, Int64(value)) }

    func bind(_ index: Int32, _ value: String?) {
        guard var value else {
            sqlite3_bind_null(handle, index)
            return
        }
        value.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) { bytes in
                sqlite3_bind_text64(
                    handle, index, bytes.baseAddress ?? Statement.nothing, sqlite3_uint64(bytes.count),
                    kb_sqlite_transient(), UInt8(SQLITE_UTF8))
            }
        }
    }

    func bind(_ index: Int32, _ value: [UInt8]) {
        guard !value.isEmpty else {
            sqlite3_bind_zeroblob(handle, index, 0)
            return
        }
        _ = value.withUnsafeBytes { bytes in
            sqlite3_bind_blob64(handle, index, bytes.baseAddress, sqlite3_uint64(bytes.count), kb_sqlite_transient())
        }
    }

    /// Binds text without copying it; it must stay where it is until another is bound.
    func bind(_ index: Int32, borrowing text: UnsafeBufferPointer<UInt8>) {
        _ = text.withMemoryRebound(to: CChar.self) { text in
            sqlite3_bind_text64(
                handle, index, text.baseAddress ?? Statement.nothing, sqlite3_uint64(text.count), kb_sqlite_static(),
                UInt8(SQLITE_UTF8))
        }
    }

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// The path of the file named in a column, in `folder`, which is empty at the top: made in one go, as there are many.
    func path(in folder: String, _ column: Int32) -> String {
        guard !folder.isEmpty, let bytes = sqlite3_column_text(handle, column) else { return text(column) }
        let name = UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column)))
        let length = folder.utf8.count
        return String(unsafeUninitializedCapacity: length + 1 + name.count) { path in
            var folder = folder
            folder.withUTF8 { _ = path.initialize(from: $0) }
            path.initializeElement(at: length, to: UInt8(ascii: "/"))
            _ = path[(length + 1)...].initialize(from: name)
            return length + 1 + name.count
        }
    }

    /// Hands the bytes of a text to `body`, which they do not outlive.
    func withText<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let bytes = sqlite3_column_text(handle, column)
        return body(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// Hands the bytes of a blob to `body`, which they do not outlive.
    func withBlob<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let bytes = sqlite3_column_blob(handle, column)
        return body(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// A number of things in a note: a damaged index may say anything, sums of these never overflow.
    func count(_ column: Int32) -> Int { min(max(0, integer(column)), Int(Int32.max)) }

    func blob(_ column: Int32) -> [UInt8] {
        guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, column))))
    }

    /// What is bound for empty text: a null pointer would be SQL's null.
    private static var nothing: UnsafePointer<CChar> {
        let empty: StaticString = ""
        return UnsafeRawPointer(empty.utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
