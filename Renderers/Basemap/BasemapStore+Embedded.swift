internal import Boundaries
internal import CBasemapData
internal import FlatFile

extension BasemapStore {
    /// The outlines and the lakes that are linked into the program; no rivers.
    public static let embedded: BasemapStore = {
        // SAFETY: The pointer is to a constant array of that size, which lives as long as the program.
        let bytes = unsafe FlatBytes(
            constant: UnsafeRawBufferPointer(
                start: basemap_water(), count: basemap_water_size()))
        do throws(BoundaryFileError) {
            return BasemapStore(boundaries: .embedded, water: try BoundaryStore(bytes))
        } catch {
            preconditionFailure("the linked lakes are broken: \(error)")
        }
    }()
}
