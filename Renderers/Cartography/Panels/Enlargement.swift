internal import Projections
internal import Raster

/// An enlargement of the densest part of a map, set into a corner of it where nothing happened.
///
/// Where events stand so close that their marks would cover each other, moving them far apart would
/// tell a lie about the place: the same ground is shown once more, larger.
struct Enlargement {
    /// The ground that is enlarged, in pixels of the main map.
    let window: SubpixelBounds
    /// How many times.
    let factor: Double
    /// Where the enlargement stands in the picture.
    let frame: PixelFrame

    /// Fewer places than this in each other's way are moved apart instead.
    private static let fewestPlaces = 6
    /// The shares of the map that an enlargement may take, across and down, best first.
    private static let shares: [(across: Double, down: Double)] = [
        (0.43, 0.60), (0.40, 0.56), (0.36, 0.54), (0.34, 0.46),
    ]
    /// Room around the places for marks and labels, in pixels of the picture.
    private static let room = (across: 96.0, down: 46.0)

    /// The enlargement that a map needs; nil when nothing is crowded or no corner is free.
    static func choose(_ clusters: [MarkCluster], map: PixelFrame, style: MapStyle) -> Enlargement?
    {
        guard !style.isSmall else { return nil }
        let crowd = crowd(clusters)
        let xs = crowd.map(\.truth.x)
        let ys = crowd.map(\.truth.y)
        guard crowd.count >= fewestPlaces, let left = xs.min(), let right = xs.max(),
            let top = ys.min(), let bottom = ys.max()
        else { return nil }
        let middle = PixelPoint(x: (left + right) / 2, y: (top + bottom) / 2)
        for share in shares {
            let width = min(520, share.across * Double(map.width)).rounded()
            let height = min(380, share.down * Double(map.height)).rounded()
            let fits = { (factor: Double) in
                (right - left) * factor + 2 * room.across <= width
                    && (bottom - top) * factor + 2 * room.down <= height
            }
            for factor in [6.0, 5, 4, 3, 2.5, 2] where fits(factor) {
                let window = rectangle(
                    around: middle, width: width / factor, height: height / factor)
                let others = clusters.filter { !window.contains(SubpixelPoint($0.truth)) }
                let frame = corner(
                    width: Int(width), height: Int(height), in: map, clearOf: others,
                    window: window)
                if let frame { return Enlargement(window: window, factor: factor, frame: frame) }
            }
        }
        return nil
    }

    /// The viewport of the enlargement, of the same projection.
    func viewport(of main: Viewport) -> Viewport? {
        let middle = PixelPoint(
            x: Double(window.minX + window.maxX) / 512, y: Double(window.minY + window.maxY) / 512)
        guard let centre = main.coordinate(at: middle) else { return nil }
        return Viewport(
            projection: main.projection, centre: centre,
            pixelsPerMetre: main.pixelsPerMetre * factor, frame: frame)
    }

    /// The largest group of places whose marks are in each other's way.
    private static func crowd(_ clusters: [MarkCluster]) -> [MarkCluster] {
        var best: [MarkCluster] = []
        var left = clusters
        while let seed = left.popLast() {
            var group = [seed]
            var next = 0
            while next < group.count {
                let member = group[next]
                next += 1
                let isNear = { (other: MarkCluster) in
                    member.truth.distance(to: other.truth) < member.reach + other.reach
                }
                group += left.filter(isNear)
                left.removeAll(where: isNear)
            }
            if group.count > best.count { best = group }
        }
        return best
    }

    private static func rectangle(
        around middle: PixelPoint, width: Double, height: Double
    ) -> SubpixelBounds {
        SubpixelBounds(
            minX: subpixels(middle.x - width / 2), minY: subpixels(middle.y - height / 2),
            maxX: subpixels(middle.x + width / 2), maxY: subpixels(middle.y + height / 2))
    }

    /// The corner farthest from all other marks: lower right, upper right, lower left, upper left.
    private static func corner(
        width: Int, height: Int, in map: PixelFrame, clearOf others: [MarkCluster],
        window: SubpixelBounds
    ) -> PixelFrame? {
        let right = map.x + map.width - width
        let bottom = map.y + map.height - height
        // Flush with the frame: no strip of ground is left between. The lower left corner belongs to
        // the scale bar.
        let corners = [(right, bottom), (right, map.y), (map.x, map.y), (map.x, bottom - 40)]
        var best: (frame: PixelFrame, room: Double)?
        for (x, y) in corners {
            let frame = PixelFrame(x: x, y: y, width: width, height: height)
            guard !SubpixelBounds(frame).outset(by: subpixels(30)).intersects(window) else {
                continue
            }
            let room = others.map { distance(from: $0, to: frame) }.min() ?? 1000
            guard room > 6 else { continue }
            // A label needs about this much; more room is no better.
            if min(room, 70) > min(best?.room ?? 0, 70) { best = (frame, room) }
        }
        return best?.frame
    }

    /// From the edge of a cluster to the nearest point of a frame, in pixels; below 0 when inside.
    private static func distance(from cluster: MarkCluster, to frame: PixelFrame) -> Double {
        let (left, top) = (Double(frame.x), Double(frame.y))
        let nearest = PixelPoint(
            x: max(left, min(left + Double(frame.width), cluster.truth.x)),
            y: max(top, min(top + Double(frame.height), cluster.truth.y)))
        return nearest.distance(to: cluster.truth) - cluster.reach
    }
}
