public import Boundaries
internal import CBasemapData
public import EDTF
public import GeoModel

/// The base map of the world: gives what lies under the events in a box at a date.
public struct BasemapStore: Sendable {
    private let boundaries: BoundaryStore
    private let water: BoundaryStore

    /// The outlines and the lakes that are linked into the program. Read on first use, once.
    public static let embedded: BasemapStore = {
        // SAFETY: The pointer is to a constant array of that size, which lives as long as the program.
        let bytes = unsafe Array(
            UnsafeBufferPointer(start: basemap_water(), count: basemap_water_size()))
        do throws(BoundaryFileError) {
            return BasemapStore(boundaries: .embedded, water: try BoundaryStore(text: bytes))
        } catch {
            preconditionFailure("the linked lakes are broken, line \(error.line): \(error)")
        }
    }()

    /// Makes a base map from outlines and from lakes, which are areas of kind `water`.
    public init(boundaries: BoundaryStore, water: BoundaryStore) {
        self.boundaries = boundaries
        self.water = water
    }

    /// The same base map with fewer vertices, for a map that cannot show them all.
    ///
    /// Shared borders stay shared. Keep it for the maps of a scale: the work is done once.
    ///
    /// - Parameter degreesPerPixel: Degrees of latitude in a pixel; lines move by half of one at most.
    /// - Returns: A base map of its own.
    /// - Complexity: O(*n* log *n*) in all vertices as a rule.
    public func generalised(degreesPerPixel: Double) -> BasemapStore {
        BasemapStore(
            boundaries: boundaries.generalised(toDegrees: degreesPerPixel / 2),
            water: water.generalised(toDegrees: degreesPerPixel / 2))
    }

    /// Everything that meets a box.
    ///
    /// Land is the countries; where none lies is sea. Polygons are whole: they may reach far out of
    /// the box. Sorted by id and by the order of the data, the same each time.
    ///
    /// - Parameters:
    ///   - box: Degrees; may cross the antimeridian.
    ///   - date: The date of the map; nil is the present. The dated lines (the former oblast, the
    ///     Line of Contact) are there only when it lies, surely or perhaps, inside their time.
    ///     Of the others the nearest known is given where none surely held, and a note says so.
    ///   - perspective: Leaves out outlines that another perspective alone asserts; nil keeps all.
    /// - Returns: The layers, and what the map's foot must say about them.
    /// - Complexity: O(*n*) in the areas and lines known, and in the vertices given.
    public func layers(
        in box: BoundingBox, asOf date: HistoricalDate?, perspective: String? = nil
    ) -> BasemapLayers {
        func isWanted(_ claim: BoundaryClaim) -> Bool {
            perspective == nil || claim.perspective.isEmpty || claim.perspective == perspective
        }
        let areas = boundaries.areas(in: box, asOf: date).filter { isWanted($0.claim) }
        let lines = boundaries.lines(in: box, asOf: date).filter { isWanted($0.claim) }
        var layers = BasemapLayers()
        layers.land = areas.filter { $0.kind == .country }.map(BasemapArea.init)
        layers.districts = areas.filter { $0.kind == .district }.map(BasemapArea.init)
        layers.lakes = water.areas(in: box, asOf: date).map(BasemapArea.init)
        layers.lines = lines.map(BasemapLine.init)
        layers.notes = BorderNotes(lines: lines, date: date).sentences
        layers.credits = boundaries.credits
        layers.credits += water.credits.filter { !boundaries.credits.contains($0) }
        return layers
    }
}

extension BasemapArea {
    fileprivate init(_ area: BoundaryArea) {
        self.init(id: area.id, polygons: area.polygons)
    }
}

extension BasemapLine {
    fileprivate init(_ line: BoundaryLine) {
        let kind: Kind =
            switch line.kind {
            case .country: .country
            case .district: .district
            case .coast: .coast
            case .formerOblast: .formerOblast
            case .lineOfContact: .lineOfContact
            }
        self.init(kind: kind, isNearestKnown: line.isNearestKnown, parts: line.parts)
    }
}
