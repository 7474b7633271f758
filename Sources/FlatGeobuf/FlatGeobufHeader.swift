/// What a FlatGeobuf file says of itself before its features.
///
/// Source: `header.fbs` of https://flatgeobuf.org, version 3.
package struct FlatGeobufHeader: Hashable, Sendable {
    /// What the features are called; what programs show as the name of the layer.
    package var name = ""
    /// What the data is called.
    package var title = ""
    /// What it is.
    package var description = ""
    /// A JSON object with the rest, such as licences; empty for none.
    package var metadata = ""
    /// The columns that features have.
    package var columns: [FlatGeobufColumn] = []
    /// The reference system of the coordinates.
    package var reference = SpatialReference.worldGeodetic

    /// Makes a header of nothing.
    package init() {}

    /// A header with a name and columns.
    package init(name: String, columns: [FlatGeobufColumn]) {
        self.name = name
        self.columns = columns
    }
}

/// A column of a FlatGeobuf file.
package struct FlatGeobufColumn: Hashable, Sendable {
    /// What its values are; the raw values are those of the format.
    package enum Kind: UInt8, Sendable, CaseIterable {
        case int8 = 0
        case uint8
        case bool
        case int16
        case uint16
        case int32
        case uint32
        case int64
        case uint64
        case float
        case double
        /// UTF-8.
        case text
        /// UTF-8 that is JSON.
        case json
        /// A date, or a date and time, by ISO 8601.
        case dateTime
        case bytes

        /// How many bytes a value takes; nil for those that say so themselves.
        var size: Int? {
            switch self {
            case .int8, .uint8, .bool: 1
            case .int16, .uint16: 2
            case .int32, .uint32, .float: 4
            case .int64, .uint64, .double: 8
            case .text, .json, .dateTime, .bytes: nil
            }
        }
    }

    /// Its name.
    package var name: String
    /// What its values are.
    package var kind: Kind
    /// What it means, in words.
    package var description: String
    /// Whether a feature may have no value.
    package var isNullable: Bool

    /// Makes a column.
    package init(
        _ name: String, _ kind: Kind, description: String = "", isNullable: Bool = true
    ) {
        self.name = name
        self.kind = kind
        self.description = description
        self.isNullable = isNullable
    }
}

/// A value of a feature.
package enum FlatGeobufValue: Hashable, Sendable {
    case bool(Bool)
    case integer(Int64)
    /// A whole number beyond `Int64`.
    case unsigned(UInt64)
    case number(Double)
    case text(String)
    case bytes([UInt8])
}

/// What the coordinates of a file are relative to.
package enum SpatialReference: Hashable, Sendable, CustomStringConvertible {
    /// WGS 84, degrees, longitude first (EPSG:4326 as files have it, OGC:CRS84).
    case worldGeodetic
    /// The file does not say.
    case unknown
    /// Any other, as the file calls it.
    case other(String)

    /// Tells the system that an authority has given a code.
    package init(authority: String, code: Int) {
        switch (authority.uppercased(), code) {
        case ("", 0): self = .unknown
        case ("EPSG", 4326), ("", 4326): self = .worldGeodetic
        default: self = .other("\(authority.isEmpty ? "EPSG" : authority):\(code)")
        }
    }

    /// Its name.
    package var description: String {
        switch self {
        case .worldGeodetic: "EPSG:4326"
        case .unknown: "unknown"
        case .other(let name): name
        }
    }
}
