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
        /// A folder of records, one a file.
        case whosOnFirst = "wof"
    }

    /// The files, in the order in which their places are added.
    public var files: [(format: Format, name: String)] = []
    /// Files of GeoNames' alternate names, for the places of its dumps.
    public var alternateNames: [String] = []
    /// How the letters are written; nil to tell by the bytes.
    public var encoding: TextEncoding?
    /// The short word that stands as the source of names, and in front of ids without a prefix.
    public var sourceKey = "import"
    /// Who is to be credited for all but GeoNames and Who's On First, whose licences are known; nil where the
    /// files say it.
    public var credit: Credit?

    /// No files.
    public init() {}

    /// Whether there are none.
    public var isEmpty: Bool { files.isEmpty && alternateNames.isEmpty }

    /// What was read of a file.
    public struct Outcome: Sendable {
        /// The file as the user named it.
        public var name: String
        /// What was found.
        public var log: ImportLog
        /// How many bytes there were, unpacked.
        public var byteCount: Int
        /// Their CRC-32.
        public var checksum: UInt32
    }

    /// Adds all places to a pack.
    ///
    /// A GeoNames dump and its alternate names are two files in two orders: the places go into the
    /// builder first, packed, then each name to its place by id, so that neither file stands in memory.
    /// Each file adds a line with its checksum to the recipe.
    ///
    /// - Parameters:
    ///   - builder: Takes the places; of no use once this throws.
    ///   - report: Takes what was found in a file.
    /// - Throws: `FileFault` for a file that cannot be read, and when a licence and credit are missing.
    public func add(
        to builder: inout PackBuilder, report: (Outcome) -> Void
    ) throws(FileFault) {
        try checkCredits()
        if files.contains(where: { ![.geoNames, .whosOnFirst].contains($0.format) }), let credit {
            builder.change { contents in contents.credits.append(credit) }
        }
        if files.contains(where: { $0.format == .whosOnFirst }) {
            builder.change { contents in contents.credits.append(Self.whosOnFirst) }
        }
        if files.contains(where: { $0.format == .geoNames }) {
            builder.change { contents in contents.credits.append(Self.geoNames) }
        }
        var countries: [String: String] = [:]
        for (format, name) in files {
            if format == .whosOnFirst {
                try addFolder(name, &builder, report)
                continue
            }
            let input = SummedInput(try FileInput.open(name))
            let log: ImportLog
            switch format {
            case .geoNames:
                var places = try GeoNamesPlaces(
                    input, file: name, source: source(Self.geoNames.key),
                    takesListedNames: alternateNames.isEmpty)
                while let place = try places.next() { builder.add(place) }
                countries.merge(places.countries) { first, _ in first }
                log = places.log
            case .linkedPlaces:
                log = try add(
                    try LinkedPlaces(input, file: name, source: source()), name, &builder)
            case .linkedPlacesTable:
                log = try add(
                    try LinkedPlacesTable(input, file: name, source: source()), name, &builder)
            case .table:
                log = try add(
                    try TablePlaces(input, file: name, source: source()), name, &builder)
            case .geoJSON:
                log = try add(
                    try GeoJSONPlaces(input, file: name, source: source()), name, &builder)
            case .whosOnFirst: continue
            }
            finish(name, input, log, &builder, report)
        }
        try addAlternateNames(countries, &builder, report)
    }

    /// Adds the records of a folder, whose files are summed up as one.
    private func addFolder(
        _ name: String, _ builder: inout PackBuilder, _ report: (Outcome) -> Void
    ) throws(FileFault) {
        var files = try FolderFiles(name, endings: [".geojson", ".geojson.gz"])
        var input = SummedInput(MemoryInput([]))
        var places = WhosOnFirst(
            { () throws(FileFault) in
                guard let file = try files.next() else { return nil }
                input = SummedInput(try FileInput.open(file), after: input)
                return (file, input)
            }, source: source(Self.whosOnFirst.key))
        while let place = try places.next() { builder.add(place) }
        finish(name, input, places.log, &builder, report)
    }

    private func addAlternateNames(
        _ countries: [String: String], _ builder: inout PackBuilder, _ report: (Outcome) -> Void
    ) throws(FileFault) {
        for name in alternateNames {
            let input = SummedInput(try FileInput.open(name))
            var names = try GeoNamesNames(
                input, file: name, source: source(Self.geoNames.key), countries: countries)
            var strangers = 0
            while let (id, text) = try names.next() {
                if !builder.add(text, toPlaceWithID: id) { strangers += 1 }
            }
            var log = names.log
            log.leaveOut("names of places not in the dump", count: strangers)
            finish(name, input, log, &builder, report)
        }
    }

    private func source(_ key: String? = nil) -> ImportSource {
        ImportSource(key: key ?? sourceKey, encoding: encoding)
    }

    private func add(
        _ importer: consuming some PlaceImporter, _ name: String, _ builder: inout PackBuilder
    ) throws(FileFault) -> ImportLog {
        var importer = importer
        while let place = try importer.next() { builder.add(place) }
        if credit == nil {
            let declared = try self.declared(by: importer.declared, in: name)
            builder.change { contents in
                if !contents.credits.contains(declared) { contents.credits.append(declared) }
            }
        }
        return importer.log
    }

    private func finish(
        _ name: String, _ input: SummedInput, _ log: ImportLog, _ builder: inout PackBuilder,
        _ report: (Outcome) -> Void
    ) {
        let outcome = Outcome(
            name: name, log: log, byteCount: input.count, checksum: input.checksum)
        builder.change { contents in
            contents.recipe += (contents.recipe.isEmpty ? "" : "\n") + outcome.recipe
        }
        report(outcome)
    }

    // MARK: Credits

    /// What others made may go on only with its licence and credit. Tables have no place for them.
    private func checkCredits() throws(FileFault) {
        let table = files.first { $0.format == .table || $0.format == .linkedPlacesTable }
        guard credit == nil, let table else { return }
        throw Self.noLicence(
            in: table.name, "data of others, and neither its licence nor whom to credit is said")
    }

    /// The credit that a file asks for itself.
    private func declared(
        by declared: DeclaredCredit, in name: String
    ) throws(FileFault) -> Credit {
        switch (declared.licence, declared.credit) {
        case (let licence?, let line?):
            return Credit(
                key: sourceKey, title: declared.title ?? Outcome.shortened(name), licence: licence,
                credit: line)
        case (.some, nil):
            throw Self.noLicence(in: name, "the file says its licence and not whom to credit")
        case (nil, .some):
            throw Self.noLicence(in: name, "the file says whom to credit and not its licence")
        case (nil, nil):
            throw Self.noLicence(
                in: name, "data of others, and neither its licence nor whom to credit is said")
        }
    }

    private static func noLicence(in name: String, _ problem: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "no-licence", at: SourceLocation(file: name), problem: problem,
                remedy: "say both, such as --licence \"CC BY 4.0\" --credit \"© Who made it\""))
    }

    /// Source: https://whosonfirst.org/docs/licenses: the records are CC BY 4.0, what they were made from has
    /// licences of its own.
    static let whosOnFirst = Credit(
        key: "wof", title: "Who's On First", licence: "CC BY 4.0",
        credit: "Who's On First (whosonfirst.org) and its sources, CC BY 4.0")

    /// Source: the readme of https://download.geonames.org/export/dump.
    static let geoNames = Credit(
        key: "geonames", title: "GeoNames", licence: "CC BY 4.0",
        credit: "Place names © GeoNames (geonames.org), CC BY 4.0")
}

extension ImportedFiles.Outcome {
    /// What was used and what was not, in words.
    public var summary: String {
        let records = "\(log.records) record\(log.records == 1 ? "" : "s")"
        let leftOut = log.leftOut.map { "\($0.what) \($0.count)" }.joined(separator: ", ")
        return "\(records), \(log.passedOver) passed over"
            + (leftOut.isEmpty ? "" : "; left out: \(leftOut)")
    }

    /// The line of the recipe: the file without its folder, how long it is, its checksum, and what was
    /// used. The same file under another name or packed with gzip differs in nothing but the name.
    var recipe: String {
        let digits = String(checksum, radix: 16)
        let padded = String(repeating: "0", count: 8 - digits.count) + digits
        return "\(Self.shortened(name)): \(byteCount) bytes, CRC-32 \(padded): \(summary)"
    }

    /// A file's name without its folder.
    static func shortened(_ name: String) -> String {
        String(name.split(separator: "/").last ?? "-")
    }
}
