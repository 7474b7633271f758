internal import GeoModel
internal import Projections

/// A bar of a round length that holds at the middle of the map.
struct ScaleBar: Hashable, Sendable {
    /// The length on the ground, in metres: 1, 2 or 5 times a power of ten.
    let lengthInMetres: Double
    /// The length in the picture, in pixels.
    let lengthInPixels: Double
    /// What it says, in metres or kilometres.
    func text(in phrases: any Phrases) -> String {
        lengthInMetres >= 1000
            ? "\(Int(lengthInMetres / 1000)) \(phrases.kilometre)"
            : "\(Int(lengthInMetres)) \(phrases.metre)"
    }

    /// The longest round bar of at most `longest` pixels; nil where no scale holds, as on a map of
    /// the world.
    init?(_ viewport: Viewport, longest: Double) {
        let ground = viewport.metresPerPixel(at: viewport.centre)
        guard ground > 0, ground.isFinite, viewport.boundingBox.width < 90 else { return nil }
        lengthInMetres = RoundNumber.atMost(ground * longest)
        lengthInPixels = lengthInMetres / ground
    }
}
