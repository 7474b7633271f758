public import GeoModel

/// A map projection: degrees to a plane of its own units, x to the east and y to the **north**.
public protocol MapProjection: Sendable {
    /// The projection's name as users write it, such as `mercator`.
    var name: String { get }
    /// Projects a position; nil where the projection has no image for it.
    func project(_ position: Coordinate) -> (x: Double, y: Double)?
    /// The position of a point of the plane; nil outside the image.
    func unproject(x: Double, y: Double) -> Coordinate?
}
