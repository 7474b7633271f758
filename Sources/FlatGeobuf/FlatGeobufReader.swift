package import Diagnostics
package import TabularText

/// Reads the features of a FlatGeobuf file in the order of the file, one at a time, from any input.
///
/// The index is passed over. Nothing is trusted: sizes are bounded, and what refers to something outside of
/// its record is told with the number of the feature, as `file:table:row`.
package struct FlatGeobufReader {
    /// What the file says of itself.
    package let header: FlatGeobufHeader
    /// How many features it says it has; 0 where it does not say.
    package let featureCount: UInt64
    /// How many features were read.
    package private(set) var number = 0

    private var input: RecordInput
    private let limits: ReadingLimits
    private let decoder: FeatureDecoder

    /// The most bytes of a header, which names columns and reference system.
    private static let greatestHeader = 16 << 20

    /// Reads the header.
    ///
    /// - Parameters:
    ///   - input: The bytes, from their start on.
    ///   - file: Its name as the user gave it.
    ///   - limits: What is refused.
    /// - Throws: `FileFault` for what is no FlatGeobuf, is broken, or is more than the limits allow.
    package init(
        _ input: any ByteInput, file: String, limits: ReadingLimits = ReadingLimits()
    ) throws(FileFault) {
        self.limits = limits
        var input = RecordInput(input, name: file)
        guard let magic = try input.take(8), Self.isMagic(magic) else {
            throw input.fault("it does not start as version 3 does")
        }
        guard let record = try input.record(atMost: Self.greatestHeader, number: nil) else {
            throw input.fault("it has no header")
        }
        let start: HeaderDecoder
        do throws(FlatBufferFault) {
            start = try HeaderDecoder(record, mostColumns: limits.columns)
        } catch {
            throw input.fault("header: \(error.problem)")
        }
        (header, featureCount) = (start.header, start.featureCount)
        if !header.name.isEmpty { input.name += ":\(header.name)" }
        decoder = FeatureDecoder(columns: header.columns, shape: start.shape)
        guard let index = start.indexByteCount, try input.skip(index) else {
            throw input.fault("it ends in its index")
        }
        self.input = input
    }

    /// Whether bytes start as a FlatGeobuf file of version 3 does.
    package static func isMagic(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 8 && bytes[..<7].elementsEqual(FlatGeobufWriter.magic[..<7])
    }

    /// The next feature; nil at the end.
    ///
    /// - Throws: `FileFault` for a feature that is broken or too large, and for a file that ends before as
    ///   many features as it says it has.
    package mutating func next() throws(FileFault) -> FlatGeobufFeature? {
        guard let record = try input.record(atMost: limits.valueBytes, number: number + 1) else {
            guard UInt64(number) >= featureCount else {
                throw input.fault("it ends after \(number) of \(featureCount) features")
            }
            return nil
        }
        number += 1
        do throws(FlatBufferFault) {
            return try decoder.feature(record)
        } catch {
            throw input.fault(error.problem, number)
        }
    }
}

/// Reads the header of a file.
private struct HeaderDecoder {
    var header = FlatGeobufHeader()
    let shape: UInt8
    let featureCount: UInt64
    /// The bytes of the index; nil for more than there can be.
    let indexByteCount: UInt64?

    /// The most letters of a name that is read.
    private static let greatestText = 1 << 20

    init(_ record: [UInt8], mostColumns: Int) throws(FlatBufferFault) {
        let table = try FlatBufferTable(rootOf: record)
        shape = try table.number(2) ?? 0
        featureCount = try table.number(8) ?? 0
        let nodeSize: UInt16 = try table.number(9) ?? 16
        indexByteCount = PackedTree.byteCount(features: featureCount, nodeSize: Int(nodeSize))
        header.name = try table.text(0)
        header.title = try table.text(11)
        header.description = try table.text(12)
        header.metadata = try table.text(13)
        header.reference = try Self.reference(table)
        let count = try table.tableCount(7)
        guard count <= mostColumns else {
            throw FlatBufferFault(problem: "\(count) columns, where \(mostColumns) are read")
        }
        var letters = 0
        for index in 0..<count {
            let column = try Self.column(try table.table(index, of: 7), index)
            letters += column.name.utf8.count + column.description.utf8.count
            // One long text may be the name of many columns.
            guard letters <= Self.greatestText else {
                throw FlatBufferFault(problem: "columns with names of more than a million letters")
            }
            header.columns.append(column)
        }
    }

    private static func column(
        _ table: FlatBufferTable, _ index: Int
    ) throws(FlatBufferFault) -> FlatGeobufColumn {
        let number: UInt8 = try table.number(1) ?? 0
        guard let kind = FlatGeobufColumn.Kind(rawValue: number) else {
            throw FlatBufferFault(
                problem: "column \(index) is of type \(number), which is not known")
        }
        return FlatGeobufColumn(
            try table.text(0), kind, description: try table.text(3),
            isNullable: try table.number(7, as: UInt8.self) != 0)
    }

    private static func reference(
        _ table: FlatBufferTable
    ) throws(FlatBufferFault) -> SpatialReference {
        guard let crs = try table.table(10) else { return .unknown }
        let authority = try crs.text(0)
        let code: Int32 = try crs.number(1) ?? 0
        let word = try crs.text(5)
        if code == 0, !word.isEmpty {
            return word == "CRS84" ? .worldGeodetic : .other("\(authority):\(word)")
        }
        let reference = SpatialReference(authority: authority, code: Int(code))
        let name = try crs.text(2)
        let isNamed = reference == .unknown && !name.isEmpty && name != "WGS 84"
        return isNamed ? .other(name) : reference
    }
}
