internal import EDTF
internal import FlatFile
internal import GeoModel

/// The outlines of one file, as of a date.
struct OutlineSet: Sendable {
    let file: OutlineFile

    /// The ids of its areas, in the order of the file.
    var ids: [AreaID] {
        (0..<file.areas.count).compactMap { file.area($0).map { file.texts[$0.id] } }
    }

    /// The border lines as of a date that meet a box (nil: all), in the order of the file, with those
    /// parts of theirs that do.
    func lines(
        in box: BoundingBox?, asOf date: HistoricalDate?, _ detail: OutlineDetail
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
                line(near[index], standing: standing, detail, in: box)
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
struct AreaChoice {
    var index: Int
    var row: AreaRow
    var standing: Standing
}

extension OutlineSet {
    func best(of id: AreaID, asOf date: HistoricalDate?) -> AreaChoice? {
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
    func chosenAreas(
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

    func isInside(_ position: Coordinate, _ area: AreaRow) -> Bool {
        area.polygons.contains { file.contains(position, in: file.rings(ofPolygon: $0)) }
    }

    func area(
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
        // A line that stands for a period is dashed, and dashes are counted from its end: it comes whole.
        let (detail, box) =
            row.kind.persists
            ? (detail, box) : (OutlineDetail(zoom: detail.zoom, near: nil), nil)
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
}
