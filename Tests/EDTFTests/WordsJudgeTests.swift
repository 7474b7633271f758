import EDTF
import Testing

/// A date in words with what the judge makes of it, what we make of it, and why they differ.
struct JudgedWords: Sendable, CustomTestStringConvertible {
    let text: String
    let theirs: String?
    let ours: String?
    let difference: Difference?
    var testDescription: String { text }

    /// Why two readings differ.
    enum Difference: Sendable {
        /// Words that are no part of a date: the judge looks for a date among them, a cell that holds
        /// more than a date is refused and stays whole.
        case words
        /// Before and after: the judge makes an interval with an unknown end that holds the date
        /// itself; ours is one date of those before or after it, the date left out when it is plain.
        case limit
        /// The 1900s with doubt: the judge takes the decade, we the hundred years, which hold it.
        case hundred
        /// No year is said: the judge keeps the month and the day, we refuse ("Feb 12" may be a year).
        case noYear
        /// No order of day and month is said: the judge takes the month first, we refuse.
        case order
        /// No century is said: the judge takes ours of the last hundred years, we refuse.
        case century
        /// A winter named by one year: the judge takes the standard's number for it, we the winter
        /// that starts or the one that ends in the year.
        case winter
        /// A number with c: the judge takes a century, we refuse (it may be circa).
        case letter
        /// 64 BCE is the year -0063, for 1 BCE is 0000 (ISO 8601-1); the judge writes -0064.
        case yearZero
        /// Early, mid or late: the judge drops the word, we keep it or mark the date approximate.
        case part
        /// The text is EDTF as it stands, which the standard gives another meaning.
        case standard
        /// A choice of two: the judge takes the first, we keep both.
        case choice
        /// A doubt after a range: the judge gives it to its end, we to both ends.
        case both
        /// A day of a season: the judge writes what the standard does not know (`1849-21-XX`), we the
        /// season alone, or refuse.
        case seasonDay
    }

    init(_ text: String, _ theirs: String?) {
        self.text = text
        self.theirs = theirs
        ours = theirs
        difference = nil
    }

    init(_ text: String, _ theirs: String?, _ ours: String?, _ difference: Difference) {
        self.text = text
        self.theirs = theirs
        self.ours = ours
        self.difference = difference
    }
}

/// The cases of the Python package `edtf` 5.0.2 (PyPI), `tests/test_natlang.py`; nil is refused. Of 136
/// texts we agree on 71 and differ on 65, each for the reason beside it.
@Suite("Dates in words beside the Python package") struct WordsJudgeTests {
    static let texts: [JudgedWords] = [
        .init("active late 17th-19th centuries", "16XX/18XX", nil, .words),
        .init("active 17-19th Centuries", "16XX/18XX", nil, .words),
        .init("", nil),
        .init("this isn't a date", nil),
        .init("23rd Dynasty", nil),
        .init("90", "1990", nil, .century),
        .init("1860", "1860"),
        .init("the year 1800", "1800"),
        .init("the year 1897", "1897"),
        .init("January 2008", "2008-01"),
        .init("January 12, 1940", "1940-01-12"),
        .init("1860?", "1860?"),
        .init("1862 (uncertain)", "1862?"),
        .init("maybe 1862", "1862?"),
        .init("1862 maybe", "1862?"),
        .init("1862 guess", "1862?", nil, .words),
        .init("uncertain: 1862", "1862?"),
        .init("uncertain: Jan 18 1862", "1862-01-18?"),
        .init("~ Feb 1812", "1812-02~"),
        .init("circa Feb 1812", "1812-02~"),
        .init("Feb 1812 approx", "1812-02~"),
        .init("c1860", "1860~"),
        .init("c.1860", "1860~"),
        .init("ca1860", "1860~"),
        .init("ca.1860", "1860~"),
        .init("c 1860", "1860~"),
        .init("c. 1860", "1860~"),
        .init("ca. 1860", "1860~"),
        .init("approx 1860", "1860~"),
        .init("1860 approx", "1860~"),
        .init("1860 approximately", "1860~"),
        .init("approximately 1860", "1860~"),
        .init("about 1860", "1860~"),
        .init("about Spring 1849", "1849-21~"),
        .init("notcirca 1860", "1860", nil, .words),
        .init("attica 1802", "1802", nil, .words),
        .init("attic. 1802", "1802", nil, .words),
        .init("1860s", "186X"),
        .init("ca. 1860s", "186X~"),
        .init("c. 1860s", "186X~"),
        .init("Circa 1840s", "184X~"),
        .init("circa 1840s", "184X~"),
        .init("ca. 1860s?", "186X%"),
        .init("uncertain: approx 1862", "1862%"),
        .init("1800s", "18XX"),
        .init("2000s", "20XX"),
        .init("c1900s", "190X~", "19XX~", .hundred),
        .init("c1800s?", "180X%", "18XX%", .hundred),
        .init("January 12", "XXXX-01-12", nil, .noYear),
        .init("January", "XXXX-01", nil, .noYear),
        .init("10/7/2008", "2008-10-07", nil, .order),
        .init("7/2008", "2008-07"),
        .init("Spring 1872", "1872-21"),
        .init("Summer 1872", "1872-22"),
        .init("Autumn 1872", "1872-23"),
        .init("Fall 1872", "1872-23"),
        .init("Winter 1872", "1872-24", "[1871-24,1872-24]", .winter),
        .init("earlier than 1928", "/1928", "[..1927]", .limit),
        .init("before 1928", "/1928", "[..1927]", .limit),
        .init("after 1928", "1928/", "[1929..]", .limit),
        .init("later than 1928", "1928/", "[1929..]", .limit),
        .init("before January 1928", "/1928-01", "[..1927-12]", .limit),
        .init("before 18 January 1928", "/1928-01-18", "[..1928-01-17]", .limit),
        .init("before approx January 18 1928", "/1928-01-18~", "[..1928-01-18~]", .limit),
        .init("before approx January 1928", "/1928-01~", "[..1928-01~]", .limit),
        .init("after approx January 1928", "1928-01~/", "[1928-01~..]", .limit),
        .init("after approx Summer 1928", "1928-22~/", "[1928-22~..]", .limit),
        .init("after about the 1920s", "192X~/", "[192X~..]", .limit),
        .init("before about the 1900s", "/190X~", "[..19XX~]", .limit),
        .init("before the 1900s", "/19XX", "[..1899]", .limit),
        .init("decade in 1800s", "18XX", nil, .words),
        .init("decade somewhere during the 1800s", "18XX", nil, .words),
        .init("year in the 1860s", "186X"),
        .init("year in the 1800s", "18XX"),
        .init("year in about the 1800s", "180X~", "18XX~", .hundred),
        .init("month in 1872", "1872-XX"),
        .init("day in Spring 1849", "1849-21-XX", "1849-21", .seasonDay),
        .init("day in January 1872", "1872-01-XX"),
        .init("day in 1872", "1872-XX-XX"),
        .init("birthday in 1872", "1872", nil, .words),
        .init("1st century", "00XX"),
        .init("10c", "09XX", nil, .letter),
        .init("19th century", "18XX"),
        .init("19th century?", "18XX?"),
        .init("before 19th century", "/18XX", "[..1799]", .limit),
        .init("19c", "18XX", nil, .letter),
        .init("15c.", "14XX", nil, .letter),
        .init("ca. 19c", "18XX~", nil, .letter),
        .init("~19c", "18XX~", nil, .letter),
        .init("about 19c", "18XX~", nil, .letter),
        .init("19c?", "18XX?", nil, .letter),
        .init("c.19c?", "18XX%", nil, .letter),
        .init("1 AD", "0001"),
        .init("17 CE", "0017"),
        .init("127 CE", "0127"),
        .init("1270 CE", "1270"),
        .init("c1 AD", "0001~"),
        .init("c17 CE", "0017~"),
        .init("c127 CE", "0127~"),
        .init("c1270 CE", "1270~"),
        .init("c64 BCE", "-0064~", "-0063~", .yearZero),
        .init("2nd century bc", "-01XX"),
        .init("2nd century bce", "-01XX"),
        .init("2nd century ad", "01XX"),
        .init("2nd century ce", "01XX"),
        .init("a day in about Spring 1849?", "1849-21-XX%", nil, .seasonDay),
        .init("1851-1852", "1851/1852"),
        .init("1851-1852; printed 1853-1854", "1851/1852", nil, .words),
        .init("1851-52", "1851/1852"),
        .init("1852 - 1860", "1852/1860"),
        .init("1856-ca. 1865", "1856/1865~"),
        .init("1857-mid 1860s", "1857/186X", "1857/186X~", .part),
        .init("1858/1860", "[1858, 1860]", "1858/1860", .standard),
        .init("1860s-1870s", "186X/187X"),
        .init("1910-30", "1910/1930", "1910-30", .standard),
        .init("active 1910-30", "1910/1930", nil, .words),
        .init("1861-67", "1861/1867"),
        .init("1861-67 (later print)", "1861/1867", nil, .words),
        .init("1863 or 1864", "1863", "[1863,1864]", .choice),
        .init("1863, printed 1870", "1863", nil, .words),
        .init("1863, printed ca. 1866", "1863", nil, .words),
        .init("1864 or 1866", "1864", "[1864,1866]", .choice),
        .init("1864, printed ca. 1864", "1864", nil, .words),
        .init("1864-1872, printed 1870s", "1864/1872", nil, .words),
        .init("1868-1871?", "1868/1871?", "1868?/1871?", .both),
        .init("1869-70", "1869/1870"),
        .init("1870s, printed ca. 1880s", "187X", nil, .words),
        .init("1900-1903, cast before 1929", "1900/1903", nil, .words),
        .init("1900; 1973", "1900", nil, .words),
        .init("1900; printed 1912", "1900", nil, .words),
        .init("1915 late - autumn 1916", "1915/1916-23", "1915-~39/1916-23", .part),
        .init("1915, from Camerawork, October 1916", "1915", nil, .words),
        .init("1920s -early 1930s", "192X/193X", "192X/193X~", .part),
        .init("1930s, printed early 1960s", "193X", nil, .words),
        .init("1932, printed 1976 by Gunther Sander", "1932", nil, .words),
        .init("1938, printed 1940s-1950s", "1938", nil, .words),
    ]

    @Test(arguments: texts)
    func `are read the same, or differ for a reason`(judged: JudgedWords) {
        let ours = (try? DateReading.read(judged.text))?.date?.description
        #expect(ours == judged.ours)
        #expect((ours == judged.theirs) == (judged.difference == nil))
    }
}
