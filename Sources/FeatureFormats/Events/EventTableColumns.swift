package import GeoJSON
public import GeoModel

/// What the columns of an event table are, by where they stand.
public struct EventTableColumns: Sendable {
    /// The columns of the position; nil for a table of names alone.
    package var position: (longitude: Int, latitude: Int)?
    /// Columns that have a key of their own in every feature; `date` is told by each row.
    package var known: [FeatureKey: Int] = [:]
    /// The figure that has bounds in other columns; `figures` has it too.
    package var estimate: EstimateColumns?
    /// Columns of figures, in the order of the table.
    package var figures: [(key: String, column: Int)] = []
    /// Columns that are kept as text, in the order of the table.
    package var passed: [(key: String, column: Int)] = []

    /// Columns that nothing is known of yet.
    package init() {}

    /// The columns of a table of which no more than some features is there, in the order in which
    /// they come up.
    public init(of features: some Sequence<Feature>) {
        var seen: Set<String> = []
        for feature in features {
            for figure in feature.figures where seen.insert(figure.key).inserted {
                figures.append((figure.key, seen.count))
            }
        }
        for feature in features {
            for field in feature.passedThrough where seen.insert(field.key).inserted {
                passed.append((field.key, seen.count))
            }
        }
    }
}
