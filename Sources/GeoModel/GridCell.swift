#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A cell of a grid over the whole Earth, about as wide as it is high.
///
/// The Earth is a sphere of the IUGG mean radius. Between the poles lie as many bands of one height as
/// come closest to the size asked for; along the parallel in the middle of each lie as many cells of one
/// width as come closest to it, counted from 180° west. So each position has one cell, no cell is cut
/// off at a pole or at 180°, and the same position has the same cell in every table.
public struct GridCell: Hashable, Sendable {
    /// Where it lies.
    public let box: BoundingBox
    /// Its middle, in degrees of longitude and latitude.
    public let middle: Coordinate
    /// How far its farthest corner is from the middle, in metres.
    public let radiusInMetres: Double

    /// The cell that holds a position, of so many metres in height and about as many in width; what
    /// lies on an edge belongs to the eastern and northern cell.
    public init(holding position: Coordinate, size: Double) {
        precondition(size > 0 && size.isFinite, "cells have a size above zero")
        let halfCircle = Double.pi * Coordinate.meanEarthRadiusInMetres
        let bands = max(1, (halfCircle / size).rounded())
        let height = 180 / bands
        let band = min(bands - 1, max(0, ((position.latitude + 90) / height).rounded(.down)))
        let latitude = -90 + (band + 0.5) * height
        let around = 2 * halfCircle * cos(latitude * .pi / 180)
        let cells = max(1, (around / size).rounded())
        let width = 360 / cells
        // 180° east is 180° west.
        let column = ((position.longitude + 180) / width).rounded(.down)
            .truncatingRemainder(dividingBy: cells)
        let west = -180 + column * width
        let south = -90 + band * height
        middle = Coordinate(longitude: west + width / 2, latitude: latitude)
        box = BoundingBox(
            west: west, south: south, east: min(180, west + width), north: min(90, south + height))
        radiusInMetres = max(
            middle.distance(to: Coordinate(longitude: west, latitude: south)),
            middle.distance(to: Coordinate(longitude: west, latitude: south + height)))
    }
}
