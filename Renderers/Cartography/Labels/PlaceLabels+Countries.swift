internal import GeoModel
internal import Projections
internal import Raster
internal import Typesetting

extension PlaceLabels {
    /// From a country's name to the marks of events, where there is room, in pixels.
    private static let room = 40.0
    /// The most places that a name tries.
    private static let mostPlaces = 160

    /// The name of a country on its land, smaller where it finds no room; nil for a country of which
    /// the frame shows too little to stand on.
    func country(_ place: LabelledPlace) -> MapLabel? {
        let inner = innerPoints(of: place)
        guard !inner.isEmpty || place.isWanted else { return nil }
        let texts = texts(place.label)
        let reach = (texts.first?.map(\.widthInPixels).max() ?? 0) / 2
        let points =
            inner.isEmpty
            ? [viewport.point(of: place.anchor)].compactMap(\.self)
            : ordered(inner, reach: reach)
        return MapLabel(
            id: "place:\(place.id)", kind: place.isWanted ? .wantedPlace : .country,
            order: place.order, lines: texts[0], alternatives: Array(texts.dropFirst()),
            colors: [theme.countryText], anchor: .centred(points))
    }

    /// Where a name may stand on a country: on the part that holds its own position if the frame shows
    /// that, since the name on a far part would seem to be that part's.
    private func innerPoints(of place: LabelledPlace) -> [SubpixelPoint] {
        let parts = land(of: place).flatMap(\.parts)
        let main = innerPoints(parts.filter { $0.polygon.holds(place.anchor) })
        return main.isEmpty ? innerPoints(parts) : main
    }

    private func innerPoints(_ parts: [ProjectedGround.Part]) -> [SubpixelPoint] {
        InnerPoints(
            inside: RingIndex(parts.flatMap(\.rings)), frame: viewport.frame,
            obstacles: [], room: 0, most: 1000
        ).points
    }

    /// The land of a country; where the base has none of its id, that of its ground today.
    private func land(of place: LabelledPlace) -> [ProjectedGround.Area] {
        let own = ground.areas.land.filter { $0.outline.id == place.groundID }
        return own.isEmpty ? ground.areas.land.filter { $0.outline.holds(place.anchor) } : own
    }

    /// The name as large as countries are set, then smaller, then in narrow lines.
    private func texts(_ label: String) -> [[TextLine]] {
        func set(_ role: TextRole, width: Double) -> [TextLine] {
            // A name may bring its own lines: one a script.
            label.split(separator: "\n").flatMap {
                type.balanced(String($0), role, width: width)
            }
        }
        return [
            set(.country, width: 130), set(.smallCountry, width: 130),
            set(.smallCountry, width: 60),
        ]
    }

    /// Beside lakes, the areas of events and marks first, where it can.
    private func ordered(
        _ inner: [SubpixelPoint], reach: Double
    ) -> [SubpixelPoint] {
        let avoided = eventAreas + ground.lakes
        func isBeside(_ point: PixelPoint) -> Bool {
            ![-reach, 0, reach].contains { shift in
                let end = PixelPoint(x: point.x + shift, y: point.y)
                return avoided.contains { $0.contains(end) }
            }
        }
        var best: [SubpixelPoint] = []
        var good: [SubpixelPoint] = []
        var rest: [SubpixelPoint] = []
        for place in inner {
            let point = PixelPoint(x: Double(place.x) / 256, y: Double(place.y) / 256)
            if !InnerPoints.isFree(point, obstacles, Self.room) {
                rest.append(place)
            } else if best.count < Self.mostPlaces / 2, isBeside(point) {
                best.append(place)
            } else {
                good.append(place)
            }
        }
        return Array((best + good + rest).prefix(Self.mostPlaces))
    }
}
