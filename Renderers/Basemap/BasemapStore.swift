public import Boundaries
public import EDTF
public import FlatFile
internal import GeoModel
internal import Threads

/// The base map of the world: gives what lies under the events in a frame at a date.
public struct BasemapStore: Sendable {
    private let boundaries: BoundaryStore
    private let water: BoundaryStore
    private let rivers: BoundaryStore?

    /// Makes a base map from outlines, from lakes, which are areas of kind `water`, and from rivers.
    public init(boundaries: BoundaryStore, water: BoundaryStore, rivers: BoundaryStore? = nil) {
        self.boundaries = boundaries
        self.water = water
        self.rivers = rivers
    }

    /// The same base map with further outlines behind its own: see `BoundaryStore`.
    public func adding(outlines: BoundaryStore) -> BasemapStore {
        BasemapStore(boundaries: boundaries.adding(outlines), water: water, rivers: rivers)
    }

    /// The same base map with rivers.
    ///
    /// - Parameter bytes: A file of outlines whose lines are rivers.
    /// - Returns: A base map of its own.
    /// - Throws: `BoundaryFileError` for what is no such file.
    public func adding(rivers bytes: FlatBytes) throws(BoundaryFileError) -> BasemapStore {
        BasemapStore(
            boundaries: boundaries, water: water, rivers: try BoundaryStore(bytes))
    }

    /// Everything that meets a frame.
    ///
    /// Land is the countries; where none lies is sea. Polygons may reach far out of the frame, where
    /// they run in few steps. Sorted by id and by the order of the data, the same each time.
    ///
    /// - Parameters:
    ///   - frame: What the map shows, and how finely.
    ///   - date: The date of the map; nil is the present. The dated lines (the former oblast, the
    ///     Line of Contact) are there only when it lies, surely or perhaps, inside their time.
    ///     Of the others the nearest known is given where none surely held, and a note says so.
    ///   - perspective: Leaves out outlines that another perspective alone asserts; nil keeps all.
    ///   - threads: How many threads may work; the layers are the same for any number.
    /// - Returns: The layers, and what the map's foot must say about them.
    /// - Complexity: O(*n*) in the areas and lines known, and in the vertices given.
    public func layers(
        in frame: BasemapFrame, asOf date: HistoricalDate?, perspective: String? = nil,
        threads: Int = 1
    ) -> BasemapLayers {
        @Sendable func isWanted(_ claim: BoundaryClaim) -> Bool {
            perspective == nil || claim.perspective.isEmpty || claim.perspective == perspective
        }
        let (box, zoom) = (frame.boxWithMargin, frame.zoom)
        let ((areas, lakes), (lines, rivers)) = both(threads: threads) {
            (
                boundaries.areas(in: box, asOf: date, zoom: zoom).filter { isWanted($0.claim) },
                water.areas(in: box, asOf: date, zoom: zoom)
            )
        } and: {
            (
                boundaries.lines(in: box, asOf: date, zoom: zoom).filter { isWanted($0.claim) },
                self.rivers?.lines(in: box, asOf: date, zoom: zoom) ?? []
            )
        }
        var layers = BasemapLayers()
        layers.land = areas.filter { $0.kind == .country }.map(BasemapArea.init)
        layers.districts = areas.filter { $0.kind == .district }.map(BasemapArea.init)
        layers.lakes = lakes.map(BasemapArea.init)
        layers.lines = lines.compactMap(BasemapLine.init)
        layers.rivers = rivers.compactMap(BasemapRiver.init)
        layers.notes = BorderNotes(lines: lines, date: date).all
        let used =
            [boundaries, water] + (layers.rivers.isEmpty ? [] : [self.rivers].compactMap(\.self))
        for credit in used.flatMap(\.credits) where !layers.credits.contains(credit) {
            layers.credits.append(credit)
        }
        return layers
    }
}

extension BasemapArea {
    fileprivate init(_ area: BoundaryArea) {
        self.init(id: area.id, polygons: area.polygons)
    }
}

extension BasemapLine {
    /// Nil for a river.
    fileprivate init?(_ line: BoundaryLine) {
        let kind: Kind
        switch line.kind {
        case .country: kind = .country
        case .district: kind = .district
        case .coast: kind = .coast
        case .formerOblast: kind = .formerOblast
        case .lineOfContact: kind = .lineOfContact
        case .largeRiver, .river, .smallRiver, .seasonalRiver: return nil
        }
        self.init(kind: kind, isNearestKnown: line.isNearestKnown, parts: line.parts)
    }
}

extension BasemapRiver {
    /// Nil for a border or a coast.
    fileprivate init?(_ line: BoundaryLine) {
        let kind: Kind
        switch line.kind {
        case .largeRiver: kind = .large
        case .river: kind = .middle
        case .smallRiver: kind = .small
        case .seasonalRiver: kind = .seasonal
        case .country, .district, .coast, .formerOblast, .lineOfContact: return nil
        }
        self.init(kind: kind, parts: line.parts)
    }
}
