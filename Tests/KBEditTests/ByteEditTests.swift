import KBEdit
import Testing

struct ByteEditTests {
    @Test func `edits are made in the order of the file, and all else stays`() {
        let file = Array("one two three".utf8)
        let new = ByteEdit.apply([ByteEdit(8..<13, "3"), ByteEdit(0..<3, "1"), ByteEdit(4..<4, "+")], to: file)
        #expect(new == Array("1 +two 3".utf8))
    }

    @Test func `insertions at one place keep their order`() {
        let edits = [ByteEdit(1..<1, "b"), ByteEdit(1..<1, "c")]
        #expect(ByteEdit.apply(edits, to: Array("ad".utf8)) == Array("abcd".utf8))
    }

    @Test(arguments: [[ByteEdit(0..<3, ""), ByteEdit(2..<4, "")], [ByteEdit(3..<9, "")]])
    func `edits that overlap or leave the file are refused`(_ edits: [ByteEdit]) {
        #expect(ByteEdit.apply(edits, to: Array("abcde".utf8)) == nil)
    }

    @Test func `a plan lists its changes by path`() {
        let plan = ChangePlan(
            title: "t", changes: [.create(path: "b.md", bytes: []), .moveFile(from: "a.png", to: "c.png")],
            remarks: [ChangeRemark(.dangling, path: "b.md", line: 2, "x"), ChangeRemark(.unkept, path: "a.md", "y")])
        #expect(plan.changes.map(\.path) == ["a.png", "b.md"])
        #expect(plan.remarks.map(\.text) == ["y", "x"])
    }
}
