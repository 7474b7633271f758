internal import Basemap
internal import EDTF
internal import GeoModel
internal import Projections
internal import Raster
internal import Scenes
public import Typesetting

/// Lays out a finished map: values in, a `Scene` and its description out.
///
/// The same request gives the same scene, whatever the order of its features and places.
public struct MapComposer: Sendable {
    let typesetter: Typesetter

    /// Makes a composer that sets text with these faces.
    public init(typesetter: Typesetter) {
        self.typesetter = typesetter
    }

    /// Composes a map.
    public func compose(_ request: MapRequest) -> ComposedMap {
        Composition(request, typesetter: typesetter).map()
    }
}

/// The work on one map: what its steps share.
struct Composition {
    let request: MapRequest
    let style: MapStyle
    let type: MapType
    let phrases: any Phrases
    let sheet: EventSheet
    let key: CategoryKey
    let words: EventWords
    let timeline: Timeline?
    /// The frame, in degrees.
    let box: BoundingBox
    /// Whether events are counted in cells.
    let isDense: Bool

    init(_ request: MapRequest, typesetter: Typesetter) {
        self.request = request
        style = MapStyle(
            width: request.width, height: request.height, sizes: request.theme.sizes)
        type = MapType(typesetter: typesetter, style: style, language: request.language)
        phrases = PhraseBook.phrases(in: request.language)
        sheet = EventSheet(request.features)
        key = CategoryKey(request.features, theme: request.theme)
        timeline = Timeline(request.features)
        words = EventWords(
            phrases: phrases, sizeBy: request.sizeBy,
            usualReporter: EventWords.usualReporter(of: request.features))
        box = request.boundingBox ?? Self.fittedBox(request, sheet)
        let whole = PixelFrame(width: request.width, height: request.height)
        isDense = Self.isDense(
            request, sheet, viewport: Self.viewport(whole, box, request, sheet))
    }

    /// Whether more marks would be drawn than can be told apart.
    private static func isDense(
        _ request: MapRequest, _ sheet: EventSheet, viewport: Viewport
    ) -> Bool {
        switch request.density {
        case .always: return sheet.eventCount > 0 || request.points != nil
        case .never: return false
        case .auto: break
        }
        guard request.points == nil else { return true }
        guard sheet.placed.count > DensityChoice.mostMarks else { return false }
        let inside = sheet.placed.count { event in
            event.feature.anchor.flatMap { viewport.position(of: $0) }.map(viewport.contains)
                ?? false
        }
        return inside > DensityChoice.mostMarks
    }

    /// How many events the map is of.
    var eventCount: Int { sheet.eventCount + (request.points?.count ?? 0) }

    private var theme: Theme { request.theme }

    /// The finished map.
    func map() -> ComposedMap {
        guard !request.isBare else { return bare() }
        let bands = HeadAndFoot(
            type: type, theme: theme, width: Double(request.width) - 2 * style.margin)
        let head = bands.head(
            title: title, subtitle: request.subtitle, oneSource: oneSourceLine)
        let whole = PixelFrame(width: request.width, height: request.height)
        var plan = plan(in: whole)
        var layers = layers(viewport(whole))
        var foot = bands.foot(notes(plan, layers: layers, statesTotals: style.isSmall))
        var layout = FurnitureLayout.bare(whole)
        // The notes say what the map shows, and the map has the room that the notes leave: twice is
        // enough for both to agree.
        for _ in 0..<3 {
            let space = middle(head: head, foot: foot)
            layout = self.layout(plan, layers, in: space)
            plan = counted(self.plan(in: layout.mapFrame), layout.mapFrame)
            layers = self.layers(viewport(layout.mapFrame))
            let hasFigures = layout.blocks.contains { $0.block.name == "figures" }
            if isDense {
                // The legend says what was counted; where that moves the map, all is counted again.
                let said = self.layout(plan, layers, in: space)
                let isMoved = said.mapFrame != layout.mapFrame
                layout = said
                if isMoved {
                    plan = counted(self.plan(in: layout.mapFrame), layout.mapFrame)
                    layers = self.layers(viewport(layout.mapFrame))
                }
            }
            let said = bands.foot(notes(plan, layers: layers, statesTotals: !hasFigures))
            let isSettled = said.height <= foot.height
            foot = said
            if isSettled { break }
        }
        return MapSheet(
            self, plan: plan, layout: layout, viewport: viewport(layout.mapFrame)
        ).finished(layers, head: head, foot: foot)
    }

    /// The map alone.
    private func bare() -> ComposedMap {
        let frame = PixelFrame(width: request.width, height: request.height)
        let layout = FurnitureLayout.bare(frame)
        let viewport = viewport(frame)
        let plan = counted(plan(in: frame), frame)
        return MapSheet(self, plan: plan, layout: layout, viewport: viewport)
            .finished(layers(viewport), head: nil, foot: nil)
    }

    // MARK: Frame

    /// The viewport of a frame in the picture: as asked for, or fitted with room around the events.
    func viewport(_ frame: PixelFrame) -> Viewport {
        Self.viewport(frame, box, request, sheet)
    }

    private static func viewport(
        _ frame: PixelFrame, _ box: BoundingBox, _ request: MapRequest, _ sheet: EventSheet
    ) -> Viewport {
        let isGiven = request.boundingBox != nil
        // A town alone is found by what lies around it.
        let isOfPlaces = request.places.contains(where: \.isWanted)
        let hasMore =
            sheet.eventCount > 0 || request.points != nil || !request.ownLayers.isEmpty
        let least = isOfPlaces && !hasMore ? 1.5 : 0.5
        return Viewport(
            fitting: box, in: frame, padding: isGiven ? 0 : 0.08,
            minimumSpan: isGiven ? 0.001 : least, projection: request.projection)
    }

    /// What lies under the events of a view, with the credits of all of it.
    func layers(_ viewport: Viewport) -> BasemapLayers {
        var layers = request.basemap(viewport.basemapFrame)
        layers.credits += request.hillshade?.credits(viewport) ?? []
        return layers
    }

    private func plan(in frame: PixelFrame) -> MarkPlan {
        MarkPlan(
            sheet, viewport: viewport(frame), key: key, sizeBy: request.sizeBy, style: style,
            isDense: isDense)
    }

    /// The plan with its events counted in the cells of a frame.
    private func counted(_ plan: MarkPlan, _ frame: PixelFrame) -> MarkPlan {
        guard isDense else { return plan }
        var plan = plan
        plan.count(request.points, in: viewport(frame))
        return plan
    }

    /// Around the events, else the wanted places, else the world.
    private static func fittedBox(_ request: MapRequest, _ sheet: EventSheet) -> BoundingBox {
        let events = (sheet.placed + sheet.lines).compactMap { event -> FrameFitting.Shape? in
            guard let anchor = event.feature.anchor ?? event.feature.geometry?.positions.first
            else {
                return nil
            }
            let geometry = event.feature.geometry?.positions ?? []
            return FrameFitting.Shape(anchor: anchor, positions: geometry)
        }
        let wanted = request.places.filter(\.isWanted).map { FrameFitting.Shape(anchor: $0.anchor) }
        let own = request.ownLayers.flatMap(\.shapes).flatMap(\.geometry.positions)
        if let points = request.points, let box = FrameFitting.box(around: points) { return box }
        return FrameFitting.box(around: events + wanted) ?? FrameFitting.box(holding: own)
            ?? BoundingBox(west: -180, south: -60, east: 180, north: 80)
    }

    private func middle(head: HeadAndFoot.Band, foot: HeadAndFoot.Band) -> PixelFrame {
        let margin = Int(style.margin)
        let top = margin + Int(head.height.rounded(.up)) + (head.height > 0 ? 6 : 0)
        let bottom = Int(foot.height.rounded(.up)) + margin + 6
        return PixelFrame(
            x: margin, y: top, width: max(1, request.width - 2 * margin),
            height: max(1, request.height - top - bottom))
    }
}
