public import FlatFile
public import GeoModel

/// The shape of the land: heights over the sea, fine around the South Caucasus and coarse elsewhere.
///
/// Water has the height 0, and so has land below the sea's level where the data know it so: where
/// water lies is told by `BasemapStore`, never by a height.
public struct TerrainStore: Sendable {
    let file: TerrainFile
    /// A window never holds more heights of one level, 32 MiB, whatever it is asked for.
    private static let mostHeights = 1 << 24

    /// Opens heights.
    ///
    /// - Parameter bytes: A file as `Scripts/BuildData/terrainfile.py` writes it.
    /// - Throws: `FlatFileError` for what is no such file, is cut short or is damaged: which section, and
    ///   at what byte.
    /// - Complexity: O(*n*) in the bytes, since all checksums are made: 2 ms for 2 MB.
    public init(_ bytes: FlatBytes) throws(FlatFileError) {
        file = try TerrainFile(bytes)
    }

    /// Unpacks everything: finds in a crafted file what checksums cannot.
    ///
    /// - Throws: `FlatFileError.damagedSection` for the first block that does not unpack. Without this
    ///   check it is flat.
    public func verify() throws(FlatFileError) { try file.verify() }

    /// The height of a place in metres over the sea, between the means of four squares (bilinear) of the
    /// finest grid that holds it.
    ///
    /// - Returns: nil where no grid has heights.
    /// - Complexity: O(1): up to four blocks are unpacked, some 0.2 ms.
    public func height(at place: Coordinate) -> Double? {
        let box = BoundingBox(
            west: place.longitude, south: place.latitude, east: place.longitude,
            north: place.latitude)
        for level in file.levels.reversed() {
            guard level.holds(place), let patch = TerrainPatch(level, around: box) else { continue }
            let grid = TerrainGrid(file, patch)
            return grid.height(
                column: grid.column(of: place.longitude), row: level.row(of: place.latitude))
        }
        return nil
    }

    /// The heights that a map needs, smoothed for its scale.
    ///
    /// - Parameter frame: What it shows; its detail is what a pixel is worth on the ground.
    /// - Returns: Few heights for each pixel, at most 32 MiB a level.
    public func window(of frame: BasemapFrame) -> TerrainWindow {
        let seconds = Self.seconds(frame.detailInMetres)
        let patches = patches(of: frame)
        let isSeen = patches.contains { TerrainWindow.clarity(of: $0.level, seconds) > 0 }
        return TerrainWindow(
            isSeen ? patches.map { TerrainGrid(file, $0) } : [], secondsPerPixel: seconds,
            squareInMetres: Double(file.levels[finestLevel(for: frame)].spacing)
                * Coordinate.metresPerDegree / 3600)
    }

    /// Who made the heights that show on a map, for its credit line; nothing is unpacked.
    public func credits(of frame: BasemapFrame) -> [String] {
        var credits: [String] = []
        let seconds = Self.seconds(frame.detailInMetres)
        for level in patches(of: frame).map(\.level) {
            let credit = file.credits[level.source]
            guard TerrainWindow.clarity(of: level, seconds) > 0, !credits.contains(credit) else {
                continue
            }
            credits.append(credit)
        }
        return credits
    }

    /// The finest level whose squares are not much smaller than a pixel: finer ones make noise, and
    /// coarser ones blur.
    private func finestLevel(for frame: BasemapFrame) -> Int {
        let wanted = Self.seconds(frame.detailInMetres)
        return file.levels.lastIndex { Double($0.spacing) >= 0.75 * wanted } ?? 0
    }

    /// The levels that a frame needs, coarse ones first, each with the columns and rows around it.
    private func patches(of frame: BasemapFrame) -> [TerrainPatch] {
        var patches: [TerrainPatch] = []
        for level in file.levels[...finestLevel(for: frame)].reversed() {
            guard let patch = TerrainPatch(level, around: frame.box),
                patch.columns.count * patch.rows.count <= Self.mostHeights
            else { continue }
            patches.append(patch)
            if patch.coversAll { break }
        }
        return patches.reversed()
    }

    /// Seconds of arc of the equator; those of meridians are within 0.6 % of it.
    private static func seconds(_ metres: Double) -> Double {
        metres / (Coordinate.metresPerDegree / 3600)
    }
}
