import GeoModel
import Projections
import TestSupport
import Testing

@testable import Cartography

@Suite("Marks gathered without a frame") struct MarkGatheringTests {
    private static let style = MapStyle(width: 1200, height: 900)

    @Test(arguments: [60, 600, 4000])
    func `nothing overlaps, and nothing is lost`(count: Int) {
        for seed in 0..<3 as Range<UInt64> {
            let places = Self.places(count, seed: seed, over: (1000, 1000))
            let groups = MarkGathering(style: Self.style, worldWidth: nil).gathered(places)
            #expect(
                Set(groups.flatMap(\.cluster.all).map(\.id)) == Set(places.flatMap(\.all).map(\.id))
            )
            #expect(groups.map { $0.cluster.all.count }.reduce(0, +) == places.flatMap(\.all).count)
            for (index, group) in groups.enumerated() {
                #expect(group.cluster.reach <= MarkGathering.longest)
                for other in groups[(index + 1)...] {
                    let room = group.cluster.reach + other.cluster.reach
                    #expect(group.cluster.truth.distance(to: other.cluster.truth) > room)
                }
            }
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `a window shows what the whole shows there`(seed: UInt64) {
        let places = Self.places(2500, seed: seed, over: (10_000, 900))
        let gathering = MarkGathering(style: Self.style, worldWidth: nil)
        let inside = { (group: MarkGathering.Group) in (5000..<5200).contains(group.cluster.truth.x)
        }
        let whole = gathering.gathered(places).filter(inside)
        let near = places.filter {
            (5000 - MarkGathering.reach...5200 + MarkGathering.reach).contains($0.truth.x)
        }
        #expect(near.count < places.count)
        #expect(gathering.gathered(near).filter(inside) == whole)
        #expect(whole.contains { $0.places.count > 1 })
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `the order of places does not matter`(seed: UInt64) {
        let places = Self.places(500, seed: seed, over: (800, 800))
        let gathering = MarkGathering(style: Self.style, worldWidth: nil)
        var random = SplitMix64(seed: seed)
        #expect(
            gathering.gathered(places.shuffled(using: &random)) == gathering.gathered(places))
    }

    @Test func `a mark alone stays where it is, and two apart stay apart`() {
        let places = Self.places(at: [(100, 100), (114, 100)])
        let groups = MarkGathering(style: Self.style, worldWidth: nil).gathered(places)
        #expect(groups.map(\.cluster) == places)
    }

    @Test func `marks meet across the edge of the world`() {
        let places = Self.places(at: [(1, 100), (1023, 100)])
        #expect(MarkGathering(style: Self.style, worldWidth: 1024).gathered(places).count == 1)
        #expect(MarkGathering(style: Self.style, worldWidth: nil).gathered(places).count == 2)
    }

    /// Each overlaps the next: as many as the rounds leave open are decided square by square.
    @Test func `a long row of marks is decided to its end`() {
        let places = Self.places(at: (0..<400).map { (Double($0) * 8, 100) })
        let groups = MarkGathering(style: Self.style, worldWidth: nil).gathered(places)
        #expect(groups.map { $0.cluster.all.count }.reduce(0, +) == 400)
        for (left, right) in zip(
            groups.sorted { $0.cluster.truth.x < $1.cluster.truth.x },
            groups.sorted { $0.cluster.truth.x < $1.cluster.truth.x }.dropFirst())
        {
            let between = left.cluster.truth.distance(to: right.cluster.truth)
            #expect(between > left.cluster.reach + right.cluster.reach)
        }
    }

    private static func places(at points: [(Double, Double)]) -> [MarkCluster] {
        made(points.map { (PixelPoint(x: $0.0, y: $0.1), 1, nil) })
    }

    /// Places with one to three events, some with a figure.
    private static func places(
        _ count: Int, seed: UInt64, over size: (Double, Double)
    ) -> [MarkCluster] {
        var random = SplitMix64(seed: seed)
        return made(
            (0..<count).map { _ in
                let point = PixelPoint(
                    x: (Double.random(in: 0..<size.0, using: &random) * 256).rounded() / 256,
                    y: (Double.random(in: 0..<size.1, using: &random) * 256).rounded() / 256)
                let figure = Int.random(in: 0..<8, using: &random) == 0
                return (
                    point, .random(in: 1...3, using: &random),
                    figure ? .random(in: 1..<900, using: &random) : nil
                )
            })
    }

    private static func made(
        _ places: [(point: PixelPoint, count: Int, figure: Double?)]
    ) -> [MarkCluster] {
        let kinds = ["attack", "protest", "visit", "shelling"]
        let features = places.enumerated().flatMap { index, place in
            (0..<place.count).map { number in
                SampleEvents.event(
                    "e\(100_000 + index)-\(number)", longitude: 12, latitude: 42,
                    category: kinds[(index + number) % 4],
                    killed: number == 0 ? place.figure.map { Figure($0) } : nil)
            }
        }
        let sheet = EventSheet(features)
        let marker = EventMarker(
            key: CategoryKey(features, theme: .light),
            scale: FigureScale(largestValue: 900, style: style), sizeBy: "killed",
            roles: TotalsAndParts(sheet, isDrawn: { _ in true }, key: "killed"))
        var events = sheet.placed[...]
        return places.map { place in
            let marks = events.prefix(place.count).map {
                marker.mark($0, at: place.point, carriesFigure: true)
            }
            events = events.dropFirst(place.count)
            return MarkCluster(marks, at: place.point, style: style)
        }
    }
}
