public import Diagnostics
public import EDTF
public import GeoModel
public import PlaceExpressions

/// An event as one row of its table tells it: one claim, by one reporter from one source.
public struct Event: Hashable, Sendable {
    /// The event's id in its table, or `row-` and a hash of the row.
    public var id: String
    /// Whether the table gives the id.
    public var hasOwnID = true
    /// When; nil when the row does not say.
    public var date: HistoricalDate?
    /// Where, in the order of the table; empty when the row does not say.
    public var places: [EventPlace] = []
    /// How closely its place is known at best, as the table says; nil when it does not.
    public var precision: PlacePrecision?
    /// How far off its coordinates may be, in metres, as the table says; nil when it does not.
    public var uncertaintyInMetres: Double?
    /// What happened, in plain words.
    public var title = ""
    /// The kind of act, in plain words.
    public var category = ""
    /// A closer kind of act.
    public var subcategory = ""
    /// The source's own, possibly loaded, word; always shown in quotes.
    public var sourceWord = ""
    /// Whom the figures count, as the source says.
    public var counted = ""
    /// What is said of the event's standing.
    public var status = EventStatus.reported
    /// Who reports it.
    public var reportedBy = ""
    /// Where it is reported.
    public var source = ""
    /// The id of the total or larger event that this is a part of.
    public var partOf = ""
    /// What the place rests on: `stated`, `inferred`, `subject`, `institution`; empty when not said.
    public var placeBasis = ""
    /// A remark.
    public var note = ""
    /// The figures the source gives, by column, in the order of the table.
    public var figures: [Feature.KeyedFigure] = []
    /// Columns that have no meaning to us and are not empty, in the order of the table.
    public var passedThrough: [Feature.PassedField] = []
    /// Which of the competing claims about the event this is, from 1, in the order of reporter and
    /// source, so that the order of the rows does not matter.
    public var claimIndex = 1
    /// How many claims about the event the table has.
    public var claimCount = 1
    /// The data row, counted from 1 without the header.
    public var row: Int
    /// Where the row starts.
    public var location: SourceLocation
    /// Where the cells of the known columns stand.
    package var cells: [CellPosition] = []

    /// Where a cell stands in the file; 12 bytes, since tables may have a million rows.
    package struct CellPosition: Hashable, Sendable {
        package var field: EventField
        package var line: UInt32
        package var column: UInt32
    }

    package init(id: String, row: Int, location: SourceLocation) {
        self.id = id
        self.row = row
        self.location = location
    }

    /// Where the cell of a column stands; the row when the cell is empty.
    public func location(of field: EventField) -> SourceLocation {
        guard let cell = cells.first(where: { $0.field == field }) else { return location }
        return SourceLocation(
            file: location.file, line: Int(cell.line),
            column: location.column.map { _ in Int(cell.column) })
    }

    /// Where one of the places stands in its cell.
    public func location(of place: PlaceExpression) -> SourceLocation {
        location(placeScalar: place.scalarOffset)
    }

    /// Where one of the names of a place stands in its cell.
    public func location(of name: WrittenName) -> SourceLocation {
        location(placeScalar: name.scalarOffset)
    }

    private func location(placeScalar offset: Int) -> SourceLocation {
        var location = location(of: .place)
        location.column = location.column.map { $0 + offset }
        return location
    }

    /// The figure of a column, if the source gives one.
    public func figure(_ key: String) -> Figure? {
        figures.first { $0.key == key }?.figure
    }
}

extension Event {
    /// The event at one of its places, all but the place filled in.
    ///
    /// `placeIndex` counts from 1 over the places that are drawn or exported: the figures go with
    /// the first of them.
    public func feature(placeIndex: Int, placeCount: Int) -> Feature {
        var feature = Feature(
            eventID: id, placeIndex: placeIndex, placeCount: placeCount, claimIndex: claimIndex,
            claimCount: claimCount)
        feature.date = date
        feature.title = title
        feature.category = category
        feature.subcategory = subcategory
        feature.sourceWord = sourceWord
        feature.status = status
        feature.figures = figures
        feature.counted = counted
        feature.reportedBy = reportedBy
        feature.source = source
        feature.partOf = partOf
        feature.placeBasis = placeBasis
        feature.note = note
        feature.passedThrough = passedThrough
        return feature
    }
}
