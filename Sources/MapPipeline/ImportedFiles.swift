public import Diagnostics
public import PlaceImport
public import PlacePack
public import TabularText

/// Files of others with places, and what is said of all that they hold.
public struct ImportedFiles: Sendable {
    /// What a file is.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        case geoNames = "geonames"
        case linkedPlaces = "lpf"
        case linkedPlacesTable = "lp-tsv"
        case table = "csv"
        case geoJSON = "geojson"
    }

    /// The files, in the order in which their places are added.
    public var files: [(format: Format, name: String)] = []
    /// Files of GeoNames' alternate names, for the places of its dumps.
    public var alternateNames: [String] = []
    /// How the letters are written; nil to tell by the bytes.
    public var encoding: TextEncoding?
    /// Who is to be credited for all but GeoNames, which says so itself.
    public var credit: Credit?

    /// No files.
    public init() {}

    /// Whether there are none.
    public var isEmpty: Bool { files.isEmpty && alternateNames.isEmpty }

    /// Adds all places to a pack.
    ///
    /// A GeoNames dump and its alternate names are two files in two orders: the places go into the
    /// builder first, packed, then each name to its place by id, so that neither file stands in memory.
    ///
    /// - Parameters:
    ///   - builder: Takes the places.
    ///   - report: Takes what was found in a file, with how much of it was used.
    /// - Throws: `FileFault` for a file that cannot be read, and when a licence and credit are missing.
    public func add(
        to builder: inout PackBuilder, report: (String, ImportLog) -> Void
    ) throws(FileFault) {
        try checkCredits()
        if files.contains(where: { $0.format != .geoNames }), let credit {
            builder.change { contents in contents.credits.append(credit) }
        }
        if files.contains(where: { $0.format == .geoNames }) {
            builder.change { contents in contents.credits.append(Self.geoNames) }
        }
        var countries: [String: String] = [:]
        for (format, name) in files {
            let input = try FileInput.open(name)
            switch format {
            case .geoNames:
                var places = try GeoNamesPlaces(
                    input, file: name, source: source(Self.geoNames.key),
                    takesListedNames: alternateNames.isEmpty)
                while let place = try places.next() { builder.add(place) }
                countries.merge(places.countries) { first, _ in first }
                report(name, places.log)
            case .linkedPlaces:
                try add(
                    try LinkedPlaces(input, file: name, source: source()), name, &builder, report)
            case .linkedPlacesTable:
                try add(
                    try LinkedPlacesTable(input, file: name, source: source()), name, &builder,
                    report)
            case .table:
                try add(
                    try TablePlaces(input, file: name, source: source()), name, &builder, report)
            case .geoJSON:
                try add(
                    try GeoJSONPlaces(input, file: name, source: source()), name, &builder, report)
            }
        }
        for name in alternateNames {
            var names = try GeoNamesNames(
                try FileInput.open(name), file: name, source: source(Self.geoNames.key),
                countries: countries)
            var strangers = 0
            while let (id, text) = try names.next() {
                if !builder.add(text, toPlaceWithID: id) { strangers += 1 }
            }
            var log = names.log
            log.leaveOut("names of places that the dump does not have", count: strangers)
            report(name, log)
        }
    }

    private func source(_ key: String? = nil) -> ImportSource {
        ImportSource(key: key ?? credit?.key ?? "import", encoding: encoding)
    }

    private func add(
        _ importer: consuming some PlaceImporter, _ name: String, _ builder: inout PackBuilder,
        _ report: (String, ImportLog) -> Void
    ) throws(FileFault) {
        var importer = importer
        while let place = try importer.next() { builder.add(place) }
        report(name, importer.log)
    }

    /// What others made may go on only with its licence and credit.
    private func checkCredits() throws(FileFault) {
        guard credit == nil, let first = files.first(where: { $0.format != .geoNames }) else {
            return
        }
        throw FileFault(
            Diagnostic(
                .error, code: "no-licence", at: SourceLocation(file: first.name),
                problem: "data of others, and neither its licence nor whom to credit is said",
                remedy: "say both, such as --licence \"CC BY 4.0\" --credit \"© Who made it\""))
    }

    /// Source: the readme of https://download.geonames.org/export/dump.
    static let geoNames = Credit(
        key: "geonames", title: "GeoNames", licence: "CC BY 4.0",
        credit: "Place names © GeoNames (geonames.org), CC BY 4.0")
}
