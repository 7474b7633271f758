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

    /// How the row that was walked over last is shaped, and how often that helped.
    private var shape = JSONShape()
    private var hits = 0
    private var lessons = 0
    private var tokens: [JSONShape.Token] = []

    private static let type = Array("type".utf8)
    private static let feature = Array("Feature".utf8)
    private static let geometry = Array("geometry".utf8)
    private static let properties = Array("properties".utf8)
    private static let idKey = Array("id".utf8)
    private static let point = Array("Point".utf8)
    private static let coordinates = Array("coordinates".utf8)
    static let null = Array("null".utf8)
    static let yes = Array("true".utf8)
    static let no = Array("false".utf8)

    /// Takes note of the headers.
    mutating func know(_ names: [String]) {
        keys = names.map { Array($0.utf8) }
        id = names.firstIndex(of: "id")
        longitude = names.firstIndex(of: "longitude")
        latitude = names.firstIndex(of: "latitude")
        eventID = names.firstIndex(of: "event_id")
        shape = JSONShape()
        isUseless = eventID != nil && names.contains("place_index")
    }

    /// Cuts the object at an offset.
    mutating func cut(_ bytes: Span<UInt8>, from start: Int, into row: inout CellRow) -> Outcome {
        // Taken out and put back, so that no cell is asked whether the array is shared.
        var cells = row.cells
        row.cells = []
        defer { row.cells = cells }
        var span = cells.mutableSpan
        Self.empty(&span)
        var loose = JSONShape.Loose()
        if !shape.isEmpty, let end = shape.cut(bytes, from: start, into: &span, &loose) {
            hits += 1
            guard place(loose, &span) else { return .odd }
            row.range = start..<end
            return .row
        }
        return walk(bytes, from: start, into: &span, &row.range)
    }

    private static func empty(_ cells: inout MutableSpan<ByteRange>) {
        for index in cells.indices { cells[index] = .empty }
    }

    private mutating func walk(
        _ bytes: Span<UInt8>, from start: Int, into cells: inout MutableSpan<ByteRange>,
        _ range: inout Range<Int>
    ) -> Outcome {
        Self.empty(&cells)
        tokens.removeAll(keepingCapacity: true)
        var loose = JSONShape.Loose()
        var walk = JSONWalk(offset: start)
        guard walk.take(UInt8(ascii: "{"), bytes) else { return walk.fault(bytes) }
        var ahead = walk
        let isFeature =
            ahead.key(bytes).map { ByteText.matches(bytes, $0, Self.type) } ?? false
            && ahead.string(bytes).map { ByteText.matches(bytes, $0, Self.feature) } ?? false
        let isCut: Bool
        if isFeature {
            walk = ahead
            isCut = cutFeature(bytes, &walk, &cells, &loose) && place(loose, &cells)
        } else {
            isCut = cutMembers(bytes, &walk, &cells)
        }
        guard isCut else { return walk.fault(bytes) }
        range = start..<walk.offset
        learn(bytes, range)
        return .row
    }

    /// Learns the shape of a row, unless shapes change so often that learning does not pay.
    private mutating func learn(_ bytes: Span<UInt8>, _ row: Range<Int>) {
        guard lessons <= 64 + hits / 4 else { return }
        lessons += 1
        shape.learn(bytes, row, tokens)
    }

    private mutating func cutFeature(
        _ bytes: Span<UInt8>, _ walk: inout JSONWalk, _ cells: inout MutableSpan<ByteRange>,
        _ loose: inout JSONShape.Loose
    ) -> Bool {
        var (hasGeometry, hasProperties) = (false, false)
        while true {
            if walk.take(UInt8(ascii: "}"), bytes) { break }
            guard walk.take(UInt8(ascii: ","), bytes), let key = walk.key(bytes) else {
                return false
            }
            if !hasGeometry, ByteText.matches(bytes, key, Self.geometry) {
                hasGeometry = true
                if walk.word(Self.null, bytes) { continue }
                guard cutPoint(bytes, &walk, &loose) else { return false }
            } else if !hasProperties, ByteText.matches(bytes, key, Self.properties) {
                hasProperties = true
                guard walk.take(UInt8(ascii: "{"), bytes), cutMembers(bytes, &walk, &cells) else {
                    return false
                }
            } else if loose.ownID.isEmpty, ByteText.matches(bytes, key, Self.idKey) {
                guard let cell = walk.scalar(bytes, .ownID, &tokens), !cell.isEmpty else {
                    return false
                }
                loose.ownID = cell
            } else {
                return false
            }
        }
        return hasGeometry && hasProperties
    }

    /// Puts the id and the point of a feature into their columns; false where the properties say it too.
    private func place(
        _ loose: JSONShape.Loose, _ cells: inout MutableSpan<ByteRange>
    ) -> Bool {
        if !loose.ownID.isEmpty, eventID.map({ cells[$0].isEmpty }) ?? true {
            guard let id else { return false }
            if cells[id].isEmpty { cells[id] = loose.ownID }
        }
        guard !loose.longitude.isEmpty else { return true }
        guard let longitude, let latitude, cells[longitude].isEmpty, cells[latitude].isEmpty
        else { return false }
        cells[longitude] = loose.longitude
        cells[latitude] = loose.latitude
        return true
    }

    /// Cuts `{"type":"Point","coordinates":[longitude,latitude]}`, perhaps with a height.
    private mutating func cutPoint(
        _ bytes: Span<UInt8>, _ walk: inout JSONWalk, _ loose: inout JSONShape.Loose
    ) -> Bool {
        guard walk.take(UInt8(ascii: "{"), bytes), let type = walk.key(bytes),
            ByteText.matches(bytes, type, Self.type), let kind = walk.string(bytes),
            ByteText.matches(bytes, kind, Self.point), walk.take(UInt8(ascii: ","), bytes),
            let key = walk.key(bytes), ByteText.matches(bytes, key, Self.coordinates),
            walk.take(UInt8(ascii: "["), bytes), let x = walk.number(bytes, .longitude, &tokens),
            walk.take(UInt8(ascii: ","), bytes), let y = walk.number(bytes, .latitude, &tokens)
        else { return false }
        if walk.take(UInt8(ascii: ","), bytes), walk.number(bytes, .height, &tokens) == nil {
            return false
        }
        (loose.longitude, loose.latitude) = (x, y)
        return walk.take(UInt8(ascii: "]"), bytes) && walk.take(UInt8(ascii: "}"), bytes)
    }

    /// Cuts members up to the closing brace. Keys come in the order of the headers, so none can come
    /// twice.
    private mutating func cutMembers(
        _ bytes: Span<UInt8>, _ walk: inout JSONWalk, _ cells: inout MutableSpan<ByteRange>
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
            guard let cell = walk.scalar(bytes, .column(column), &tokens) else { return false }
            cells[column] = cell
            next = column + 1
        }
    }
}

extension JSONWalk {
    /// Walks over a value as `scalar` does, and remembers it.
    fileprivate mutating func scalar(
        _ bytes: Span<UInt8>, _ target: JSONShape.Target, _ tokens: inout [JSONShape.Token]
    ) -> ByteRange? {
        skipSpace(bytes)
        let start = offset
        guard let cell = scalar(bytes) else { return nil }
        tokens.append(JSONShape.Token(range: start..<offset, target: target))
        return cell
    }

    /// Walks over a value as `number` does, and remembers it.
    fileprivate mutating func number(
        _ bytes: Span<UInt8>, _ target: JSONShape.Target, _ tokens: inout [JSONShape.Token]
    ) -> ByteRange? {
        skipSpace(bytes)
        let start = offset
        guard let cell = number(bytes) else { return nil }
        tokens.append(JSONShape.Token(range: start..<offset, target: target))
        return cell
    }
}
