/// The words for directions, in English, Russian, Azerbaijani and Armenian.
enum CompassWords {
    /// What a word says, in small letters; words of two parts may have a hyphen or nothing between them.
    static func bearing(_ word: String) -> Bearing? { bearings[word] }

    /// Whether a Russian word says "further north than": `севернее`.
    static func comparative(_ word: String) -> Bearing? { comparatives[word] }

    /// All words that tell a direction.
    static var all: [String] { Array(bearings.keys) + Array(comparatives.keys) }

    /// One language: its four winds, how the first stands before another, and what may follow a stem.
    private struct Language {
        /// North, east, south, west; several stems are apart by spaces.
        var winds: [String]
        /// North and south as the first half of a word.
        var firstHalves: (north: String, south: String)
        var endings: [String]
    }

    private static let languages = [
        Language(
            winds: ["north", "east", "south", "west"], firstHalves: ("north", "south"),
            endings: ["", "ern", "wards", "ward"]),
        Language(
            winds: ["север", "восток", "юг", "запад"], firstHalves: ("северо", "юго"),
            endings: ["", "у", "е", "а"]),
        Language(
            winds: ["şimal", "şərq", "cənub", "qərb"], firstHalves: ("şimal", "cənub"),
            endings: ["", "da", "də", "ında", "ində", "unda"]),
        Language(
            winds: ["հյուսիս", "արևելք", "հարավ", "արևմուտք"], firstHalves: ("հյուսիս", "հարավ"),
            endings: ["", "ում"]),
    ]

    private static let bearings: [String: Bearing] = {
        var table: [String: Bearing] = [:]
        for language in languages { add(language, to: &table) }
        for (index, name) in [
            "n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw",
            "nw", "nnw",
        ].enumerated() {
            let slack = index.isMultiple(of: 4) ? 45 : index.isMultiple(of: 2) ? 22.5 : 11.25
            table[name] = Bearing(degrees: Double(index) * 22.5, slackInDegrees: slack)
        }
        return table
    }()

    private static let comparatives: [String: Bearing] = {
        var table: [String: Bearing] = [:]
        add(
            Language(
                winds: ["север", "восточ", "юж", "запад"], firstHalves: ("северо", "юго"),
                endings: ["нее"]), to: &table)
        return table
    }()

    private static func add(_ language: Language, to table: inout [String: Bearing]) {
        for ending in language.endings {
            for (index, wind) in language.winds.enumerated() {
                table[wind + ending] = Bearing(degrees: Double(index) * 90, slackInDegrees: 45)
            }
            for joint in ["-", ""] {
                let (north, south) = language.firstHalves
                for (half, second, degrees) in [
                    (north, 1, 45.0), (south, 1, 135), (south, 3, 225), (north, 3, 315),
                ] {
                    table[half + joint + language.winds[second] + ending] = Bearing(
                        degrees: degrees, slackInDegrees: 22.5)
                }
            }
        }
    }
}

/// The words for measures of length, in metres.
enum LengthWords {
    /// The length of one, in metres, by the word in small letters.
    static func metres(_ word: String) -> Double? { units[word] }

    /// All words that tell a unit.
    static var all: [String] { Array(units.keys) }

    private static let units: [String: Double] = {
        var units: [String: Double] = [:]
        // The international mile, 1959; the verst of 1835, 500 sazhens of seven English feet.
        for (length, words) in [
            (
                1_000.0,
                "km kms km. kilometre kilometres kilometer kilometers км км. километр километра"
            ),
            (1_000.0, "километров километрах километре կմ կմ. կիլոմետր"),
            (1_609.344, "mi mi. mile miles mil миля мили миль милях մղոն"),
            (1_066.8, "verst versts верста версты верст вёрст верстах"),
            (1.0, "m m. metre metres meter meters м м. метр метра метров метрах մ մ. մետր metr"),
        ] {
            for word in words.split(separator: " ") { units[String(word)] = length }
        }
        return units
    }()

    /// A count of units as digits tell it, with half a unit of its last significant digit as slack:
    /// `10` is 5 to 15, `12` is 11.5 to 12.5. Nil for what is no such number.
    ///
    /// Source: Wieczorek, Guo, Hijmans 2004 (see `Bearing`): a round figure is known to half its power
    /// of ten.
    static func count(_ text: String) -> (value: Double, slack: Double)? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...6).contains(parts[0].utf8.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 6 && $0.utf8.allSatisfy(isDigit) }),
            let value = Double(text)
        else { return nil }
        if parts.count == 2 {
            return (value, parts[1].utf8.reduce(0.5) { slack, _ in slack / 10 })
        }
        let zeros =
            value == 0 ? 0 : parts[0].utf8.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        return (value, (0..<zeros).reduce(0.5) { slack, _ in slack * 10 })
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
