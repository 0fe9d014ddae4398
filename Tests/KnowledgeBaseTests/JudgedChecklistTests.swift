import Foundation
import KBModel
import KBStudy
import Testing

@testable import KnowledgeBase

/// Makes checklists of this repository's own notes and sets them against `notes/checklists.tsv`: for each topic the points
/// that belong on it, as a person judged them, with every line that makes the point.
///
/// The floors stand just below what was measured when they were set. A change that lowers a figure below its floor must be
/// worth it; one that raises them raises the floors too.
@Suite struct JudgedChecklistTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// One point of a topic.
    private struct Point {
        var topic: String
        /// A reader would miss it; of other points, none is wanted and none is wrong.
        var isNeeded: Bool
        var sources: [Source]
    }

    private static let topics = [
        "class imbalance", "monitoring", "retraining", "calibration", "labels",
    ]

    private static func points() throws -> [Point] {
        let text = try String(contentsOf: root.appendingPathComponent("notes/checklists.tsv"), encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            let fields = line.split(separator: "\t").map(String.init)
            try #require(fields.count == 3)
            let sources = try fields[2].split(separator: ",").map { place in
                let colon = try #require(place.lastIndex(of: ":"))
                let line = try #require(Int(place[place.index(after: colon)...]))
                return Source(path: String(place[..<colon]), line: line)
            }
            return Point(topic: fields[0], isNeeded: fields[1] == "must", sources: sources)
        }
    }

    private func base(_ folder: TemporaryFolder) throws -> KnowledgeBase {
        let vault = try VaultLocator(
            flag: Self.root.path, environment: ["HOME": folder.path], workingFolder: folder.path,
            indexFolder: folder.at("index")
        ).locate()
        return KnowledgeBase(vault: vault)
    }

    @Test func `checklists hold the points they should, and few others`() throws {
        let folder = try TemporaryFolder()
        let base = try base(folder)
        let points = try Self.points()
        var (recalls, precisions): ([Double], [Double]) = ([], [])
        for topic in Self.topics {
            let judged = points.filter { $0.topic == topic }
            let items = try base.checklist(of: [topic]).items
            let cited = Set(items.flatMap(\.sources))
            let needed = judged.filter(\.isNeeded)
            let found = needed.count { $0.sources.contains(where: cited.contains) }
            let welcome = Set(judged.flatMap(\.sources))
            let right = items.count { $0.sources.contains(where: welcome.contains) }
            recalls.append(Double(found) / Double(max(1, needed.count)))
            precisions.append(Double(right) / Double(max(1, items.count)))
        }
        #expect(recalls.reduce(0, +) / 5 >= 0.83, "\(recalls)")
        #expect(precisions.reduce(0, +) / 5 >= 0.91, "\(precisions)")
    }

    @Test func `every judged line stands in the notes`() throws {
        let points = try Self.points()
        #expect(Set(points.map(\.topic)) == Set(Self.topics))
        for path in Set(points.flatMap(\.sources).map(\.path)).sorted() {
            let text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for source in points.flatMap(\.sources) where source.path == path {
                let isThere = lines.indices.contains(source.line - 1) && !lines[source.line - 1].isEmpty
                #expect(isThere, "\(path):\(source.line)")
            }
        }
    }
}
