internal import Diagnostics
internal import TabularText

/// Cuts a plain JSON object or GeoJSON feature into cells where it stands.
///
/// Plain is: members whose keys are headers, in their order; values that are strings without escapes,
/// numbers spelled as a cell would spell them, or words; a geometry that is a `Point` or null. Of
/// anything else it says that it is odd and gives no reason: `JSONReader` finds that.
struct JSONCutter {
    /// What came of it.
    enum Outcome {
        case row
        /// The bytes end before the object does.
        case cutShort
        case odd
    }

    private var keys: [[UInt8]] = []
    private var id: Int?
    private var longitude: Int?
    private var latitude: Int?
    private var eventID: Int?
    /// Whether no object can be plain: before any header is known, and in what was exported.
    private(set) var isUseless = true

    private static let type = Array("type".utf8)
    private static let feature = Array("Feature".utf8)
    private static let geometry = Array("geometry".utf8)
    private static let properties = Array("properties".utf8)
    private static let idKey = Array("id".utf8)
    private static let point = Array("Point".utf8)
    private static let coordinates = Array("coordinates".utf8)
    private static let null = Array("null".utf8)
    private static let yes = Array("true".utf8)
    private static let no = Array("false".utf8)

    /// Takes note of the headers.
    mutating func know(_ names: [String]) {
        keys = names.map { Array($0.utf8) }
        id = names.firstIndex(of: "id")
        longitude = names.firstIndex(of: "longitude")
        latitude = names.firstIndex(of: "latitude")
        eventID = names.firstIndex(of: "event_id")
        isUseless = eventID != nil && names.contains("place_index")
    }

    /// Cuts the object at an offset.
    func cut(_ bytes: Span<UInt8>, from start: Int, into row: inout CellRow) -> Outcome {
        for index in row.cells.indices { row.cells[index] = .empty }
        var walk = Walk(offset: start)
        guard walk.take(UInt8(ascii: "{"), bytes) else { return walk.fault(bytes) }
        var ahead = walk
        let isFeature =
            ahead.key(bytes).map { ByteText.matches(bytes, $0, Self.type) } ?? false
            && ahead.string(bytes).map { ByteText.matches(bytes, $0, Self.feature) } ?? false
        let isCut: Bool
        if isFeature {
            walk = ahead
            isCut = cutFeature(bytes, &walk, &row)
        } else {
            isCut = cutMembers(bytes, &walk, &row)
        }
        guard isCut else { return walk.fault(bytes) }
        row.range = start..<walk.offset
        return .row
    }

    private func cutFeature(
        _ bytes: Span<UInt8>, _ walk: inout Walk, _ row: inout CellRow
    ) -> Bool {
        var (hasGeometry, hasProperties) = (false, false)
        var ownID = CellRow.Cell.empty
        var position: (CellRow.Cell, CellRow.Cell)?
        while true {
            if walk.take(UInt8(ascii: "}"), bytes) { break }
            guard walk.take(UInt8(ascii: ","), bytes), let key = walk.key(bytes) else {
                return false
            }
            if !hasGeometry, ByteText.matches(bytes, key, Self.geometry) {
                hasGeometry = true
                if walk.word(Self.null, bytes) { continue }
                guard let point = cutPoint(bytes, &walk) else { return false }
                position = point
            } else if !hasProperties, ByteText.matches(bytes, key, Self.properties) {
                hasProperties = true
                guard walk.take(UInt8(ascii: "{"), bytes), cutMembers(bytes, &walk, &row) else {
                    return false
                }
            } else if ownID.isEmpty, ByteText.matches(bytes, key, Self.idKey) {
                guard let cell = walk.scalar(bytes), !cell.isEmpty else { return false }
                ownID = cell
            } else {
                return false
            }
        }
        guard hasGeometry, hasProperties else { return false }
        if !ownID.isEmpty, eventID.map({ row.cells[$0].isEmpty }) ?? true {
            guard let id else { return false }
            if row.cells[id].isEmpty { row.cells[id] = ownID }
        }
        guard let position else { return true }
        guard let longitude, let latitude, row.cells[longitude].isEmpty,
            row.cells[latitude].isEmpty
        else { return false }
        row.cells[longitude] = position.0
        row.cells[latitude] = position.1
        return true
    }

    /// Cuts `{"type":"Point","coordinates":[longitude,latitude]}`, perhaps with a height.
    private func cutPoint(
        _ bytes: Span<UInt8>, _ walk: inout Walk
    ) -> (CellRow.Cell, CellRow.Cell)? {
        guard walk.take(UInt8(ascii: "{"), bytes), let type = walk.key(bytes),
            ByteText.matches(bytes, type, Self.type), let kind = walk.string(bytes),
            ByteText.matches(bytes, kind, Self.point), walk.take(UInt8(ascii: ","), bytes),
            let key = walk.key(bytes), ByteText.matches(bytes, key, Self.coordinates),
            walk.take(UInt8(ascii: "["), bytes), let x = walk.number(bytes),
            walk.take(UInt8(ascii: ","), bytes), let y = walk.number(bytes)
        else { return nil }
        if walk.take(UInt8(ascii: ","), bytes), walk.number(bytes) == nil { return nil }
        guard walk.take(UInt8(ascii: "]"), bytes), walk.take(UInt8(ascii: "}"), bytes) else {
            return nil
        }
        return (x, y)
    }

    /// Cuts members up to the closing brace. Keys come in the order of the headers, so none can come
    /// twice.
    private func cutMembers(
        _ bytes: Span<UInt8>, _ walk: inout Walk, _ row: inout CellRow
    ) -> Bool {
        var next = 0
        var isFirst = true
        while true {
            if walk.take(UInt8(ascii: "}"), bytes) { return true }
            if !isFirst, !walk.take(UInt8(ascii: ","), bytes) { return false }
            isFirst = false
            guard let key = walk.key(bytes) else { return false }
            var column = next
            while column < keys.count, !ByteText.matches(bytes, key, keys[column]) { column += 1 }
            if column == keys.count {
                // A key that never has a value is no header.
                guard walk.word(Self.null, bytes) else { return false }
                continue
            }
            guard let cell = walk.scalar(bytes) else { return false }
            row.cells[column] = cell
            next = column + 1
        }
    }

    /// Walks over the tokens of JSON. Each step passes the white space before its token; one that
    /// does not fit leaves `offset` where it fails.
    private struct Walk {
        var offset: Int

        func fault(_ bytes: Span<UInt8>) -> Outcome {
            offset + 24 >= bytes.count ? .cutShort : .odd
        }

        mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
            skipSpace(bytes)
            guard offset < bytes.count, bytes[offset] == byte else { return false }
            offset += 1
            return true
        }

        mutating func skipSpace(_ bytes: Span<UInt8>) {
            while offset < bytes.count, bytes[offset] <= 0x20 {
                let byte = bytes[offset]
                guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
                offset += 1
            }
        }

        /// A key and its colon.
        mutating func key(_ bytes: Span<UInt8>) -> Range<Int>? {
            guard let key = string(bytes), take(UInt8(ascii: ":"), bytes) else { return nil }
            return key
        }

        /// The inside of a string without escapes.
        mutating func string(_ bytes: Span<UInt8>) -> Range<Int>? {
            guard take(UInt8(ascii: "\""), bytes) else { return nil }
            let start = offset
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte == UInt8(ascii: "\"") {
                    offset += 1
                    return start..<offset - 1
                }
                if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
                offset += 1
            }
            return nil
        }

        mutating func word(_ word: [UInt8], _ bytes: Span<UInt8>) -> Bool {
            skipSpace(bytes)
            guard offset + word.count <= bytes.count,
                ByteText.matches(bytes, offset..<offset + word.count, word)
            else { return false }
            offset += word.count
            return true
        }

        /// A number as a cell spells it: no exponent, no zero too many.
        mutating func number(_ bytes: Span<UInt8>) -> CellRow.Cell? {
            skipSpace(bytes)
            let start = offset
            var end = offset
            while end < bytes.count, isOfNumber(bytes[end]) { end += 1 }
            guard end < bytes.count, bytes[end] | 0x20 != UInt8(ascii: "e"),
                let number = ByteText.number(bytes, start..<end),
                !number.endsInZero, !number.startsWithZero,
                !number.hasSign || number.isNegative && number.digits > 0
            else { return nil }
            offset = end
            return CellRow.Cell(start..<end)
        }

        private func isOfNumber(_ byte: UInt8) -> Bool {
            byte &- 0x30 <= 9 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }

        /// A string, number or word as a cell; null is an empty one.
        mutating func scalar(_ bytes: Span<UInt8>) -> CellRow.Cell? {
            skipSpace(bytes)
            guard offset < bytes.count else { return nil }
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                guard let range = string(bytes) else { return nil }
                let trimmed = ByteText.trimmed(bytes, range)
                return CellRow.Cell(trimmed)
            case UInt8(ascii: "n"):
                return word(JSONCutter.null, bytes) ? .empty : nil
            case UInt8(ascii: "t"), UInt8(ascii: "f"):
                let start = offset
                guard word(JSONCutter.yes, bytes) || word(JSONCutter.no, bytes) else { return nil }
                return CellRow.Cell(start..<offset)
            default:
                return number(bytes)
            }
        }
    }
}
