internal import Cartography
internal import EDTF
internal import FeatureFormats
internal import GeoModel
internal import Projections
public import Tiles

extension MapMaker {
    /// Plans the tiles of events and places.
    ///
    /// - Parameters:
    ///   - placed: The events; nil for the base map with its names.
    ///   - options: How they look; size, frame and all that belongs to a sheet do not count.
    ///   - tiles: Which tiles, and where they go.
    /// - Throws: `TilePlanError` for zooms and boxes that tiles do not have, or too many tiles.
    /// - Returns: What will be built.
    public func tiles(
        of placed: PlacedEvents?, options: MapOptions, tiles: TileOptions
    ) throws(TilePlanError) -> TileJob {
        var options = options
        options.isBare = true
        options.projection = .mercator
        options.boundingBox = tiles.box
        // A bare map of the same says what the set shows, and of whose data.
        let request = request(of: placed, options: options)
        let map = finished(request, options: options)
        let box = tiles.box ?? Self.onSquareWorld(map.composed.description.frame)
        let plan = try TilePlan(zooms: tiles.zooms, box: box, scale: options.scale)
        let source = ZoomTileSource(
            request, plan: plan, options: options, isOverlay: tiles.isOverlay,
            typesetter: typesetter)
        var build = TileBuild(
            plan: plan, source: source, output: tiles.output,
            details: map.tileDetails(isOverlay: tiles.isOverlay))
        build.threads = options.threads
        build.resumes = tiles.resumes
        build.identity = identity(of: request, options)
        return TileJob(
            build: build,
            estimate: TileEstimate(
                plan, isTrueColor: source.isTrueColor, kind: tiles.output.kind))
    }

    /// A box cut where the square world ends.
    private static func onSquareWorld(_ box: BoundingBox) -> BoundingBox {
        let limit = 85.051_128
        return BoundingBox(
            west: box.west, south: max(-limit, box.south), east: box.east,
            north: min(limit, box.north))
    }

    /// All that pixels depend on beside what the tile set says of itself.
    private func identity(
        of request: MapRequest, _ options: MapOptions
    ) -> [UInt8] {
        let features = request.features.sorted { $0.id < $1.id }
        let words = [
            software, "\(options.policy)", "\(String(describing: request.asOf))",
            "\(request.theme)",
            request.sizeBy ?? "", request.language.tag, "\(String(describing: request.coarsening))",
            "\(options.isShaded) \(options.isTrueColor)", "\(request.ownLayers)",
        ]
        return GeoJSONWriter.text(of: features, layout: .lines)
            + Array(words.joined(separator: "\n").utf8)
    }
}

/// Tiles that are planned and not yet built.
public struct TileJob: Sendable {
    /// Builds them.
    private let build: TileBuild<ZoomTileSource>
    /// What they will take.
    public let estimate: TileEstimate

    init(build: TileBuild<ZoomTileSource>, estimate: TileEstimate) {
        self.build = build
        self.estimate = estimate
    }

    /// Which tiles there will be.
    public var plan: TilePlan { build.plan }

    /// Refuses what stands in the way or would not fit on the disk, before anything is drawn.
    ///
    /// - Throws: `FileFault`.
    public func check() throws {
        try build.output.check()
        try build.output.checkRoom(for: estimate)
    }

    /// Builds all of it.
    ///
    /// - Parameter progress: Called after each block, never on two threads at a time.
    /// - Throws: `FileFault` when the output cannot be written. What was made so far is kept beside it.
    /// - Returns: What was built.
    public func run(
        progress: @Sendable (TileProgress) -> Void = { _ in }
    ) throws -> TileBuildSummary {
        try build.run(progress: progress)
    }
}
