internal import CBoundariesData
internal import FlatFile

extension BoundaryStore {
    /// The world's countries, the districts of Azerbaijan, Armenia and Georgia, the former oblast
    /// and the Line of Contact, linked into the program.
    public static let embedded: BoundaryStore = {
        // SAFETY: The pointer is to a constant array of that size, which lives as long as the program.
        let bytes = unsafe FlatBytes(
            constant: UnsafeRawBufferPointer(
                start: boundaries_outlines(), count: boundaries_outlines_size()))
        do throws(BoundaryFileError) {
            return try BoundaryStore(bytes)
        } catch {
            preconditionFailure("the linked outlines are broken: \(error)")
        }
    }()
}
