internal import EDTF
internal import GeoModel

/// Remembers what cells were read as, so that what a table repeats is read once.
///
/// Texts are told apart by their bytes: two spellings that are canonically the same are written out
/// again as they are. At most `capacity` of them are kept, none longer than 256 bytes.
struct CellMemory<Value> {
    private struct Key: Hashable {
        let text: String

        static func == (left: Key, right: Key) -> Bool {
            left.text.utf8.elementsEqual(right.text.utf8)
        }

        func hash(into hasher: inout Hasher) {
            let isHashed: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
                // SAFETY: the hasher reads the bytes while the closure runs.
                unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
            }
            if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
        }
    }

    private static var capacity: Int { 4096 }
    private static var longest: Int { 256 }
    private var values: [Key: Value] = [:]

    /// What a text is, which `read` tells when it is not remembered.
    ///
    /// - Throws: What `read` throws; faults are not remembered.
    mutating func value<Failure: Error>(
        of text: String, _ read: (String) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let key = Key(text: text)
        if let known = values[key] { return known }
        let value = try read(text)
        guard text.utf8.count <= Self.longest else { return value }
        if values.count >= Self.capacity { values.removeAll(keepingCapacity: true) }
        values[key] = value
        return value
    }
}

/// What `RowReader` remembers of the cells of a table.
struct RowMemory {
    /// Texts of the column of places.
    var places = CellMemory<(places: [EventPlace], blanks: Int)>()
    /// Texts of columns of figures.
    var figures = CellMemory<Figure>()
    /// Dates.
    var dates = CellMemory<DateReading>()
}
