internal import EDTF
internal import GeoModel

/// Reads the text form of outlines: tab-separated records, arcs first, then what is made of them.
///
/// The header of `Outlines/outlines.txt` explains the records. Anything else than a well-formed
/// file is an error that names its line; nothing is guessed.
///
/// - Complexity: O(*n*) in the bytes.
struct OutlineParser {
    private let bytes: [UInt8]
    private var records = OutlineRecords()
    private var unit = 10_000.0
    private var sources: [String: String] = [:]
    private var dates: [String: HistoricalDate] = [:]

    static func parse(_ bytes: [UInt8]) throws(BoundaryFileError) -> OutlineRecords {
        var parser = OutlineParser(bytes: bytes)
        return try parser.parse()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func parse() throws(BoundaryFileError) -> OutlineRecords {
        var (start, line, count) = (0, 0, 0)
        while let end = bytes[start...].firstIndex(of: ASCII.newline) {
            line += 1
            if end > start, bytes[start] != ASCII.comment {
                let fields = ByteFields(bytes, in: start..<end, line: line)
                if fields.text(0) == "end" {
                    try require(2, fields)
                    guard try wholeNumber(1, of: fields) == count else {
                        throw .truncated(line: line)
                    }
                    return records
                }
                try add(fields)
                count += 1
            }
            start = end + 1
        }
        throw .truncated(line: line + 1)
    }

    private mutating func add(_ fields: ByteFields) throws(BoundaryFileError) {
        switch fields.text(0) {
        case "arc": records.arcs.append(try arc(fields))
        case "area": records.areas.append(try area(fields))
        case "line": records.lines.append(try line(fields))
        case "source":
            try require(4, fields)
            sources[fields.text(1)] = fields.text(2)
            if !records.credits.contains(fields.text(3)) { records.credits.append(fields.text(3)) }
        case "unit":
            try require(2, fields)
            let value = try wholeNumber(1, of: fields)
            guard value > 0 else { throw .notANumber(fields.text(1), line: fields.line) }
            unit = Double(value)
        default: throw .unknownRecord(fields.text(0), line: fields.line)
        }
    }

    // MARK: Arcs

    private func arc(_ fields: ByteFields) throws(BoundaryFileError) -> Arc {
        try require(2, fields)
        var points: [Coordinate] = []
        var (x, y, isLatitude) = (0, 0, false)
        try fields.numbers(1) { step throws(BoundaryFileError) in
            if isLatitude {
                y += step
                let point = Coordinate(longitude: Double(x) / unit, latitude: Double(y) / unit)
                guard point.isValid else { throw .outsideTheWorld(line: fields.line) }
                points.append(point)
            } else {
                x += step
            }
            isLatitude.toggle()
        }
        guard points.count >= 2, !isLatitude, let box = BoundingBox(around: points) else {
            throw .shortArc(line: fields.line)
        }
        return Arc(points: points, box: box)
    }

    // MARK: Areas and lines

    private mutating func area(_ fields: ByteFields) throws(BoundaryFileError) -> AreaRecord {
        try require(10, fields)
        let kind: BoundaryArea.Kind = try word(1, of: fields)
        var polygons: [[ArcChain]] = [[[]]]
        var box: BoundingBox?
        try chains(9, of: fields, box: &box) { number in
            let (polygon, ring) = (polygons.count - 1, polygons[polygons.count - 1].count - 1)
            polygons[polygon][ring].append(number)
        } next: { separator in
            if separator == ASCII.nextPolygon {
                polygons.append([[]])
            } else {
                polygons[polygons.count - 1].append([])
            }
        }
        for rings in polygons { for ring in rings { try checkJoints(ring, closed: true, fields) } }
        guard let box else { throw .shortArc(line: fields.line) }
        return AreaRecord(
            id: fields.text(2), kind: kind, claim: try claim(from: 3, of: fields),
            polygons: polygons, box: box)
    }

    private mutating func line(_ fields: ByteFields) throws(BoundaryFileError) -> LineRecord {
        try require(11, fields)
        let kind: BoundaryLine.Kind = try word(1, of: fields)
        var parts: [ArcChain] = [[]]
        var box: BoundingBox?
        try chains(10, of: fields, box: &box) { number in
            parts[parts.count - 1].append(number)
        } next: { _ in
            parts.append([])
        }
        for part in parts { try checkJoints(part, closed: false, fields) }
        guard let box else { throw .shortArc(line: fields.line) }
        let (left, right) = (fields.text(2), fields.text(3))
        return LineRecord(
            kind: kind, left: left.isEmpty ? nil : left, right: right.isEmpty ? nil : right,
            claim: try claim(from: 4, of: fields), parts: parts, box: box)
    }

    private func chains(
        _ index: Int, of fields: ByteFields, box: inout BoundingBox?,
        append: (Int32) -> Void, next: (UInt8) -> Void
    ) throws(BoundaryFileError) {
        var known = box
        try fields.numbers(index) { number throws(BoundaryFileError) in
            guard number != 0, number.magnitude <= records.arcs.count else {
                throw .unknownArc(number, line: fields.line)
            }
            let arcBox = records.arcs[Int(number.magnitude) - 1].box
            known = known?.union(arcBox) ?? arcBox
            append(Int32(number))
        } separator: { separator in
            next(separator)
        }
        box = known
    }

    private func checkJoints(
        _ chain: ArcChain, closed: Bool, _ fields: ByteFields
    ) throws(BoundaryFileError) {
        guard let first = chain.first, let last = chain.last else {
            throw .shortArc(line: fields.line)
        }
        for (before, after) in zip(chain, chain.dropFirst()) where end(before) != start(after) {
            throw .brokenChain(arc: Int(after), line: fields.line)
        }
        if closed, end(last) != start(first) {
            throw .brokenChain(arc: Int(first), line: fields.line)
        }
    }

    private func start(_ number: Int32) -> Coordinate? {
        number > 0 ? records.arc(number).points.first : records.arc(number).points.last
    }

    private func end(_ number: Int32) -> Coordinate? { start(-number) }

    // MARK: Fields

    private mutating func claim(
        from index: Int, of fields: ByteFields
    ) throws(BoundaryFileError) -> BoundaryClaim {
        let key = fields.text(index + 3)
        guard let source = sources[key] else { throw .unknownSource(key, line: fields.line) }
        let shape = fields.text(index + 5)
        guard shape == "exact" || shape == "approximate" else {
            throw .unknownWord(shape, expected: ["exact", "approximate"], line: fields.line)
        }
        return BoundaryClaim(
            validity: try date(index, of: fields), depicts: try date(index + 1, of: fields),
            perspective: fields.text(index + 2), source: source,
            certainty: try word(index + 4, of: fields), isApproximate: shape == "approximate")
    }

    private mutating func date(
        _ index: Int, of fields: ByteFields
    ) throws(BoundaryFileError) -> HistoricalDate? {
        let text = fields.text(index)
        if text.isEmpty { return nil }
        if let known = dates[text] { return known }
        do throws(EDTFError) {
            let date = try HistoricalDate(edtf: text)
            dates[text] = date
            return date
        } catch {
            throw .notADate(text, problem: error.description, line: fields.line)
        }
    }

    private func word<Word: RawRepresentable<String> & CaseIterable>(
        _ index: Int, of fields: ByteFields
    ) throws(BoundaryFileError) -> Word {
        let text = fields.text(index)
        guard let word = Word(rawValue: text) else {
            throw .unknownWord(text, expected: Word.allCases.map(\.rawValue), line: fields.line)
        }
        return word
    }

    private func wholeNumber(_ index: Int, of fields: ByteFields) throws(BoundaryFileError) -> Int {
        var value: Int?
        try fields.numbers(index) { number throws(BoundaryFileError) in value = number }
        guard let value else { throw .notANumber("", line: fields.line) }
        return value
    }

    private func require(_ count: Int, _ fields: ByteFields) throws(BoundaryFileError) {
        guard fields.count == count else {
            throw .fieldCount(fields.count, expected: count, line: fields.line)
        }
    }
}
