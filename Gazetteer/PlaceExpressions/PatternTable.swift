/// The forms that places are written in, one a line, as words and slots:
///
///     X Y     a name                      Xdan Xից Xի     a name with that ending
///     XY      two names with a dash       N U             a number and a unit of length
///     D       a direction                 C               a Russian comparative: севернее
///     R       a word for a road           B               a word for a border
///
/// English; Russian; Azerbaijani; Armenian. Where two lines fit, the first counts. Names stand as they
/// are written, in whatever case: an inflected one is found as a spelling with a slip, or not at all.
enum PatternTable {
    static let rows: [(WordPattern.Meaning, String)] = [
        (
            .away,
            """
            N U D of X|N U D from X|N U to the D of X|N U to the D from X|N U due D of X|D of X
            N U from X|N U away from X|N U outside X|N U outside of X|N U off X
            N U к D от X|N U на D от X|N U D от X|N U C X|N U от X|к D от X|C X
            Xdan N U D|Xdan N U|N U Xdan D|Xից N U D|Xից N U|N U Xից D
            """
        ),
        (
            .between,
            """
            between X and Y|between X & Y|между X и Y
            X ilə Y arasında|X və Y arasında|Xի և Yի միջև|X և Y միջև
            """
        ),
        (
            .road,
            """
            XY R|R between X and Y|R from X to Y|X to Y R|R XY
            R между X и Y|R из X в Y
            """
        ),
        (
            .border,
            """
            B of X and Y|B between X and Y|B of X with Y|XY B
            B X и Y|B между X и Y|X və Y B|X ilə Y B|X և Y B
            """
        ),
        (
            .outskirts,
            """
            outskirts of X|D outskirts of X|outskirt of X|edge of X|D edge of X|suburbs of X
            окраина X|окраине X|окраинах X|X kənarında|X kənarı
            """
        ),
        (
            .near,
            """
            near X|near to X|vicinity of X|close to X|around X|not far from X|outside of X|outside X
            surroundings of X|около X|близ X|вблизи X|возле X|недалеко от X|под X|рядом с X
            окрестности X|окрестностях X
            X yaxınlığında|X yaxınlığı|X ətrafında|X ətrafı|Xի մոտ|X մոտ|X մոտակայքում
            """
        ),
    ]

    static let roadWords = words(
        """
        road highway motorway route yolu yol şossesi magistralı
        шоссе дорога дороге дороги трасса трассе трассы автодорога автодороге
        ճանապարհ ճանապարհին ճանապարհի մայրուղի մայրուղու
        """)

    static let borderWords = words(
        """
        border frontier boundary sərhədi sərhədində sərhəd граница границе границы
        սահման սահմանին սահմանի
        """)

    /// What opens no name and says nothing before a form: `on the outskirts of X`.
    static let openingWords = words(
        "on at just somewhere halfway midway half-way mid-way half way на где-то")

    /// What says nothing before a form, but may open a name: `In Salah`, `The Hague`.
    static let leadingWords = words("the in to from в")

    /// What may stand before a number and says that it is about so.
    static let aboutWords = words(
        "about approximately approx approx. some c. ca. circa around roughly in at в около примерно ~"
    )

    /// Words that join and are too common to be looked for.
    static let joiningWords = words(
        "of and from to the & with и от к на с в из ilə və և due away off")

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map { String($0) })
    }
}
