internal import ArgumentParser
internal import Cartography
internal import GeoModel
internal import MapPipeline
internal import Projections

/// What a map has beside its looks: size, projection, words.
struct DrawingOptions: ParsableArguments {
    /// When a small map shows where the map lies.
    enum InsetChoice: String, ExpressibleByArgument, CaseIterable {
        case auto
        case on
        case off

        /// The same for the library.
        var wish: MapRequest.LocatorWish {
            switch self {
            case .auto: .automatic
            case .on: .always
            case .off: .never
            }
        }
    }

    @OptionGroup var styling: StylingOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The size in style pixels; not given: 1200x900.", valueName: "WxH"),
        transform: SizeArgument.init)
    var size = SizeArgument(width: 1200, height: 900)

    @Option(
        help: ArgumentHelp(
            "With --bare: the --bbox as web maps of this zoom show it, 0 to 22, with a world file.",
            valueName: "z"))
    var zoom: Int?

    @Option(
        help: ArgumentHelp(
            "The projection: \(ProjectionChoice.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "name"))
    var projection = "auto"

    @Option(
        help: ArgumentHelp(
            "Counts events in cells: auto (where more than \(DensityChoice.mostMarks) marks would be drawn), always or never.",
            valueName: "when"))
    var density = Density.auto

    /// When events are counted in cells.
    enum Density: String, ExpressibleByArgument, CaseIterable {
        case auto
        case always
        case never
    }

    @Option(help: "The title; not given: what the map shows.")
    var title = ""

    @Option(help: "A line under the title.")
    var subtitle = ""

    @Option(
        help: ArgumentHelp(
            "The map in words, for those who cannot see it; not given: written from the map.",
            valueName: "text"))
    var alt: String?

    @Option(
        help: """
            A small map of where the map lies, in a free corner: on, off or auto, which is on for \
            maps of less than 2 degrees of latitude.
            """)
    var inset = InsetChoice.auto

    @Flag(help: "Draws meridians and parallels, labelled at the edge of the map.")
    var graticule = false

    @Flag(
        help: """
            The map alone, without title, legend and credits; what they say stands in the file.
            """)
    var bare = false

    @Option(
        name: .customLong("svg-text"),
        help: "How an SVG keeps text: outlines (the same everywhere) or text (to be edited).")
    var svgText = MapCommand.SVGTextChoice.outlines

    func validate() throws {
        let scale = styling.scale
        if bare, inset == .on {
            throw ValidationError("--inset on: --bare leaves it no room; leave one out")
        }
        if bare, graticule {
            throw ValidationError("--graticule: --bare leaves its labels no room; leave one out")
        }
        let pixels = size.width * size.height * scale * scale
        guard pixels <= MapOptions.mostPixels else {
            throw ValidationError(
                "--size and --scale make a picture of \(pixels) pixels; the most is "
                    + "\(MapOptions.mostPixels)")
        }
        try validateZoom()
        _ = try options()
    }

    private func validateZoom() throws {
        guard let zoom else { return }
        guard (0...MapOptions.deepestZoom).contains(zoom) else {
            throw ValidationError("--zoom \(zoom): zooms run 0 to \(MapOptions.deepestZoom)")
        }
        guard bare else {
            throw ValidationError(
                "--zoom \(zoom): a finished map fits its frame; for web maps of a zoom give --bare too"
            )
        }
        guard let box = styling.bbox?.box else {
            throw ValidationError("--zoom \(zoom): say which part of the world with --bbox W,S,E,N")
        }
        guard projection == "auto" || projection == "mercator" else {
            throw ValidationError("--projection \(projection): web maps are mercator; leave it out")
        }
        let limit = WebMercator.northernmostLatitude
        guard box.south >= -limit, box.north <= limit else {
            throw ValidationError(
                "--bbox: web maps end at 85.0511 degrees north and south; stay between them")
        }
        let window = PixelFrame(holding: box, zoom: zoom)
        guard window.width * window.height * styling.scale * styling.scale <= MapOptions.mostPixels
        else {
            let fitting = MapOptions.deepestZoom(of: box, scale: styling.scale).map {
                "; zoom \($0) fits"
            }
            throw ValidationError(
                "--zoom \(zoom): the --bbox has \(window.width * styling.scale)x\(window.height * styling.scale) pixels "
                    + "there; the most is \(MapOptions.mostPixels)\(fitting ?? "")")
        }
    }

    func options() throws -> MapOptions {
        var options = styling.options()
        options.width = size.width
        options.height = size.height
        options.zoom = zoom
        do {
            options.projection = try ProjectionChoice(named: projection)
        } catch {
            throw ValidationError("--projection: \(error)")
        }
        options.density = DensityChoice(rawValue: density.rawValue) ?? .auto
        options.title = title
        options.subtitle = subtitle
        options.altText = alt
        options.showsGraticule = graticule
        options.locator = inset.wish
        options.isBare = bare
        options.keepsSVGText = svgText == .text
        return options
    }
}
