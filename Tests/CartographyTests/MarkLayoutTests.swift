import GeoModel
import Projections
import Raster
import TestSupport
import Testing

@testable import Cartography

@Suite("Mark layout") struct MarkLayoutTests {
    private let style = MapStyle(width: 1200, height: 900)
    private let place = PixelPoint(x: 300, y: 200)

    private func marks(_ count: Int, figures: [Double] = []) -> [EventMark] {
        let features = (0..<count).map { index in
            SampleEvents.event(
                "e\(index)", longitude: 12, latitude: 42,
                killed: index < figures.count ? Figure(figures[index]) : nil)
        }
        let sheet = EventSheet(features)
        let marker = EventMarker(
            key: CategoryKey(features, theme: .light),
            scale: FigureScale(largestValue: figures.max() ?? 0, style: style), sizeBy: "killed",
            roles: TotalsAndParts(sheet, isDrawn: { _ in true }, key: "killed"))
        return sheet.placed.map { marker.mark($0, at: place, carriesFigure: true) }
    }

    private func overlap(_ left: EventMark, _ right: EventMark) -> Double {
        left.reach + right.reach - left.centre.distance(to: right.centre)
    }

    // MARK: One place

    @Test(arguments: 2...18)
    func `no mark of a place covers another`(count: Int) {
        let cluster = MarkCluster(marks(count), at: place, style: style)
        for (index, mark) in cluster.marks.enumerated() {
            for other in cluster.marks[(index + 1)...] { #expect(overlap(mark, other) < 0.01) }
            #expect(mark.centre.distance(to: place) + mark.reach <= cluster.reach + 0.01)
        }
        #expect(cluster.marks.count == count)
    }

    @Test(arguments: [1, 3, 8, 17])
    func `small marks stand around a large one, which stays at its place`(count: Int) throws {
        let cluster = MarkCluster(marks(count + 1, figures: [600]), at: place, style: style)
        let large = try #require(cluster.principal)
        #expect(large.centre == place)
        for (index, mark) in cluster.marks.enumerated() {
            for other in cluster.marks[(index + 1)...] { #expect(overlap(mark, other) < 0.01) }
        }
    }

    @Test func `more marks than can stand apart are one counted disc, none lost`() {
        let cluster = MarkCluster(marks(40, figures: [5]), at: place, style: style)
        #expect(cluster.counted.count == 39)
        #expect(cluster.all.count == 40)
    }

    @Test func `the layout does not depend on the order of the marks`() {
        let all = marks(9, figures: [4, 2])
        #expect(
            MarkCluster(all, at: place, style: style)
                == MarkCluster(all.reversed(), at: place, style: style))
    }

    // MARK: Many places

    /// 60 places on 400 x 300 pixels: their marks take a third of the ground.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `places in each other's way are moved apart`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let clusters = scattered(&random, width: 400, height: 300)
        let frame = PixelFrame(width: 400, height: 300)
        let spread = MarkDisplacement(gap: 1, bounds: frame).spread(clusters)
        for (index, cluster) in spread.enumerated() {
            for other in spread[(index + 1)...] {
                let gap = cluster.centre.distance(to: other.centre) - cluster.reach - other.reach
                #expect(gap > 0)
            }
            #expect(cluster.centre.distance(to: cluster.truth) < 60)
        }
        #expect(spread == MarkDisplacement(gap: 1, bounds: frame).spread(clusters.reversed()))
    }

    /// So small a map has no room for 60 marks of 10 pixels.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func `marks that find no room side by side share a layout, and none is lost`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let clusters = scattered(&random, width: 130, height: 90)
        let frame = PixelFrame(width: 130, height: 90)
        let settled = MarkDisplacement(gap: 1, bounds: frame).settled(clusters, style: style)
        for (index, cluster) in settled.enumerated() {
            for other in settled[(index + 1)...] {
                let gap = cluster.centre.distance(to: other.centre) - cluster.reach - other.reach
                #expect(gap > -0.6)
            }
        }
        #expect(
            settled.flatMap(\.all).map(\.id).sorted() == clusters.flatMap(\.all).map(\.id).sorted())
        let turned = MarkDisplacement(gap: 1, bounds: frame)
            .settled(clusters.reversed(), style: style)
        #expect(settled == turned)
    }

    /// Sixty places, one mark each.
    private func scattered(
        _ random: inout SplitMix64, width: Double, height: Double
    ) -> [MarkCluster] {
        (0..<60).map { index -> MarkCluster in
            let truth = PixelPoint(
                x: Double.random(in: 20..<width - 20, using: &random).rounded(),
                y: Double.random(in: 20..<height - 20, using: &random).rounded())
            let mark = EventMark(
                event: EventAtPlace(SampleEvents.event("e\(index)", longitude: 0, latitude: 0)),
                look: CategoryLook(name: "attack", shape: .circle, color: Color(hex: 0)),
                size: .none, radius: 5, outerRadius: 5, truth: truth, centre: truth)
            return MarkCluster([mark], at: truth, style: style)
        }
    }

    @Test func `nothing is moved that is in nobody's way`() {
        let lonely = MarkCluster(marks(1), at: place, style: style)
        let frame = PixelFrame(width: 400, height: 300)
        #expect(MarkDisplacement(gap: 1, bounds: frame).spread([lonely]) == [lonely])
    }

    // MARK: Sizes

    /// Expected: area in proportion to value means radius by the square root (Flannery 1971).
    @Test func `four times the value has twice the radius, up to the largest`() {
        let scale = FigureScale(largestValue: 400, style: style)
        #expect(scale.radius(of: 400) == 28)
        #expect(scale.radius(of: 100) == 14)
        #expect(scale.radius(of: 1) == style.leastRadius)
        #expect(scale.radius(of: 4000) == 28)
        // Where all figures are small, marks are small.
        #expect(FigureScale(largestValue: 2, style: style).radius(of: 2) < 6)
    }

    @Test(
        arguments: [(613, [500, 100, 20]), (7, [5, 1]), (1, [1]), (0, [])]
            as [(Double, [Double])])
    func `the legend shows up to three round values`(largest: Double, expected: [Double]) {
        #expect(FigureScale(largestValue: largest, style: style).legendValues == expected)
    }

    /// Expected areas: that of the circle, π r², by the shoelace formula over the corners.
    @Test(arguments: MarkShape.allCases.filter { $0 != .circle })
    func `all shapes of one radius cover the same area`(shape: MarkShape) {
        let path = shape.path(centre: PixelPoint(x: 100, y: 100), radius: 20)
        let corners = path.elements.compactMap { element -> (Double, Double)? in
            switch element {
            case .move(let point), .line(let point): (Double(point.x) / 256, Double(point.y) / 256)
            default: nil
            }
        }
        var twice = 0.0
        for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
            twice += start.0 * end.1 - end.0 * start.1
        }
        #expect(abs(abs(twice) / 2 - Double.pi * 400) < 3)
    }

    @Test func `zero, none, a bound and a range look different`() throws {
        let figures: [Figure?] = [
            Figure(0), nil, Figure(40, form: .fewerThan), Figure(from: 10, through: 40), Figure(40),
        ]
        let features = figures.enumerated().map { index, figure in
            SampleEvents.event("e\(index)", longitude: 12, latitude: 42, killed: figure)
        }
        let sheet = EventSheet(features)
        let marker = EventMarker(
            key: CategoryKey(features, theme: .light),
            scale: FigureScale(largestValue: 40, style: style), sizeBy: "killed",
            roles: TotalsAndParts(sheet, isDrawn: { _ in true }, key: "killed"))
        let sizes = sheet.placed.map { marker.mark($0, at: place, carriesFigure: true).size }
        #expect(
            sizes == [
                .zero, .none, .figure(least: 0, greatest: 40), .figure(least: 10, greatest: 40),
                .figure(least: 40, greatest: 40),
            ])
    }
}
