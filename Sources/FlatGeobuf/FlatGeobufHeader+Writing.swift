extension FlatGeobufHeader {
    // Slots: name, type, title, description, width, precision, scale, nullable.
    private static let columnLayout = FlatBufferWriter.TableLayout(
        [4, 12, 0, 8, 0, 0, 0, 13], size: 16)
    // Slots: organisation, code, name.
    private static let referenceLayout = FlatBufferWriter.TableLayout([4, 8, 12], size: 16)

    // Where the fields of the header stand in its table.
    private enum Place {
        static let count = 4
        static let shape = 12
        static let nodeSize = 14
        static let name = 16
        static let box = 20
        static let columns = 24
        static let reference = 28
        static let title = 32
        static let description = 36
        static let metadata = 40
        static let end: UInt16 = 44
    }

    /// The header as it stands in the file, with its size in front.
    ///
    /// Slots: name, envelope, geometry type, has z, m, t, tm, columns, count, node size, CRS, title,
    /// description, metadata. Texts that are empty are left out.
    func bytes(shape: FlatGeobufShape, box: TreeBox, count: Int) -> [UInt8] {
        let texts = [
            (title, Place.title), (description, Place.description), (metadata, Place.metadata),
        ]
        let layout = FlatBufferWriter.TableLayout(
            [
                Place.name, box.isEmpty ? 0 : Place.box, Place.shape, 0, 0, 0, 0, Place.columns,
                Place.count, Place.nodeSize, Place.reference,
            ].map(UInt16.init) + texts.map { $0.0.isEmpty ? 0 : UInt16($0.1) }, size: Place.end)
        var writer = FlatBufferWriter()
        let table = writer.begin(layout, longField: Place.count)
        writer.put(UInt64(count), at: table + Place.count)
        writer.put(shape.rawValue, at: table + Place.shape)
        writer.put(UInt16(count > 0 ? PackedTree.nodeSize : 0), at: table + Place.nodeSize)
        writer.string(name, from: table + Place.name)
        if !box.isEmpty {
            writer.vector(
                [box.west, box.south, box.east, box.north], from: table + Place.box)
        }
        append(columns, to: &writer, from: table + Place.columns)
        appendReference(to: &writer, from: table + Place.reference)
        for (text, place) in texts where !text.isEmpty {
            writer.string(text, from: table + place)
        }
        writer.end()
        return writer.bytes
    }

    private func append(
        _ columns: [FlatGeobufColumn], to writer: inout FlatBufferWriter, from reference: Int
    ) {
        let places = writer.references(count: columns.count, from: reference)
        for (index, column) in columns.enumerated() {
            let table = writer.table(Self.columnLayout, from: places + 4 * index)
            writer.put(column.kind.rawValue, at: table + 12)
            writer.put((column.isNullable ? 1 : 0) as UInt8, at: table + 13)
            writer.string(column.name, from: table + 4)
            writer.string(column.description, from: table + 8)
        }
    }

    private func appendReference(to writer: inout FlatBufferWriter, from reference: Int) {
        let table = writer.table(Self.referenceLayout, from: reference)
        writer.put(4326 as Int32, at: table + 8)
        writer.string("EPSG", from: table + 4)
        writer.string("WGS 84", from: table + 12)
    }
}
