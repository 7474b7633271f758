internal import Basemap
internal import EDTF
internal import GeoModel

/// The furniture in Armenian, Eastern norm, reformed spelling. A noun beside a number stands in the
/// singular, and no ending is put on what the table or the data say.
struct ArmenianPhrases: Phrases {
    let dates = DateLanguage.armenian

    private static let columns = [
        "killed": "սպանված", "deaths": "մահացած", "wounded": "վիրավոր", "injured": "տուժած",
        "missing": "անհետ կորած", "displaced": "տեղահանված", "captured": "գերեվարված",
    ]

    func words(ofColumn key: String) -> String {
        Self.columns[key] ?? ColumnWords.english(key)
    }
    let notSaidWhom = "ով է՝ չի ասվում"
    func reported(by who: String) -> String { "հաղորդում է՝ \(who)" }
    func reportedUnlessSaid(by who: String) -> String {
        "Հաղորդում է՝ \(who), եթե այլ բան նշված չէ"
    }
    func oneFigure(forPlaces count: Int) -> String { "մեկ թիվ \(count) վայրի համար" }
    func claims(_ count: Int) -> String { "\(count) պնդում" }
    func claim(_ number: Int, of count: Int) -> String { "պնդում \(number)/\(count)" }

    let whatHappened = "Ինչ է տեղի ունեցել"
    func others(_ count: Int) -> String { "այլ (\(count) տեսակ)" }
    func area(of key: String) -> String { "Նշանի մակերեսը՝ \(words(ofColumn: key))" }
    func areaShort(of key: String) -> String { "մակերեսը՝ \(words(ofColumn: key))" }
    let areaNote = "ըստ հաղորդումների. ում է հաշվում՝ նշված է մակագրության մեջ"
    let noFigure = "թիվը նշված չէ՝ նույն չափը"
    let zero = "զրո"
    let howSure = "Որքանով է հայտնի"
    let nearKnown = "վայրի մոտակայքում"
    let districtKnown = "հայտնի է միայն շրջանը"
    let regionKnown = "հայտնի է միայն տարածաշրջանը"
    let notReported = "ծրագրված, ենթադրյալ կամ վիճարկվող"
    let competing = "տարբեր պնդումներ՝ քանակը"
    let partTicks = "գծիկ՝ ընդհանուրի մաս"
    let movement = "տեղաշարժ"
    let road = "ճանապարհ. կետագիծ՝ ընթացքն անհայտ է"
    let autonomousOblastDated = "ինքնավար մարզ 1923–1991, ուրվագիծը մոտավոր է"
    let lineOfContactDated = "շփման գիծ 1994–2020"
    let range = "միջակայք կամ սահման՝ ինչպես գրված է"
    let ownLayers = "Սեփական շերտեր"
    let when = "Երբ"
    func timeline(_ unit: Timeline.Unit, most: Int) -> String {
        let stretch =
            switch unit {
            case .day: "օրական"
            case .month: "ամսական"
            case .years(1): "տարեկան"
            case .years(let count): "\(count) տարում"
            }
        return "իրադարձություն \(stretch), առավելագույնը՝ \(most). գունատ՝ ամսաթիվն այդքան ճշգրիտ "
            + "հայտնի չէ"
    }
    func undated(_ count: Int) -> String { "առանց ամսաթվի՝ \(count)" }

    let noEvents = "Իրադարձություններ չկան"
    func events(_ count: Int) -> String { "\(count) իրադարձություն" }
    let countryOnly = "հայտնի է միայն երկիրը"
    func largestFigures(_ columns: [String]) -> String {
        "Թվերը՝ մեծից փոքր. \(columns.map(words).joined(separator: ", "))"
    }
    func moreFigures(_ count: Int) -> String { "և ևս \(count)՝ ավելի փոքր թվերով" }
    let total = "ընդհանուր թիվ, մասերը ցուցադրված են"
    let competingClaims = "Տարբեր պնդումներ"
    let noFigures = "թիվ չկա"
    let withoutPlace = "վայրը նշված չէ"
    let outsideFrame = "քարտեզից դուրս"
    func countryLevel(_ count: Int) -> String { "Երկրի մակարդակով՝ \(events(count))" }
    func more(_ count: Int) -> String { "և ևս \(count)" }

    func oneSource(_ who: String) -> String {
        "Բոլոր իրադարձությունները մեկ աղբյուրից են՝ \(who). այլ աղբյուրներում կարող է տարբերվել"
    }
    func notShown(_ count: Int, why: String) -> String {
        "\(events(count)) չի ցուցադրվում՝ \(why)"
    }
    func placesNotShown(_ count: Int) -> String {
        "\(count) վայր չի ցուցադրվում՝ \(words(.wantedPlaceUnknown))"
    }
    let allShown = "Ցուցադրված են բոլոր իրադարձությունները"
    func coarsened(to coarsening: Coarsening) -> String {
        switch coarsening {
        case .district: "Վայրերը ցույց են տրված ոչ թե ճշգրիտ, այլ ըստ շրջանի"
        case .cells(let kilometres): "Վայրերը տեղափոխված են \(kilometres) կմ վանդակների մեջտեղ"
        }
    }
    func words(_ reason: MapRequest.NotShown.Reason) -> String {
        switch reason {
        case .unreadable: "մի կողմ է դրված՝ վանդակը չի ընթերցվում"
        case .duplicate: "մի կողմ է դրված՝ նույնն է, ինչ ավելի վաղ տողը"
        case .unknownPlace: "մի կողմ է դրված՝ վայրն անհայտ է"
        case .ambiguousPlace: "մի կողմ է դրված՝ մի քանի վայր է համապատասխանում"
        case .wantedPlaceUnknown: "այդ անունով վայր չկա, կամ մի քանիսն են"
        case .outsideDates: "քարտեզի ժամկետից դուրս"
        case .otherCategory: "այլ տեսակի"
        case .statedTotal: "ցանկում նշված ընդհանուր թիվ"
        case .countryLevel: countryOnly
        case .withoutPlace: withoutPlace
        case .outsideFrame: outsideFrame
        }
    }
    func names(_ rule: String, asOf date: String) -> String { "\(rule). ամսաթիվը՝ \(date)" }
    func gazetteer(of date: String) -> String { "տեղանունների շտեմարանի ամսաթիվը՝ \(date)" }
    let dateOfGazetteer = "տեղանունների շտեմարանի ամսաթիվը"
    func credits(_ credits: String) -> String { "Տվյալներ՝ \(credits)" }
    func note(_ note: BorderNote) -> String {
        switch note {
        case .nearestKnown(let kind, let times, let asked):
            let nearest = asked.map { "մոտակա հայտնին այս ամսաթվին՝ \($0.formatted(in: dates))" }
            return "\(name(kind))՝ \(list(times)) (\(nearest ?? "վերջին հայտնին"))"
        case .undated(let times):
            return "Պետական սահմաններ՝ \(list(times)). երբվանից են գործում՝ գրանցված չէ"
        case .approximate(let kinds):
            return "Մոտավոր՝ "
                + kinds.map {
                    $0 == .formerOblast ? "ինքնավար մարզի ուրվագիծ" : "շփման գիծ"
                }.joined(separator: ", ")
        }
    }
    private func name(_ kind: BorderNote.Borders) -> String {
        kind == .states ? "Պետական սահմաններ" : "Շրջանների սահմաններ"
    }
    let autonomousOblast = "Ինքնավար մարզ, ուրվագիծը մոտավոր է"
    let lineOfContact = "Շփման գիծ 1994–2020"
    let metre = "մ"
    let compass = Compass(north: "հս.", east: "արլ.", south: "հվ.", west: "արմ.")
    let kilometre = "կմ"
    let enlargementTag = "Ա"
    func enlargedElsewhere(isAtRight: Bool) -> String {
        "Ա, մեծացված է \(isAtRight ? "աջում" : "ձախում")"
    }
    func enlarged(factor: Double) -> String { "Ա  Մեծացված է \(number(factor)) անգամ" }

    func map(_ title: String) -> String { "Քարտեզ՝ \(title)" }
    func drawn(_ drawn: Int, of count: Int) -> String {
        "Ցուցադրված իրադարձություններ՝ \(drawn), ընդամենը՝ \(count)"
    }
    func places(_ names: [String]) -> String { "Վայրեր՝ \(names.joined(separator: "; "))" }
    func sentence(_ words: String) -> String { "\(words)։" }
}
