import Testing

@testable import Typesetting

@Suite("Bidirectional order") struct BidiTests {
    /// An arrow (neutral, and of no block that is passed over) has FriBidi asked about the rest too.
    @Test(arguments: [
        "Xankəndi", "Ստեփանակերտ, 1988", "ქ. თბილისი (1918–1921)", "Ғ. Щёлково “50 %”", "- 3 -",
        "é\u{301}ğ ạ̈ Ἀθῆναι", "",
    ])
    func `text without right-to-left letters stands as FriBidi would order it`(text: String) {
        let scalars = text.unicodeScalars.map(\.value)
        for direction in [ParagraphDirection.automatic, .leftToRight] {
            let passed = BidiParagraph(scalars, direction: direction)
            let asked = BidiParagraph(scalars + [0x2192], direction: direction)
            #expect(passed.levels == Array(asked.levels.dropLast()))
            #expect(passed.visualOrder == Array(asked.visualOrder.dropLast()))
            #expect(!passed.isRightToLeft && !asked.isRightToLeft)
        }
        // In a paragraph from the right FriBidi is always asked.
        #expect(BidiParagraph(scalars, direction: .rightToLeft).isRightToLeft)
    }
}
