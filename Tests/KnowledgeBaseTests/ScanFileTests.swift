import Foundation
import Glibc
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct ScanFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var vault: Vault {
        Vault(
            root: folder.path, notesFolders: [folder.path], indexFile: "/nowhere/kb.sqlite", logFile: "/nowhere/log",
            configFile: nil, choice: .flag, settings: .standard)
    }

    @Test(
        arguments: [
            (0, 0x41D7_F733_69EB_D802), (1, 0xD3AC_795D_26AC_8407), (8, 0x3CF8_AA25_D735_782D),
            (16, 0x3E6E_1FE6_7056_1849), (17, 0x44F2_4959_CD69_BB78), (1000, 0x3594_2261_ED8F_B5E6),
        ] as [(Int, UInt64)])
    func `the hash of a text is the same for ever`(_ length: Int, expected: UInt64) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 1) }
        #expect(ContentHash.of(bytes) == expected)
    }

    @Test func `a hash does not depend on where the bytes lie`() {
        let bytes = (0..<100).map { UInt8($0) }
        for start in 0..<9 {
            let moved = [UInt8](repeating: 0, count: start) + bytes
            let hash = moved.withUnsafeBytes { ContentHash.of(UnsafeRawBufferPointer(rebasing: $0[start...])) }
            #expect(hash == ContentHash.of(bytes))
        }
    }

    @Test func `texts that differ in one bit, in their length or in zeros at the end have other hashes`() {
        var seen: Set<UInt64> = []
        var count = 0
        for length in 0...40 {
            seen.insert(ContentHash.of([UInt8](repeating: 0, count: length)))
            count += 1
            for bit in 0..<(length * 8) {
                var bytes = [UInt8](repeating: 0, count: length)
                bytes[bit / 8] = 1 << UInt8(bit % 8)
                seen.insert(ContentHash.of(bytes))
                count += 1
            }
        }
        #expect(seen.count == count)
    }

    @Test func `each bit of a text changes about half of the bits of its hash`() {
        for length in [1, 8, 16, 17, 64] {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 5) }
            var changed = 0
            for bit in 0..<(length * 8) {
                var other = bytes
                other[bit / 8] ^= 1 << UInt8(bit % 8)
                changed += (ContentHash.of(bytes) ^ ContentHash.of(other)).nonzeroBitCount
            }
            let share = Double(changed) / Double(length * 8 * 64)
            #expect(share > 0.45 && share < 0.55, "\(length) bytes: \(share)")
        }
    }

    @Test func `a file is read whole with its stamp`() throws {
        let text = String(repeating: "words and words\r\n\0", count: 9000)
        try folder.write(["a.md": text, "empty.md": ""])
        let (bytes, stamp) = try FileBytes.readStamped(folder.at("a.md"))
        #expect(bytes == Array(text.utf8))
        #expect(stamp.size == text.utf8.count && stamp.hash == ContentHash.of(bytes) && stamp.modified > 0)
        #expect(try FileBytes.read(folder.at("empty.md")).isEmpty)
        #expect(try !FileBytes.read("/proc/self/status").isEmpty)
    }

    @Test func `what is no readable file gives the reason`() throws {
        try folder.write(["a.md": "12345", "f/": ""])
        #expect(mkfifo(folder.at("pipe"), 0o600) == 0)
        #expect(throws: FileBytes.ReadError.notAFile) { try FileBytes.read(folder.at("pipe")) }
        #expect(throws: FileBytes.ReadError.notAFile) { try FileBytes.read(folder.at("f")) }
        #expect(throws: FileBytes.ReadError.system(ENOENT)) { try FileBytes.read(folder.at("gone")) }
        #expect(throws: FileBytes.ReadError.system(ENOENT)) { try FileBytes.read("a\0b") }
        #expect(throws: FileBytes.ReadError.tooLarge(limit: 4)) { try FileBytes.read(folder.at("a.md"), limit: 4) }
        #expect(FileBytes.ReadError.system(ENOENT).message == "No such file or directory")
    }

    @Test func `files read ahead come in the order asked for, those that cannot be read among them`() throws {
        var files: [String: String] = [:]
        for number in 0..<300 { files["\(number).md"] = String(repeating: "\(number) ", count: number * 40) }
        try folder.write(files)
        let paths = (0..<300).map { "\($0).md" } + ["gone.md"]
        let reader = FileReader(vault: vault, paths: paths)
        var place = 0
        while let file = reader.next() {
            #expect(file.place == place && file.path == paths[place])
            switch file.content {
            case .success(let content): #expect(content.bytes == files[file.path].map { Array($0.utf8) })
            case .failure(let error): #expect(error.isMissing && file.path == "gone.md")
            }
            place += 1
        }
        #expect(place == 301 && reader.next() == nil)
    }

    @Test func `a reader may be left before its last file`() throws {
        try folder.write(Dictionary(uniqueKeysWithValues: (0..<200).map { ("\($0).md", "x") }))
        for _ in 0..<20 {
            let reader = FileReader(vault: vault, paths: (0..<200).map { "\($0).md" })
            #expect(reader.next()?.place == 0)
        }
        #expect(FileReader(vault: vault, paths: []).next() == nil)
    }

    @Test func `several threads share one reader`() async throws {
        try folder.write(Dictionary(uniqueKeysWithValues: (0..<200).map { ("\($0).md", "x") }))
        let reader = FileReader(vault: vault, paths: (0..<200).map { "\($0).md" })
        let places = await withTaskGroup(of: [Int].self) { group in
            for _ in 0..<3 {
                group.addTask {
                    var places: [Int] = []
                    while let file = reader.next() { places.append(file.place) }
                    return places
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(places.sorted() == Array(0..<200))
    }
}
