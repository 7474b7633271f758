public import GeoModel
public import Places

extension NameIndex {
    /// The districts and provinces whose position lies in a box, in the order of `places`.
    ///
    /// - Complexity: O(*n*) in the number of places, at some ns a place; those given are decoded.
    public func districts(in box: BoundingBox) -> [Place] {
        positionsOfDistricts(in: box).map { place(at: $0) }
    }

    /// Where they stand in `places`.
    package func positionsOfDistricts(in box: BoundingBox) -> [Int] {
        positions { records, place in
            let kind = records.kind(at: place)
            return (kind == .district || kind == .province)
                && box.contains(records.coordinate(at: place))
        }
    }

    /// The settlements in a box that a map would name first: of each cell of a grid the one of the
    /// least rank, then the most populous, then the first of `places`.
    ///
    /// - Parameters:
    ///   - box: where.
    ///   - spacing: how wide and high a cell of the grid is, in degrees. The cells are those of the
    ///     whole globe, so that a place in two overlapping boxes competes with the same others.
    /// - Returns: the places, in the order of `places`.
    /// - Complexity: O(*n*) in the number of places, at some ns a place; those given are decoded.
    public func foremostSettlements(in box: BoundingBox, spacing: Double) -> [Place] {
        positionsOfForemostSettlements(in: box, spacing: spacing).map { place(at: $0) }
    }

    /// Where they stand in `places`.
    package func positionsOfForemostSettlements(in box: BoundingBox, spacing: Double) -> [Int] {
        var foremost: [GridCell: Contender] = [:]
        for (number, part) in parts.enumerated() {
            let records = part.records
            for local in 0..<records.count where records.kind(at: local).isSettlement {
                let coordinate = records.coordinate(at: local)
                guard box.contains(coordinate), isOwn(local, inPart: number) else { continue }
                let contender = Contender(
                    rank: records.rank(at: local),
                    population: records.population(at: local) ?? 0,
                    position: part.base + local)
                let cell = GridCell(of: coordinate, spacing: spacing)
                if foremost[cell].map({ contender.isBefore($0) }) ?? true {
                    foremost[cell] = contender
                }
            }
        }
        return foremost.values.map(\.position).sorted()
    }
}

/// A cell of a grid over the globe.
private struct GridCell: Hashable {
    private let column: Int64
    private let row: Int64

    init(of coordinate: Coordinate, spacing: Double) {
        // No grid of a map is finer; so a number of cells always fits.
        let step = max(spacing, 1e-7)
        column = Int64((coordinate.longitude / step).rounded(.down))
        row = Int64((coordinate.latitude / step).rounded(.down))
    }
}

/// A place that may stand for its cell.
private struct Contender {
    var rank: Int
    var population: Int
    var position: Int

    func isBefore(_ other: Contender) -> Bool {
        if rank != other.rank { return rank < other.rank }
        return population == other.population
            ? position < other.position : population > other.population
    }
}
