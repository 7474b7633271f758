import GeoJSON
import TestSupport
import Testing

/// The example events as a finished map of the usual size, read from `--describe`.
///
/// Drawn once, as SVG: laying out is what is tested, and filling pixels is slow in a debug build.
@Suite("The map of the example") struct ExampleMapTests {
    private struct Drawn {
        var map: JSONValue
        var svg: String
        var errors: String
    }

    private static let drawing = Task {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym(
                "map", "events.csv", "-o", "map.svg", "--describe", "map.json", "--size", "1200x900"
            )
            try #require(run.status == 0, "\(run.errors)")
            return Drawn(
                map: try JSONValue(parsing: workplace.bytes("map.json")),
                svg: String(decoding: try workplace.bytes("map.svg"), as: UTF8.self),
                errors: run.errors)
        }
    }

    private func drawn() async throws -> Drawn { try await Self.drawing.value }

    /// The example has 46 events (E27 has two rows), counted by eye.
    @Test func `every event is drawn or counted as not shown, with a reason`() async throws {
        let map = try await drawn().map
        let notShown = map["not_shown"]?.elements ?? []
        let counts = notShown.compactMap { $0["count"]?.integer }
        #expect(map["events"]?.integer == 46)
        #expect((map["drawn"]?.integer ?? 0) + counts.reduce(0, +) == 46)
        #expect(notShown.allSatisfy { $0["reason"]?.string?.isEmpty == false })
        let said = map["notes"]?.elements.compactMap(\.string) ?? []
        #expect(said.contains { $0.hasPrefix("\(counts.reduce(0, +)) events not shown: ") })
    }

    @Test func `marks stand for as many events as are said to be drawn`() async throws {
        let map = try await drawn().map
        let marked = Set(map["marks"]?.elements.compactMap { $0["event_id"]?.string } ?? [])
        // A road is drawn as a line and named, and has no mark.
        let roads = Set(
            map["labels"]?.elements.compactMap { $0["id"]?.string }
                .filter { $0.hasPrefix("road:") }
                .compactMap { $0.dropFirst(5).split(separator: "/").first.map(String.init) } ?? [])
        #expect(marked.union(roads).count == map["drawn"]?.integer)
    }

    /// Law 2 of the design: no option takes the line away.
    @Test func `says that all events come from one source`() async throws {
        let drawn = try await drawn()
        let line = "All events from one source: a web narrative of the Karabakh conflict"
        let notes = drawn.map["notes"]?.elements.compactMap(\.string) ?? []
        #expect(notes.contains { $0.hasPrefix(line) && $0.hasSuffix("; others may differ") })
        #expect(drawn.svg.contains(line))
    }

    @Test func `the SVG is XML with the words of the map`() async throws {
        let drawn = try await drawn()
        #expect(drawn.svg.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
        #expect(drawn.svg.hasSuffix("</svg>\n"))
        #expect(drawn.svg.contains("width=\"1200\" height=\"900\""))
        #expect(drawn.svg.contains("<desc id=\"description\">"))
    }

    @Test func `no label touches another label`() async throws {
        let labels = try await Self.placedLabels(drawn().map)
        #expect(labels.count > 10)
        for (index, label) in labels.enumerated() {
            for other in labels[(index + 1)...] where other.panel == label.panel {
                #expect(!label.box.touches(other.box), "\(label.id) and \(other.id)")
            }
        }
    }

    @Test func `no label touches a mark`() async throws {
        let map = try await drawn().map
        for label in Self.placedLabels(map) {
            for mark in map["marks"]?.elements ?? [] where mark["panel"]?.string == label.panel {
                guard let x = mark["x"]?.number, let y = mark["y"]?.number,
                    let radius = mark["radius"]?.number
                else { continue }
                // Positions are rounded to a thousandth of a pixel.
                let gap = label.box.distance(x: x, y: y) - radius
                #expect(
                    gap >= -0.002, "\(label.id) on \(mark["id"]?.string ?? ""), \(-gap) pixels")
            }
        }
    }

    @Test func `labels and marks stand inside the picture`() async throws {
        let map = try await drawn().map
        for label in Self.placedLabels(map) {
            #expect(label.box.isInside(width: 1200, height: 900), "\(label.id)")
        }
        for mark in map["marks"]?.elements ?? [] {
            let (x, y) = (mark["x"]?.number ?? -1, mark["y"]?.number ?? -1)
            #expect((0...1200).contains(x) && (0...900).contains(y), "\(mark["id"]?.string ?? "")")
        }
    }

    /// Neither party of the example's conflict is named alone.
    @Test func `both parties are named on the map, or neither`() async throws {
        let placed = try await Set(Self.placedLabels(drawn().map).map(\.id))
        #expect(placed.contains("place:iso:AM") == placed.contains("place:iso:AZ"))
    }

    /// `--quiet` leaves warnings away, and a run that sets nothing aside has no errors.
    @Test func `tells what it read`() async throws {
        let errors = try await drawn().errors
        #expect(errors.contains("events.csv: 47 rows: "))
        #expect(!errors.contains("error:"))
    }

    private static func placedLabels(_ map: JSONValue) -> [PlacedLabel] {
        (map["labels"]?.elements ?? []).compactMap(PlacedLabel.init)
    }
}

/// A label that found room.
private struct PlacedLabel {
    var id: String
    var panel: String
    var box: Box

    init?(_ label: JSONValue) {
        guard let sides = label["box"]?.elements.compactMap(\.number), sides.count == 4,
            let id = label["id"]?.string, let panel = label["panel"]?.string
        else { return nil }
        self.id = id
        self.panel = panel
        box = Box(left: sides[0], top: sides[1], right: sides[2], bottom: sides[3])
    }
}

/// A box in pixels, y down.
private struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    func touches(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// How far a point is from the box; 0 inside.
    func distance(x: Double, y: Double) -> Double {
        let across = max(left - x, 0, x - right)
        let down = max(top - y, 0, y - bottom)
        return (across * across + down * down).squareRoot()
    }

    func isInside(width: Double, height: Double) -> Bool {
        left >= 0 && top >= 0 && right <= width && bottom <= height && left < right && top < bottom
    }
}
