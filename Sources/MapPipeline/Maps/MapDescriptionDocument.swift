internal import Cartography
public import GeoJSON
internal import GeoModel
internal import Raster
internal import Scenes

extension FinishedMap {
    /// What the map says, as JSON: frame, marks, labels, furniture, legend, notes,
    /// and what is not shown and why.
    ///
    /// Positions are pixels of the picture at scale 1, x to the right and y down; boxes are
    /// `[left, top, right, bottom]`.
    public var json: JSONValue {
        let map = composed.description
        return [
            "size": .array([.integer(size.width), .integer(size.height)]),
            "frame": .array(
                [map.frame.west, map.frame.south, map.frame.east, map.frame.north].map {
                    .number($0, digits: 5)
                }),
            "map_frame": box(map.mapFrame),
            "projection": .string(map.projection),
            "metres_per_pixel": .number(map.metresPerPixel, digits: 3),
            "scale_bar": .string(orNull: map.scaleBar),
            "alt": .string(altText),
            "events": .integer(map.eventCount), "drawn": .integer(map.drawnCount),
            "not_shown": .array(
                map.notShown.map { ["count": .integer($0.count), "reason": .string($0.reason)] }),
            "not_drawn": .array(
                map.notDrawn.map {
                    ["event_id": .string($0.eventID), "reason": .string($0.reason)]
                }),
            "country_level": strings(map.countryLevel),
            "marks": .array(map.marks.map(mark)), "labels": .array(map.labels.map(label)),
            "furniture": .array(map.furniture.map(furniture)),
            "furniture_left_out": strings(map.leftOut),
            "legend": strings(map.legend), "notes": strings(map.notes),
        ]
    }

    private func mark(_ mark: MapDescription.Mark) -> JSONValue {
        [
            "id": .string(mark.id), "event_id": .string(mark.eventID),
            "category": .string(mark.category), "form": .string(mark.form),
            "panel": .string(mark.panel), "x": pixels(mark.centre.x), "y": pixels(mark.centre.y),
            "radius": pixels(mark.radius), "box": box(mark.box),
        ]
    }

    private func label(_ label: MapDescription.Label) -> JSONValue {
        [
            "id": .string(label.id), "lines": strings(label.lines), "panel": .string(label.panel),
            "box": label.box.map(box) ?? .null,
            "left_out": label.box == nil ? .string("no room") : .null,
        ]
    }

    private func furniture(_ piece: MapDescription.Furniture) -> JSONValue {
        [
            "name": .string(piece.name), "box": box(piece.box), "on_map": .bool(piece.isOnMap),
            "says": strings(piece.says),
        ]
    }

    private func box(_ box: SubpixelBounds) -> JSONValue {
        .array([pixels(box.minX), pixels(box.minY), pixels(box.maxX), pixels(box.maxY)])
    }

    /// The size of the picture at scale 1.
    private var size: (width: Int, height: Int) { (composed.scene.width, composed.scene.height) }

    private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private func pixels(_ subpixels: Int32) -> JSONValue {
        .number(Double(subpixels) / Double(SubpixelPoint.unitsPerPixel), digits: 3)
    }
}
