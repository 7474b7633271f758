internal import Boundaries
internal import EDTF
internal import GeoModel
internal import PlacePack
internal import Places

/// Finds what stands for a place that must not be told: the unit or the cell that holds it.
struct CoarsePlaces {
    private let pack: Pack
    private let policy: NamePolicy
    let coarsening: Coarsening
    private let boundaries: BoundaryStore
    private var units: [Asked: FoundPlace?] = [:]

    /// What a unit was found for.
    private struct Asked: Hashable {
        var position: Coordinate
        var date: HistoricalDate?
    }

    init(_ coarsening: Coarsening, pack: Pack, policy: NamePolicy) {
        self.pack = pack
        self.policy = policy
        self.coarsening = coarsening
        boundaries = pack.boundaries
    }

    /// Whether a place is known no closer than it may be told.
    func isCoarseEnough(_ feature: Feature) -> Bool {
        guard let precision = feature.precision, precision >= .district else { return false }
        let reach = feature.uncertaintyInMetres ?? .infinity
        switch coarsening {
        case .district: return feature.geometry?.isArea == true || reach >= Self.reachOfDistrict
        case .cells(let kilometres): return reach >= Double(kilometres) * 1_000
        }
    }

    /// A line that is known to a district may be finer than one: it has to reach so far, in metres.
    private static let reachOfDistrict = 10_000.0

    /// What stands for a position at a date that may be off by so many metres; nil where no unit holds
    /// it.
    mutating func place(
        for position: Coordinate, at date: HistoricalDate?, doubt: Double?
    ) -> FoundPlace? {
        switch coarsening {
        case .district: return unit(holding: position, at: date)
        case .cells(let kilometres):
            let size = Double(kilometres) * 1_000
            let cell = GridCell(holding: position, size: size)
            var found = FoundPlace(coordinate: cell.middle, text: "")
            found.precision = .near
            // The doubt of one settlement is like no other's: only its size in cells is told.
            let beyond = doubt.map { $0 <= size ? 0 : ($0 / size).rounded(.up) * size } ?? 0
            found.uncertaintyInMetres = (cell.radiusInMetres + beyond).rounded(.up)
            return found
        }
    }

    /// The place as the gazetteer has it, without the words that led to it.
    func bare(_ reference: PlaceReference) -> PlaceReference {
        let place = reference.id.flatMap { pack.place(id: $0) }
        let label = place.map { pack.label(for: $0, policy).text } ?? reference.label
        return PlaceReference(
            text: label, id: reference.id, matchedName: nil, tier: nil, label: label)
    }

    /// All names of the place that a reference means.
    func names(of reference: PlaceReference) -> [String] {
        let place = reference.id.flatMap { pack.place(id: $0) }
        return (place?.names.map(\.text) ?? []) + [reference.label, reference.matchedName ?? ""]
    }

    /// The least unit around a position: a district, else a province, else the country.
    private mutating func unit(
        holding position: Coordinate, at date: HistoricalDate?
    ) -> FoundPlace? {
        let asked = Asked(position: position, date: date)
        if let known = units[asked] { return known }
        let holders = Whereabouts(
            of: position, in: pack, boundaries: boundaries, asOf: date, limit: 0
        ).within.map(\.place)
        let unit = [PlaceKind.district, .province, .country].lazy
            .compactMap { kind in holders.first { $0.kind == kind } }.first
        let found = unit.map { unit in
            let outline = unit.outlineID.flatMap { boundaries.area(of: $0, asOf: date) }
            let label = pack.label(for: unit, policy).text
            return FoundPlace(
                at: KnownPlace(
                    place: unit, matchedName: nil, tier: nil, label: label,
                    ground: Ground(of: unit, outline: outline)), text: label)
        }
        units[asked] = found
        return found
    }
}

extension Geometry {
    /// Whether it covers ground.
    fileprivate var isArea: Bool {
        switch self {
        case .polygon, .multiPolygon: true
        default: false
        }
    }
}
