internal import Diagnostics
internal import GeoModel
internal import TabularText

/// Reads degrees of longitude and latitude.
enum DecimalDegrees {
    /// The number, or nil for what is no plain decimal number.
    static func parse(_ text: String) -> Double? {
        var bytes = Array(text.utf8)
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            bytes.removeFirst()
        }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard bytes.count <= 30, (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        return Double(text)
    }

    /// The number with a point where a comma stands, a Unicode minus mended, or a degree sign gone.
    static func suggestion(for text: String) -> String? {
        let mended = String(
            text.compactMap { character -> Character? in
                switch character {
                case ",": "."
                case "\u{2212}": "-"
                case "\u{B0}", " ": nil
                default: character
                }
            })
        if parse(mended) != nil { return mended }
        guard let side = mended.last, let number = parse(String(mended.dropLast())), number >= 0
        else { return nil }
        switch side {
        case "E", "N": return String(mended.dropLast())
        case "W", "S": return "-\(mended.dropLast())"
        default: return nil
        }
    }
}

/// Guesses what a text that is no figure may mean, to offer it and never to take it.
enum FigureHint {
    static func suggestions(for text: String) -> [String] {
        guard text.utf8.count <= 40 else { return [] }
        var candidates: [String] = []
        let bare = text.filter { !", '\u{A0}\u{202F}".contains($0) }
        if bare != text { candidates.append(bare) }
        if text.contains(","), !text.contains(".") {
            candidates.append(String(text.map { $0 == "," ? "." : $0 }))
        }
        let words = text.lowercased().split(separator: " ").map(String.init)
        if let last = words.last, words.count > 1 {
            switch words.dropLast().joined(separator: " ") {
            case "c.", "ca", "ca.", "about", "around", "circa", "approx.", "approximately":
                candidates.append("~\(last)")
            case "over", "more than", "above": candidates.append(">\(last)")
            case "under", "less than", "fewer than", "below": candidates.append("<\(last)")
            default: break
            }
        }
        if words.count == 3, words[1] == "to" || words[1] == "or" {
            candidates.append("\(words[0])-\(words[2])")
        }
        return candidates.filter { (try? Figure(parsing: $0)) != nil }
    }
}

/// Gives rows without an id one that depends on their cells alone.
enum RowHash {
    /// `row-` and 16 hexadecimal digits: FNV-1a, 64 bits, over header and text of each cell that is
    /// not empty, in the order of the headers, so that moving columns or rows changes nothing.
    ///
    /// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, draft-eastlake-fnv (constants).
    static func id(of row: RawRow, _ columns: [EventColumn]) -> String {
        var hash = offsetBasis
        let cells = row.cells.map { (key: key(columns[$0.column]), text: $0.text) }
        for cell in cells.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes($1.key.utf8) })
        {
            for byte in Array(cell.key.utf8) + [0x1F] + Array(cell.text.utf8) + [0x1E] {
                step(&hash, byte)
            }
        }
        return text(hash)
    }

    /// The columns in the order in which they are hashed, each with the bytes of its key.
    static func order(_ columns: [EventColumn]) -> [(column: Int, key: [UInt8])] {
        columns.enumerated().map { (column: $0.offset, key: Array(key($0.element).utf8) + [0x1F]) }
            .sorted { $0.key.dropLast().lexicographicallyPrecedes($1.key.dropLast()) }
    }

    /// The hash of the id that a row has or is given, of a row that stands in its bytes.
    static func hash(
        _ bytes: Span<UInt8>, _ cells: Span<ByteRange>, id: Int?,
        _ order: [(column: Int, key: [UInt8])]
    ) -> UInt64 {
        guard let id, !cells[id].isEmpty else {
            return ByteText.hash(Self.id(of: bytes, cells, order))
        }
        return hash(bytes, cells[id])
    }

    /// The hash of a cell that holds an id.
    static func hash(_ bytes: Span<UInt8>, _ cell: ByteRange) -> UInt64 {
        guard !cell.hasDoubledQuotes else {
            return ByteText.hash(ByteText.string(bytes, cell))
        }
        return ByteText.hash(bytes, cell.range)
    }

    /// The same for a row that stands in its bytes.
    private static func id(
        of bytes: Span<UInt8>, _ cells: Span<ByteRange>, _ order: [(column: Int, key: [UInt8])]
    ) -> String {
        var hash = offsetBasis
        for index in order.indices {
            let cell = cells[order[index].column]
            if cell.isEmpty { continue }
            for byte in order[index].key { step(&hash, byte) }
            step(&hash, over: bytes, cell)
            step(&hash, 0x1E)
        }
        return text(hash)
    }

    private static func step(_ hash: inout UInt64, over bytes: Span<UInt8>, _ cell: ByteRange) {
        var offset = Int(cell.start)
        while offset < Int(cell.end) {
            step(&hash, bytes[offset])
            // The second of two quotes is how CSV writes one.
            let isQuote = bytes[offset] == UInt8(ascii: "\"")
            offset += isQuote && cell.hasDoubledQuotes ? 2 : 1
        }
    }

    private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func step(_ hash: inout UInt64, _ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    private static func text(_ hash: UInt64) -> String {
        let hex = String(hash, radix: 16)
        return "row-" + String(repeating: "0", count: 16 - hex.utf8.count) + hex
    }

    private static func key(_ column: EventColumn) -> String {
        if case .field(let field) = column.meaning { field.rawValue } else { column.header }
    }
}
