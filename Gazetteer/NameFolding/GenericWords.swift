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
        // Most names are one word of their own.
        if after.isEmpty, words.count == 1 { return nil }
        var before: [GenericSense] = []
        dropArticle(of: &words)
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

    /// `the village of Khojaly`: an article before a generic word says nothing.
    private static func dropArticle(of words: inout ArraySlice<Substring>) {
        guard words.count > 1, let first = words.first, NameFolder.fold(first) == Array("the".utf8),
            sense(of: words[words.startIndex + 1]) != nil
        else { return }
        words.removeFirst()
    }

    /// Every generic word, folded, sorted by its bytes.
    public static var all: [String] {
        let folds = Array(words.keys) + abbreviations.keys.map { $0 + [UInt8(ascii: ".")] }
        return folds.map { String(decoding: $0, as: UTF8.self) }.sorted()
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
        "пос": .village, "р": .district, "обл": .region, "оз": .water, "м": .town, "смт": .village,
        "аэр": .site, "вдхр": .water, "ք": .town, "գ": .village, "գյ": .village, "მუნ": .district,
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

    /// English; Azerbaijani in both alphabets, Turkish, Kurdish; Russian, Ukrainian; Armenian; Georgian;
    /// Persian, Arabic, Sorani. Also the forms that stand before or after a name: `города`, `մարզի`,
    /// `روستای`.
    private static let rows: [(GenericSense, String)] = [
        (
            .town,
            """
            city town township borough şəhər şəhəri шәһәр шәһәри şehir şehri kent kasaba kasabası \
            beldesi bajar bajarê город города городе пгт місто міста смт քաղաք քաղաքը քաղաքի \
            ქალაქი ქალაქის شهر شهرک مدينة مدینه بلدة شاری
            """
        ),
        (
            .village,
            """
            village settlement hamlet kənd kəndi кәнд кәнди qəsəbə qəsəbəsi гәсәбә гәсәбәси köy köyü \
            mezrası gund gundê село села селе посёлок посёлка аул деревня деревни станица хутор \
            селище գյուղ գյուղը գյուղի գիւղ ավան ավանը სოფელი სოფლის დაბა روستا روستای ده قرية \
            گوندی
            """
        ),
        (
            .district,
            """
            district subdistrict rayon rayonu raion rajon raionu рајон рајону county municipality \
            ilçe ilçesi belediyesi bucağı navçe navçeya şəhristanı qəzası mahalı bələdiyyəsi район \
            района районе уезд уезда uyezd uezd округ муниципалитет району շրջան շրջանը շրջանի \
            համայնք գավառ რაიონი რაიონის მუნიციპალიტეტი მუნიციპალიტეტის მაზრა شهرستان \
            بخش دهستان قضاء ناحية مقاطعة قەزای
            """
        ),
        (
            .region,
            """
            region province oblast governorate guberniya krai marz marzi republic autonomous ostan \
            vilayəti vilayeti ili quberniyası respublikası muxtar вилајәти республикасы parêzgeha \
            область области губерния губернии край края республика республики автономная \
            республіка мухафаза провинция провінція մարզ մարզը մարզի նահանգ \
            հանրապետություն მხარე რეგიონი ოლქი რესპუბლიკა პროვინცია استان جمهوری محافظة منطقة \
            پارێزگای
            """
        ),
        (
            .road,
            """
            road highway motorway route yolu yol karayolu шоссе дорога трасса шлях ճանապարհ \
            მაგისტრალი გზა جاده طريق
            """
        ),
        (
            .site,
            """
            airport aeroport aeroportu hava limanı havalimanı havaalanı mausoleum monastery mosque \
            church fortress bridge qalası məscidi аэропорт мавзолей монастырь мечеть крепость \
            аеропорт մավզոլեում օդանավակայան վանք բերդ აეროპორტი მონასტერი فرودگاه مطار
            """
        ),
        (
            .water,
            """
            lake reservoir göl gölü gölün barajı озеро водохранилище водосховище լիճ լիճը \
            ջրամբար ტბა წყალსაცავი دریاچه بحيرة
            """
        ),
    ]
}
