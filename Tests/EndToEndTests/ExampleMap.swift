import GeoJSON
import TestSupport
import Testing

/// The example events as finished maps of the usual size, each drawn once.
///
/// As SVG: laying out is what is read here, and filling pixels is slow in a debug build.
enum ExampleMap: String, CaseIterable, CustomTestStringConvertible {
    /// As the program draws it with nothing said.
    case today
    /// With the former oblast, the republics of the Soviet Union and their names.
    case in1990 = "1990"
    /// With the line of contact of 1994.
    case in2000 = "2000"

    var testDescription: String { rawValue }

    /// What a run left behind.
    struct Drawn {
        /// What `--describe` says.
        var map: JSONValue
        var svg: String
        var errors: String

        /// The texts of a list such as `notes`.
        func texts(_ key: String) -> [String] { map[key]?.elements.compactMap(\.string) ?? [] }

        /// The labels that found room.
        var labels: [PlacedLabel] { (map["labels"]?.elements ?? []).compactMap(PlacedLabel.init) }
    }

    /// The map, drawn when it is first asked for.
    var drawn: Drawn {
        get async throws {
            switch self {
            case .today: try await Self.drawnToday.value
            case .in1990: try await Self.drawn1990.value
            case .in2000: try await Self.drawn2000.value
            }
        }
    }

    private static let drawnToday = Task { try await today.draw() }
    private static let drawn1990 = Task { try await in1990.draw() }
    private static let drawn2000 = Task { try await in2000.draw() }

    private func draw() async throws -> Drawn {
        try await Workplace.use { workplace in
            let date = self == .today ? [] : ["--as-of", rawValue]
            let run = try await Program.run(
                ["map", "events.csv", "-o", "map.svg", "--describe", "map.json"] + date,
                in: workplace.folder)
            try #require(run.status == 0, "\(run.errors)")
            return Drawn(
                map: try JSONValue(parsing: workplace.bytes("map.json")),
                svg: String(decoding: try workplace.bytes("map.svg"), as: UTF8.self),
                errors: run.errors)
        }
    }
}

/// A label that found room.
struct PlacedLabel {
    var id: String
    var panel: String
    var lines: [String]
    var box: Box

    /// Nil for a label that is not on the map.
    init?(_ label: JSONValue) {
        guard let sides = label["box"]?.elements.compactMap(\.number), sides.count == 4,
            let id = label["id"]?.string, let panel = label["panel"]?.string
        else { return nil }
        self.id = id
        self.panel = panel
        lines = label["lines"]?.elements.compactMap(\.string) ?? []
        box = Box(left: sides[0], top: sides[1], right: sides[2], bottom: sides[3])
    }

    /// A box in pixels, y down.
    struct Box {
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
            left >= 0 && top >= 0 && right <= width && bottom <= height && left < right
                && top < bottom
        }
    }
}
