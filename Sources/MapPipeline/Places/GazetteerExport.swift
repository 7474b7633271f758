internal import Boundaries
public import Diagnostics
internal import EDTF
public import FeatureFormats
public import GeoModel
internal import PlaceExport
internal import PlaceIndex
public import PlacePack
public import Places

/// Writes the places of a gazetteer for other programs, in the order of their ids.
///
/// One place stands in memory at a time, beside 24 bytes for each that is written.
public struct GazetteerExport {
    /// What places are written as.
    public enum Format: Hashable, Sendable {
        /// GeoJSON of one layout or another.
        case geoJSON(GeoJSONWriter.Layout)
        /// FlatGeobuf, with its index.
        case flatGeobuf
        /// Linked Places Format, which `pack build --lpf` reads back.
        case linkedPlaces
        /// LP-TSV, which `pack build --lp-tsv` reads back.
        case linkedPlacesTable
        /// CSV of one name a row, which `pack build --csv` reads back.
        case csv
    }

    /// How many places were written.
    public private(set) var placeCount = 0
    /// How many names the format has no room for.
    public private(set) var namesLeftOut = 0

    private let pack: Pack
    private let policy: NamePolicy
    private let boundaries: BoundaryStore
    private let date: HistoricalDate
    private let positions: [Int]

    /// Chooses the places.
    ///
    /// - Parameters:
    ///   - pack: The gazetteer.
    ///   - policy: What chooses the one name that is printed, and the date of outlines; that of the pack
    ///     where it has none.
    ///   - country: The ISO 3166-1 code of a country that some claim must put a place in; nil for any.
    ///   - kinds: The kinds that a place may be of; empty for any.
    ///   - box: The box that a place must stand in; nil for any.
    /// - Complexity: O(*n* log *n*) in the places of the gazetteer.
    public init(
        pack: Pack, policy: NamePolicy, country: String? = nil, kinds: Set<PlaceKind> = [],
        box: BoundingBox? = nil
    ) {
        self.pack = pack
        self.policy = policy
        boundaries = pack.boundaries
        date = policy.asOf ?? HistoricalDate(pack.date)
        let index = pack.index
        let filter = PlaceFilter(
            country: country.map { "iso:\($0)" }, kinds: kinds, box: box)
        var chosen: [(id: String, position: Int)] = []
        for position in index.places.indices
        where filter.admitsAll || index.admits(position, filter) {
            if let id = index.id(at: position) { chosen.append((id, position)) }
        }
        positions = chosen.sorted { $0.id < $1.id }.map(\.position)
    }

    /// Writes all places.
    ///
    /// - Parameters:
    ///   - format: What is written.
    ///   - receive: Takes the bytes, a piece at a time.
    /// - Throws: `FileFault` when something cannot be laid aside, or `receive` throws it.
    public mutating func write(
        as format: Format, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        switch format {
        case .geoJSON(let layout):
            let recorder = PlaceRecorder()
            var writer = GeoJSONWriter(recorder.schema, layout: layout)
            try write(recorder, &writer, to: receive)
        case .flatGeobuf:
            let recorder = PlaceRecorder()
            var writer = try FlatGeobufFeatureWriter(recorder.schema)
            try write(recorder, &writer, to: receive)
        case .linkedPlaces: try writeLinkedPlaces(to: receive)
        case .linkedPlacesTable: try writeLinkedPlacesTable(to: receive)
        case .csv: try writeNames(to: receive)
        }
    }

    private mutating func write(
        _ recorder: PlaceRecorder, _ writer: inout some FeatureWriter,
        to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var record = FeatureRecord(recorder.schema)
        for position in positions {
            recorder.fill(&record, from: entry(at: position, withOutline: true))
            try writer.write(record, to: receive)
        }
        try writer.finish(provenance(hasOutlines: true), to: receive)
    }

    private mutating func writeNames(
        to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        let recorder = PlaceNameRecorder()
        var writer = DelimitedWriter(recorder.schema, .commas)
        var record = FeatureRecord(recorder.schema)
        for position in positions {
            let entry = entry(at: position)
            for name in recorder.names(of: entry) {
                recorder.fill(&record, from: name, of: entry)
                try writer.write(record, to: receive)
            }
        }
        try writer.finish(provenance(hasOutlines: false), to: receive)
    }

    private mutating func writeLinkedPlacesTable(
        to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var recorder = LinkedPlacesTableRecorder(packDate: pack.date.description, nameOf: nameOf)
        var writer = DelimitedWriter(recorder.schema, .tabs)
        var record = FeatureRecord(recorder.schema)
        for position in positions {
            recorder.fill(&record, from: entry(at: position))
            try writer.write(record, to: receive)
        }
        namesLeftOut = recorder.namesLeftOut
        try writer.finish(provenance(hasOutlines: false), to: receive)
    }

    private mutating func writeLinkedPlaces(
        to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var writer = LinkedPlacesWriter(
            title: pack.title, provenance(hasOutlines: true), nameOf: nameOf)
        for position in positions {
            writer.write(entry(at: position, withOutline: true))
            try writer.drain(beyond: featurePieceSize, receive)
        }
        writer.finish()
        try writer.drain(receive)
    }

    // MARK: Entries

    private mutating func entry(at position: Int, withOutline: Bool = false) -> ExportedPlace {
        placeCount += 1
        let place = pack.index.place(at: position)
        return ExportedPlace(
            place, name: pack.label(for: place, policy).text,
            outline: withOutline ? outline(of: place) : nil)
    }

    private func outline(of place: Place) -> ExportedPlace.Outline? {
        switch place.extent {
        case .outline:
            guard let area = boundaries.area(of: place.id, asOf: date), !area.polygons.isEmpty
            else { return nil }
            let perspective = area.claim.perspective
            return ExportedPlace.Outline(
                area.geometry, period: area.validity?.description,
                perspective: perspective.isEmpty ? nil : perspective, source: area.claim.source,
                isNearestKnown: area.isNearestKnown)
        case .line:
            guard place.line.count > 1 else { return nil }
            return ExportedPlace.Outline(
                .lineString(place.line.map(\.coordinate)), period: place.period?.description,
                perspective: nil, source: place.line[0].source, isNearestKnown: false)
        // The outline is that of another place, which has it.
        case .point, .approximately: return nil
        }
    }

    private var nameOf: (String) -> String? {
        let index = pack.index
        return { id in index.place(id: id)?.label }
    }

    private func provenance(hasOutlines: Bool) -> ExportProvenance {
        ExportProvenance(
            nameRule: policy.statement(in: pack.nameSetting), packDate: pack.date.description,
            packHash: pack.hash,
            credits: pack.credits.map(\.credit) + (hasOutlines ? boundaries.credits : []),
            licences: Array(Set(pack.credits.map(\.licence))).sorted())
    }
}
