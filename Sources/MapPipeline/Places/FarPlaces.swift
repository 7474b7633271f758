internal import Diagnostics
internal import EventIngest
internal import GeoModel
internal import TabularText

/// Finds places that may be slips: far from the middle of all events, and with no other event about.
///
/// The middle is the median in each direction of space, which a few far places do not move. Places
/// known by region or country alone say nothing here. Memory is bounded by the ground: some 400 squares
/// of each million square kilometres that have events.
struct FarPlaces {
    /// A place farther than this from the middle of all and from every other event is alone, in metres.
    private static let farDistance = 1_000_000.0
    /// Fewer events have no middle to be far from.
    private static let fewestEvents = 5

    private var events = 0
    private var middle = (x: MedianTally(), y: MedianTally(), z: MedianTally())
    private var grid = SphereGrid(reach: farDistance)

    /// A place that may turn out to be alone.
    struct Suspect {
        var row: Int
        var location: SourceLocation
        var text: String
        var placeID: String?
        var anchor: Coordinate
        var id: UInt64
    }

    /// Looks at an event.
    mutating func take(_ event: Event, _ features: [Feature]) {
        var id: UInt64?
        for feature in features {
            guard let anchor = Self.anchor(of: feature) else { continue }
            if id == nil { events += 1 }
            let known = id ?? ByteText.hash(event.id)
            id = known
            let direction = anchor.direction
            middle.x.take(direction.x)
            middle.y.take(direction.y)
            middle.z.take(direction.z)
            grid.take(direction, known) {
                Suspect(
                    row: event.row, location: event.location(of: .place),
                    text: feature.place?.text ?? "", placeID: feature.place?.id, anchor: anchor,
                    id: known)
            }
        }
    }

    private static func anchor(of feature: Feature) -> Coordinate? {
        guard let precision = feature.precision, precision < .region else { return nil }
        return feature.anchor
    }

    /// All findings, in no order.
    var findings: [Diagnostic] {
        guard events >= Self.fewestEvents,
            let middle = Coordinate(
                towards: SIMD3(middle.x.median, middle.y.median, middle.z.median))
        else { return [] }
        return grid.loners.compactMap { suspect in
            let distance = suspect.anchor.distance(to: middle)
            guard distance > Self.farDistance,
                !grid.hasNeighbour(of: suspect.anchor, besides: suspect.id)
            else { return nil }
            return note(suspect, distance)
        }
    }

    private func note(_ suspect: Suspect, _ metres: Double) -> Diagnostic {
        let exchanged = Coordinate(
            longitude: suspect.anchor.latitude, latitude: suspect.anchor.longitude)
        let mayBeExchanged =
            suspect.placeID == nil && exchanged.isValid
            && grid.hasNeighbour(of: exchanged, besides: suspect.id)
        return Diagnostic(
            .note, code: "far-from-the-rest", at: suspect.location, row: suspect.row,
            problem: "\"\(suspect.text)\" is \(Int((metres / 1_000).rounded())) km from "
                + "the middle of all events, and alone",
            remedy: mayBeExchanged
                ? "check whether longitude and latitude are exchanged"
                : "check the place, if that is not meant",
            candidates: suspect.placeID.map { [$0] } ?? [])
    }
}

/// Finds the median of numbers between -1 and 1 without keeping them: the mean of those in the span of
/// 1/32768 that holds it, which is the median itself when they are one place.
private struct MedianTally {
    private static let spans = 65_536
    private var counts = [UInt32](repeating: 0, count: spans)
    private var sums = [Double](repeating: 0, count: spans)
    private var count = 0

    mutating func take(_ number: Double) {
        let span = Int((number + 1) / 2 * Double(Self.spans))
        let index = min(max(span, 0), Self.spans - 1)
        counts[index] &+= 1
        sums[index] += number
        count += 1
    }

    var median: Double {
        var before = 0
        for index in 0..<Self.spans where counts[index] > 0 {
            before += Int(counts[index])
            if before > count / 2 { return sums[index] / Double(counts[index]) }
        }
        return 0
    }
}

/// Positions in cells of space so small that all in one cell are within a reach of each other.
///
/// Whoever shares a cell has a neighbour at once, so that only the few that are alone in theirs look
/// around: a sphere has some 1,500 cells at most for a reach of 1,000 km. Of the positions in a cell
/// those are kept that are the first in a twentieth of its width, so a neighbour is found to 50 km.
private struct SphereGrid {
    private var cells: [SIMD3<Int32>: Cell] = [:]
    private let reach: Double
    private let width: Double

    fileprivate struct Cell {
        /// Positions that stand for those about them, of two ids at most.
        var company: [SIMD3<Int32>: [(id: UInt64, position: Coordinate)]] = [:]
        /// The places in it while all are of one id; nil when there are several.
        var loners: [FarPlaces.Suspect]? = []
    }

    /// More claims about one event in a cell are not looked at.
    fileprivate static let mostLoners = 1_000

    init(reach: Double) {
        self.reach = reach
        // The diagonal of a cell is √3 of its width; a chord is shorter than its arc.
        width = reach / Coordinate.meanEarthRadiusInMetres / 3.0.squareRoot()
    }

    private func cell(_ direction: SIMD3<Double>, parts: Double = 1) -> SIMD3<Int32> {
        SIMD3<Int32>((direction / width * parts).rounded(.down))
    }

    mutating func take(
        _ direction: SIMD3<Double>, _ id: UInt64, _ suspect: () -> FarPlaces.Suspect
    ) {
        let part = cell(direction, parts: 20)
        cells[cell(direction), default: Cell()].take(part, id, suspect)
    }

    /// The places that have no other event in their cell, in the order of the rows.
    var loners: [FarPlaces.Suspect] {
        cells.values.flatMap { $0.loners ?? [] }.sorted {
            ($0.row, $0.anchor.longitude, $0.anchor.latitude)
                < ($1.row, $1.anchor.longitude, $1.anchor.latitude)
        }
    }

    /// Whether anything of another id is within reach.
    func hasNeighbour(of position: Coordinate, besides id: UInt64) -> Bool {
        let centre = cell(position.direction)
        let steps: ClosedRange<Int32> = -2...2
        return steps.contains { x in
            steps.contains { y in
                steps.contains { z in
                    cells[centre &+ SIMD3(x, y, z)]?.company.values.contains { some in
                        some.contains { other in
                            other.id != id && other.position.distance(to: position) <= reach
                        }
                    } ?? false
                }
            }
        }
    }
}

extension SphereGrid.Cell {
    fileprivate mutating func take(
        _ part: SIMD3<Int32>, _ id: UInt64, _ suspect: () -> FarPlaces.Suspect
    ) {
        let known = company[part, default: []]
        if known.count < 2, !known.contains(where: { $0.id == id }) {
            company[part, default: []].append((id, suspect().anchor))
        }
        guard let some = loners else { return }
        if some.contains(where: { $0.id != id }) {
            loners = nil
        } else if some.count < SphereGrid.mostLoners {
            loners?.append(suspect())
        }
    }
}
