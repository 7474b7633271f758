internal import Projections
internal import Raster
internal import Scenes
internal import Typesetting

/// A label to be placed, with how its lines are inked.
struct MapLabel: Hashable, Sendable {
    /// What a label names: the order in which labels give way, last first.
    enum Kind: Int, Hashable, Sendable, Comparable {
        case event, wantedPlace, hostPlace, capital, country, town, region, district, line, water

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    var id: String
    var kind: Kind
    /// Within the kind: lower is placed first.
    var order: Int
    var lines: [TextLine]
    /// Smaller or shorter texts to fall back on, in the colour of the first line.
    var alternatives: [[TextLine]] = []
    var colors: [Color]
    var anchor: LabelRequest.Anchor
    var allowsLeader = false
    /// A settlement's dot, drawn when the label is placed.
    var dot: PixelPoint?
    /// It is placed before all others, since it would find no room after them.
    var comesFirst = false

    /// The request to the placer.
    var request: LabelRequest {
        let rank = kind.rawValue * 1_000_000 + min(max(order, 0), 999_999)
        // What a map is about is named, whatever else is not.
        let priority = kind == .wantedPlace ? -2 : comesFirst ? -1 : rank
        var request = LabelRequest(
            id: id, priority: priority, lines: lines, alternatives: alternatives,
            anchor: anchor, margin: kind == .event ? subpixels(3) : subpixels(2),
            allowsLeader: allowsLeader)
        request.avoidsWater = kind == .event
        // A bare name far from its mark would seem to name what it stands beside.
        if kind != .event { request.leaderReach = 12 }
        return request
    }

    /// The lines of one of its texts: 0 for its own, 1 for the first alternative.
    func lines(of variant: Int) -> [TextLine] { ([lines] + alternatives)[variant] }
}

extension Canvas {
    /// Draws the leaders of labels; under all marks, so that none is cut.
    mutating func leaders(_ layout: LabelLayout, theme: Theme) {
        for leader in layout.placements.compactMap(\.leader) {
            stroke(leader, theme.halo.opacity(0.85), width: 2.4)
            stroke(leader, theme.text, width: 0.7)
        }
    }

    /// Draws the labels that found room, all halos under all glyphs, and the dots of their places.
    mutating func labels(_ labels: [MapLabel], _ layout: LabelLayout, theme: Theme, dot: Double) {
        var known: [String: MapLabel] = [:]
        for label in labels { known[label.id] = label }
        for placement in layout.placements {
            if let point = known[placement.id]?.dot {
                circle(point, radius: dot + 1, fill: theme.halo.opacity(0.9))
                circle(point, radius: dot, fill: theme.townDot)
            }
        }
        let halo = Halo(color: theme.halo.opacity(0.88), radius: subpixels(1.6))
        for placement in layout.placements {
            guard let label = known[placement.id] else { continue }
            for (index, line) in label.lines(of: placement.variant).enumerated() {
                let color =
                    index < label.colors.count
                    ? label.colors[index] : label.colors.first ?? theme.text
                add([.text(line, origin: placement.origins[index], color: color, halo: halo)])
            }
        }
    }
}
