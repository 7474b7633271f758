internal import CBasemapData
internal import FlatFile

extension TerrainStore {
    /// The heights that are linked into the program.
    public static let embedded: TerrainStore = {
        // SAFETY: The pointer is to a constant array of that size, which lives as long as the program.
        let bytes = unsafe FlatBytes(
            constant: UnsafeRawBufferPointer(
                start: basemap_terrain(), count: basemap_terrain_size()))
        do throws(FlatFileError) {
            return try TerrainStore(bytes)
        } catch {
            preconditionFailure("the linked terrain is broken: \(error)")
        }
    }()
}
