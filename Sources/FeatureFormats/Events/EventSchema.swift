internal import GeoJSON

/// The columns of exported events: those of every export, and those that a table adds.
///
/// A column of the table never takes a key of the contract: `input_` stands before it then. A figure
/// keeps its name before what goes with another figure, and a text gives way to both.
struct EventSchema {
    /// What a figure says in one of its columns.
    enum FigurePart: Hashable {
        case value, minimum, maximum, text
    }

    /// What fills a column.
    enum Source: Hashable {
        case known(FeatureKey)
        /// A part of one of the table's figures.
        case figure(Int, FigurePart)
        case coarsening
        /// One of the table's texts.
        case passed(Int)
    }

    private(set) var columns: [FeatureColumn] = []
    private(set) var sources: [Source] = []
    private var taken = FeatureKey.reserved

    init(_ table: EventTableColumns, tellsCoarsening: Bool) {
        let names = table.figures.map { free($0.key) }
        for key in FeatureKey.allCases.prefix(while: { $0 != .counted }) { add(key) }
        for (index, name) in names.enumerated() { addFigure(index, name) }
        for key in FeatureKey.allCases.drop(while: { $0 != .counted }) { add(key) }
        if tellsCoarsening {
            taken.insert(Self.coarsened.name)
            add(Self.coarsened, .coarsening)
        }
        for (index, field) in table.passed.enumerated() {
            add(Self.passed(free(field.key)), .passed(index))
        }
    }

    /// The name under which a column of the table stands.
    private mutating func free(_ key: String) -> String {
        var name = key
        while !taken.insert(name).inserted { name = FeatureKey.prefix + name }
        return name
    }

    private mutating func addFigure(_ index: Int, _ name: String) {
        for (column, part) in Self.figure(name) {
            guard part == .value || taken.insert(column.name).inserted else { continue }
            add(column, .figure(index, part))
        }
    }

    private mutating func add(_ key: FeatureKey) { add(key.column, .known(key)) }

    private mutating func add(_ column: FeatureColumn, _ source: Source) {
        columns.append(column)
        sources.append(source)
    }

    // MARK: Columns that a table adds

    /// How closely places are told, where that is less than they are known.
    static let coarsened = FeatureColumn(
        "coarsened", .text, nullRule: .absent,
        summary: "district, or the size of a cell, where the place is told no closer")

    /// The columns of a figure, named for it.
    static func figure(_ name: String) -> [(FeatureColumn, FigurePart)] {
        let parts: [(String, FeatureColumn.ValueType, FigurePart, String)] = [
            ("", .number, .value, "The number stated, or the lower of a range"),
            ("_min", .number, .minimum, "The least, where the figure is not exact"),
            ("_max", .number, .maximum, "The most, where the figure is not exact"),
            ("_text", .text, .text, "A figure that is not exact, as the table spells it"),
        ]
        return parts.map { suffix, type, part, summary in
            (FeatureColumn(name + suffix, type, nullRule: .absent, summary: summary), part)
        }
    }

    /// A column of the table that has no meaning.
    static func passed(_ name: String) -> FeatureColumn {
        FeatureColumn(name, .text, nullRule: .absent, summary: "As in the table")
    }
}
