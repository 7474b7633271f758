public import Basemap
internal import Boundaries
public import Cartography
internal import EDTF
internal import GeoModel
internal import PNGEncoding
public import PlacePack
internal import Places
internal import Raster
internal import SVGEncoding
internal import Scenes
internal import Tiles
public import Typesetting

/// Draws events and places as finished maps.
///
///     let maker = try MapMaker(pack: .embedded)
///     let map = maker.map(of: placed, options: MapOptions())
///     let bytes = try map.png()
public struct MapMaker: Sendable {
    private let pack: Pack
    private let basemap: BasemapStore
    let typesetter: Typesetter

    /// Makes a map maker over a gazetteer and a base map, to which the outlines of packs are added;
    /// `RiverFile.basemap()` has one with rivers.
    ///
    /// - Throws: `TypesettingError` when a linked font cannot be used.
    public init(pack: Pack, basemap: BasemapStore = .embedded) throws(TypesettingError) {
        self.pack = pack
        self.basemap = pack.ownBoundaries.map { basemap.adding(outlines: $0) } ?? basemap
        typesetter = try Typesetter()
    }

    /// Composes a map.
    ///
    /// - Parameters:
    ///   - placed: the events; nil for a map of places alone.
    ///   - points: positions of events of which nothing else is known; they are only counted.
    ///   - wanted: the ids of places that the map is about.
    ///   - notFound: how many wanted places could not be told.
    ///   - options: how it is drawn.
    /// - Returns: The map, laid out.
    public func map(
        of placed: PlacedEvents?, counting points: PointSource? = nil, wanted: [String] = [],
        notFound: Int = 0, options: MapOptions
    ) -> FinishedMap {
        finished(
            request(
                of: placed, counting: points, wanted: wanted, notFound: notFound, options: options),
            options: options)
    }

    /// Lays out a request: a finished map, or a window of a zoom.
    func finished(_ request: MapRequest, options: MapOptions) -> FinishedMap {
        let composer = MapComposer(typesetter: typesetter)
        let zoomed = options.zoom.flatMap { zoom in
            options.window.map { composer.compose(request, zoom: zoom, window: $0) }
        }
        return FinishedMap(
            composed: zoomed ?? composer.compose(request), options: options, software: software,
            provenance: MapProvenance(
                pack: pack, theme: options.theme, nameRule: request.nameRule),
            typesetter: typesetter)
    }

    /// The program and its gazetteer.
    var software: String { ProgramVersion.line(pack: pack) }

    /// All that a map is made from.
    func request(
        of placed: PlacedEvents?, counting points: PointSource? = nil, wanted: [String] = [],
        notFound: Int = 0, options: MapOptions
    ) -> MapRequest {
        let (features, left) = options.filter.apply(to: placed?.features ?? [])
        let date = options.policy.asOf ?? HistoricalDate(pack.date)
        let threads = options.threads
        var request = MapRequest { [basemap] frame in
            basemap.layers(in: frame, asOf: date, threads: threads)
        }
        request.threads = threads
        request.features = features
        let labels = PlaceLabels(pack: pack, policy: options.policy, date: date)
        let hosts = features.flatMap { [$0.place?.id, $0.destination?.id] }.compactMap(\.self)
        request.places = labels.named(wanted: wanted, hosts: hosts)
        let isLocator = placed == nil
        request.isOfEvents = placed != nil
        request.placesAround = { box, step in
            isLocator
                ? labels.locator(in: box, degreesPerPixel: step)
                : labels.context(in: box, degreesPerPixel: step)
        }
        request.ownLayers = options.ownLayers
        request.width = options.width
        request.height = options.height
        request.projection = options.projection
        request.boundingBox = options.boundingBox
        request.title = options.title
        request.subtitle = options.subtitle
        request.theme = options.theme
        request.sizeBy = options.sizeBy
        request.density = options.density
        request.points = points
        request.asOf = options.policy.asOf
        request.nameRule = options.policy.rule(
            in: pack.nameSetting, language: options.language)
        request.packDate = HistoricalDate(pack.date)
        request.credits = pack.credits.map(\.credit)
        request.language = options.language
        request.coarsening = placed?.coarsening
        request.showsGraticule = options.showsGraticule && !options.isBare
        request.locator = options.locator
        request.isBare = options.isBare
        if options.isShaded {
            request.hillshade = Hillshade(
                terrain: .embedded, density: options.scale, threads: options.threads)
        }
        request.notShown =
            notShown(placed, left: left)
            + (notFound > 0 ? [.init(count: notFound, reason: .wantedPlaceUnknown)] : [])
        return request
    }

    private func notShown(
        _ placed: PlacedEvents?, left: [MapRequest.NotShown]
    ) -> [MapRequest.NotShown] {
        let setAside = PlacedEvents.SetAside.allCases.compactMap { reason in
            placed?.setAside[reason].map {
                MapRequest.NotShown(count: $0, reason: reason.onMap)
            }
        }
        return setAside + left
    }
}

extension PlacedEvents.SetAside {
    /// The reason as a map tells it.
    fileprivate var onMap: MapRequest.NotShown.Reason {
        switch self {
        case .unreadable: .unreadable
        case .duplicate: .duplicate
        case .unknownPlace: .unknownPlace
        case .ambiguousPlace: .ambiguousPlace
        }
    }
}

/// A map that is laid out and can be spelled as PNG or SVG.
public struct FinishedMap: Sendable {
    /// What is drawn and what it says.
    public let composed: ComposedMap
    private let options: MapOptions
    /// The program and its gazetteer.
    private let software: String
    private let provenance: MapProvenance
    private let typesetter: Typesetter

    init(
        composed: ComposedMap, options: MapOptions, software: String, provenance: MapProvenance,
        typesetter: Typesetter
    ) {
        self.composed = composed
        self.options = options
        self.software = software
        self.provenance = provenance
        self.typesetter = typesetter
    }

    /// What the map shows, for those who cannot see it.
    public var altText: String { options.altText ?? composed.altText }

    /// What the map is called: its own title, or else the first line it says.
    private var title: String {
        options.title.isEmpty ? composed.description.notes.first ?? "" : options.title
    }

    /// Where its pixels lie on the ground; nil for a map that is not of a zoom.
    public var worldFile: WorldFile? {
        guard let zoom = options.zoom, let window = options.window else { return nil }
        return WorldFile(window: window, zoom: zoom, scale: options.scale)
    }

    /// One palette for all windows of a zoom, so that they agree where they meet.
    private var colors: PNGColors {
        if options.isTrueColor || options.isShaded { return .rgb }
        return options.zoom == nil ? .palette : .fixedPalette(options.theme.fixedPalette)
    }

    /// One above what a tile gets: half a millisecond for a hundredth of the file.
    private static let compressionLevel = PNGOptions.defaultCompressionLevel + 1

    /// The map as a PNG file, with title, alternative text, notes and credits inside.
    public func png() throws -> [UInt8] {
        let picture = SceneRasterizer(typesetter: typesetter)
            .draw(composed.scene, scale: options.scale, threads: options.threads)
        return try PNGEncoder.encode(
            picture,
            options: PNGOptions(
                colors: colors,
                pixelsPerMetre: PNGOptions.pixelsPerMetre(scale: Double(options.scale)),
                texts: [
                    PNGText("Title", title),
                    PNGText("Description", altText),
                    PNGText("Comment", composed.notes.joined(separator: "\n")),
                    PNGText("Copyright", composed.credits.joined(separator: "\n")),
                    PNGText("Software", software),
                    PNGText(XMPPacket.keyword, XMPPacket(metadata).text),
                ].filter { !$0.text.isEmpty },
                compressionLevel: Self.compressionLevel))
    }

    /// What a set of tiles of the same says of itself.
    func tileDetails(isOverlay: Bool) -> TileSetDetails {
        TileSetDetails(
            name: title.isEmpty ? "Map" : title, description: altText, credits: composed.credits,
            isOverlay: isOverlay, generator: software,
            remarks: [.init("notes", composed.notes.joined(separator: "\n"))])
    }

    /// What the file says about itself.
    private var metadata: SVGMetadata {
        var metadata = SVGMetadata(
            title: title, description: altText, language: options.language.tag, creator: software,
            rights: composed.credits, sources: composed.notes)
        metadata.facts = provenance.facts
        return metadata
    }

    /// The map as an SVG file with the same words inside.
    public func svg() throws -> [UInt8] {
        try SVGEncoder(typesetter: typesetter).encode(
            composed.scene,
            metadata: metadata, text: options.keepsSVGText ? .text : .outlines)
    }
}
