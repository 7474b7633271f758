internal import FlatFile
internal import GeoModel

// What opening leaves unlooked at.
extension OutlineFile {
    /// Checks every byte and every reference.
    ///
    /// - Throws: the first fault.
    /// - Complexity: O(*n*) in the bytes.
    func verify() throws(BoundaryFileError) {
        do throws(FlatFileError) {
            try container.verify()
        } catch {
            throw .container(error)
        }
        guard zooms.count == points.count else { throw .oddSize(section: "zooms") }
        try verifyOwners()
        try verifyPoints()
        try verifyArcs()
        try verifyChains()
        try verifyRows()
    }

    /// Checks that no row has what another has too: rows of a table take what they are made of in turn, so
    /// that looking at all rows costs no more than all bytes. In a crafted file each of a thousand areas
    /// could have all polygons, and each of these all parts.
    private func verifyOwners() throws(BoundaryFileError) {
        let unknown = "its kind, claim or polygons are not known"
        try verify(areas, "areas", at: 28, below: polygons.count, unknown)
        let ends = try verify(polygons, "polygons", at: 0, below: parts.count, "it has no rings")
        try verify(
            lines, "lines", at: 32, from: ends, below: parts.count,
            "its kind, claim or parts are not known")
        try verify(parts, "parts", at: 16, below: chains.count, "it has no arcs")
        let other = "its vertices are not those it counts"
        try verify(arcs, "arcs", at: 16, below: points.count, other)
        try verify(arcs, "arcs", at: 24, below: levels.count, other)
    }

    /// Checks the first number and the count at an offset of each row; gives the end of the last.
    @discardableResult
    private func verify(
        _ table: FixedTable, _ section: String, at offset: Int, from start: Int = 0,
        below limit: Int, _ problem: String
    ) throws(BoundaryFileError) -> Int {
        var end = start
        for row in 0..<table.count {
            let first = Int(table.number(row, at: offset, as: UInt32.self))
            let next = first + Int(table.number(row, at: offset + 4, as: UInt32.self))
            guard next <= limit else {
                throw .badRow(section: section, row: row, problem: problem)
            }
            guard first >= end else {
                throw .badRow(
                    section: section, row: row, problem: "it takes what the row before has")
            }
            end = next
        }
        return end
    }

    private func verifyPoints() throws(BoundaryFileError) {
        for row in 0..<points.count where !position(row).isValid {
            throw .badRow(
                section: "points", row: row,
                problem: "it lies beyond 180 degrees of longitude or 90 of latitude")
        }
    }

    private func verifyArcs() throws(BoundaryFileError) {
        for row in 0..<arcs.count {
            let count = Int(arcs.number(row, at: 20, as: UInt32.self))
            guard let arc = arc(Int32(clamping: row + 1)), arc.points.count == count, count >= 2,
                arc.levels.count == Int(arcs.number(row, at: 28, as: UInt32.self)),
                arc.box == BoundingBox(around: arc.points.map(position))
            else {
                throw .badRow(
                    section: "arcs", row: row, problem: "its vertices are not those it counts")
            }
            for level in arc.levels where !isList(at: Int(levels[level]), for: arc) {
                throw .badRow(section: "levels", row: level, problem: "no list starts there")
            }
        }
    }

    /// Whether a list of rising numbers of vertices, with both ends of the arc or empty, starts there.
    private func isList(at start: Int, for arc: ArcRow) -> Bool {
        guard start < indices.count, start + Int(indices[start]) < indices.count else {
            return false
        }
        let list = (0..<Int(indices[start])).map { Int(indices[start + 1 + $0]) }
        guard let first = list.first, let last = list.last else { return true }
        return first == 0 && last == arc.points.count - 1
            && zip(list, list.dropFirst()).allSatisfy { $0 < $1 }
    }

    private func verifyChains() throws(BoundaryFileError) {
        for row in 0..<chains.count where arc(chains[row]) == nil {
            throw .badRow(section: "chains", row: row, problem: "arc \(chains[row]) is not there")
        }
        for row in 0..<parts.count {
            let chain = part(row).chain
            guard !chain.isEmpty, chain.count == Int(parts.number(row, at: 20, as: UInt32.self))
            else {
                throw .badRow(section: "parts", row: row, problem: "it has no arcs")
            }
            let boxes = chain.compactMap { arc(chains[$0])?.box }
            guard part(row).box == boxes.dropFirst().reduce(boxes[0], { $0.union($1) }) else {
                throw .badRow(section: "parts", row: row, problem: "its box is another")
            }
            for (before, after) in zip(chain, chain.dropFirst()) where end(before) != start(after) {
                throw .badRow(
                    section: "parts", row: row,
                    problem: "arc \(chains[after]) does not start where the one before it ends")
            }
        }
    }

    private func start(_ index: Int) -> Coordinate? {
        guard let points = arc(chains[index])?.points else { return nil }
        return (chains[index] > 0 ? points.first : points.last).map(position)
    }

    private func end(_ index: Int) -> Coordinate? {
        guard let points = arc(chains[index])?.points else { return nil }
        return (chains[index] > 0 ? points.last : points.first).map(position)
    }

    private func verifyRows() throws(BoundaryFileError) {
        for row in 0..<polygons.count {
            let rings = rings(ofPolygon: row)
            guard !rings.isEmpty, rings.count == Int(polygons.number(row, at: 4, as: UInt32.self))
            else {
                throw .badRow(section: "polygons", row: row, problem: "it has no rings")
            }
            for ring in rings {
                let chain = part(ring).chain
                guard start(chain.lowerBound) == end(chain.upperBound - 1) else {
                    throw .badRow(section: "parts", row: ring, problem: "the ring stays open")
                }
            }
        }
        for row in 0..<areas.count {
            guard let area = area(row), texts.isText(area.id), !area.polygons.isEmpty,
                area.polygons.count == Int(areas.number(row, at: 32, as: UInt32.self))
            else {
                throw .badRow(
                    section: "areas", row: row, problem: "its kind, claim or polygons are not known"
                )
            }
        }
        for row in 0..<lines.count {
            guard let line = line(row), texts.isText(line.left), texts.isText(line.right),
                !line.parts.isEmpty,
                line.parts.count == Int(lines.number(row, at: 36, as: UInt32.self))
            else {
                throw .badRow(
                    section: "lines", row: row, problem: "its kind, claim or parts are not known")
            }
        }
    }
}
