package import Diagnostics
internal import EDTF
package import GeoModel
internal import TabularText

/// Reads blocks of lines of a table of positions.
///
/// A row of plain numbers is read where it stands; any other goes the way of all event tables, so that
/// the same rows are positions and the same faults are told.
package struct PositionReader: Sendable {
    /// What a block came to. Lines and rows of its findings count from the start of the block.
    package struct Block: Sendable {
        /// The positions, in the order of the rows.
        package var positions: [FixedCoordinate] = []
        /// How many rows there are, blank ones apart.
        package var rows = 0
        /// How many lines.
        package var lines = 0
        /// How many rows give no position.
        package var withoutPlace = 0
        /// How many rows cannot be read.
        package var setAside = 0
        /// What was found.
        package var findings = DiagnosticReport()
    }

    private let file: String
    private let taker: CSVRowTaker
    private let map: ColumnMap
    private let dates: DateReadingOptions
    /// The line that the first block starts in, from 1.
    package let firstLine: Int
    private let columns: Int
    private let longitude: Int
    private let latitude: Int
    private let delimiter: UInt8
    private let degrees = PlainDegrees()
    /// How many findings of one code are kept of a block.
    private static let keeps = 1_000

    init(
        _ taker: CSVRowTaker, _ map: ColumnMap, longitude: Int, latitude: Int,
        dates: DateReadingOptions, file: String, firstLine: Int
    ) {
        self.file = file
        self.taker = taker
        self.map = map
        self.dates = dates
        self.longitude = longitude
        self.latitude = latitude
        self.firstLine = firstLine
        columns = taker.width
        delimiter = taker.delimiter
    }

    /// Reads a block; nil where a cell runs over the end of a line, which blocks cannot follow.
    package func read(_ bytes: Span<UInt8>) -> Block? {
        var block = Block()
        block.findings = DiagnosticReport(keeping: Self.keeps)
        block.positions.reserveCapacity(bytes.count / 16)
        var slow = SlowRows(file, taker, map, dates)
        var offset = 0
        while offset < bytes.count {
            let start = offset
            block.lines += 1
            if let position = plainPosition(bytes, &offset) {
                block.rows += 1
                block.positions.append(position)
                continue
            }
            guard let line = wholeLine(bytes, from: start, &offset) else { return nil }
            guard let found = slow.read(bytes, line, block.rows + 1, line: block.lines) else {
                return nil
            }
            for finding in found.findings { block.findings.add(finding) }
            switch found.kind {
            case .blank: continue
            case .position(let place): block.positions.append(FixedCoordinate(place))
            case .withoutPlace: block.withoutPlace += 1
            case .setAside: block.setAside += 1
            }
            block.rows += 1
        }
        return block
    }

    /// The position of a row of as many cells as the header has, two of them plain numbers; nil for any
    /// other. Moves the offset to the next line where there is one.
    @inline(__always)
    private func plainPosition(_ bytes: Span<UInt8>, _ offset: inout Int) -> FixedCoordinate? {
        var (x, y) = (0.0, 0.0)
        let last = columns &- 1
        for column in 0...last {
            if column == longitude {
                guard let number = degrees.read(bytes, &offset) else { return nil }
                x = number
            } else if column == latitude {
                guard let number = degrees.read(bytes, &offset) else { return nil }
                y = number
            } else {
                guard passCell(bytes, &offset) else { return nil }
            }
            if column < last {
                guard offset < bytes.count, bytes[offset] == delimiter else { return nil }
                offset &+= 1
            }
        }
        if offset < bytes.count {
            if bytes[offset] == 0x0D { offset &+= 1 }
            guard offset < bytes.count, bytes[offset] == 0x0A else { return nil }
            offset &+= 1
        }
        // 0, 0 is worth a word, and what lies off the globe is a fault.
        guard abs(x) <= 180, abs(y) <= 90, x != 0 || y != 0 else { return nil }
        return FixedCoordinate(Coordinate(longitude: x, latitude: y))
    }

    /// Steps over a cell that needs no closer look.
    private func passCell(_ bytes: Span<UInt8>, _ offset: inout Int) -> Bool {
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == delimiter || byte == 0x0A || byte == 0x0D { return true }
            if byte == UInt8(ascii: "\"") { return false }
            offset &+= 1
        }
        return true
    }

    /// A line without its end; nil where its quotes do not close in it. Moves on to the next.
    private func wholeLine(
        _ bytes: Span<UInt8>, from start: Int, _ offset: inout Int
    ) -> Range<Int>? {
        offset = start
        var quotes = 0
        while offset < bytes.count, bytes[offset] != 0x0A {
            if bytes[offset] == UInt8(ascii: "\"") { quotes += 1 }
            // A lone return ends lines too, which are then not those of the blocks.
            if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] != 0x0A {
                return nil
            }
            offset += 1
        }
        let end = offset > start && bytes[offset - 1] == 0x0D ? offset - 1 : offset
        if offset < bytes.count { offset += 1 }
        return quotes.isMultiple(of: 2) ? start..<end : nil
    }
}

/// Reads degrees that are spelled as plain numbers, rounded correctly.
struct PlainDegrees: Sendable {
    // Held by whoever reads, so that no global is asked for at every number.
    private let powers: [8 of Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7]
    private let whole: [8 of UInt64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000]

    /// Reads a number that starts at an offset and moves the offset behind it; nil for what is none.
    ///
    /// Up to three digits, a point and up to seven more are read without looking at each: most
    /// tables have these. Both operands of the division are exact, so it rounds once.
    @inline(__always)
    func read(_ bytes: Span<UInt8>, _ offset: inout Int) -> Double? {
        guard offset &+ 13 <= bytes.count else { return anyNumber(bytes, &offset) }
        let isNegative = bytes[offset] == UInt8(ascii: "-")
        var end = isNegative ? offset &+ 1 : offset
        var digits: UInt64 = 0
        let start = end
        while end < start &+ 3, bytes[end] &- 0x30 <= 9 {
            digits = digits &* 10 &+ UInt64(bytes[end] &- 0x30)
            end &+= 1
        }
        guard end > start, bytes[end] == UInt8(ascii: ".") else {
            return anyNumber(bytes, &offset)
        }
        end &+= 1
        let word = bytes.word(at: end)
        let length = Self.digitCount(word)
        guard length > 0, length < 8 else { return anyNumber(bytes, &offset) }
        digits = digits &* whole[length] &+ Self.number(word, length)
        offset = end &+ length
        let magnitude = Double(digits) / powers[length]
        return isNegative ? -magnitude : magnitude
    }

    /// Any number of at most 15 digits.
    @inline(never)
    private func anyNumber(_ bytes: Span<UInt8>, _ offset: inout Int) -> Double? {
        ByteText.number(bytes, &offset, before: bytes.count)?.value
    }

    /// How many bytes of a word are digits before the first that is none, 0...8.
    @inline(__always)
    private static func digitCount(_ word: UInt64) -> Int {
        let bare = word ^ 0x3030_3030_3030_3030
        // A byte of 0...9 stays below 0x80 with 0x76 added; one of 0x80 and more is marked by itself.
        // What is carried out of a byte marks only those behind the first.
        let marks = (bare &+ 0x7676_7676_7676_7676 | bare) & 0x8080_8080_8080_8080
        return marks.trailingZeroBitCount / 8
    }

    /// The number that the first so many bytes of a word spell, 1...7 digits: pairs, then fours, then
    /// all are put together by one multiplication each.
    ///
    /// Source: D. Lemire, "Quickly parsing eight digits", 2018.
    @inline(__always)
    private static func number(_ word: UInt64, _ length: Int) -> UInt64 {
        // Moved to the end, zeros before them.
        var digits = (word ^ 0x3030_3030_3030_3030) << UInt64(truncatingIfNeeded: 64 &- 8 &* length)
        digits = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
        digits = (digits &* 100 &+ digits >> 16) & 0x0000_FFFF_0000_FFFF
        return (digits &* 10_000 &+ digits >> 32) & 0xFFFF_FFFF
    }
}

/// Rows that need more than reading two numbers.
private struct SlowRows {
    enum Kind {
        case blank
        case position(Coordinate)
        case withoutPlace
        case setAside
    }

    private let file: String
    private let taker: CSVRowTaker
    private let map: ColumnMap
    private let dates: DateReadingOptions
    private var memory = RowMemory()
    private var told: Set<String> = []

    init(
        _ file: String, _ taker: CSVRowTaker, _ map: ColumnMap, _ dates: DateReadingOptions
    ) {
        (self.file, self.taker, self.map, self.dates) = (file, taker, map, dates)
    }

    /// Reads the row of a line; nil where it is more than one.
    mutating func read(
        _ bytes: Span<UInt8>, _ line: Range<Int>, _ row: Int, line number: Int
    ) -> (kind: Kind, findings: [Diagnostic])? {
        var piece: [UInt8] = []
        piece.reserveCapacity(line.count)
        for offset in line { piece.append(bytes[offset]) }
        guard !piece.isEmpty else { return (.blank, []) }
        var position = TextPosition()
        position.stepToLine(after: number - 1, afterReturn: false)
        let source = SourceText(
            file: file, bytes: piece, index: TextIndex(piece, from: position))
        let taken: TakenRow?
        do throws(FileFault) {
            taken = try taker.take(source, row)
        } catch {
            // A fault of the file is told by whoever reads it from the start.
            return nil
        }
        switch taken {
        case nil: return (.blank, [])
        case .end, .cells: return (.blank, [])
        case .broken(let diagnostic, _): return (.setAside, [diagnostic])
        case .raw(let raw, let source, let findings):
            let (event, more) = RowReader.read(raw, map, source, dates: dates, &memory)
            // Notes of how a whole column is written are told where it begins.
            let all = (findings + more).filter {
                !EventReader.toldOnce.contains($0.code) || told.insert($0.code).inserted
            }
            guard let event else { return (.setAside, all) }
            guard case .coordinate(let place, _)? = event.places.first else {
                return (.withoutPlace, all)
            }
            return (.position(place), all)
        }
    }
}
