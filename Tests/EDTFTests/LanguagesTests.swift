import EDTF
import Testing

/// A date and its text in Azerbaijani, Armenian and Russian.
struct WrittenExample: Sendable, CustomTestStringConvertible {
    let date: String
    let texts: [DateLanguage: String]
    var testDescription: String { date }

    init(_ date: String, az: String, hy: String, ru: String) {
        self.date = date
        texts = [.azerbaijani: az, .armenian: hy, .russian: ru]
    }
}

/// Plain dates were put together by hand from the patterns of Unicode CLDR 41
/// (`common/main/{az,hy,ru}.xml`, Gregorian calendar), named beside each; nouns in their cases, by the
/// grammars of the languages.
@Suite("Dates for people in other languages") struct LanguagesTests {
    static let examples: [WrittenExample] = [
        // long: az "d MMMM y", ru "d MMMM y 'г'."; hy full "y թ. MMMM d" without the weekday
        .init(
            "1988-02-13", az: "13 fevral 1988", hy: "1988 թ. փետրվարի 13", ru: "13 февраля 1988 г."),
        // yMMMM: az "MMMM y", hy "y թ․ LLLL", ru "LLLL y 'г'."
        .init("2020-10", az: "oktyabr 2020", hy: "2020 թ. հոկտեմբեր", ru: "октябрь 2020 г."),
        // az y "y"; Gy less its era: hy "y թ.", ru "y 'г'."
        .init("2018", az: "2018", hy: "2018 թ.", ru: "2018 г."),
        // intervals: az y "y–y", hy Gy "y–y թթ․", ru Gy "y–y 'гг'."
        .init("1991/2020", az: "1991–2020", hy: "1991–2020 թթ.", ru: "1991–2020 гг."),
        // MMMd/d: az and ru "d–d MMM", hy "MMM dd–dd", with the year as above
        .init(
            "1992-02-25/1992-02-26", az: "25–26 fevral 1992", hy: "1992 թ. փետրվարի 25–26",
            ru: "25–26 февраля 1992 г."),
        // MMMd/M: az and ru "d MMM – d MMM", hy "MMM dd – MMM dd"
        .init(
            "2020-09-27/2020-11-10", az: "27 sentyabr – 10 noyabr 2020",
            hy: "2020 թ. սեպտեմբերի 27 – նոյեմբերի 10", ru: "27 сентября – 10 ноября 2020 г."),
        // yMMMM/M: az "MMMM–MMMM y", hy "y թ․ LLLL – LLLL" and ru "LLLL – LLLL y 'г'.", the dash
        // closed up between single words
        .init(
            "2020-04/2020-06", az: "aprel–iyun 2020", hy: "2020 թ. ապրիլ–հունիս",
            ru: "апрель–июнь 2020 г."),
        // yMMMM/y
        .init(
            "2020-12/2021-01", az: "dekabr 2020 – yanvar 2021",
            hy: "2020 թ. դեկտեմբեր – 2021 թ. հունվար", ru: "декабрь 2020 г. – январь 2021 г."),
        // GyMMMd: az "G d MMM y", ru "d MMM y 'г'. G"; eras az "e.ə.", hy "մ.թ.ա.", ru "до н. э."
        .init(
            "-0043-03-15", az: "e.ə. 15 mart 44", hy: "մ.թ.ա. 44 թ. մարտի 15",
            ru: "15 марта 44 г. до н. э."),
        .init("0079", az: "y.e. 79", hy: "մ.թ. 79 թ.", ru: "79 г. н. э."),
        // listPattern: "{0} və {1}", "{0} և {1}", "{0} и {1}"; or: "yaxud", "կամ", "или"
        .init(
            "{2020-10-04,2020-10-11,2020-10-17}", az: "4, 11 və 17 oktyabr 2020",
            hy: "2020 թ. հոկտեմբերի 4, 11 և 17", ru: "4, 11 и 17 октября 2020 г."),
        .init(
            "[1667,1668]", az: "1667 yaxud 1668", hy: "1667 թ. կամ 1668 թ.",
            ru: "1667 г. или 1668 г."),
        // Doubt
        .init("1993~", az: "təxminən 1993", hy: "մոտ 1993 թ.", ru: "ок. 1993 г."),
        .init("1984?", az: "ehtimal ki, 1984", hy: "գուցե 1984 թ.", ru: "возможно, 1984 г."),
        .init(
            "1984-05%", az: "ehtimal ki, təxminən may 1984", hy: "գուցե մոտ 1984 թ. մայիս",
            ru: "возможно, ок. мая 1984 г."),
        .init(
            "1991~/2020~", az: "təxminən 1991 – təxminən 2020", hy: "մոտ 1991 թ. – մոտ 2020 թ.",
            ru: "ок. 1991 г. – ок. 2020 г."),
        // Ends
        .init("1987/", az: "1987-ci ildən", hy: "1987 թվականից", ru: "с 1987 г."),
        .init(
            "1987~/", az: "təxminən 1987-ci ildən", hy: "մոտ 1987 թվականից",
            ru: "примерно с 1987 г."),
        .init(
            "1985/..", az: "1985-ci ildən bəri", hy: "1985 թվականից ի վեր",
            ru: "с 1985 г. и далее"),
        .init("/1985", az: "1985-ci ilədək", hy: "մինչև 1985 թ.", ru: "по 1985 г."),
        .init(
            "../1985-04", az: "1985-ci ilin aprelinə qədər", hy: "ընդհուպ մինչև 1985 թ. ապրիլը",
            ru: "вплоть до апреля 1985 г."),
        .init(
            "1992-02-02/", az: "2 fevral 1992-ci ildən", hy: "1992 թ. փետրվարի 2-ից",
            ru: "со 2 февраля 1992 г."),
        .init(
            "/1992-02-25", az: "25 fevral 1992-ci ilədək", hy: "մինչև 1992 թ. փետրվարի 25-ը",
            ru: "по 25 февраля 1992 г."),
        .init(
            "1992-02/", az: "1992-ci ilin fevralından", hy: "1992 թ. փետրվարից",
            ru: "с февраля 1992 г."),
        .init(
            "[..1984]", az: "1984 yaxud daha əvvəl", hy: "1984 թ. կամ ավելի վաղ",
            ru: "1984 г. или ранее"),
        .init(
            "[1985..]", az: "1985 yaxud daha sonra", hy: "1985 թ. կամ ավելի ուշ",
            ru: "1985 г. или позднее"),
        .init(
            "[1991..1994]", az: "1991 ilə 1994 arasında", hy: "1991 և 1994 թվականների միջև",
            ru: "между 1991 и 1994 гг."),
        .init(
            "[1992-02-25..1992-02-28]", az: "25 fevral 1992 ilə 28 fevral 1992 arasında",
            hy: "ոչ շուտ, քան 1992 թ. փետրվարի 25, և ոչ ուշ, քան 1992 թ. փետրվարի 28",
            ru: "не ранее 25 февраля 1992 г. и не позднее 28 февраля 1992 г."),
        // Seasons and parts of years
        .init("2001-21", az: "2001-ci ilin yazı", hy: "2001 թ. գարուն", ru: "весна 2001 г."),
        .init(
            "2001-21/", az: "2001-ci ilin yazından", hy: "2001 թ. գարնանից", ru: "с весны 2001 г."),
        .init(
            "/2001-23", az: "2001-ci ilin payızınadək", hy: "մինչև 2001 թ. աշունը",
            ru: "по осень 2001 г."),
        .init(
            "2001-30", az: "2001-ci ilin yayı (cənub yarımkürəsi)",
            hy: "2001 թ. հարավային կիսագնդի ամառ", ru: "лето 2001 г. (южное полушарие)"),
        // yQQQQ: "QQQQ y 'г'." in Russian; quarters az "2-ci kvartal", hy "2-րդ եռամսյակ"
        .init(
            "2001-34", az: "2001-ci ilin 2-ci kvartalı", hy: "2001 թ. 2-րդ եռամսյակ",
            ru: "2-й квартал 2001 г."),
        .init(
            "2001-41", az: "2001-ci ilin ikinci yarısı", hy: "2001 թ. երկրորդ կես",
            ru: "вторая половина 2001 г."),
        .init(
            "2001-37", az: "2001-ci ilin birinci üçdə biri", hy: "2001 թ. առաջին երրորդ",
            ru: "первая треть 2001 г."),
        .init("1987-~39", az: "1987-ci ilin sonu", hy: "1987 թ. վերջ", ru: "конец 1987 г."),
        // Open digits
        .init("199X", az: "1990-cı illər", hy: "1990-ական թթ.", ru: "1990-е гг."),
        .init("199X/", az: "1990-cı illərdən", hy: "1990-ական թվականներից", ru: "с 1990-х гг."),
        .init(
            "19XX", az: "1900 ilə 1999 arasında", hy: "1900 և 1999 թվականների միջև",
            ru: "между 1900 и 1999 гг."),
        .init(
            "1999-XX", az: "1999-cu ilin bir ayı", hy: "1999 թ. որևէ ամիս",
            ru: "один из месяцев 1999 г."),
        .init(
            "1999-07-XX", az: "1999-cu ilin iyulunun bir günü", hy: "1999 թ. հուլիսի որևէ օր",
            ru: "один из дней июля 1999 г."),
        .init("XXXX", az: "naməlum il", hy: "անհայտ տարի", ru: "неизвестный год"),
        .init(
            "XXXX-12-25", az: "25 dekabr, il naməlum", hy: "անհայտ տարվա դեկտեմբերի 25",
            ru: "25 декабря неизвестного года"),
        .init(
            "156X-12-25", az: "25 dekabr, 1560-cı illər", hy: "1560-ական թթ. դեկտեմբերի 25",
            ru: "25 декабря 1560-х гг."),
    ]

    @Test(arguments: examples)
    func `are written as people write them`(example: WrittenExample) throws {
        let date = try HistoricalDate(edtf: example.date)
        for (language, expected) in example.texts {
            #expect(date.formatted(in: language) == expected, "\(language)")
        }
    }

    /// The endings of Azerbaijani ordinals follow the last word of the number: bir, iki, üç, … min.
    @Test func `Azerbaijani ordinals harmonise`() throws {
        let expected = [
            "1901": "ci", "1902": "ci", "1903": "cü", "1904": "cü", "1905": "ci", "1906": "cı",
            "1907": "ci", "1908": "ci", "1909": "cu", "1910": "cu", "1920": "ci", "1930": "cu",
            "1940": "cı", "1950": "ci", "1960": "cı", "1970": "ci", "1980": "ci", "1990": "cı",
            "1900": "cü", "2000": "ci",
        ]
        for (year, ending) in expected {
            let text = try HistoricalDate(edtf: year + "/").formatted(in: .azerbaijani)
            #expect(text == "\(year)-\(ending) ildən")
        }
    }

    @Test func `no date is said to be none`() {
        let none: HistoricalDate? = nil
        #expect(none.formatted(in: .azerbaijani) == "tarixsiz")
        #expect(none.formatted(in: .armenian) == "առանց ամսաթվի")
        #expect(none.formatted(in: .russian) == "без даты")
    }

    /// What is written reads back to the same, or is not read, or says the same in another way.
    @Test(arguments: examples.map(\.date), DateLanguage.allCases)
    func `are read back as they were`(date: String, language: DateLanguage) throws {
        // "between 1900 and 1999" says as much as 19XX.
        let same = ["19XX": "[1900..1999]"]
        let text = try HistoricalDate(edtf: date).formatted(in: language)
        guard let reading = try? DateReading.read(text) else {
            #expect(Self.notRead.contains(date), "\"\(text)\" is not read")
            return
        }
        #expect(reading.date?.description == same[date] ?? date, "from \"\(text)\"")
    }

    private static let notRead: Set<String> = [
        "2001-30", "2001-34", "2001-37", "2001-41", "1999-XX", "1999-07-XX", "XXXX", "XXXX-12-25",
    ]

    @Test(
        arguments: [
            ("en", DateLanguage.english), ("en-GB", .english), ("az", .azerbaijani),
            ("az-Latn-AZ", .azerbaijani), ("AZ", .azerbaijani), ("hy", .armenian),
            ("ru-RU", .russian),
            ("az-Cyrl", nil), ("ka", nil), ("", nil), ("english", nil),
        ] as [(String, DateLanguage?)])
    func `are chosen by a tag`(tag: String, language: DateLanguage?) {
        #expect(DateLanguage(tag: tag) == language)
    }
}
