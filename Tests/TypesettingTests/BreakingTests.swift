import Testing

@testable import Typesetting

@Suite("Breaking") struct BreakingTests {
    let typesetter = try? Typesetter()

    @Test(arguments: [
        ("Khankendi / Stepanakert", ["Khankendi /", "Stepanakert"]),
        ("Mingachevir reservoir", ["Mingachevir", "reservoir"]),
        ("A → B", ["A →", "B"]),
        ("Agdam ( city )", ["Agdam", "( city )"]),
        ("no\u{A0}break here", ["no\u{A0}break", "here"]),
        ("Khankendi", ["Khankendi"]),
        ("", [""]),
    ])
    func `breaks at spaces and keeps signs to their words`(
        text: String, expected: [String]
    ) throws {
        let lines = try #require(typesetter).lines(
            breaking: text, style: designStyle(), maxWidth: 0, maxLines: 2)
        #expect(lines.map(\.text) == expected)
    }

    @Test func `what fits stays on one line, spelled as it was`() throws {
        let lines = try #require(typesetter).lines(
            breaking: "a  b", style: designStyle(), maxWidth: 10_000, maxLines: 3)
        #expect(lines.map(\.text) == ["a  b"])
    }

    @Test func `takes as few lines as fit and makes them even`() throws {
        let typesetter = try #require(typesetter)
        let text = "one of the districts in the south of the country"
        let style = designStyle()
        let whole = typesetter.line(text, style: style)
        let lines = typesetter.lines(
            breaking: text, style: style, maxWidth: whole.width * 45 / 100, maxLines: 9)
        #expect(lines.count == 3)
        #expect(lines.map(\.text).joined(separator: " ") == text)
        #expect(lines.allSatisfy { $0.width <= whole.width * 45 / 100 })
    }

    @Test func `lines of a right-to-left text run from right to left`() throws {
        let lines = try #require(typesetter).lines(
            breaking: "شوشا Şuşa", style: designStyle(), maxWidth: 1, maxLines: 2)
        #expect(lines.map(\.text) == ["شوشا", "Şuşa"])
        #expect(lines.allSatisfy { $0.isRightToLeft })
    }

    /// Every way to break is tried and the best compared; the seed is the test's name.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `no other breaks have a narrower widest line`(seed: UInt64) {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let widths = (0..<1 + next(9)).map { _ in 1 + next(40) }
        let maxWidth = 10 + next(80)
        let maxLines = 1 + next(5)
        let lines = LineBreaker(widths: widths, space: 3)
            .lines(maxWidth: maxWidth, maxLines: maxLines)
        #expect(lines.flatMap(\.self) == Array(widths.indices))

        func widest(_ lines: [Range<Int>]) -> Int {
            lines.map { widths[$0].reduce(0, +) + 3 * ($0.count - 1) }.max() ?? 0
        }
        // A bit of the mask for each gap between words: set where a line ends.
        let ways = (0..<1 << (widths.count - 1)).map { mask in
            var starts = [0]
            for gap in 1..<max(1, widths.count) where mask >> (gap - 1) & 1 == 1 {
                starts.append(gap)
            }
            return zip(starts, starts.dropFirst() + [widths.count]).map { $0..<$1 }
        }.filter { $0.count <= maxLines }
        let fewest =
            ways.filter { widest($0) <= maxWidth }.map(\.count).min() ?? min(maxLines, widths.count)
        let best = ways.filter { $0.count == fewest }.map(widest).min()
        #expect(lines.count == fewest)
        #expect(widest(lines) == best)
    }
}
