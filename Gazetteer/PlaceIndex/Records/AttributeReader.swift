internal import EDTF
internal import FlatFile
internal import GeoModel
internal import Places
internal import Synchronization

/// The attributes that names, places and claims share, decoded when first asked for and kept: a thousand
/// names of one source cost one reading of its period and source.
final class AttributeReader: Sendable {
    let texts: TextPool
    private let languages: [LanguageTag]
    private let isUndetermined: [Bool]
    let names: FixedTable
    private let places: FixedTable
    let claims: FixedTable
    // Bounded: a row that is not kept is decoded again. Periods come last: they are asked for while another
    // of these is held.
    private let keptNames = Mutex<[Int: PlaceName]>([:])
    private let keptPlaces = Mutex<[Int: Place]>([:])
    private let keptClaims = Mutex<[Int: Membership]>([:])
    private let keptPeriods = Mutex<[UInt32: HistoricalDate]>([:])

    /// Some half a megabyte of them.
    private static let mostKept = 1_024

    init(
        texts: FlatSlice, languages: FlatSlice, names: FlatSlice, places: FlatSlice,
        claims: FlatSlice
    ) {
        let pool = TextPool(texts)
        self.texts = pool
        let tags = FixedColumn<UInt32>(languages)
        self.languages = (0..<tags.count).map { LanguageTag(pool[tags[$0]]) ?? .undetermined }
        isUndetermined = self.languages.map { $0.language == LanguageTag.undetermined.language }
        self.names = FixedTable(names, width: PlaceLayout.NameAttributes.width)
        self.places = FixedTable(places, width: PlaceLayout.PlaceAttributes.width)
        self.claims = FixedTable(claims, width: PlaceLayout.Claim.width)
    }

    /// All tags that names have.
    var languageTags: [LanguageTag] { languages }

    /// A name with the attributes of a row, still without its text.
    func name(_ row: Int) -> PlaceName {
        Self.kept(keptNames, row) {
            typealias At = PlaceLayout.NameAttributes
            let flags: UInt8 = names.number(row, at: At.flags)
            var name = PlaceName(
                "", language: language(names.number(row, at: At.language)),
                kind: RecordCode.word(names.number(row, at: At.kind), in: RecordCode.nameKinds),
                source: texts[names.number(row, at: At.source)],
                certainty: RecordCode.word(flags >> 1, in: RecordCode.certainties))
            name.perspective = texts.optional(names.number(row, at: At.perspective))
            name.period = period(names.number(row, at: At.period))
            name.isUsual = flags & 1 == 1
            name.derived = texts.optional(names.number(row, at: At.derived))
            name.note = texts.optional(names.number(row, at: At.note))
            return name
        }
    }

    /// A place with the attributes of a row, still without id, label, position and population.
    func place(_ row: Int) -> Place {
        Self.kept(keptPlaces, row) {
            typealias At = PlaceLayout.PlaceAttributes
            var place = Place(
                id: "", kind: kind(row), label: "",
                coordinate: .init(longitude: .nan, latitude: .nan),
                source: texts[places.number(row, at: At.source)],
                certainty: RecordCode.word(
                    places.number(row, at: At.certainty), in: RecordCode.certainties))
            if places.number(row, at: At.hasUncertainty, as: UInt8.self) == 1 {
                place.uncertaintyInMetres = Double(
                    bitPattern: places.number(row, at: At.uncertainty))
            }
            place.extent = extent(row)
            place.rank = rank(row)
            place.period = period(places.number(row, at: At.period))
            place.note = texts.optional(places.number(row, at: At.note))
            return place
        }
    }

    /// A claim.
    func claim(_ row: Int) -> Membership {
        Self.kept(keptClaims, row) {
            typealias At = PlaceLayout.Claim
            let flags: UInt8 = claims.number(row, at: At.flags)
            var claim = Membership(
                RecordCode.word(claims.number(row, at: At.relation), in: RecordCode.relations),
                in: texts[claims.number(row, at: At.target)],
                source: texts[claims.number(row, at: At.source)],
                certainty: RecordCode.word(flags >> 1, in: RecordCode.certainties))
            claim.isDefault = flags & 1 == 1
            claim.perspective = texts.optional(claims.number(row, at: At.perspective))
            claim.period = period(claims.number(row, at: At.period))
            claim.note = texts.optional(claims.number(row, at: At.note))
            return claim
        }
    }

    /// The kind of a place, read in place.
    func kind(_ row: Int) -> PlaceKind {
        RecordCode.word(
            places.number(row, at: PlaceLayout.PlaceAttributes.kind), in: RecordCode.kinds)
    }

    /// The rank of a place, read in place.
    func rank(_ row: Int) -> Int {
        Int(places.number(row, at: PlaceLayout.PlaceAttributes.rank, as: Int32.self))
    }

    /// The language of names with the attributes of a row, read in place.
    func language(ofNames row: Int) -> LanguageTag {
        language(names.number(row, at: PlaceLayout.NameAttributes.language))
    }

    /// Whether the language of names with the attributes of a row is not known.
    func isLanguageUndetermined(ofNames row: Int) -> Bool {
        let number: UInt16 = names.number(row, at: PlaceLayout.NameAttributes.language)
        return !isUndetermined.indices.contains(Int(number)) || isUndetermined[Int(number)]
    }

    private func language(_ number: UInt16) -> LanguageTag {
        languages.indices.contains(Int(number)) ? languages[Int(number)] : .undetermined
    }

    private func extent(_ row: Int) -> Extent {
        typealias At = PlaceLayout.PlaceAttributes
        return switch places.number(row, at: At.extent, as: UInt8.self) {
        case 1: .outline
        case 2: .line
        case 3: .approximately(texts[places.number(row, at: At.extentID)])
        default: .point
        }
    }

    private func period(_ offset: UInt32) -> HistoricalDate? {
        guard offset != TextPool.none else { return nil }
        return keptPeriods.withLock { periods in
            if let known = periods[offset] { return known }
            let period = try? HistoricalDate(edtf: texts[offset])
            if periods.count >= Self.mostKept { periods = [:] }
            periods[offset] = period
            return period
        }
    }

    /// What is kept of a row, or else decoded now.
    private static func kept<Value: Sendable>(
        _ values: borrowing Mutex<[Int: Value]>, _ row: Int, _ decode: () -> Value
    ) -> Value {
        values.withLock { values in
            if let known = values[row] { return known }
            let value = decode()
            if values.count >= mostKept { values = [:] }
            values[row] = value
            return value
        }
    }

    // MARK: Checking

    /// Checks that every text a row names is one.
    func firstFault() -> (tag: String, problem: String)? {
        typealias Tag = PlaceLayout.Tag
        typealias Name = PlaceLayout.NameAttributes
        typealias Place = PlaceLayout.PlaceAttributes
        typealias Claim = PlaceLayout.Claim
        let tables: [(String, FixedTable, [Int], periodAt: Int)] = [
            (
                Tag.nameAttributes, names,
                [Name.perspective, Name.source, Name.derived, Name.note], Name.period
            ),
            (
                Tag.placeAttributes, places, [Place.extentID, Place.source, Place.note],
                Place.period
            ),
            (
                Tag.claims, claims, [Claim.target, Claim.perspective, Claim.source, Claim.note],
                Claim.period
            ),
        ]
        for (tag, table, fields, periodAt) in tables {
            for row in 0..<table.count {
                for field in fields + [periodAt] {
                    let offset: UInt32 = table.number(row, at: field)
                    guard offset != TextPool.none else { continue }
                    if !texts.isText(offset) { return (tag, "row \(row) names no text") }
                    if field == periodAt, (try? HistoricalDate(edtf: texts[offset])) == nil {
                        return (tag, "row \(row) has no period")
                    }
                }
            }
        }
        return nil
    }
}
