internal import PlaceExpressions

/// Reads the `place` cell of an event table: places of equal standing and movements. What stands
/// between the separators is a `PlaceExpression`.
///
///     places  = place *( ";" place )
///     place   = expression [ "->" expression ]
struct PlaceParser {
    /// The most places that one row may have.
    static let greatestCount = 200

    private let scalars: [Unicode.Scalar]

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// The places of a cell, in order. Places that are nothing between two `;` are dropped and
    /// counted in `blanks`.
    static func places(_ text: String) throws(PlaceError) -> (places: [EventPlace], blanks: Int) {
        let parser = PlaceParser(text)
        var places: [EventPlace] = []
        var blanks = 0
        let parts = parser.split(parser.scalars.indices, at: ";")
        guard parts.count <= greatestCount else { throw .tooMany(limit: greatestCount) }
        for part in parts.map(parser.trimmed) {
            if part.isEmpty {
                blanks += 1
            } else {
                places.append(try parser.place(part))
            }
        }
        return (places, blanks)
    }

    private func place(_ range: Range<Int>) throws(PlaceError) -> EventPlace {
        let sides = splitAtArrows(range)
        guard sides.count <= 2 else { throw .severalArrows(column: sides[2].lowerBound + 1) }
        let first = try named(trimmed(sides[0]))
        guard sides.count == 2 else { return .at(first) }
        return .movement(from: first, to: try named(trimmed(sides[1])))
    }

    private func named(_ range: Range<Int>) throws(PlaceError) -> PlaceExpression {
        guard !range.isEmpty else { throw .noName(column: range.lowerBound + 1) }
        let parts = split(range, at: ",").map(trimmed).filter { !$0.isEmpty }
        guard !parts.isEmpty else { throw .noName(column: range.lowerBound + 1) }
        guard parts.contains(where: { !isNumber($0) }) else {
            throw .onlyNumbers(string(range), column: range.lowerBound + 1)
        }
        return PlaceExpression(scalars[range])
    }

    // MARK: Pieces

    private func string(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        scalars[range].trimmed.indices
    }

    private func split(_ range: Range<Int>, at mark: Unicode.Scalar) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where scalars[index] == mark {
            parts.append(start..<index)
            start = index + 1
        }
        return parts + [start..<range.upperBound]
    }

    private func splitAtArrows(_ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range {
            let isTwo =
                scalars[index] == "-" && index + 1 < range.upperBound
                && scalars[index + 1] == ">"
            guard isTwo || scalars[index] == "\u{2192}" else { continue }
            parts.append(start..<index)
            start = index + (isTwo ? 2 : 1)
        }
        return parts + [start..<range.upperBound]
    }

    private func isNumber(_ range: Range<Int>) -> Bool {
        scalars[range].allSatisfy {
            ("0"..."9").contains($0) || "+-. \u{B0}".unicodeScalars.contains($0)
        }
    }
}
