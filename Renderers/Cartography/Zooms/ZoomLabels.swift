internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster
internal import Scenes

/// The labels of a window of the picture of a zoom: words of events first, then names, which keep clear
/// of them.
struct ZoomLabels: Sendable {
    /// Words of events and names that were wanted around the window, with where they went: in pixels of
    /// the window.
    let placed: [(labels: [MapLabel], layout: LabelLayout)]

    var layouts: [LabelLayout] { placed.map(\.layout) }

    init(_ map: ZoomMap, window: PixelFrame) {
        let maker = ZoomLabelMaker(map, window: window)
        let words = maker.words()
        placed = [words, maker.names(clearOf: words)]
    }
}

/// Makes and places the labels of a window.
private struct ZoomLabelMaker {
    private let map: ZoomMap
    private let origin: WorldPixel
    /// Where names may matter to the window.
    private let nameArea: PixelFrame
    /// Where words of events may matter to those names.
    private let wordArea: PixelFrame
    /// The ground around the names, coarse: names need no fine outlines.
    private let ground: ZoomGround
    private let grid: GroundGrid?

    init(_ map: ZoomMap, window: PixelFrame) {
        self.map = map
        origin = WorldPixel(window)
        let (names, words) = (ZoomNames.limits, ZoomEventLabels.limits)
        nameArea = window.outset(
            across: names.across + names.reach.across, down: names.down + names.reach.down)
        wordArea = nameArea.outset(
            across: words.across + words.reach.across, down: words.down + words.reach.down)
        ground = ZoomGround(map, around: nameArea, origin: origin)
        // None where the world is small: names there are of countries and seas.
        grid = map.world.zoom < 5 ? nil : ground.grid(of: nameArea)
    }

    // MARK: Words of events

    func words() -> (labels: [MapLabel], layout: LabelLayout) {
        let words = ZoomEventLabels(
            marks: map.marks, texts: map.texts,
            isSparse: map.composition.sheet.eventCount <= 12, origin: origin)
        let labels = words.labels(in: wordArea)
        let field = LabelField(
            obstacles: obstacles(in: wordArea), frame: local(wordArea), ground: grid)
        return (labels, field.place(labels.map(\.request), limits: ZoomEventLabels.limits))
    }

    // MARK: Names

    func names(
        clearOf words: (labels: [MapLabel], layout: LabelLayout)
    ) -> (labels: [MapLabel], layout: LabelLayout) {
        let makers = ZoomNames(
            composition: map.composition, marks: map.marks, origin: origin, ground: ground)
        let area = nameArea.outset(by: ZoomNames.thinning)
        let told = placesNamed(by: words)
        let names = makers.labels(of: places(in: area), in: area).filter { !told.contains($0.key) }
        let labels = names + lineLabels()
        let field = LabelField(
            obstacles: obstacles(in: nameArea) + words.layout.obstacles, frame: local(nameArea),
            ground: grid)
        return (labels, field.place(labels.map(\.request), limits: ZoomNames.limits))
    }

    /// What may be named in an area: of the gazetteer, and where something happened.
    private func places(in area: PixelFrame) -> [LabelledPlace] {
        let request = map.composition.request
        // A step more, since the first of a cell is only known when all of the cell is.
        let box = map.world.view(area.outset(by: 48)).boundingBox
        var places = request.places
        var known = Set(places.map(\.id))
        for place in request.placesAround(box, 360 / Double(map.world.width))
        where known.insert(place.id).inserted {
            places.append(place)
        }
        for group in map.marks.groups
        where area.turns(of: group.cluster.centre, worldWidth: map.world.width) != nil {
            for place in group.cluster.all.compactMap(\.unlistedPlace)
            where known.insert(place.id).inserted {
                places.append(place)
            }
        }
        return places
    }

    /// The keys of names that words of events say already.
    private func placesNamed(
        by words: (labels: [MapLabel], layout: LabelLayout)
    ) -> Set<String> {
        let placed = Set(words.layout.placements.map(\.id))
        var told: Set<String> = []
        for label in words.labels where placed.contains(label.key) {
            guard let mark = map.marks.marksByID[label.id], let place = mark.feature.place?.id
            else { continue }
            var name = label
            name.id = "place:\(place)"
            told.insert(name.key)
        }
        return told
    }

    /// Names of dated lines, roads, arrows and own layers.
    private func lineLabels() -> [MapLabel] {
        ZoomLineLabels(map: map, origin: origin, ground: ground).labels(in: nameArea)
    }

    // MARK: Obstacles

    private func local(_ area: PixelFrame) -> SubpixelBounds {
        SubpixelBounds(
            PixelFrame(
                x: area.x - origin.x, y: area.y - origin.y, width: area.width, height: area.height))
    }

    /// Marks and arrows in an area.
    private func obstacles(in area: PixelFrame) -> [LabelObstacle] {
        let width = map.world.width
        let area = area.outset(by: 400)
        var obstacles: [LabelObstacle] = []
        for group in map.marks.groups {
            guard let turns = area.turns(of: group.cluster.centre, worldWidth: width) else {
                continue
            }
            for turn in turns {
                var cluster = group.cluster
                cluster.shift(
                    by: PixelPoint(x: Double(turn * width - origin.x), y: -Double(origin.y)))
                obstacles += cluster.obstacles
            }
        }
        for (arrow, _) in map.marks.movements {
            for turn in map.arrowTurns(arrow, near: area) {
                obstacles +=
                    arrow.moved(
                        x: Double(turn * width - origin.x), y: -Double(origin.y)
                    ).obstacles
            }
        }
        let own = OwnLayerDrawing(
            layers: map.composition.request.ownLayers, viewport: map.world.view(area, from: origin),
            type: map.composition.type, theme: map.composition.request.theme)
        return obstacles + own.obstacles
    }
}

extension LabelLayout {
    /// The placed labels as obstacles to others; their margin is a pixel more than that of names.
    fileprivate var obstacles: [LabelObstacle] {
        placements.flatMap { placement -> [LabelObstacle] in
            let box = LabelObstacle.rectangle(placement.box.outset(by: 256))
            guard let leader = placement.leader?.ends else { return [box] }
            return [
                box, .segment(SubpixelPoint(leader.start), SubpixelPoint(leader.end), halfWidth: 0),
            ]
        }
    }
}
