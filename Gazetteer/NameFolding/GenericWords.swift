/// What a word such as "district" or "şəhəri" says about the name beside it.
public enum GenericSense: Hashable, Sendable, CaseIterable {
    /// A city or town.
    case town
    /// A village or settlement.
    case village
    /// A district, as rayon, county or municipality.
    case district
    /// A province, governorate, republic or region.
    case region
    /// A road.
    case road
    /// A building or other site.
    case site
    /// A lake or sea.
    case water
}

/// A name taken apart into what is generic and what is its own.
public struct GenericSplit: Hashable, Sendable {
    /// The name without its generic words; empty when it has no other words.
    public var bareName: String
    /// What the generic words say, in their order.
    public var senses: [GenericSense]
}

/// Understands the generic words that stand beside names: `Zangilan district`, `Sumqayıt şəhəri`,
/// `г. Шуша`, `village of Khojaly`, `Կոտայքի մարզ`.
///
/// A generic word may well be part of a name ("Ashaghi kənd", "Fizuli airport"), so try the whole name
/// before its bare one.
public enum GenericWords {
    /// The name without the generic words at its start and end, or nil when it has none.
    ///
    /// - Complexity: O(*n*) in the length of the name.
    public static func split(_ name: some StringProtocol) -> GenericSplit? {
        var words = wordsOfName(name)[...]
        // A flood of generic words is cut off a word at a time, so none may move the others.
        var after: [GenericSense] = []
        while let last = words.last, let sense = sense(of: last) {
            after.append(sense)
            words.removeLast()
        }
        var before: [GenericSense] = []
        while let first = words.first, let sense = sense(of: first) {
            before.append(sense)
            words.removeFirst()
            if let next = words.first, connectives.contains(NameFolder.fold(next)) {
                words.removeFirst()
            }
        }
        guard !(before.isEmpty && after.isEmpty) else { return nil }
        return GenericSplit(
            bareName: words.joined(separator: " "), senses: before + after.reversed())
    }

    /// What a word says, or nil for a word of the name itself.
    private static func sense(of word: Substring) -> GenericSense? {
        let folded = NameFolder.fold(word)
        if word.utf8.last == UInt8(ascii: "."), let sense = abbreviations[folded] { return sense }
        return words[folded]
    }

    /// The words of a name; an abbreviation that the name is written on to (`г.Баку`) is one of its own.
    private static func wordsOfName(_ name: some StringProtocol) -> [Substring] {
        let name = Substring(name)
        var words = name.unicodeScalars.split(whereSeparator: isSpace).map { Substring($0) }
        guard let first = words.first, let dot = first.firstIndex(of: ".") else { return words }
        let rest = first[first.index(after: dot)...]
        if !rest.isEmpty, abbreviations[NameFolder.fold(first[..<dot])] != nil {
            words.replaceSubrange(0...0, with: [first[...dot], rest])
        }
        return words
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? scalar.value <= 0x20 : scalar.properties.isWhitespace
    }

    private static let connectives = Set(["of", "de", "the"].map { Array($0.utf8) })

    /// Abbreviations, understood with their full stop alone.
    private static let abbreviations = keyed([
        "г": .town, "гор": .town, "с": .village, "сел": .village, "дер": .village, "п": .village,
        "пос": .village, "р": .district, "обл": .region, "оз": .water, "ք": .town, "գ": .village,
        "ш": .town, "r": .district, "k": .village, "dist": .district, "vill": .village,
    ])

    private static func keyed(_ senses: [String: GenericSense]) -> [[UInt8]: GenericSense] {
        Dictionary(uniqueKeysWithValues: senses.map { (Array($0.key.utf8), $0.value) })
    }

    /// Words by their fold.
    private static let words: [[UInt8]: GenericSense] = {
        var senses: [[UInt8]: GenericSense] = [:]
        for (sense, list) in rows {
            for word in list.split(separator: " ") { senses[NameFolder.fold(word)] = sense }
        }
        // A hyphen folds to a space, so these can't stand in the rows.
        senses[Array("р н".utf8)] = .district
        senses[Array("р он".utf8)] = .district
        return senses
    }()

    /// English; Azerbaijani, Turkish; Russian; Armenian; Georgian; Persian.
    private static let rows: [(GenericSense, String)] = [
        (
            .town,
            """
            city town şəhər şəhəri şehir şehri город города городе пгт քաղաք քաղաքը ქალაქი شهر
            """
        ),
        (
            .village,
            """
            village settlement hamlet kənd kəndi qəsəbə qəsəbəsi köy köyü село села посёлок деревня \
            գյուղ գյուղը სოფელი დაბა روستا
            """
        ),
        (
            .district,
            """
            district rayon rayonu raion rajon raionu county municipality ilçe ilçesi şəhristanı район \
            района уезд uyezd uezd շրջան რაიონი მუნიციპალიტეტი شهرستان
            """
        ),
        (
            .region,
            """
            region province oblast governorate guberniya marz marzi republic autonomous vilayəti \
            vilayeti область области губерния край республика автономная մարզ մարզը მხარე استان
            """
        ),
        (.road, "road highway motorway route yolu yol шоссе дорога трасса ճանապարհ გზა"),
        (
            .site,
            """
            airport aeroport aeroportu hava limanı mausoleum monastery mosque church fortress bridge \
            аэропорт мавзолей монастырь մավզոլեում օդանավակայան აეროპორტი
            """
        ),
        (.water, "lake reservoir göl gölü озеро водохранилище լիճ ტბა"),
    ]
}
