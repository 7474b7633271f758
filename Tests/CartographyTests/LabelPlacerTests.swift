import Cartography
import Raster
import TestSupport
import Testing
import Typesetting

@Suite("Label placement") struct LabelPlacerTests {
    private static let frame = SubpixelBounds(minX: 0, minY: 0, maxX: 400 * 256, maxY: 300 * 256)

    // MARK: One label

    /// Expected: the order of preference of Imhof (1975) and Yoeli (1972).
    @Test func `takes the eight positions in the order of preference`() throws {
        let mark = SubpixelPoint(xInPixels: 200, yInPixels: 150)
        var obstacles: [LabelObstacle] = []
        var sides: [String] = []
        for _ in 0..<8 {
            let placer = LabelPlacer(frame: Self.frame, obstacles: obstacles)
            let layout = placer.place([Self.request("a", at: mark)])
            let box = try #require(layout.placements.first).box
            sides.append(Self.side(of: box, from: mark))
            // A speck in the place, at the edge that other places do not reach.
            let y = sides[sides.count - 1].hasSuffix("down") ? box.maxY - 128 : box.minY + 128
            obstacles.append(.disc(SubpixelPoint(x: box.middle.x, y: y), radius: 1))
        }
        #expect(
            sides == [
                "right-up", "right-down", "left-up", "left-down", "above", "below", "right", "left",
            ])
    }

    @Test func `stands clear of its mark, and further off before a leader`() throws {
        let mark = SubpixelPoint(xInPixels: 200, yInPixels: 150)
        let ring: [LabelObstacle] = [
            .disc(mark, radius: 5 * 256 + 256 * 4)
        ]
        let layout = LabelPlacer(frame: Self.frame, obstacles: ring).place([
            Self.request("a", at: mark, radius: 5 * 256, allowsLeader: true)
        ])
        let place = try #require(layout.placements.first)
        #expect(place.leader == nil)
        #expect(place.box.minX >= mark.x + 9 * 256)
    }

    @Test func `a request of one ring stands at the gap or nowhere`() {
        let mark = SubpixelPoint(xInPixels: 200, yInPixels: 150)
        let ring = LabelObstacle.disc(mark, radius: 5 * 256 + 256 * 4)
        var request = Self.request("a", at: mark, radius: 5 * 256)
        request.rings = 1
        let placer = LabelPlacer(frame: Self.frame, obstacles: [ring])
        #expect(placer.place([request]).dropped == ["a"])
        #expect(LabelPlacer(frame: Self.frame).place([request]).dropped.isEmpty)
    }

    @Test func `a leader runs from the mark's edge to the label and crosses no obstacle's label`()
        throws
    {
        let mark = SubpixelPoint(xInPixels: 200, yInPixels: 150)
        let crowd = LabelObstacle.disc(mark, radius: 30 * 256)
        let placer = LabelPlacer(frame: Self.frame, obstacles: [crowd])
        let without = placer.place([Self.request("a", at: mark)])
        #expect(without.dropped == ["a"])
        let with = placer.place([Self.request("a", at: mark, allowsLeader: true)])
        let place = try #require(with.placements.first)
        let (start, end) = try #require(Self.ends(of: place.leader))
        #expect(place.box.outset(by: 1).contains(end))
        let (dx, dy) = (Int(start.x - mark.x), Int(start.y - mark.y))
        #expect(abs(dx * dx + dy * dy - 768 * 768) < 2000)
    }

    @Test func `a leader passes no other mark, but leaves the group that its own stands in`() throws
    {
        let mark = SubpixelPoint(xInPixels: 200, yInPixels: 150)
        let group = LabelObstacle.disc(SubpixelPoint(xInPixels: 195, yInPixels: 150), radius: 9000)
        // Foreign marks close the ring around the group, but for a gap to the lower left.
        let foreign = [(200.0, 100.0), (245, 115), (255, 160), (235, 200), (190, 210), (140, 115)]
            .map { SubpixelPoint(xInPixels: $0.0, yInPixels: $0.1) }
        let placer = LabelPlacer(
            frame: Self.frame,
            obstacles: [group] + foreign.map { .disc($0, radius: 6000) })
        let layout = placer.place([
            Self.request("a", at: mark, width: 120, allowsLeader: true)
        ])
        let (start, end) = try #require(Self.ends(of: layout.placements.first?.leader))
        #expect(start.x < mark.x && end.x < 160 * 256)
    }

    @Test func `a smaller text is tried before a leader`() throws {
        let mark = SubpixelPoint(xInPixels: 200, yInPixels: 150)
        let sides = [
            SubpixelBounds(minX: 0, minY: 0, maxX: 160 * 256, maxY: 300 * 256),
            SubpixelBounds(minX: 240 * 256, minY: 0, maxX: 400 * 256, maxY: 300 * 256),
        ]
        let placer = LabelPlacer(
            frame: Self.frame, obstacles: sides.map { .rectangle($0) })
        var request = Self.request("a", at: mark, width: 100, allowsLeader: true)
        #expect(placer.place([request]).dropped == ["a"])
        request.alternatives = [
            [Self.line("still too wide", width: 90)],
            [Self.line("Khan-", width: 30), Self.line("kendi", width: 30)],
        ]
        let place = try #require(placer.place([request]).placements.first)
        #expect(place.variant == 2)
        #expect(place.origins.count == 2)
        #expect(place.leader == nil)
    }

    @Test(arguments: [(1.0, 1.0), (399, 1), (1, 299), (399, 299), (200, 2), (3, 150)])
    func `a label near the edge of the frame stays inside`(x: Double, y: Double) throws {
        let mark = SubpixelPoint(xInPixels: x, yInPixels: y)
        let layout = LabelPlacer(frame: Self.frame).place([Self.request("a", at: mark)])
        let box = try #require(layout.placements.first).box
        #expect(Self.frame.contains(box.outset(by: 512)))
    }

    @Test func `a mark outside the frame has no label`() {
        let mark = SubpixelPoint(xInPixels: -5, yInPixels: 150)
        let layout = LabelPlacer(frame: Self.frame).place([Self.request("a", at: mark)])
        #expect(layout.dropped == ["a"])
    }

    @Test func `lines are ranged with the side they stand on`() throws {
        let mark = SubpixelPoint(xInPixels: 200, yInPixels: 150)
        let lines = [Self.line("Khankendi /", width: 60), Self.line("Stepanakert", width: 70)]
        func origins(_ anchor: LabelRequest.Anchor, _ obstacles: [LabelObstacle]) throws -> [Int32]
        {
            let request = LabelRequest(id: "a", priority: 1, lines: lines, anchor: anchor)
            let layout = LabelPlacer(frame: Self.frame, obstacles: obstacles).place([request])
            let place = try #require(layout.placements.first)
            #expect(place.origins.count == 2)
            #expect(place.origins[0].y < place.origins[1].y)
            #expect(place.origins.allSatisfy { $0.y > place.box.minY && $0.y < place.box.maxY })
            return place.origins.map { $0.x - place.box.minX }
        }
        let right = SubpixelBounds(minX: mark.x + 600, minY: 0, maxX: 400 * 256, maxY: 300 * 256)
        #expect(try origins(.mark(mark, radius: 512), []) == [0, 0])
        #expect(try origins(.mark(mark, radius: 512), [.rectangle(right)]) == [2560, 0])
        #expect(try origins(.centred([mark]), []) == [1280, 0])
    }

    @Test func `an area's label takes its first free point`() throws {
        let points = [(100.0, 100.0), (200, 150), (300, 200)].map {
            SubpixelPoint(xInPixels: $0.0, yInPixels: $0.1)
        }
        let request = LabelRequest(
            id: "a", priority: 1, lines: [Self.line("LACHIN", width: 50)],
            anchor: .centred(points))
        let free = LabelPlacer(frame: Self.frame).place([request])
        #expect(free.placements.first?.box.middle == points[0])
        let placer = LabelPlacer(
            frame: Self.frame, obstacles: [.disc(points[0], radius: 256)])
        #expect(placer.place([request]).placements.first?.box.middle == points[1])
    }

    // MARK: Several labels

    @Test func `keeps clear of the mark of a later label where it can`() throws {
        let first = SubpixelPoint(xInPixels: 100, yInPixels: 150)
        let later = SubpixelPoint(xInPixels: 130, yInPixels: 146)
        let layout = LabelPlacer(frame: Self.frame).place([
            Self.request("a", at: first, priority: 1), Self.request("b", at: later, priority: 2),
        ])
        #expect(layout.dropped.isEmpty)
    }

    @Test func `a label moves aside for one that has no other place`() throws {
        // A corridor with a wall at its right end: `a` likes its right better than its left, but its
        // left is the only room that `b` has.
        let marks = [(200.0, 150.0), (290, 150)].map {
            SubpixelPoint(xInPixels: $0.0, yInPixels: $0.1)
        }
        let roof = SubpixelBounds(minX: 0, minY: 0, maxX: 400 * 256, maxY: 138 * 256)
        let floor = SubpixelBounds(minX: 0, minY: 162 * 256, maxX: 400 * 256, maxY: 300 * 256)
        let wall = SubpixelBounds(
            minX: marks[1].x + 300, minY: 0, maxX: 400 * 256, maxY: 300 * 256)
        let placer = LabelPlacer(
            frame: Self.frame, obstacles: [roof, floor, wall].map { .rectangle($0) })
        let alone = placer.place([Self.request("a", at: marks[0], width: 70)])
        #expect(try #require(alone.placements.first).box.minX > marks[0].x)
        let layout = placer.place([
            Self.request("a", at: marks[0], priority: 1, width: 70),
            Self.request("b", at: marks[1], priority: 2, width: 70),
        ])
        #expect(layout.dropped.isEmpty)
        #expect(layout.placements[0].box.maxX < marks[0].x)
    }

    @Test func `a mark under an earlier label loses its own`() {
        let wide = LabelRequest(
            id: "a", priority: 1, lines: [Self.line("A REGION", width: 200)],
            anchor: .centred([SubpixelPoint(xInPixels: 200, yInPixels: 150)]))
        let hidden = Self.request("b", at: SubpixelPoint(xInPixels: 180, yInPixels: 150))
        #expect(LabelPlacer(frame: Self.frame).place([hidden, wide]).dropped == ["b"])
    }

    @Test func `the same text is not repeated near by`() {
        let requests = [100.0, 180, 330].enumerated().map { index, x in
            LabelRequest(
                id: "road-\(index)", priority: 1, lines: [Self.line("M2", width: 20)],
                anchor: .centred([SubpixelPoint(xInPixels: x, yInPixels: 150)]),
                repeatDistance: 150 * 256)
        }
        #expect(LabelPlacer(frame: Self.frame).place(requests).dropped == ["road-1"])
    }

    @Test func `a request without text is dropped, and no request is no work`() {
        let empty = LabelRequest(
            id: "a", priority: 1, lines: [],
            anchor: .mark(SubpixelPoint(xInPixels: 9, yInPixels: 9), radius: 100))
        #expect(LabelPlacer(frame: Self.frame).place([empty]).dropped == ["a"])
        #expect(LabelPlacer(frame: Self.frame).place([]).placements.isEmpty)
    }

    // MARK: Making requests

    /// A line of a given size: what it says on paper does not matter here.
    static func line(_ text: String, width: Int32, height: Int32 = 13) -> TextLine {
        var line = blank
        line.text = text
        line.style = TextStyle(sizeInPixels: Double(height))
        line.width = width * 64
        line.ascent = height * 64
        line.descent = height * 16
        return line
    }

    private static let blank: TextLine = {
        guard let typesetter = try? Typesetter() else { fatalError("the fonts are linked in") }
        return typesetter.line("", style: TextStyle(sizeInPixels: 13))
    }()

    static func request(
        _ id: String, at point: SubpixelPoint, priority: Int = 5, radius: Int32 = 768,
        width: Int32 = 60, allowsLeader: Bool = false
    ) -> LabelRequest {
        LabelRequest(
            id: id, priority: priority, lines: [line("Shusha", width: width)],
            anchor: .mark(point, radius: radius), allowsLeader: allowsLeader)
    }

    static func ends(of leader: Path?) -> (SubpixelPoint, SubpixelPoint)? {
        guard let leader, leader.elements.count == 2,
            case .move(let start) = leader.elements[0], case .line(let end) = leader.elements[1]
        else { return nil }
        return (start, end)
    }

    private static func side(of box: SubpixelBounds, from mark: SubpixelPoint) -> String {
        let offset = Int(box.middle.y) - Int(mark.y)
        let vertical = offset < -300 ? "up" : offset > 300 ? "down" : ""
        if box.minX > mark.x { return vertical.isEmpty ? "right" : "right-\(vertical)" }
        if box.maxX < mark.x { return vertical.isEmpty ? "left" : "left-\(vertical)" }
        return vertical == "up" ? "above" : "below"
    }
}
