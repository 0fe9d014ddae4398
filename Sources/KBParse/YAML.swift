internal import CYAML
public import KBModel

/// Reads YAML, as front matter and `kb.yml` need it.
///
/// Plain scalars are resolved by YAML 1.2's core schema (<https://yaml.org/spec/1.2.2/#103-core-schema>), so `yes` and
/// `2026-01-01` stay text. Aliases and anchors are refused: no document can grow while it is read.
public enum YAML {
    /// Why a document cannot be read, and where.
    public struct SyntaxError: Error, Equatable {
        /// The line, from 1.
        public var line: Int
        /// The column, from 1, in characters.
        public var column: Int
        /// What is wrong, one sentence without a final full stop.
        public var message: String
    }

    /// A document that could be read.
    public struct Document: Equatable, Sendable {
        /// The document's value; ``YAMLValue/null`` when it is empty.
        public var value: YAMLValue
        /// The top-level keys with the lines they stand on, repeated keys included, in the order of the file.
        public var keys: [(key: String, line: Int)]
        /// Repeated keys, one ``Issue`` each.
        public var issues: [Issue]

        /// Value, key lines and issues compared.
        public static func == (a: Document, b: Document) -> Bool {
            a.value == b.value && a.issues == b.issues && a.keys.elementsEqual(b.keys, by: ==)
        }
    }

    /// How deep lists and maps may nest: more than any settings file, far less than a stack holds.
    public static let deepest = 32
    /// The largest document read, in bytes: front matter and settings are pages, not books.
    public static let largest = 1 << 20

    /// Reads one document; a second one in the same text is an error.
    ///
    /// - Parameter firstLine: The number of the text's first line, for what is reported.
    /// - Throws: ``SyntaxError`` for text that is not YAML, too deep, too large, or uses anchors.
    public static func read(_ bytes: [UInt8], firstLine: Int = 1) throws(SyntaxError) -> Document {
        guard bytes.count <= largest else {
            throw SyntaxError(line: firstLine, column: 1, message: "YAML of more than \(largest) bytes is not read")
        }
        let result: Result<Document, SyntaxError> = bytes.withUnsafeBufferPointer { buffer in
            var reader = YAMLEventReader(buffer, firstLine: firstLine)
            defer { reader.close() }
            do throws(SyntaxError) { return .success(try reader.document()) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// Reads one document; trouble becomes an ``Issue`` of kind `front-matter`, and the value is null.
    public static func parse(_ bytes: [UInt8], firstLine: Int = 1) -> (YAMLValue, [Issue]) {
        do throws(SyntaxError) {
            let document = try read(bytes, firstLine: firstLine)
            return (document.value, document.issues)
        } catch {
            return (.null, [Issue(.frontMatter, .error, line: error.line, error.message)])
        }
    }
}
