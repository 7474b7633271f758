internal import Diagnostics
internal import EDTF
internal import GeoModel
internal import Places

/// One reading of the tables into a pack.
struct TableReading {
    private let files: [CuratedTables.File]
    private(set) var report = DiagnosticReport()
    private var places: [Place] = []
    private var indexByID: [String: Int] = [:]
    /// How many places the tables before the one being read gave.
    private var placesBeforeFile = 0
    private var perspectiveKeys: Set<String> = []

    init(files: [CuratedTables.File]) {
        self.files = files
    }

    mutating func contents() -> PackContents {
        let facts = readFacts()
        let perspectives = readPerspectives()
        readPlaces()
        readNames()
        readMemberships()
        readLines()
        let contested = readContested()
        let date = facts["date"].flatMap { try? HistoricalDate(edtf: $0).earliest }
        if date == nil {
            report.add(
                Diagnostic(
                    .error, code: "no-date", at: SourceLocation(file: "pack.tsv"),
                    problem: "the pack has no date",
                    remedy: "add a row: date, and a day such as 2026-11-24"))
        }
        return PackContents(
            title: facts["title"] ?? "", version: facts["version"] ?? "", date: date ?? .undated,
            places: places, perspectives: perspectives, contested: contested,
            credits: readCredits(), notPlaces: readNotPlaces())
    }

    /// Calls `take` with each row of a table; what it refuses goes to the report.
    private mutating func read(
        _ file: String, needing columns: [String],
        _ take: (_ row: inout RowReader, _ reading: inout TableReading) -> Void
    ) {
        for source in files where source.name == file {
            placesBeforeFile = places.count
            let table = TabbedTable(
                file: source.path, bytes: source.bytes, needing: columns, report: &report)
            var reader = RowReader(table)
            for row in table.rows {
                reader.start(row)
                take(&reader, &self)
            }
            report.add(reader.report)
        }
    }

    /// The index of the place that a row is about; a row about an unknown one is refused.
    private func placeIndex(_ row: inout RowReader, column: String = "place_id") -> Int? {
        let id = row.needed(column)
        if let index = indexByID[id] { return index }
        if !id.isEmpty {
            row.refuse(
                column, "unknown-place", "no place has the id \"\(id)\"", "add it to places.tsv")
        }
        return nil
    }

    private func perspective(_ row: inout RowReader) -> String? {
        guard let key = row.optional("perspective") else { return nil }
        if !perspectiveKeys.contains(key) {
            row.refuse(
                "perspective", "unknown-perspective", "no perspective has the key \"\(key)\"",
                "add it to perspectives.tsv")
        }
        return key
    }
}

// MARK: - Places and what hangs on them

extension TableReading {
    private mutating func readPlaces() {
        let columns = ["id", "kind", "label", "longitude", "latitude", "source", "certainty"]
        read("places.tsv", needing: columns) { row, reading in
            var place = Place(
                id: row.needed("id"), kind: row.word("kind", or: .settlement),
                label: row.needed("label"), coordinate: row.coordinate(),
                source: row.needed("source"),
                certainty: row.word("certainty", or: .low))
            place.uncertaintyInMetres = row.number("uncertainty_m")
            place.extent = row.extent("extent")
            place.period = row.period("period")
            place.population = row.whole("population")
            place.rank = row.whole("rank") ?? 6
            place.note = row.optional("note")
            if let known = reading.indexByID[place.id] {
                // The row of a table before stands.
                if known < reading.placesBeforeFile { return }
                row.refuse(
                    "id", "repeated-id", "a row above has the id \"\(place.id)\"",
                    "give each place one row")
            }
            guard row.isFit else { return }
            reading.indexByID[place.id] = reading.places.count
            reading.places.append(place)
        }
    }

    private mutating func readNames() {
        let columns = ["place_id", "text", "language", "kind", "source", "certainty"]
        read("names.tsv", needing: columns) { row, reading in
            let index = reading.placeIndex(&row)
            let language = row.language("language")
            let text = row.needed("text")
            let kind: NameKind = row.word("kind", or: .alternate)
            let certainty: Certainty = row.word("certainty", or: .low)
            let source = row.needed("source")
            let period = row.period("period")
            let perspective = reading.perspective(&row)
            guard row.isFit, let index, let language else { return }
            var name = PlaceName(
                text, language: language, kind: kind, source: source, certainty: certainty)
            name.period = period
            name.perspective = perspective
            name.isUsual = row.text("usual") == "usual"
            name.derived = row.optional("derived")
            name.note = row.optional("note")
            reading.places[index].names.append(name)
        }
    }

    private mutating func readMemberships() {
        let columns = ["place_id", "relation", "target_id", "source", "certainty"]
        read("memberships.tsv", needing: columns) { row, reading in
            let index = reading.placeIndex(&row)
            let target = reading.placeIndex(&row, column: "target_id")
            var claim = Membership(
                row.word("relation", or: .partOf), in: row.text("target_id"),
                source: row.needed("source"), certainty: row.word("certainty", or: .low))
            claim.perspective = reading.perspective(&row)
            claim.period = row.period("period")
            claim.isDefault = row.text("default") == "default"
            claim.note = row.optional("note")
            guard row.isFit, let index, target != nil else { return }
            reading.places[index].memberships.append(claim)
        }
    }

    private mutating func readLines() {
        let columns = ["place_id", "sequence", "longitude", "latitude", "basis", "source"]
        var points: [Int: [(sequence: Int, point: LinePoint)]] = [:]
        read("lines.tsv", needing: columns) { row, reading in
            let index = reading.placeIndex(&row)
            let sequence = row.whole("sequence") ?? 0
            let point = LinePoint(
                coordinate: row.coordinate(), basis: row.text("basis"), source: row.needed("source")
            )
            guard row.isFit, let index else { return }
            points[index, default: []].append((sequence, point))
        }
        for (index, line) in points {
            places[index].line = line.sorted { $0.sequence < $1.sequence }.map(\.point)
        }
    }
}

// MARK: - What names need to be understood

extension TableReading {
    private mutating func readFacts() -> [String: String] {
        var facts: [String: String] = [:]
        read("pack.tsv", needing: ["key", "value"]) { row, _ in
            facts[row.needed("key")] = row.text("value")
        }
        return facts
    }

    private mutating func readPerspectives() -> [NamingPerspective] {
        var perspectives: [NamingPerspective] = []
        read("perspectives.tsv", needing: ["perspective", "name", "definition"]) { row, reading in
            let perspective = NamingPerspective(
                key: row.needed("perspective"), name: row.needed("name"),
                definition: row.needed("definition"), period: row.period("period"),
                source: row.text("source"))
            guard row.isFit else { return }
            perspectives.append(perspective)
            reading.perspectiveKeys.insert(perspective.key)
        }
        return perspectives
    }

    private mutating func readContested() -> [ContestedName] {
        var contested: [ContestedName] = []
        let columns = ["place_id", "perspective", "name", "source"]
        read("contested.tsv", needing: columns) { row, reading in
            _ = reading.placeIndex(&row)
            _ = row.needed("perspective")
            let name = ContestedName(
                placeID: row.text("place_id"), perspective: reading.perspective(&row) ?? "",
                name: row.needed("name"), native: row.text("native"), period: row.period("period"),
                source: row.needed("source"), note: row.optional("note"))
            if row.isFit { contested.append(name) }
        }
        return contested
    }

    private mutating func readCredits() -> [Credit] {
        var credits: [Credit] = []
        read("credits.tsv", needing: ["key", "title", "licence", "credit"]) { row, _ in
            let credit = Credit(
                key: row.needed("key"), title: row.needed("title"), licence: row.needed("licence"),
                credit: row.needed("credit"))
            if row.isFit { credits.append(credit) }
        }
        return credits
    }

    private mutating func readNotPlaces() -> [NotPlace] {
        var entries: [NotPlace] = []
        read("not-places.tsv", needing: ["text", "language", "reason"]) { row, _ in
            let text = row.needed("text")
            let reason = row.needed("reason")
            guard let language = row.language("language"), row.isFit else { return }
            entries.append(NotPlace(text: text, language: language, reason: reason))
        }
        return entries
    }
}

extension CalendarDay {
    /// Stands for the date of a pack that has none; the report says so.
    fileprivate static var undated: CalendarDay {
        guard let day = CalendarDay(year: 1, month: 1, day: 1) else {
            preconditionFailure("the year 1 has a first day")
        }
        return day
    }
}
