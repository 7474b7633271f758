internal import Diagnostics
internal import GeoModel

/// What of a plain row is known beside its cells: an event at coordinates.
package struct PlainFeature: Sendable {
    /// The position that the cells give.
    package var longitude: Double
    package var latitude: Double

    /// Makes a plain feature.
    package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// The digits after the point that the coordinates of a point are worth.
    fileprivate static let digits = 5

    /// The position as it is written.
    var writtenPosition: Coordinate {
        Coordinate(
            longitude: FixedPoint(longitude, digits: Self.digits).value,
            latitude: FixedPoint(latitude, digits: Self.digits).value)
    }
}

/// The text of a feature with places for the cells of a table's rows.
///
/// An event at coordinates whose cells are spelled as they are written needs no more than its bytes
/// in these places: a million of them take 0.3 s where a million `Feature`s took 30. What comes out
/// is what `GeoJSONWriter.write(_: Feature)` makes of the same event.
package struct FeatureTemplate: Sendable {
    /// What the columns of the table are.
    package struct Columns: Sendable {
        /// Columns that have a key of their own in every feature.
        package var known: [FeatureKey: Int]
        /// Columns of figures, in the order of the table.
        package var figures: [(key: String, column: Int)]
        /// Columns that are kept as text, in the order of the table.
        package var passed: [(key: String, column: Int)]

        /// Makes a description of columns.
        package init(
            known: [FeatureKey: Int], figures: [(key: String, column: Int)],
            passed: [(key: String, column: Int)]
        ) {
            self.known = known
            self.figures = figures
            self.passed = passed
        }
    }

    private enum Part {
        /// Bytes that every feature has.
        case literal
        /// A cell as a string without its quotes.
        case bare(Int)
        /// A cell as a string; null when it is empty.
        case string(Int)
        /// A cell as a number or string after the literal; neither when it is empty.
        case number(Int)
        case optionalString(Int)
        case longitude
        case latitude
    }

    private var parts: [(part: Part, literal: Range<Int>)] = []
    private var literals: [UInt8] = []

    /// Makes the template of a table; nil where the key of a column depends on the row.
    package init?(_ columns: Columns) {
        let companions = Set(
            columns.figures.flatMap { figure in
                FeatureKey.figureSuffixes.map { figure.key + $0 }
            })
        guard columns.passed.allSatisfy({ !companions.contains($0.key) }) else { return nil }
        add(#"{"type":"Feature","id":""#)
        let id = columns.known[.eventID]
        if let id { add(.bare(id)) }
        add(#"/1","geometry":{"type":"Point","coordinates":["#)
        add(.longitude)
        add(",")
        add(.latitude)
        add(#"]},"properties":{"#)
        let before: [FeatureKey] = [
            .eventID, .placeIndex, .placeCount, .date, .start, .end, .place, .placeID, .matchedName,
            .tier, .precision, .uncertainty, .title, .category, .subcategory, .status, .reportedBy,
            .source, .partOf,
        ]
        for (index, key) in before.enumerated() {
            add((index == 0 ? "" : ",") + Self.quoted(key.rawValue) + ":")
            addKnown(key, columns)
        }
        for (key, column) in columns.figures {
            let isTaken = FeatureKey.reserved.contains(key)
            add("," + Self.quoted((isTaken ? FeatureKey.prefix : "") + key) + ":", .number(column))
        }
        for key in [FeatureKey.counted, .sourceWord, .placeBasis, .note] {
            add("," + Self.quoted(key.rawValue) + ":")
            addKnown(key, columns)
        }
        for (key, column) in columns.passed {
            let isTaken = FeatureKey.reserved.contains(key)
            let name = (isTaken ? FeatureKey.prefix : "") + key
            add("," + Self.quoted(name) + ":", .optionalString(column))
        }
        add("}}")
    }

    private mutating func addKnown(_ key: FeatureKey, _ columns: Columns) {
        switch key {
        case .placeIndex, .placeCount: add("1")
        case .precision: add(Self.quoted(PlacePrecision.point.rawValue))
        case .status: add(Self.quoted(EventStatus.reported.rawValue))
        case .start, .end:
            if let column = columns.known[.date] { add(.string(column)) } else { add("null") }
        default:
            if let column = columns.known[key] { add(.string(column)) } else { add("null") }
        }
    }

    private mutating func add(_ part: Part) {
        parts.append((part, literals.count..<literals.count))
    }

    private mutating func add(_ literal: String, _ part: Part = .literal) {
        let range = literals.count..<literals.count + literal.utf8.count
        literals += Array(literal.utf8)
        if case .literal = part, let last = parts.last, case .literal = last.part {
            parts[parts.count - 1].literal = last.literal.lowerBound..<range.upperBound
        } else {
            parts.append((part, range))
        }
    }

    private static func quoted(_ text: String) -> String { JSONValue.string(text).description }

    // MARK: Writing

    func write(
        _ row: PlainFeature, of bytes: Span<UInt8>, _ cells: [ByteRange], to text: inout [UInt8]
    ) {
        var size = literals.count + 64
        for (part, _) in parts {
            switch part {
            case .bare(let column), .string(let column), .number(let column),
                .optionalString(let column):
                size += 6 * cells[column].range.count + 2
            case .literal, .longitude, .latitude: break
            }
        }
        unsafe text.append(upTo: size) { output in
            unsafe write(row, of: bytes, cells, to: &output)
        }
    }

    private func write(
        _ row: PlainFeature, of bytes: Span<UInt8>, _ cells: [ByteRange],
        to output: inout RawOutput
    ) {
        for (part, literal) in parts {
            switch part {
            case .literal: unsafe output.copy(literals.span, literal)
            case .bare(let column): unsafe output.escape(bytes, cells[column].range)
            case .string(let column):
                if cells[column].isEmpty {
                    unsafe output.copy(Self.null.span, 0..<4)
                } else {
                    unsafe output.quote(bytes, cells[column].range)
                }
            case .number(let column):
                guard !cells[column].isEmpty else { continue }
                unsafe output.copy(literals.span, literal)
                unsafe output.copy(bytes, PlainNumber.shortest(bytes, cells[column].range))
            case .optionalString(let column):
                guard !cells[column].isEmpty else { continue }
                unsafe output.copy(literals.span, literal)
                unsafe output.quote(bytes, cells[column].range)
            case .longitude:
                unsafe output.write(FixedPoint(row.longitude, digits: PlainFeature.digits))
            case .latitude:
                unsafe output.write(FixedPoint(row.latitude, digits: PlainFeature.digits))
            }
        }
    }

    private static let null = Array("null".utf8)
}
