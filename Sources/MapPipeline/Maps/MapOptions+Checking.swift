public import Diagnostics
internal import Cartography
internal import GeoModel

extension MapOptions {
    /// The most features that one map draws one by one. The time of laying them out grows with the square of
    /// their number: 4,000 take 0.7 s, 8,000 take 2.0 s and 95 MiB.
    public static let greatestFeatures = 20_000
    /// The most rows of a table that a map is made of, since all are held: some 4 KiB each.
    public static let greatestRows = 200_000

    /// Checks that the table has what the options name, and no more than one map can show.
    ///
    /// A slip in a category would draw an empty map, one in a column marks of one size, and neither
    /// would say so.
    ///
    /// - Throws: `FileFault` with what there is instead.
    public func check(against placed: PlacedEvents) throws(FileFault) {
        let categories = Set(placed.features.map(\.category))
        if let unknown = filter.categories.subtracting(categories).min() {
            throw Self.fault(
                in: placed, "no event is of the category \"\(unknown)\"", "categories", categories)
        }
        let columns = Set(placed.features.flatMap { $0.figures.map(\.key) })
        // The default is meant for tables that have it.
        if let sizeBy, sizeBy != MapOptions().sizeBy, !columns.contains(sizeBy) {
            throw Self.fault(
                in: placed, "no figure stands in a column \"\(sizeBy)\"", "columns with figures",
                columns)
        }
        let shown = filter.apply(to: placed.features).shown.count
        guard density != .never || shown <= Self.greatestFeatures else {
            throw Self.tooMany(shown, in: placed)
        }
    }

    private static func tooMany(_ count: Int, in placed: PlacedEvents) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "too-many-features", at: SourceLocation(file: placed.file),
                problem: "\(count) marks, and one map draws at most \(greatestFeatures)",
                remedy:
                    "leave --density never out, and they are counted in cells; or show fewer with "
                    + "--from, --to or --category"))
    }

    private static func fault(
        in placed: PlacedEvents, _ problem: String, _ what: String, _ known: Set<String>
    ) -> FileFault {
        let known = known.filter { !$0.isEmpty }.sorted()
        let listed = known.isEmpty ? "none" : known.joined(separator: ", ")
        return FileFault(
            Diagnostic(
                .error, code: "not-in-table", at: SourceLocation(file: placed.file),
                problem: problem, remedy: "\(what): \(listed)", candidates: known))
    }
}
