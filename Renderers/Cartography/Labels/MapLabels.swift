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
    /// The colours of the lines of each alternative; those of its own lines where there are none.
    var alternativeColors: [[Color]] = []
    var anchor: LabelRequest.Anchor
    var allowsLeader = false
    /// A settlement's dot, drawn when the label is placed.
    var dot: PixelPoint?
    /// It is placed before all others, since it would find no room after them.
    var comesFirst = false
    /// How often round the world it stands from the first, on the picture of a zoom; nil in a frame.
    var turn: Int?

    /// What tells it from all other labels of a picture. Of copies the western one comes first.
    var key: String { turn.map { "\(id)\u{1}\($0 + 5_000_000_000)" } ?? id }

    /// The request to the placer.
    var request: LabelRequest {
        let rank = kind.rawValue * 1_000_000 + min(max(order, 0), 999_999)
        // What a map is about is named, whatever else is not.
        let priority = kind == .wantedPlace ? -2 : comesFirst ? -1 : rank
        var request = LabelRequest(
            id: key, priority: priority, lines: lines, alternatives: alternatives,
            anchor: anchor, margin: margin, allowsLeader: allowsLeader)
        request.avoidsWater = kind == .event
        // A bare name far from its mark would seem to name what it stands beside.
        if kind != .event {
            request.leaderReach = 12
            request.rings = 2
        }
        return request
    }

    /// Names set wide keep a word's distance, or two of them would read as one.
    private var margin: Int32 {
        switch kind {
        case .event: subpixels(3)
        case .country, .region: subpixels(6)
        default: subpixels(2)
        }
    }

    /// The lines of one of its texts: 0 for its own, 1 for the first alternative.
    func lines(of variant: Int) -> [TextLine] { ([lines] + alternatives)[variant] }

    /// The colour of a line of one of its texts.
    func color(ofLine line: Int, variant: Int, theme: Theme) -> Color {
        let own =
            variant > 0 && !alternativeColors.isEmpty ? alternativeColors[variant - 1] : colors
        return line < own.count ? own[line] : own.first ?? theme.text
    }

    /// The label with those places alone that its limits allow.
    func within(_ limits: LabelField.Limits) -> MapLabel {
        let slack = Int(max(1024, margin + 512))
        if case .mark(_, let radius) = anchor {
            let block = LabelBlock(lines)
            let far = radius + request.leaderReach * block.em / 2 + Int32(slack)
            var label = self
            label.allowsLeader =
                allowsLeader && far + block.width <= limits.across * 256
                && far + block.height <= limits.down * 256
            return label
        }
        if case .along(let courses) = anchor, let line = lines.first {
            let home = request.home
            var label = self
            label.anchor = .along(
                courses.filter { course in
                    course.box(of: line).map {
                        limits.holds($0.outset(by: Int32(slack)), around: home)
                    } ?? false
                })
            return label
        }
        guard case .centred(let points) = anchor, let first = points.first else { return self }
        let texts = [lines] + alternatives
        let width = Int(texts.map { LabelBlock($0).width }.max() ?? 0)
        let height = Int(texts.map { LabelBlock($0).height }.max() ?? 0)
        var label = self
        label.anchor = .centred(
            points.filter { point in
                abs(Int(point.x) - Int(first.x)) + width / 2 + slack <= limits.across * 256
                    && abs(Int(point.y) - Int(first.y)) + height / 2 + slack <= limits.down * 256
            })
        return label
    }

    /// The label moved, in pixels.
    func moved(by shift: WorldPixel) -> MapLabel {
        var label = self
        func moved(_ point: SubpixelPoint) -> SubpixelPoint {
            SubpixelPoint(x: point.x + Int32(shift.x * 256), y: point.y + Int32(shift.y * 256))
        }
        switch anchor {
        case .mark(let point, let radius): label.anchor = .mark(moved(point), radius: radius)
        case .centred(let points): label.anchor = .centred(points.map(moved))
        case .along(let courses): label.anchor = .along(courses.map { $0.moved(by: shift) })
        }
        label.dot = dot.map { PixelPoint(x: $0.x + Double(shift.x), y: $0.y + Double(shift.y)) }
        return label
    }
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
        for label in labels { known[label.key] = label }
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
                let color = label.color(
                    ofLine: index, variant: placement.variant, theme: theme)
                if let course = placement.course {
                    add([.textAlong(course, line, color: color, halo: halo)])
                } else {
                    add([.text(line, origin: placement.origins[index], color: color, halo: halo)])
                }
            }
        }
    }
}
