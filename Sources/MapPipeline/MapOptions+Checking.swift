public import Diagnostics
internal import GeoModel

extension MapOptions {
    /// Checks that the table has what the options name.
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
