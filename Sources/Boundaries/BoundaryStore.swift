internal import CBoundariesData
public import EDTF
public import GeoModel

/// Outlines and border lines, each shared stretch once, each with its time, perspective and source.
///
/// Every claim has a validity. Asked for a date, the store gives what held then; of countries,
/// districts and coasts it otherwise gives the nearest known, and says so (`isNearestKnown`).
/// A historical unit, a reservoir and a dated line exist only while they were. Without a date the present counts.
public struct BoundaryStore: Sendable {
    let records: OutlineRecords
    private let areaIndices: [AreaID: [Int]]

    /// The world's countries, the districts of Azerbaijan, Armenia and Georgia, the former oblast
    /// and the Line of Contact, linked into the program. Read on first use, once.
    public static let embedded: BoundaryStore = {
        // SAFETY: The pointer is to a constant array of that size, which lives as long as the program.
        let bytes = unsafe Array(
            UnsafeBufferPointer(start: boundaries_outlines(), count: boundaries_outlines_size()))
        do throws(BoundaryFileError) {
            return try BoundaryStore(text: bytes)
        } catch {
            preconditionFailure("the linked outlines are broken, line \(error.line): \(error)")
        }
    }()

    /// Reads outlines from their text form.
    ///
    /// - Throws: `BoundaryFileError` with the line of the first fault.
    /// - Complexity: O(*n*) in the bytes.
    public init(text: [UInt8]) throws(BoundaryFileError) {
        self.init(try OutlineParser.parse(text))
    }

    init(_ records: OutlineRecords) {
        self.records = records
        areaIndices = Dictionary(grouping: records.areas.indices) { records.areas[$0].id }
    }

    /// Whom to name for the data.
    public var credits: [String] { records.credits }

    /// The ids of all areas, sorted.
    public var ids: [AreaID] { areaIndices.keys.sorted() }

    /// The outline of a place as of a date, or the nearest known; nil when none is known at all.
    ///
    /// - Complexity: O(*v*) in the vertices of the outline.
    public func area(of id: AreaID, asOf date: HistoricalDate? = nil) -> BoundaryArea? {
        best(of: id, asOf: date).map { area($0.index, standing: $0.standing) }
    }

    /// The areas that a position lies in, the smallest first.
    ///
    /// A position on a border lies in one of the areas beside it, never in both or none.
    ///
    /// - Complexity: O(*a* + *v*): all boxes are looked at, and the arcs of those that hold it.
    public func areas(
        containing position: Coordinate, asOf date: HistoricalDate? = nil
    ) -> [BoundaryArea] {
        let hits = chosenAreas(asOf: date) { records.areas[$0].box.contains(position) }
            .filter { choice in
                records.areas[choice.index].polygons.contains { records.contains(position, in: $0) }
            }
        return hits.sorted { (extent($0.index), $0.index) < (extent($1.index), $1.index) }
            .map { area($0.index, standing: $0.standing) }
    }

    /// Whether a position lies in the outline of a place as of a date; nil when no outline is known.
    ///
    /// - Complexity: O(*v*) in the vertices of the outline.
    public func isInside(
        _ position: Coordinate, areaOf id: AreaID, asOf date: HistoricalDate? = nil
    ) -> Bool? {
        guard let choice = best(of: id, asOf: date) else { return nil }
        return records.areas[choice.index].polygons.contains { records.contains(position, in: $0) }
    }

    /// The areas that meet a box, sorted by id, with those polygons of theirs that do.
    public func areas(in box: BoundingBox, asOf date: HistoricalDate? = nil) -> [BoundaryArea] {
        chosenAreas(asOf: date) { records.areas[$0].box.intersects(box) }
            .map { area($0.index, standing: $0.standing, in: box) }
            .filter { !$0.polygons.isEmpty }
    }

    /// The border lines as of a date that meet a box (nil: all), in the order of the file, with
    /// those parts of theirs that do.
    public func lines(
        in box: BoundingBox? = nil, asOf date: HistoricalDate? = nil
    ) -> [BoundaryLine] {
        let near = records.lines.filter { line in box.map(line.box.intersects) ?? true }
        let groups = Dictionary(grouping: near.indices) { LineKey(near[$0]) }
        let chosen = groups.values.flatMap { indices -> [(Int, Standing)] in
            let standings = indices.map { (index: $0, standing: Standing(near[$0], on: date)) }
            guard let best = standings.min(by: { $0.standing < $1.standing })?.standing else {
                return []
            }
            guard best.relation != .not || near[indices[0]].kind.persists else { return [] }
            return standings.filter { $0.standing == best }
        }
        return chosen.sorted { $0.0 < $1.0 }
            .map { index, standing in line(near[index], standing: standing, in: box) }
            .filter { !$0.parts.isEmpty }
    }
}

/// What a line divides: claims about the same line have the same key.
private struct LineKey: Hashable {
    var kind: BoundaryLine.Kind
    var left: AreaID?
    var right: AreaID?

    init(_ line: LineRecord) {
        (kind, left, right) = (line.kind, line.left, line.right)
    }
}

extension Standing {
    fileprivate init(_ line: LineRecord, on date: HistoricalDate?) {
        self.init(of: line.claim.validity, on: date)
    }
}

extension BoundaryStore {
    private typealias Choice = (index: Int, standing: Standing)

    private func best(of id: AreaID, asOf date: HistoricalDate?) -> Choice? {
        areaIndices[id, default: []]
            .map { ($0, Standing(of: records.areas[$0].claim.validity, on: date)) }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// One area for each id, those that are no more left out, sorted by id.
    private func chosenAreas(
        asOf date: HistoricalDate?, where isWanted: (Int) -> Bool
    ) -> [Choice] {
        areaIndices.filter { $0.value.contains(where: isWanted) }.keys.sorted()
            .compactMap { best(of: $0, asOf: date) }
            .filter { choice in
                isWanted(choice.index)
                    && (choice.standing.relation != .not
                        || records.areas[choice.index].kind.persists)
            }
    }

    private func area(
        _ index: Int, standing: Standing, in box: BoundingBox? = nil
    ) -> BoundaryArea {
        let record = records.areas[index]
        let polygons = record.polygons.filter { rings in
            box.map { records.polygon(rings, meets: $0) } ?? true
        }
        return BoundaryArea(
            id: record.id, kind: record.kind, claim: record.claim,
            isNearestKnown: standing.relation != .certainly,
            polygons: polygons.map { rings in
                Polygon(
                    outer: records.positions(rings[0]),
                    holes: rings.dropFirst().map(records.positions))
            })
    }

    private func line(
        _ record: LineRecord, standing: Standing, in box: BoundingBox?
    ) -> BoundaryLine {
        let parts = record.parts.filter { part in
            guard let box else { return true }
            return records.chain(part, meets: box)
        }
        return BoundaryLine(
            kind: record.kind, left: record.left, right: record.right, claim: record.claim,
            isNearestKnown: record.kind.persists && standing.relation != .certainly,
            parts: parts.map(records.positions))
    }

    /// The square degrees of an area's box: enough to put a district before its country.
    private func extent(_ index: Int) -> Double {
        let box = records.areas[index].box
        return box.width * box.height
    }
}
