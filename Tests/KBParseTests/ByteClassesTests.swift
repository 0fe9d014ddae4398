import Testing

@testable import KBParse

@Suite struct ByteClassesTests {
    @Test(arguments: [
        InlineScanner.special, InlineScanner.rawSpecial, BlockScanner.starts, Definitions.marks,
        LinkParts.destinationMarks, LinkTarget.marks, PlainFrontMatter.marks, SlugMaker.kept, SlugMaker.nonASCII,
        TableRow.marks,
    ])
    func `a picture of the bytes has a place for each of the 256`(_ classes: ByteClasses) {
        #expect(classes.isComplete)
    }

    @Test func `the marks of running text are where ASCII has them`() {
        let marks = (0..<256).map(UInt8.init).filter(InlineScanner.special.contains)
        #expect(String(decoding: marks, as: UTF8.self) == "!#$%&(*.:<=?@[\\]_`~")
    }

    @Test func `a line opens a block only with the marks of blocks`() {
        let marks = (0..<256).map(UInt8.init).filter(BlockScanner.starts.contains)
        #expect(String(decoding: marks, as: UTF8.self) == "#$%*+-0123456789:<=>[_`|~")
    }
}
