internal import ArgumentParser
internal import MapPipeline
internal import PlaceImport
internal import PlacePack
internal import TabularText

/// Files of others that a pack is built from.
struct ImportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A GeoNames dump: allCountries.txt, AZ.txt; again for several.", valueName: "file"))
    var geonames: [String] = []

    @Option(
        help: ArgumentHelp(
            "Names for its places: alternateNamesV2.txt; again for several.", valueName: "file"))
    var alternateNames: [String] = []

    @Option(
        help: ArgumentHelp(
            "Places in the Linked Places Format: a collection, or .jsonl.", valueName: "file"))
    var lpf: [String] = []

    @Option(help: ArgumentHelp("Places as LP-TSV 0.5.", valueName: "file"))
    var lpTsv: [String] = []

    @Option(
        help: ArgumentHelp(
            "A table with the columns name, longitude and latitude.", valueName: "file"))
    var csv: [String] = []

    @Option(
        help: ArgumentHelp("GeoJSON features with names as properties.", valueName: "file"))
    var geojson: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Folders of Who's On First records, one a file.", valueName: "folder"))
    var wof: [String] = []

    @Option(
        help: ArgumentHelp(
            "The licence of files that are not from GeoNames, such as \"CC BY 4.0\".",
            valueName: "text"))
    var licence: String?

    @Option(
        help: ArgumentHelp("The line that credits who made them.", valueName: "text"))
    var credit: String?

    @Option(
        help: ArgumentHelp(
            "A short word for them: the source of their names, and in front of ids without a prefix.",
            valueName: "word"))
    var sourceKey = "import"

    @Option(
        help: ArgumentHelp(
            "How the letters are written: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name"),
        transform: { text in
            guard let encoding = TextEncoding(rawValue: text.lowercased()) else {
                throw ValidationError("--encoding \(text): no such encoding")
            }
            return encoding
        })
    var encoding: TextEncoding?

    mutating func validate() throws {
        if !alternateNames.isEmpty, geonames.isEmpty {
            throw ValidationError("--alternate-names: name the dump of its places with --geonames")
        }
        if (licence == nil) != (credit == nil) {
            throw ValidationError("--licence and --credit: give both")
        }
        guard Self.isWord(sourceKey) else {
            throw ValidationError(
                "--source-key \(sourceKey): use small letters, digits and hyphens")
        }
        if ["gn", "iso", "tp", "wof"].contains(sourceKey) {
            throw ValidationError("--source-key \(sourceKey): this prefix has a meaning of its own")
        }
    }

    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    /// The files, with the title of what they are.
    func files(title: String?) -> ImportedFiles {
        var files = ImportedFiles()
        files.files =
            geonames.map { (.geoNames, $0) } + lpf.map { (.linkedPlaces, $0) }
            + lpTsv.map { (.linkedPlacesTable, $0) } + csv.map { (.table, $0) }
            + geojson.map { (.geoJSON, $0) } + wof.map { (.whosOnFirst, $0) }
        files.alternateNames = alternateNames
        files.encoding = encoding
        files.sourceKey = sourceKey
        if let licence, let credit {
            files.credit = Credit(
                key: sourceKey, title: title ?? sourceKey, licence: licence, credit: credit)
        }
        return files
    }
}
