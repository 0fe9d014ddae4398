import KBModel
import KBPresent
import Testing

@Suite struct ListingTests {
    private let notes = [
        NoteListing(
            path: "a.md", title: "A [draft]", day: Day(daysSinceEpoch: 20_000), modified: 1_777_777_777_000_000_000,
            words: 1_200, sections: 4, openTasks: 1, doneTasks: 2, tags: ["ml/serving", "x"]),
        NoteListing(
            path: "b.md", title: "B", day: Day(daysSinceEpoch: 0), modified: 0, words: 1, sections: 0, openTasks: 0,
            doneTasks: 0, tags: []),
    ]

    private func list(_ format: ListPresenter.Format, limit: Int? = nil) -> String {
        ListPresenter(format: format, paths: .inVault(root: "/v")).render(notes, limit: limit)
    }

    @Test func `notes are listed with what a reader chooses by`() {
        #expect(
            list(.text) == """
                a.md: A [draft]  2024-10-04 · 1,200 words · 2/3 tasks done · #ml/serving #x
                b.md: B  1970-01-01 · 1 word

                """)
    }

    @Test func `notes are listed in every format`() {
        #expect(list(.paths) == "a.md\nb.md\n")
        #expect(list(.md) == "- [A \\[draft\\]](<a.md>)\n- [B](<b.md>)\n")
        #expect(
            list(.csv, limit: 1) == """
                path,title,date,modified,words,sections,openTasks,doneTasks,tags
                a.md,A [draft],2024-10-04,2026-05-03T03:09:37Z,1200,4,1,2,ml/serving x

                """)
        #expect(
            list(.json, limit: 1) == """
                {
                  "version": 1,
                  "total": 2,
                  "notes": [
                    {
                      "path": "a.md",
                      "title": "A [draft]",
                      "date": "2024-10-04",
                      "modified": "2026-05-03T03:09:37Z",
                      "words": 1200,
                      "sections": 4,
                      "tasks": {"open": 1, "done": 2},
                      "tags": ["ml/serving", "x"]
                    }
                  ]
                }

                """)
        #expect(list(.jsonl).split(separator: "\n").count == 2)
        #expect(list(.json, limit: 0).contains("\"total\": 2, \"notes\": []"))
    }

    @Test func `tags are listed with the notes that use them`() {
        let tags = [
            TagCount(spelling: "ml", notes: 1, uses: 2), TagCount(spelling: "ML/eval", notes: 12, uses: 30),
            TagCount(spelling: "ml/eval/auc", notes: 3, uses: 3), TagCount(spelling: "ops/on-call", notes: 4, uses: 4),
        ]
        #expect(
            TagPresenter(format: .text).render(tags) == " 1  ml\n12  ML/eval\n 3  ml/eval/auc\n 4  ops/on-call\n")
        #expect(
            TagPresenter(format: .text, isTree: true).render(tags) == """
                 1  ml
                12    eval
                 3      auc
                    ops
                 4    on-call

                """)
        #expect(TagPresenter(format: .tsv).render([]) == "tag\tnotes\tuses\n")
        #expect(
            TagPresenter(format: .json).render(Array(tags.prefix(1)))
                == "{\"version\": 1, \"total\": 1, \"tags\": [{\"tag\": \"ml\", \"notes\": 1, \"uses\": 2}]}\n")
    }

    @Test func `a tag below one that was shown is not shown twice in the tree`() {
        let tags = [
            TagCount(spelling: "a-b", notes: 1, uses: 1), TagCount(spelling: "a/b", notes: 1, uses: 1),
            TagCount(spelling: "a", notes: 1, uses: 1),
        ]
        #expect(TagPresenter(format: .text, isTree: true).render(tags) == "1  a\n1    b\n1  a-b\n")
    }
}
