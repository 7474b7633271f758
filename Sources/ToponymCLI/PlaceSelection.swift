internal import ArgumentParser
internal import Diagnostics
internal import FeatureFormats
internal import MapPipeline
internal import PlacePack
internal import Places

/// Which places are meant at all.
struct PlaceSelection: ParsableArguments {
    @Option(
        help: ArgumentHelp("Only places in a country, by its ISO 3166-1 code.", valueName: "code"),
        transform: CountryArgument.init)
    var country: CountryArgument?

    @Option(
        help: ArgumentHelp(
            "Only places of a kind: \(PlaceKind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "kind"))
    var kind: [PlaceKind] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Only places in a box of degrees.", valueName: "W,S,E,N"),
        transform: BoxArgument.init)
    var bbox: BoxArgument?

    /// Whether none of the options was given.
    var isEmpty: Bool { country == nil && kind.isEmpty && bbox == nil }
}

extension GazetteerExport.Format {
    /// The endings of files and what they mean, those that are longer first.
    private static let endings: [(ending: String, format: Self)] = [
        (".lpf.json", .linkedPlaces), (".jsonld", .linkedPlaces),
        (".geojson", .geoJSON(.collection)), (".geojsonl", .geoJSON(.lines)),
        (".geojsons", .geoJSON(.textSequence)), (".fgb", .flatGeobuf),
        (".tsv", .linkedPlacesTable), (".csv", .csv),
    ]

    /// The format that the ending of a file says; GeoJSON for standard output.
    init(output: String?) throws {
        guard let output, output != "-" else {
            self = .geoJSON(.collection)
            return
        }
        let name = output.lowercased()
        guard let known = Self.endings.first(where: { name.hasSuffix($0.ending) }) else {
            let endings = Self.endings.map(\.ending).joined(separator: ", ")
            throw ValidationError(
                "-o \(output): the ending says the format of places; write one of \(endings)")
        }
        self = known.format
    }
}

/// Writes the places of a gazetteer.
struct PlacesRun {
    var output: String?
    var selection: PlaceSelection
    var naming: NamingOptions
    var gazetteer: GazetteerOptions
    var common: CommonOptions

    func run() throws {
        let format = try GazetteerExport.Format(output: output)
        let pack = try gazetteer.pack()
        var export = GazetteerExport(
            pack: pack, policy: try naming.policy(pack), country: selection.country?.code,
            kinds: Set(selection.kind), box: selection.bbox?.box)
        var target = try StreamedFile(output ?? "-")
        try export.write(as: format) { bytes throws(FileFault) in try target.write(bytes) }
        try target.keep()
        if export.namesLeftOut > 0 {
            common.remark(
                "\(export.namesLeftOut) names with ; or @ left out: the format parts names by them")
        }
        guard let output, output != "-" else { return }
        let count = export.placeCount
        common.remark("\(output): \(count) place\(count == 1 ? "" : "s")")
    }
}
