public import EDTF
public import FlatFile
public import GeoModel

/// Outlines and border lines, each shared stretch once, each with its time, perspective and source.
///
/// Every claim has a validity. Asked for a date, the store gives what held then; of countries,
/// districts and coasts it otherwise gives the nearest known, and says so (`isNearestKnown`).
/// A historical unit, a reservoir and a dated line exist only while they were. Without a date the
/// present counts.
///
/// The outlines are read where they lie, and at the zoom asked for: at each zoom shared borders are
/// shared, no line crosses another, and areas that tile still do.
public struct BoundaryStore: Sendable {
    let file: OutlineFile

    /// Opens outlines.
    ///
    /// - Throws: `BoundaryFileError` for what is no file of outlines, or one of a newer version. What
    ///   opening does not look at reads as empty where it is damaged; `verify` finds it.
    /// - Complexity: O(*c*) in the claims of the file, some dozens.
    public init(_ bytes: FlatBytes) throws(BoundaryFileError) {
        file = try OutlineFile(bytes)
    }

    /// Checks every byte and every reference.
    ///
    /// - Throws: the first fault.
    /// - Complexity: O(*n*) in the bytes.
    public func verify() throws(BoundaryFileError) { try file.verify() }

    /// Whom to name for the data.
    public var credits: [String] { file.credits }

    /// The ids of all areas, sorted.
    public var ids: [AreaID] {
        Set((0..<file.areas.count).compactMap { file.area($0).map { file.texts[$0.id] } }).sorted()
    }

    /// The outline of a place as of a date, or the nearest known; nil when none is known at all.
    ///
    /// - Complexity: O(*a* + *v*) in the areas known and in the vertices of the outline.
    public func area(of id: AreaID, asOf date: HistoricalDate? = nil) -> BoundaryArea? {
        best(of: id, asOf: date).map { area($0, .full) }
    }

    /// The areas that a position lies in, the smallest first.
    ///
    /// A position on a border lies in one of the areas beside it, never in both or none.
    ///
    /// - Complexity: O(*a* + *v*): all boxes are looked at, and the arcs of those that hold it.
    public func areas(
        containing position: Coordinate, asOf date: HistoricalDate? = nil
    ) -> [BoundaryArea] {
        chosenAreas(asOf: date) { $0.box.contains(position) }
            .filter { isInside(position, $0.row) }
            .sorted { (extent($0), $0.index) < (extent($1), $1.index) }
            .map { area($0, .full) }
    }

    /// Whether a position lies in the outline of a place as of a date; nil when no outline is known.
    ///
    /// - Complexity: O(*a* + *v*) in the areas known and in the vertices of the outline.
    public func isInside(
        _ position: Coordinate, areaOf id: AreaID, asOf date: HistoricalDate? = nil
    ) -> Bool? {
        best(of: id, asOf: date).map { isInside(position, $0.row) }
    }

    /// The areas that meet a box, sorted by id, with those polygons of theirs that do.
    ///
    /// - Parameters:
    ///   - box: Degrees. Outlines are true inside it; far out of it they run in few steps.
    ///   - date: The date of the map; nil is the present.
    ///   - zoom: How much shows: at zoom z no line is farther from the true one than 78 272 m / 2^z. Nil
    ///     is every vertex.
    /// - Returns: The areas with their claims; the nearest known where none held.
    /// - Complexity: O(*a* + *v*) in the areas known and in the vertices given.
    public func areas(
        in box: BoundingBox, asOf date: HistoricalDate? = nil, zoom: Int? = nil
    ) -> [BoundaryArea] {
        chosenAreas(asOf: date) { $0.box.intersects(box) }
            .map { area($0, detail(box, zoom), in: box) }
            .filter { !$0.polygons.isEmpty }
    }

    /// The border lines as of a date that meet a box (nil: all), in the order of the file, with
    /// those parts of theirs that do.
    ///
    /// Parameters are those of `areas(in:asOf:zoom:)`.
    public func lines(
        in box: BoundingBox? = nil, asOf date: HistoricalDate? = nil, zoom: Int? = nil
    ) -> [BoundaryLine] {
        let near = (0..<file.lines.count).compactMap(file.line).filter { line in
            box.map(line.box.intersects) ?? true
        }
        let groups = Dictionary(grouping: near.indices) { LineKey(near[$0]) }
        let chosen = groups.values.flatMap { indices -> [(Int, Standing)] in
            let standings = indices.map {
                (index: $0, standing: Standing(of: near[$0].claim.validity, on: date))
            }
            guard let best = standings.min(by: { $0.standing < $1.standing })?.standing else {
                return []
            }
            guard best.relation != .not || near[indices[0]].kind.persists else { return [] }
            return standings.filter { $0.standing == best }
        }
        return chosen.sorted { $0.0 < $1.0 }
            .map { index, standing in
                line(near[index], standing: standing, detail(box, zoom), in: box)
            }
            .filter { !$0.parts.isEmpty }
    }
}

/// What a line divides: claims about the same line have the same key.
private struct LineKey: Hashable {
    var kind: BoundaryLine.Kind
    var left: UInt32
    var right: UInt32

    init(_ line: LineRow) {
        (kind, left, right) = (line.kind, line.left, line.right)
    }
}

/// An area and how it stands to the date asked for.
private struct AreaChoice {
    var index: Int
    var row: AreaRow
    var standing: Standing
}

extension BoundaryStore {
    private func detail(_ box: BoundingBox?, _ zoom: Int?) -> OutlineDetail {
        guard let zoom else { return .full }
        return OutlineDetail(zoom: max(0, min(zoom, OutlineFile.fullZoom)), near: box)
    }

    private func best(of id: AreaID, asOf date: HistoricalDate?) -> AreaChoice? {
        let rows = (0..<file.areas.count).filter { index in
            file.texts.holds(id, at: file.areas.number(index, at: 16))
        }
        return best(among: rows, asOf: date)
    }

    private func best(among rows: some Sequence<Int>, asOf date: HistoricalDate?) -> AreaChoice? {
        rows.compactMap { index in
            file.area(index).map {
                AreaChoice(
                    index: index, row: $0, standing: Standing(of: $0.claim.validity, on: date))
            }
        }
        .min { ($0.standing, $0.index) < ($1.standing, $1.index) }
    }

    /// One area for each id, those that are no more left out, in the order of the file: sorted by id.
    private func chosenAreas(
        asOf date: HistoricalDate?, where isWanted: (AreaRow) -> Bool
    ) -> [AreaChoice] {
        var chosen: [AreaChoice] = []
        var index = 0
        while index < file.areas.count {
            let id: UInt32 = file.areas.number(index, at: 16)
            var end = index + 1
            while end < file.areas.count, file.areas.number(end, at: 16) == id { end += 1 }
            if let best = best(among: index..<end, asOf: date), isWanted(best.row),
                best.standing.relation != .not || best.row.kind.persists
            {
                chosen.append(best)
            }
            index = end
        }
        return chosen
    }

    private func isInside(_ position: Coordinate, _ area: AreaRow) -> Bool {
        area.polygons.contains { file.contains(position, in: file.rings(ofPolygon: $0)) }
    }

    private func area(
        _ choice: AreaChoice, _ detail: OutlineDetail, in box: BoundingBox? = nil
    ) -> BoundaryArea {
        BoundaryArea(
            id: file.texts[choice.row.id], kind: choice.row.kind, claim: choice.row.claim,
            isNearestKnown: choice.standing.relation != .certainly,
            polygons: choice.row.polygons.compactMap { polygon($0, detail, in: box) })
    }

    /// A polygon; nil when it does not meet the box, or is too small to be seen.
    private func polygon(
        _ row: Int, _ detail: OutlineDetail, in box: BoundingBox?
    ) -> Polygon? {
        let rings = file.rings(ofPolygon: row)
        guard let first = rings.first else { return nil }
        if let box, !file.part(first).box.intersects(box) { return nil }
        let outer = file.positions(ofPart: first, detail)
        guard !outer.isEmpty else { return nil }
        if let box, !file.polygon(rings, outer, meets: box) { return nil }
        let holes = rings.dropFirst().map { file.positions(ofPart: $0, detail) }
        return Polygon(outer: outer, holes: holes.filter { !$0.isEmpty })
    }

    private func line(
        _ row: LineRow, standing: Standing, _ detail: OutlineDetail, in box: BoundingBox?
    ) -> BoundaryLine {
        let parts = row.parts.compactMap { part -> [Coordinate]? in
            if let box, !file.part(part).box.intersects(box) { return nil }
            let positions = file.positions(ofPart: part, detail)
            if let box, !OutlineFile.chain(positions, meets: box) { return nil }
            return positions.isEmpty ? nil : positions
        }
        let (left, right) = (file.texts[row.left], file.texts[row.right])
        return BoundaryLine(
            kind: row.kind, left: left.isEmpty ? nil : left, right: right.isEmpty ? nil : right,
            claim: row.claim,
            isNearestKnown: row.kind.persists && standing.relation != .certainly, parts: parts)
    }

    /// The square degrees of an area's box: enough to put a district before its country.
    private func extent(_ choice: AreaChoice) -> Double {
        choice.row.box.width * choice.row.box.height
    }
}
