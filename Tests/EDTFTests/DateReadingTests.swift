import Testing

@testable import EDTF

/// What each text means was worked out by hand; names of months are those of Unicode CLDR 41.
@Suite("Dates in words") struct DateReadingTests {
    private func read(_ text: String, _ options: DateReadingOptions = .init()) throws -> String {
        try DateReading.read(text, options: options).date?.description ?? "none"
    }

    @Test(arguments: [
        ("12 July 2020", "2020-07-12"), ("July 12, 2020", "2020-07-12"),
        ("12th July, 2020", "2020-07-12"), ("the 12th of July 2020", "2020-07-12"),
        ("Feb 1992", "1992-02"), ("Sept. 1991", "1991-09"), ("FEBRUARY 1992", "1992-02"),
        ("12-Jul-2020", "2020-07-12"), ("12/Jul/2020", "2020-07-12"),
        ("Tuesday, 25 February 1992", "1992-02-25"), ("Tue 25 Feb 1992", "1992-02-25"),
        ("the year 1992", "1992"),
    ])
    func `days, months and years are read in English`(text: String, expected: String) throws {
        #expect(try read(text) == expected)
    }

    @Test(arguments: [
        // Russian
        ("12 июля 2020 г.", "2020-07-12"), ("12 июля 2020 года", "2020-07-12"),
        ("июль 2020", "2020-07"), ("в феврале 1992 г.", "1992-02"),
        ("25-го февраля 1992", "1992-02-25"),
        ("25–26 февраля 1992 г.", "1992-02-25/1992-02-26"), ("1991–1994 гг.", "1991/1994"),
        ("ок. 1993 г.", "1993~"), ("около 1993 года", "1993~"),
        ("начало 1990-х годов", "[1990~..1993~]"),
        ("1990-е годы", "199X"), ("XIX век", "18XX"), ("XIX в.", "18XX"),
        ("весна 1992 г.", "1992-21"),
        ("между 1991 и 1994 годами", "[1991..1994]"), ("с 1988 по 1991 год", "1988/1991"),
        ("до 1936 г.", "/1936"), ("после 1989 г.", "[1990..]"), ("возможно, 1984 г.", "1984?"),
        ("44 г. до н. э.", "-0043"),
        // Azerbaijani, Latin and Cyrillic
        ("12 iyul 2020", "2020-07-12"), ("12 İYUL 2020", "2020-07-12"),
        ("12 iyul 2020-ci il", "2020-07-12"), ("1992-ci il fevralın 25-i", "1992-02-25"),
        ("1992-ci ilin fevralı", "1992-02"), ("fevral 1992", "1992-02"),
        ("25-26 fevral 1992-ci il", "1992-02-25/1992-02-26"), ("təxminən 1993", "1993~"),
        ("1990-cı illər", "199X"), ("1990-cı illərin dekabrı", "199X-12"),
        ("1990-cı illərdən", "199X/"), ("1980-ci illərin yayı", "198X-22"),
        ("1984–1990-cı illər", "1984/1990"),
        ("1990-cı illər yaxud 1984", "[199X,1984]"), ("1984 – 1990-cı illər", "1984/199X"),
        ("1992 yılının yazında", "1992-22"),
        ("1990-cı illərin əvvəlləri", "[1990~..1993~]"),
        ("1991–1994-cü illər", "1991/1994"), ("1936-cı ildən əvvəl", "[..1935]"),
        ("1989-cu ildən sonra", "[1990..]"), ("1988-ci ildən", "1988/"),
        ("1988-ci ildən 1991-ci ilədək", "1988/1991"),
        ("1988-ci ildən 1991-ci ilə qədər", "1988/1991"),
        ("1991 ilə 1994 arasında", "[1991..1994]"),
        ("1992-ci ilin yazı", "1992-21"), ("payız 1992", "1992-23"), ("XIX əsr", "18XX"),
        ("12 ијул 2020", "2020-07-12"), ("1992-ҹи илин феврал", "1992-02"),
        // Armenian
        ("12 հուլիսի 2020 թ.", "2020-07-12"), ("2020 թ. հուլիսի 12", "2020-07-12"),
        ("2020 թվականի հուլիսի 12-ին", "2020-07-12"), ("1992 թ. փետրվար", "1992-02"),
        ("1992 թ. փետրվարի 25–26", "1992-02-25/1992-02-26"), ("մոտ 1993 թ.", "1993~"),
        ("1990-ական թթ.", "199X"), ("1988-ից մինչև 1991 թ.", "1988/1991"),
        ("մինչև 1991 թ.", "/1991"),
        ("1936 թվականից առաջ", "[..1935]"), ("1989-ից հետո", "[1990..]"),
        ("1992 թ. գարնանը", "1992-21"), ("19-րդ դար", "18XX"),
        // Turkish
        ("12 Temmuz 2020", "2020-07-12"), ("Şubat 1992", "1992-02"), ("ARALIK 1991", "1991-12"),
        ("25-26 Şubat 1992", "1992-02-25/1992-02-26"), ("1990'lar", "199X"),
        ("1990'lı yıllar", "199X"),
        ("1936'dan önce", "[..1935]"), ("1989'dan sonra", "[1990..]"),
        ("1988'den 1991'e kadar", "1988/1991"), ("yaklaşık 1993", "1993~"), ("19. yüzyıl", "18XX"),
    ])
    func `other languages are read`(text: String, expected: String) throws {
        #expect(try read(text) == expected)
    }

    @Test(arguments: [
        ("c. 1993", "1993~"), ("ca 1993", "1993~"), ("c1993", "1993~"), ("circa 1993", "1993~"),
        ("about 12 July 2020", "2020-07-12~"), ("~ Feb 1992", "1992-02~"), ("1984 (?)", "1984?"),
        ("perhaps 1984", "1984?"), ("perhaps c. May 1984", "1984-05%"),
        ("late 1987", "1987-~39"), ("early 1987", "1987-~37"), ("mid-1987", "1987-~38"),
        ("early 1990s", "[1990~..1993~]"), ("mid-1990s", "[1994~..1996~]"),
        ("late 19th century", "[1866~..1899~]"), ("early July 2020", "[2020-07-~01..2020-07-~10]"),
        ("late February 1992", "[1992-02-~21..1992-02-~29]"), ("1990s", "199X"),
        ("the 1900s", "19XX"),
        ("19th century", "18XX"), ("5th century BC", "-04XX"), ("17th-19th centuries", "16XX/18XX"),
        ("1980s-90s", "198X/199X"), ("spring 1992", "1992-21"), ("fall of 1992", "1992-23"),
        ("winter 1992", "[1991-24,1992-24]"), ("winter 1991-92", "1991-24"),
        ("winter 1991/1992", "1991-24"),
        ("2020 Q2", "2020-34"), ("79 AD", "0079"), ("15 March 44 BC", "-0043-03-15"),
    ])
    func `doubt is kept`(text: String, expected: String) throws {
        #expect(try read(text) == expected)
    }

    @Test(arguments: [
        ("between 1991 and 1994", "[1991..1994]"),
        ("between 25 and 28 February 1992", "[1992-02-25..1992-02-28]"),
        ("1991-94", "1991/1994"), ("1991–94", "1991/1994"), ("1991 - 1994", "1991/1994"),
        ("1991 to 1994", "1991/1994"), ("25-26 February 1992", "1992-02-25/1992-02-26"),
        ("Feb 25-26, 1992", "1992-02-25/1992-02-26"),
        ("25/26 February 1992", "1992-02-25/1992-02-26"),
        ("25 February - 3 March 1992", "1992-02-25/1992-03-03"),
        ("30 December 2020 – 2 January 2021", "2020-12-30/2021-01-02"),
        ("February-March 1992", "1992-02/1992-03"), ("25-26.02.1992", "1992-02-25/1992-02-26"),
        ("25.02.1992-13.03.1992", "1992-02-25/1992-03-13"),
        ("25.02-13.03.1992", "1992-02-25/1992-03-13"),
        ("from 1988 to 1991", "1988/1991"), ("from 1988 until 1991", "1988/1991"),
        ("from 25 to 26 February 1992", "1992-02-25/1992-02-26"),
        ("c. 1991-94", "1991~/1994~"), ("1991-94?", "1991?/1994?"),
        ("c. 1991 – 1994", "1991~/1994"),
        ("c. between 1991 and 1994", "[1991~..1994~]"),
        ("between c. 1991 and 1994", "[1991~..1994]"),
        ("1856-ca. 1865", "1856/1865~"), ("c. 25-26 February 1992", "1992-02-25~/1992-02-26~"),
        ("before 1936", "[..1935]"), ("before February 1992", "[..1992-01]"),
        ("before 1 January 1992", "[..1991-12-31]"), ("before the 1990s", "[..1989]"),
        ("before c. 1936", "[..1936~]"), ("before spring 1992", "[..1992-21]"),
        ("after 1989", "[1990..]"), ("after 25 Feb 1992", "[1992-02-26..]"),
        ("from 1988", "1988/"), ("since 1988", "1988/.."), ("until 1991", "/1991"),
        ("up to 1991", "../1991"),
        ("by 1990", "[..1990]"), ("1984 or earlier", "[..1984]"), ("1985 or later", "[1985..]"),
        ("1667 or 1668", "[1667,1668]"),
        ("4, 11 and 17 October 2020", "{2020-10-04,2020-10-11,2020-10-17}"),
        ("July 12, 2020 and July 15, 2020", "{2020-07-12,2020-07-15}"),
    ])
    func `ranges, limits and lists are read`(text: String, expected: String) throws {
        #expect(try read(text) == expected)
    }

    @Test(arguments: [
        ("25.02.1992", "1992-02-25"), ("02/25/1992", "1992-02-25"), ("07.07.2020", "2020-07-07"),
        ("2020/07/12", "2020-07-12"), ("2020.7.2", "2020-07-02"), ("1992-2-3", "1992-02-03"),
        ("25.II.1992", "1992-02-25"), ("07/2020", "2020-07"), ("2020.07", "2020-07"),
        ("2020/07", "2020-07"),
        ("1992-02-25 14:30", "1992-02-25"), ("2020-07-12 00:00:00.000", "2020-07-12"),
        ("25.02.1992, 2:30 pm", "1992-02-25"), ("1992-02-25 - 1992-02-26", "1992-02-25/1992-02-26"),
        ("undated", "none"), ("n.d.", "none"), ("б. д.", "none"), ("?", "none"),
    ])
    func `numbers with one meaning are read`(text: String, expected: String) throws {
        #expect(try read(text) == expected)
    }

    @Test(arguments: [
        (
            "12.07.2020",
            EDTFError.orderNotSaid(dayFirst: "2020-07-12", monthFirst: "2020-12-07", column: 1)
        ),
        ("12/07/2020", .orderNotSaid(dayFirst: "2020-07-12", monthFirst: "2020-12-07", column: 1)),
        ("31.31.2020", .noSuchMonth(31, column: 1)),
        ("25.02.92", .shortYear(92, column: 1)), ("12 July 92", .shortYear(92, column: 9)),
        ("Feb '92", .shortYear(92, column: 6)), ("Feb 92", .shortYear(92, column: 5)),
        ("30 February 1992", .noSuchDay(year: 1992, month: 2, day: 30, column: 1)),
        ("29.02.1900", .noSuchDay(year: 1900, month: 2, day: 29, column: 1)),
        ("yaz 1992", .ambiguous(["1992-21", "1992-22"], column: 1)),
        ("1992 yazında", .ambiguous(["1992-21", "1992-22"], column: 1)),
        ("2001/02", .ambiguous(["2001-02", "2001/2002"], column: 1)),
        ("Monday, 25 February 1992", .otherWeekday("1992-02-25", column: 1)),
        ("1994 – 1991", .endsBeforeStart(column: 8)),
        ("44024", .spreadsheetDay(44024, asOf1900: "2020-07-12")),
        ("1990s O.S.", .noJulianDate(column: 1)),
        ("7 (21) March 1917", .otherDay("1917-03-20", column: 1)),
        ("29 February 1901 O.S.", .noSuchDay(year: 1901, month: 2, day: 29, column: 1)),
        // No date in words: told as EDTF tells it.
        ("soon", .unexpected("s", column: 1, expected: "a year of four digits")),
        ("Feb 12", .unexpected("F", column: 1, expected: "a year of four digits")),
        ("1991 - г.", .unexpected(" ", column: 5, expected: "the end of the date")),
        ("02-2990-1s", .unexpected("-", column: 3, expected: "a year of four digits")),
        ("e.ə. 25–26 fevral 44", .unexpected("e", column: 1, expected: "a year of four digits")),
        ("12 July", .unexpected(" ", column: 3, expected: "a year of four digits")),
        ("1992, printed 1994", .unexpected(",", column: 5, expected: "the end of the date")),
        ("before after 1992", .unexpected("b", column: 1, expected: "a year of four digits")),
        ("July July 1992", .unexpected("J", column: 1, expected: "a year of four digits")),
        ("before", .unexpected("b", column: 1, expected: "a year of four digits")),
        ("-", .unexpectedEnd(column: 2, expected: "a year of four digits")),
        ("", .unexpectedEnd(column: 1, expected: "a year of four digits")),
    ])
    func `what has two meanings or none is refused`(text: String, expected: EDTFError) {
        #expect(throws: expected) { try DateReading.read(text) }
    }

    @Test func `the order of day and month is read when it is said`() throws {
        var options = DateReadingOptions()
        options.order = .dayFirst
        #expect(try read("12.07.2020", options) == "2020-07-12")
        #expect(try read("12/07/2020", options) == "2020-07-12")
        #expect(try read("02/25/1992", options) == "1992-02-25")
        #expect(try read("12.07-03.08.2020", options) == "2020-07-12/2020-08-03")
        options.order = .monthFirst
        #expect(try read("12/07/2020", options) == "2020-12-07")
        #expect(
            try DateReading.read("12/07/2020", options: options).note
                == "read \"12/07/2020\" as 2020-12-07, the month first")
    }

    /// The Gregorian days as encyclopaedias pair them: the February revolution 23 February (8 March)
    /// 1917, the October revolution 25 October (7 November) 1917, the decree that made 1 (14)
    /// February 1918; 29 February 1900 (13 March), the last of the century leap days; the last Julian
    /// day of Rome, 4 October 1582, by its Gregorian name; 1 January 1 CE (30 December of 1 BCE).
    @Test(arguments: [
        ("23 February 1917 O.S.", "1917-03-08"), ("25 октября 1917 г. (ст. ст.)", "1917-11-07"),
        ("1 (14) February 1918", "1918-02-14"), ("7 (19) March", "refused"),
        ("29 February 1900 (O.S.)", "1900-03-13"), ("4 October 1582, Old Style", "1582-10-14"),
        ("1 January 1 AD O.S.", "0000-12-30"), ("7 March 1917 N.S.", "1917-03-07"),
        ("c. 23 February 1917 O.S.", "1917-03-08~"),
        ("February 1917 O.S.", "[1917-02-14..1917-03-13]"),
        ("1917 O.S.", "[1917-01-14..1918-01-13]"),
        ("23-27 February 1917 O.S.", "1917-03-08/1917-03-12"),
        ("before 23 February 1917 O.S.", "[..1917-03-07]"),
    ])
    func `Julian dates become Gregorian ones`(text: String, expected: String) throws {
        guard expected != "refused" else {
            #expect(throws: EDTFError.self) { try DateReading.read(text) }
            return
        }
        let reading = try DateReading.read(text)
        #expect(reading.date?.description == expected)
        #expect(reading.note?.hasSuffix("from the Julian calendar") == !text.hasSuffix("N.S."))
    }

    /// A day of both calendars, each with its month, in whatever order. 7 November 1917 as above; the
    /// January days from the difference of 12 days until 28 February 1900, 13 days after.
    @Test(arguments: [
        ("25 октября (7 ноября) 1917", "1917-11-07"),
        ("25 октября (7 ноября) 1917 г.", "1917-11-07"),
        ("25 October (7 November) 1917", "1917-11-07"),
        ("October 25 (November 7), 1917", "1917-11-07"),
        ("25 October [7 November] 1917", "1917-11-07"),
        ("25 oktyabr (7 noyabr) 1917-ci il", "1917-11-07"),
        ("1917-ci il oktyabrın 25-i (noyabrın 7-si)", "1917-11-07"),
        ("1917 թ. հոկտեմբերի 25 (նոյեմբերի 7)", "1917-11-07"),
        ("7 November (25 October O.S.) 1917", "1917-11-07"),
        ("7 ноября (25 октября по старому стилю) 1917 г.", "1917-11-07"),
        ("25 октября (7 ноября по новому стилю) 1917 г.", "1917-11-07"),
        ("25 октября 1917 г. (7 ноября 1917 г.)", "1917-11-07"),
        ("25 декабря 1917 (7 января 1918)", "1918-01-07"),
        ("25 December (7 January 1918)", "1918-01-07"),
        ("20 December (1 January) 1900", "1900-01-01"),
        ("c. 25 October (7 November) 1917", "1917-11-07~"),
    ])
    func `a day of both calendars is the Gregorian one`(text: String, expected: String) throws {
        let reading = try DateReading.read(text)
        #expect(reading.date?.description == expected)
        #expect(reading.note?.hasSuffix("from the Julian calendar") == true)
    }

    @Test func `two days of two calendars that do not agree are refused`() {
        #expect(throws: EDTFError.otherDay("1917-11-07", column: 1)) {
            try DateReading.read("25 October (8 November) 1917")
        }
    }

    /// As letters, decrees and registers have it.
    @Test(arguments: [
        "24.XII.1991", "24. XII. 1991", "24-XII-1991", "24 XII 1991", "«24» декабря 1991 г.",
        "от 24 декабря 1991 г.", "24.12.1991 г.", "24.12.1991г.", "24.12.1991 года",
        "24 дек. 1991 г.", "24 числа декабря 1991 года", "декабря 24 дня 1991 года",
        "24 dekabr 1991-ci il tarixli", "24 dekabr 1991-ci il tarixində", "«24» dekabr 1991-ci il",
        "1991-ci il dekabr ayının 24-ü", "1991-ci il dekabr ayının 24-də",
        "1991-ci il dekabrın 24-də", "24.12.1991-ci il", "1991-ci ilin 24 dekabrında",
        "1991 թ-ի դեկտեմբերի 24-ին", "«24» դեկտեմբերի 1991 թ.", "24.12.1991թ.", "1991 թ. դեկտ. 24",
        "24 դեկտեմբերի, 1991թ.", "Dated this 24th day of December 1991", "24 December 1991 A.D.",
        "24th of December, in the year 1991", "December the 24th, 1991", "“24” December 1991",
    ])
    func `the forms of documents are read`(text: String) throws {
        #expect(try read(text) == "1991-12-24")
    }

    /// Day numbers as Excel shows them: 25569 is 1 January 1970, 44024 12 July 2020; counted from
    /// 1904 they are 1462 lower (Microsoft, "Date systems in Excel").
    @Test func `spreadsheet days are read when they are said`() throws {
        var options = DateReadingOptions()
        options.spreadsheetDays = .from1900
        #expect(try read("25569", options) == "1970-01-01")
        #expect(try read("44024.604167", options) == "2020-07-12")
        #expect(try read("2958465", options) == "9999-12-31")
        #expect(try read("1992", options) == "1992")
        options.spreadsheetDays = .from1904
        #expect(try read("42562", options) == "2020-07-12")
        #expect(
            try DateReading.read("42562", options: options).note
                == "read \"42562\" as 2020-07-12, a day number of a spreadsheet")
    }

    @Test(
        arguments: [
            ("1992-02-25", nil), ("1993~", nil),
            ("2001-21", "read \"2001-21\" as spring 2001; for the years write 2001/2021"),
            ("1992-21", nil),
            ("12 July 2020", "read \"12 July 2020\" as 2020-07-12"),
            ("undated", "read \"undated\" as no date"),
        ] as [(String, String?)])
    func `what is no EDTF is told with what was read`(text: String, note: String?) throws {
        #expect(try DateReading.read(text).note == note)
    }

    /// Round the calendar: each day of four hundred years has the day of the week after the last.
    @Test func `days are counted without a gap`() throws {
        var day = try #require(CalendarDay(year: -4, month: 1, day: 1))
        var count = DayCount.gregorian(day)
        for _ in 0..<146_097 {
            day = day.next
            count += 1
            #expect(DayCount.gregorian(day) == count)
            #expect(DayCount.day(count) == day)
        }
        // 1 January 2000 at noon is Julian day 2 451 545, a Saturday (IAU, J2000.0).
        let epoch = try #require(CalendarDay(year: 2000, month: 1, day: 1))
        #expect(DayCount.gregorian(epoch) == 2_451_545)
        #expect(DayCount.weekday(epoch) == 5)
    }
}
