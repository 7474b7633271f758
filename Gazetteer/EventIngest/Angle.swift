/// A longitude or latitude as people write it: `44.5126`, `44,5126`, `44°30'45.4"E`, `W 71 3.6`.
///
/// Degrees, minutes and seconds in this order, each mark optional once a degree sign or a letter of
/// the compass says that they are an angle. Source of the marks: ISO 6709:2022, annex D.
struct Angle {
    /// Which of the two.
    enum Axis: String {
        case longitude
        case latitude

        /// The letters of the compass, the positive first.
        fileprivate var letters: [Unicode.Scalar] {
            self == .longitude ? ["E", "W"] : ["N", "S"]
        }
    }

    /// How it was written, where that is worth a word.
    enum Form {
        case plain
        /// With a comma as the decimal mark.
        case comma
        /// With a letter of the compass, or in minutes.
        case compass
    }

    /// Degrees, positive to the east and north.
    var degrees: Double
    var form: Form

    /// Reads an angle; nil for what is none, or has the letter of the other axis.
    init?(_ text: String, _ axis: Axis) {
        if let number = DecimalDegrees.parse(text) {
            degrees = number
            form = .plain
            return
        }
        guard text.utf8.count <= 60 else { return nil }
        var parts = Parts(text)
        guard let letter = parts.takeLetter(axis.letters), parts.scan(), !parts.numbers.isEmpty
        else {
            return nil
        }
        let isAngle = letter.isPresent || parts.hasDegreeSign
        guard isAngle || parts.numbers.count == 1, !(letter.isPresent && parts.hasSign) else {
            return nil
        }
        var sum = 0.0
        for (index, number) in parts.numbers.enumerated() {
            guard index == 0 || number < 60 else { return nil }
            sum += number / [1, 60, 3600][index]
        }
        degrees = letter.isNegative || parts.isNegative ? -sum : sum
        form = isAngle || parts.numbers.count > 1 ? .compass : .comma
    }

    /// Whether a text is an angle of the other axis.
    static func isExchanged(_ text: String, _ axis: Axis) -> Bool {
        Angle(text, axis == .longitude ? .latitude : .longitude)?.form == .compass
    }

    /// The pieces of a text.
    private struct Parts {
        private var scalars: [Unicode.Scalar]
        var numbers: [Double] = []
        var hasDegreeSign = false
        var hasSign = false
        var isNegative = false

        init(_ text: String) {
            scalars = Array(text.unicodeScalars)
            if let sign = scalars.first, "+-\u{2212}".unicodeScalars.contains(sign) {
                hasSign = true
                isNegative = sign != "+"
                scalars.removeFirst()
            }
        }

        /// Takes a letter of the compass from either end; nil when one of the other axis stands there.
        mutating func takeLetter(
            _ letters: [Unicode.Scalar]
        ) -> (isPresent: Bool, isNegative: Bool)? {
            for isFirst in [true, false] {
                guard let end = isFirst ? scalars.first : scalars.last,
                    let letter = Unicode.Scalar(end.value & ~0x20),
                    "NSEW".unicodeScalars.contains(letter), end.isASCII
                else { continue }
                guard letters.contains(letter) else { return nil }
                if isFirst { scalars.removeFirst() } else { scalars.removeLast() }
                return (true, letter == letters[1])
            }
            return (false, false)
        }

        /// Reads up to three numbers and the marks between them; false for anything else.
        mutating func scan() -> Bool {
            var digits = ""
            var marks = 0
            for scalar in scalars + [" "] {
                switch scalar {
                case "0"..."9": digits.unicodeScalars.append(scalar)
                case ".", ",": digits.append(".")
                case "\u{B0}", "\u{BA}", "\u{2DA}", "'", "\u{2032}", "\u{2019}", "\"", "\u{2033}",
                    "\u{201D}", ":", " ", "\u{A0}":
                    let isDegree = ["\u{B0}", "\u{BA}", "\u{2DA}"].contains(scalar)
                    if isDegree {
                        guard numbers.isEmpty, !digits.isEmpty, !hasDegreeSign else { return false }
                        hasDegreeSign = true
                    }
                    marks += 1
                    guard !digits.isEmpty else { continue }
                    guard let number = DecimalDegrees.parse(digits), numbers.count < 3,
                        numbers.last.map({ $0 == $0.rounded() }) ?? true
                    else { return false }
                    numbers.append(number)
                    digits = ""
                default: return false
                }
            }
            return digits.isEmpty && marks <= 12
        }
    }
}
