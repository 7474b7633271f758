package import Diagnostics
package import GeoModel

/// What of a plain row is known beside its cells: an event at coordinates.
package struct PlainFeature: Sendable {
    /// The first and the last day of an event, where they stand among the bytes.
    package struct Days: Sendable {
        /// What is known of the event between them.
        package enum Form: Sendable {
            /// It was on that day, or on all days from the first to the last.
            case all
            /// It was about that day, or on one of the days.
            case some
        }

        /// Where the days stand, each of ten letters.
        package var first: Int
        package var last: Int
        package var form: Form

        /// Days that are known.
        package init(_ first: Int, through last: Int, form: Form = .all) {
            self.first = first
            self.last = last
            self.form = form
        }
    }

    /// The position that the cells give.
    package var longitude = 0.0
    package var latitude = 0.0
    /// Whether the cells of the position are spelled as they are written, but for zeros at the end.
    package var isSpelled = false
    /// How closely the position is known, and within how many metres; nil when the row does not say.
    package var precision: PlacePrecision?
    package var uncertaintyInMetres: Int?
    /// When it was; nil when the row does not say.
    package var days: Days?
    /// Whether the figure that has bounds in other cells is an estimate between them.
    package var hasEstimate = false

    /// Makes a plain feature at 0, 0, without a date.
    package init() {}

    /// The digits after the point that the coordinates are worth.
    package var digits: Int { (precision ?? .point).coordinateDigits }

    /// The position as it is written.
    package var writtenPosition: Coordinate {
        // The nearest number to so many digits is what `FixedPoint` makes of it again.
        guard !isSpelled else { return Coordinate(longitude: longitude, latitude: latitude) }
        return Coordinate(longitude: longitude, latitude: latitude).rounded(digits: digits)
    }
}

extension RawOutput {
    /// Writes days as EDTF: a day, `first/last`, `day~` or `[first..last]`.
    package mutating func write(_ days: PlainFeature.Days, _ bytes: Span<UInt8>) {
        let isOne = days.first == days.last
        let isChoice = days.form == .some && !isOne
        if isChoice { unsafe put(UInt8(ascii: "[")) }
        unsafe copy(bytes, days.first..<days.first + 10)
        if !isOne {
            if isChoice {
                unsafe put(UInt8(ascii: "."))
                unsafe put(UInt8(ascii: "."))
            } else {
                unsafe put(UInt8(ascii: "/"))
            }
            unsafe copy(bytes, days.last..<days.last + 10)
        }
        switch (days.form, isOne) {
        case (.all, _): break
        case (.some, true): unsafe put(UInt8(ascii: "~"))
        case (.some, false): unsafe put(UInt8(ascii: "]"))
        }
    }

    /// Writes `5 (3-9)` of three cells.
    package mutating func write(
        estimate columns: EstimateColumns, of cells: Span<ByteRange>, _ bytes: Span<UInt8>
    ) {
        unsafe write(shortest: cells[columns.best], bytes)
        unsafe put(UInt8(ascii: " "))
        unsafe put(UInt8(ascii: "("))
        unsafe write(shortest: cells[columns.low], bytes)
        unsafe put(UInt8(ascii: "-"))
        unsafe write(shortest: cells[columns.high], bytes)
        unsafe put(UInt8(ascii: ")"))
    }

    private mutating func write(shortest cell: ByteRange, _ bytes: Span<UInt8>) {
        unsafe copy(bytes, PlainNumber.shortest(bytes, cell.range))
    }

    /// Writes a whole number that is not negative.
    package mutating func write(whole number: Int) {
        unsafe put(units: number.magnitude, digits: 0)
    }
}

/// The columns of a best estimate and its bounds.
package struct EstimateColumns: Sendable {
    package var best: Int
    package var low: Int
    package var high: Int

    /// Makes them of three columns.
    package init(best: Int, low: Int, high: Int) {
        self.best = best
        self.low = low
        self.high = high
    }
}
