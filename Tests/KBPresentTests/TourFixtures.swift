import KBModel
import KBPresent
import KBStudy
import Testing

/// Checklists of someone who goes on tour by bicycle.
enum Tour {
    static let vault = PathStyle.inVault(root: "/v")

    static func item(
        _ id: String, _ text: String, _ sources: [Source], context: [String] = [], minutes: Minutes? = nil,
        isDone: Bool = false, isChanged: Bool = false, isQuestion: Bool = false, level: Int = 0, answer: String = ""
    ) throws -> Checklist.Item {
        Checklist.Item(
            id: try #require(StudyID(id)), text: text, context: context, sources: sources, minutes: minutes,
            isDone: isDone, isChanged: isChanged, isQuestion: isQuestion, level: level, answer: answer)
    }

    static let route = Source(path: "tour/route.md", line: 4)
    static let packing = Source(path: "packing.md", line: 12)

    static func checklist() throws -> Checklist {
        let question = try item(
            "7fk2q9x0ab", "Where can water be filled up?", [route, packing], isQuestion: true,
            answer: "at every churchyard\n  not in winter\nin <cafés> & bars")
        let parent = try item("p1m9c3d4ef", "Fix the stages", [route], minutes: Minutes(8, 9), isDone: true)
        var child = try item(
            "zz81t5h6jk", "no more than 70 km a day", [Source(path: "tour/route.md", line: 6)],
            context: ["Fix the stages"], level: 1)
        child.concepts = ["stage"]
        let other = try item(
            "c4w7r8s9tv", "two spare tubes", [packing], context: ["Tools", "In the left bag"], isChanged: true)
        return Checklist(
            topic: "long tour",
            groups: [
                .init(title: "Planning", minutes: Minutes(5, 5), items: [question, parent, child]),
                .init(title: "Packing #1", items: [other]),
            ])
    }
}
