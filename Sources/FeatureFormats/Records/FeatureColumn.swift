/// A column of exported features.
///
/// It is declared once: the heads of typed files, the values that writers spell and the data dictionary
/// of the documentation all come from it.
public struct FeatureColumn: Hashable, Sendable {
    /// What the values are.
    public enum ValueType: String, Hashable, Sendable, CaseIterable {
        /// Any text.
        case text
        /// A whole number.
        case integer
        /// A number that may have a fraction.
        case number
        /// A day, spelled `YYYY-MM-DD`, with a minus before years before year 0.
        case date
        /// A JSON text: a value of its own in GeoJSON, and text where a format has no JSON.
        case json
    }

    /// What stands where nothing is known.
    public enum NullRule: Hashable, Sendable {
        /// There is always a value.
        case never
        /// Null.
        case null
        /// The property is left out where a format allows that, and null elsewhere.
        case absent
    }

    /// The name, which is the key of a GeoJSON property.
    public var name: String
    /// What the values are.
    public var type: ValueType
    /// The unit of numbers, such as `m`; nil where there is none.
    public var unit: String?
    /// What stands where nothing is known.
    public var nullRule: NullRule
    /// What the values say, in a few words.
    public var summary: String

    /// Makes a column from its parts.
    public init(
        _ name: String, _ type: ValueType, unit: String? = nil, nullRule: NullRule = .null,
        summary: String
    ) {
        self.name = name
        self.type = type
        self.unit = unit
        self.nullRule = nullRule
        self.summary = summary
    }
}

/// A table without shapes of some columns of some features.
public struct FeatureView: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// What its rows are, in a sentence.
    public var summary: String
    /// The names of its columns.
    public var columns: [String]
    /// The whole number that tells the features: those at most as great are in it.
    public var limit: (column: String, greatest: Int)

    /// Makes a view from its parts.
    public init(
        name: String, summary: String, columns: [String], limit: (column: String, greatest: Int)
    ) {
        self.name = name
        self.summary = summary
        self.columns = columns
        self.limit = limit
    }

    /// Whether two are the same in all parts.
    public static func == (left: FeatureView, right: FeatureView) -> Bool {
        left.name == right.name && left.summary == right.summary && left.columns == right.columns
            && left.limit == right.limit
    }

    /// Feeds the parts.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(columns)
    }
}

/// The columns of one kind of features, in the order in which formats write them.
public struct FeatureSchema: Hashable, Sendable {
    /// What a layer of such features is called.
    public var name: String
    /// What its features are, in a sentence.
    public var summary: String
    /// The columns, no two of one name.
    public var columns: [FeatureColumn]
    /// Tables of some of the features and columns, for formats that hold several layers.
    public var views: [FeatureView] = []
    /// The names of columns that may label a feature; the first that says something does.
    public var labels: [String]

    /// Makes a schema from its parts.
    public init(name: String, summary: String, columns: [FeatureColumn], labels: [String] = []) {
        self.name = name
        self.summary = summary
        self.columns = columns
        self.labels = labels
    }

    /// Where the columns of some names stand, in the order of the names; a name that comes again is
    /// left out.
    ///
    /// - Throws: `UnknownField` for the first name that no column has.
    public func columns(named names: [String]) throws(UnknownField) -> [Int] {
        try UnknownField.places(of: names, among: columns.map(\.name))
    }
}
