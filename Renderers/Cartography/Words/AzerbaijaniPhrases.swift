internal import Basemap
internal import EDTF
internal import GeoModel

/// The furniture in Azerbaijani, Latin letters. A noun beside a number stands in the singular, and no
/// ending is put on what the table or the data say.
struct AzerbaijaniPhrases: Phrases {
    let dates = DateLanguage.azerbaijani

    private static let columns = [
        "killed": "öldürülən", "deaths": "ölən", "wounded": "yaralanan", "injured": "xəsarət alan",
        "missing": "itkin düşən", "displaced": "köçkün düşən", "captured": "əsir alınan",
    ]

    func words(ofColumn key: String) -> String {
        Self.columns[key] ?? ColumnWords.english(key)
    }
    let notSaidWhom = "kim olduğu deyilmir"
    func reported(by who: String) -> String { "məlumat verən: \(who)" }
    func reportedUnlessSaid(by who: String) -> String {
        "Başqa cür göstərilməyibsə, məlumat verən: \(who)"
    }
    func oneFigure(forPlaces count: Int) -> String { "\(count) yer üçün bir rəqəm" }
    func claims(_ count: Int) -> String { "\(count) iddia" }
    func claim(_ number: Int, of count: Int) -> String { "iddia \(number)/\(count)" }

    let whatHappened = "Nə baş verib"
    func others(_ count: Int) -> String { "digər (\(count) növ)" }
    func area(of key: String) -> String { "İşarənin sahəsi: \(words(ofColumn: key))" }
    func areaShort(of key: String) -> String { "sahə: \(words(ofColumn: key))" }
    let areaNote = "məlumat verildiyi kimi; kimin sayıldığı yazıda göstərilir"
    let noFigure = "rəqəm verilməyib: eyni ölçü"
    let zero = "sıfır"
    let howSure = "Nə dərəcədə məlumdur"
    let nearKnown = "yerin yaxınlığında"
    let districtKnown = "yalnız rayon məlumdur"
    let regionKnown = "yalnız bölgə məlumdur"
    let notReported = "planlaşdırılan, iddia edilən və ya mübahisəli"
    let competing = "fərqli iddialar: sayı"
    let partTicks = "çərtmə: cəmin bir hissəsi"
    let movement = "hərəkət"
    let road = "yol; qırıq xətt: marşrut məlum deyil"
    let autonomousOblastDated = "muxtar vilayət 1923–1991, sərhədi təxminidir"
    let lineOfContactDated = "təmas xətti 1994–2020"
    let range = "aralıq və ya hədd: yazıldığı kimi"
    let ownLayers = "Öz qatları"
    let when = "Nə vaxt"
    func timeline(_ unit: Timeline.Unit, most: Int) -> String {
        let stretch =
            switch unit {
            case .day: "gündə"
            case .month: "ayda"
            case .years(1): "ildə"
            case .years(let count): "\(count) ildə"
            }
        return "\(stretch) hadisə, ən çoxu \(most); solğun: tarix bu qədər dəqiq məlum deyil"
    }
    func undated(_ count: Int) -> String { "tarixsiz: \(count)" }

    let noEvents = "Hadisə yoxdur"
    func events(_ count: Int) -> String { "\(count) hadisə" }
    let countryOnly = "yalnız ölkə məlumdur"
    func largestFigures(_ columns: [String]) -> String {
        "Rəqəmlər, böyükdən kiçiyə: \(columns.map(words).joined(separator: ", "))"
    }
    func moreFigures(_ count: Int) -> String { "və daha kiçik rəqəmlərlə \(count) hadisə" }
    let total = "cəm, hissələri göstərilib"
    let competingClaims = "Fərqli iddialar"
    let noFigures = "rəqəm yoxdur"
    let withoutPlace = "yer göstərilməyib"
    let outsideFrame = "xəritədən kənarda"
    func countryLevel(_ count: Int) -> String { "Ölkə səviyyəsində: \(events(count))" }
    func more(_ count: Int) -> String { "və daha \(count)" }

    func oneSource(_ who: String) -> String {
        "Bütün hadisələr bir mənbədəndir: \(who); digər mənbələrdə fərqli ola bilər"
    }
    func notShown(_ count: Int, why: String) -> String { "\(events(count)) göstərilmir: \(why)" }
    func placesNotShown(_ count: Int) -> String {
        "\(count) yer göstərilmir: \(words(.wantedPlaceUnknown))"
    }
    let allShown = "Bütün hadisələr göstərilib"
    func coarsened(to coarsening: Coarsening) -> String {
        switch coarsening {
        case .district: "Yerlər dəqiq yox, rayon üzrə göstərilir"
        case .cells(let kilometres): "Yerlər \(kilometres) km-lik xanaların ortasına köçürülüb"
        }
    }
    func words(_ reason: MapRequest.NotShown.Reason) -> String {
        switch reason {
        case .unreadable: "kənara qoyulub: xana oxunmur"
        case .duplicate: "kənara qoyulub: əvvəlki sətirlə eynidir"
        case .unknownPlace: "kənara qoyulub: yer məlum deyil"
        case .ambiguousPlace: "kənara qoyulub: bir neçə yer uyğun gəlir"
        case .wantedPlaceUnknown: "bu adda yer yoxdur və ya bir neçədir"
        case .outsideDates: "xəritənin tarixlərindən kənarda"
        case .otherCategory: "başqa kateqoriyadan"
        case .statedTotal: "siyahıda göstərilən cəm"
        case .countryLevel: countryOnly
        case .withoutPlace: withoutPlace
        case .outsideFrame: outsideFrame
        }
    }
    func names(_ rule: String, asOf date: String) -> String { "\(rule); tarix: \(date)" }
    func gazetteer(of date: String) -> String { "adlar bazasının tarixi: \(date)" }
    let dateOfGazetteer = "adlar bazasının tarixi"
    func credits(_ credits: String) -> String { "Məlumatlar: \(credits)" }
    func note(_ note: BorderNote) -> String {
        switch note {
        case .nearestKnown(let kind, let times, let asked):
            let nearest = asked.map { "bu tarixə ən yaxın məlum olan: \($0.formatted(in: dates))" }
            return "\(name(kind)): \(list(times)) (\(nearest ?? "ən son məlum olan"))"
        case .undated(let times):
            return "Dövlət sərhədləri: \(list(times)); nə vaxtdan qüvvədə olduqları qeyd edilməyib"
        case .approximate(let kinds):
            return "Təxmini: "
                + kinds.map {
                    $0 == .formerOblast ? "muxtar vilayətin sərhədi" : "təmas xətti"
                }.joined(separator: ", ")
        }
    }
    private func name(_ kind: BorderNote.Borders) -> String {
        kind == .states ? "Dövlət sərhədləri" : "Rayon sərhədləri"
    }
    let autonomousOblast = "Muxtar vilayət, sərhədi təxminidir"
    let lineOfContact = "Təmas xətti 1994–2020"
    let metre = "m"
    let compass = Compass(north: "şm.", east: "ş.", south: "c.", west: "q.")
    let kilometre = "km"
    let enlargementTag = "A"
    func enlargedElsewhere(isAtRight: Bool) -> String {
        "A, \(isAtRight ? "sağda" : "solda") böyüdülüb"
    }
    func enlarged(factor: Double) -> String { "A  \(number(factor)) dəfə böyüdülüb" }

    func map(_ title: String) -> String { "Xəritə: \(title)" }
    func drawn(_ drawn: Int, of count: Int) -> String {
        "Göstərilən hadisələr: \(drawn), cəmi \(count)"
    }
    func places(_ names: [String]) -> String { "Yerlər: \(names.joined(separator: "; "))" }
}
