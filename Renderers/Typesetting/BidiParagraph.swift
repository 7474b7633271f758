import CFriBidi

/// The direction of a paragraph: what neutral text takes and where a line begins.
enum ParagraphDirection: Hashable, Sendable {
    /// That of the first strong letter, left to right where there is none (UAX #9, P2 and P3).
    case automatic
    case leftToRight
    case rightToLeft

    fileprivate var base: FriBidiParType {
        switch self {
        case .automatic: FRIBIDI_PAR_ON
        case .leftToRight: FRIBIDI_PAR_LTR
        case .rightToLeft: FRIBIDI_PAR_RTL
        }
    }
}

/// One line's order by the Unicode Bidirectional Algorithm (UAX #9), as FriBidi resolves it.
struct BidiParagraph {
    /// Whether the paragraph runs from right to left.
    let isRightToLeft: Bool
    /// The embedding level of each scalar in logical order; odd ones run from right to left.
    let levels: [Int8]
    /// For each place from left to right, which scalar stands there.
    let visualOrder: [Int]

    /// Resolves a text that holds no paragraph separator.
    init(_ text: [UInt32], direction: ParagraphDirection) {
        if direction != .rightToLeft, text.allSatisfy(Self.runsLeftToRight) {
            isRightToLeft = false
            levels = [Int8](repeating: 0, count: text.count)
            visualOrder = Array(text.indices)
            return
        }
        let count = Int32(text.count)
        var types = [FriBidiCharType](repeating: FRIBIDI_TYPE_ON, count: text.count)
        var brackets = [FriBidiBracketType](repeating: 0, count: text.count)
        var base = direction.base
        var levels = [Int8](repeating: 0, count: text.count)
        var order = Array(0..<count)
        // SAFETY: each array has `count` elements and outlives the call; FriBidi keeps none of them.
        unsafe fribidi_get_bidi_types(text, count, &types)
        unsafe fribidi_get_bracket_types(text, count, types, &brackets)
        let resolved = unsafe fribidi_get_par_embedding_levels_ex(
            types, brackets, count, &base, &levels)
        let reordered = unsafe fribidi_reorder_line(
            0, types, count, 0, base, &levels, nil, &order)
        precondition(resolved > 0 && reordered > 0 || text.isEmpty, "FriBidi is out of memory")
        isRightToLeft = base == FRIBIDI_PAR_RTL
        self.levels = levels
        visualOrder = order.map(Int.init)
    }
}

extension BidiParagraph {
    /// Whether a scalar is of a block without letters from right to left, Arabic digits and direction
    /// marks, so that alone with its like it stands as it comes: for most labels FriBidi is not asked.
    private static func runsLeftToRight(_ scalar: UInt32) -> Bool {
        switch scalar {
        // Latin, Greek, Cyrillic, Armenian; Georgian; Latin and Greek with marks; dashes and quotes.
        case 0x20..<0x590, 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x1E00...0x1FFF, 0x2010...0x2027: true
        default: false
        }
    }

    /// The version of FriBidi, for example `1.0.8`.
    static var libraryVersion: String {
        // SAFETY: a constant string of the library, "(GNU FriBidi) 1.0.8" and more lines.
        let text = unsafe String(cString: cfribidi_version_text())
        let line = text.prefix { !$0.isNewline }
        return String(line.drop { !$0.isNumber })
    }
}
