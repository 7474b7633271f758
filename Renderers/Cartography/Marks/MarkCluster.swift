internal import GeoModel
internal import Projections

/// The marks of one place, laid out so that none hides another.
struct MarkCluster: Hashable, Sendable {
    /// Where the events happened.
    private(set) var truth: PixelPoint
    /// Where the middle of the layout is drawn.
    private(set) var centre: PixelPoint
    /// The marks, largest first, ties by id.
    private(set) var marks: [EventMark]
    /// How far ink reaches from the centre, in pixels.
    private(set) var reach: Double
    /// More plain marks than fit around one point, drawn as one counted disc.
    private(set) var counted: [EventMark] = []

    /// How far the counted disc may reach, in pixels.
    private var greatestReach = Double.infinity

    /// More plain marks than this become a counted disc.
    static let mostSeparate = 18

    /// Lays out the marks of one place.
    ///
    /// ```
    ///  one sized mark      2...6: a ring       7...18: a sunflower   more: a counted disc
    ///      ∘ ╭───╮              ∘ ∘                 ∘∘∘∘                  ╭──╮
    ///     ∘  │   │             ∘ · ∘               ∘∘∘∘∘                  │23│
    ///      ∘ ╰───╯              ∘ ∘                 ∘∘∘∘                  ╰──╯
    /// ```
    init(_ unordered: [EventMark], at truth: PixelPoint, style: MapStyle) {
        self.truth = truth
        centre = truth
        let ordered = unordered.sorted { ($1.reach, $0.id) < ($0.reach, $1.id) }
        let plain = ordered.filter { !$0.hasFigure }
        if plain.count > Self.mostSeparate {
            marks = ordered.filter(\.hasFigure)
            counted = plain
        } else {
            marks = ordered
        }
        for index in marks.indices { marks[index].centre = truth }
        reach = 0
        layOut(gap: style.markGap)
    }

    /// Lays out the marks of several places around one of them; counts them all where they would reach
    /// too far, in pixels.
    init(gathering marks: [EventMark], at truth: PixelPoint, reach limit: Double, style: MapStyle) {
        self.init(marks, at: truth, style: style)
        if reach > limit { count(within: limit) }
    }

    /// Shows all marks as one counted disc that reaches no farther than a limit, in pixels.
    mutating func count(within limit: Double) {
        counted = all.sorted { $0.id < $1.id }
        marks = []
        greatestReach = limit
        reach = countedRadius + 1
    }

    /// Moves everything, truth included.
    mutating func shift(by shift: PixelPoint) {
        truth = truth + shift
        centre = centre + shift
        for index in marks.indices { marks[index].shift(by: shift) }
        for index in counted.indices { counted[index].shift(by: shift) }
    }

    /// Moves everything so that the middle is at a point.
    mutating func move(to point: PixelPoint) {
        let shift = PixelPoint(x: point.x - centre.x, y: point.y - centre.y)
        centre = point
        for index in marks.indices { marks[index].centre = marks[index].centre + shift }
    }

    /// The stable id that breaks ties between clusters.
    var id: String { marks.first?.id ?? counted.first?.id ?? "" }

    /// The radius of the counted disc: its area grows with the number of marks, as far as there is room.
    var countedRadius: Double {
        counted.isEmpty
            ? 0 : min(34, 2.6 * Double(counted.count).squareRoot() + 3, greatestReach - 1)
    }

    /// Every mark, drawn apart or counted.
    var all: [EventMark] { marks + counted }

    /// The figure that stands out here, if one does.
    var principal: EventMark? { marks.first { $0.hasFigure } }

    private mutating func layOut(gap: Double) {
        let core = countedRadius > 0 ? countedRadius + 1 : 0
        let outer = marks.first?.reach ?? 0
        let second = marks.count > 1 ? marks[1].reach : 0
        if core > 0 {
            reach = core
            ring(from: 0, around: core, gap: gap)
        } else if marks.count == 1 {
            reach = outer
        } else if outer > 1.5 * second {
            reach = outer
            ring(from: 1, around: outer, gap: gap)
        } else if marks.count <= 6 {
            let n = Double(marks.count)
            ringEvenly(distance: (outer + gap / 2) / sine(ofHalfTurnOver: n))
        } else {
            sunflower(spacing: 2 * outer + gap)
        }
    }

    /// Beads on the rim of a core, at its left first so that the right stays free for a label.
    private mutating func ring(from first: Int, around core: Double, gap: Double) {
        var index = first
        var inner = core
        while index < marks.count {
            let bead = marks[index].reach
            let distance = inner + gap + bead
            // Neighbours touch when the chord equals their size: 2 d sin(α/2) = 2 bead + gap.
            let step = degrees(ofChord: 2 * bead + gap, atDistance: distance)
            let fits = max(1, min(marks.count - index, Int(360 / step)))
            for bead in 0..<fits {
                let angle = 180 + step * (Double(bead) - Double(fits - 1) / 2)
                marks[index + bead].centre = truth.moved(by: distance, degrees: angle)
            }
            inner = distance + bead
            index += fits
        }
        reach = max(reach, inner)
    }

    private mutating func ringEvenly(distance: Double) {
        let step = 360 / Double(marks.count)
        // Two stand side by side, three with one on top.
        let start = marks.count == 2 ? 180.0 : 90
        for index in marks.indices {
            marks[index].centre = truth.moved(
                by: distance, degrees: start - step * Double(index))
        }
        reach = distance + (marks.first?.reach ?? 0)
    }

    /// Vogel's sunflower: stable when marks are added. With r = c√k neighbours stay about 1.6 c apart.
    ///
    /// Source: H. Vogel, "A better way to construct the sunflower head", Mathematical Biosciences
    /// 44 (1979), 179.
    private mutating func sunflower(spacing: Double) {
        let c = spacing / 1.6
        for index in marks.indices {
            let distance = c * (Double(index) + 0.3).squareRoot()
            marks[index].centre = truth.moved(by: distance, degrees: 137.508 * Double(index))
            reach = max(reach, distance + marks[index].reach)
        }
    }
}

extension EventMark {
    /// Whether its size says a number.
    var hasFigure: Bool {
        if case .figure = size { return true }
        return false
    }
}
