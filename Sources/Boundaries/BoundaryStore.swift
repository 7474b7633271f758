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
///
/// Several files of outlines open together. Of an area that several know, the one counts that stands nearest to
/// the date, of equally near ones that of the later file; lines of all are given.
public struct BoundaryStore: Sendable {
    let sets: [OutlineSet]

    /// Opens outlines.
    ///
    /// - Throws: `BoundaryFileError` for what is no file of outlines, or one of a newer version. What
    ///   opening does not look at reads as empty where it is damaged; `verify` finds it.
    /// - Complexity: O(*c*) in the claims of the file, some dozens.
    public init(_ bytes: FlatBytes) throws(BoundaryFileError) {
        sets = [OutlineSet(file: try OutlineFile(bytes))]
    }

    private init(sets: [OutlineSet]) {
        self.sets = sets
    }

    /// These outlines with those of another store behind them.
    public func adding(_ other: BoundaryStore) -> BoundaryStore {
        BoundaryStore(sets: sets + other.sets)
    }

    /// Checks every byte and every reference.
    ///
    /// - Throws: the first fault.
    /// - Complexity: O(*n*) in the bytes.
    public func verify() throws(BoundaryFileError) {
        for set in sets { try set.file.verify() }
    }

    /// Whom to name for the data.
    public var credits: [String] {
        var credits: [String] = []
        for credit in sets.flatMap(\.file.credits) where !credits.contains(credit) {
            credits.append(credit)
        }
        return credits
    }

    /// The ids of all areas, sorted.
    public var ids: [AreaID] {
        Set(sets.flatMap(\.ids)).sorted()
    }

    /// The outline of a place as of a date, or the nearest known; nil when none is known at all.
    ///
    /// - Complexity: O(*a* + *v*) in the areas known and in the vertices of the outline.
    public func area(of id: AreaID, asOf date: HistoricalDate? = nil) -> BoundaryArea? {
        best(of: id, asOf: date).map { sets[$0.set].area($0.choice, .full) }
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
            .filter { sets[$0.set].isInside(position, $0.choice.row) }
            .sorted { $0.smallestFirst < $1.smallestFirst }
            .map { sets[$0.set].area($0.choice, .full) }
    }

    /// Whether a position lies in the outline of a place as of a date; nil when no outline is known.
    ///
    /// - Complexity: O(*a* + *v*) in the areas known and in the vertices of the outline.
    public func isInside(
        _ position: Coordinate, areaOf id: AreaID, asOf date: HistoricalDate? = nil
    ) -> Bool? {
        best(of: id, asOf: date).map { sets[$0.set].isInside(position, $0.choice.row) }
    }

    /// The areas that meet a box, sorted by id, with those polygons of theirs that do.
    ///
    /// - Parameters:
    ///   - box: Degrees. Outlines are true inside it; far out of it they run in few steps.
    ///   - date: The date of the map; nil is the present.
    ///   - zoom: How much shows: at zoom z no line is farther from the true one than 78 272 m / 2^z, or
    ///     1.4 times that in the far north (`Scripts/judge-outlines`). Nil is every vertex.
    /// - Returns: The areas with their claims; the nearest known where none held.
    /// - Complexity: O(*a* + *v*) in the areas known and in the vertices given.
    public func areas(
        in box: BoundingBox, asOf date: HistoricalDate? = nil, zoom: Int? = nil
    ) -> [BoundaryArea] {
        let areas = chosenAreas(asOf: date) { $0.box.intersects(box) }
            .map { sets[$0.set].area($0.choice, OutlineDetail(zoom, near: box), in: box) }
            .filter { !$0.polygons.isEmpty }
        return sets.count == 1 ? areas : areas.sorted { $0.id < $1.id }
    }

    /// The border lines as of a date that meet a box (nil: all), in the order of the file, with
    /// those parts of theirs that do.
    ///
    /// Parameters are those of `areas(in:asOf:zoom:)`.
    public func lines(
        in box: BoundingBox? = nil, asOf date: HistoricalDate? = nil, zoom: Int? = nil
    ) -> [BoundaryLine] {
        sets.flatMap { $0.lines(in: box, asOf: date, OutlineDetail(zoom, near: box)) }
    }
}

/// An area of one of several files.
private struct FoundArea {
    var set: Int
    var choice: AreaChoice

    /// The square degrees of its box: enough to put a district before its country.
    var smallestFirst: (Double, Int, Int) {
        (choice.row.box.width * choice.row.box.height, set, choice.index)
    }
}

extension BoundaryStore {
    /// What several files know of an area: the nearest to the date, of equally near ones the latest.
    private func best(of id: AreaID, asOf date: HistoricalDate?) -> FoundArea? {
        sets.indices.reversed().compactMap { set in
            sets[set].best(of: id, asOf: date).map { FoundArea(set: set, choice: $0) }
        }
        .min { $0.choice.standing < $1.choice.standing }
    }

    /// One area for each id, those that are no more left out, in the order of the files.
    private func chosenAreas(
        asOf date: HistoricalDate?, where isWanted: (AreaRow) -> Bool
    ) -> [FoundArea] {
        sets.indices.flatMap { set in
            sets[set].chosenAreas(asOf: date, where: isWanted)
                .map { FoundArea(set: set, choice: $0) }
                .filter { sets.count == 1 || isBest($0, asOf: date) }
        }
    }

    private func isBest(_ area: FoundArea, asOf date: HistoricalDate?) -> Bool {
        best(of: sets[area.set].file.texts[area.choice.row.id], asOf: date)?.set == area.set
    }
}
