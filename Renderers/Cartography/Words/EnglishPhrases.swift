internal import Basemap
internal import EDTF
internal import GeoModel

/// The furniture in English.
struct EnglishPhrases: Phrases {
    let dates = DateLanguage.english

    func words(ofColumn key: String) -> String { ColumnWords.english(key) }
    let notSaidWhom = "not said whom"
    func reported(by who: String) -> String { "reported by \(who)" }
    func reportedUnlessSaid(by who: String) -> String {
        "Reported by \(who), unless said otherwise"
    }
    func oneFigure(forPlaces count: Int) -> String { "one figure for \(count) places" }
    func claims(_ count: Int) -> String { "\(count) claims" }
    func claim(_ number: Int, of count: Int) -> String { "claim \(number) of \(count)" }

    let whatHappened = "What happened"
    func others(_ count: Int) -> String { "other (\(count) kinds)" }
    func area(of key: String) -> String { "Area shows \(words(ofColumn: key))" }
    func areaShort(of key: String) -> String { "area: \(words(ofColumn: key))" }
    let areaNote = "as reported; the label says whom it counts"
    let noFigure = "no figure given: one size"
    let zero = "zero"
    let howSure = "How sure"
    let nearKnown = "near the place"
    let districtKnown = "district only"
    let regionKnown = "region only"
    let notReported = "planned, alleged or disputed"
    let competing = "competing claims: how many"
    let partTicks = "tick: part of a total"
    let movement = "movement"
    let road = "road; dashed: course not known"
    let autonomousOblastDated = "autonomous oblast 1923–1991, outline approximate"
    let lineOfContactDated = "line of contact 1994–2020"
    let range = "range or bound: as spelled"
    let ownLayers = "Own layers"
    let when = "When"
    func timeline(_ unit: Timeline.Unit, most: Int) -> String {
        let stretch =
            switch unit {
            case .day: "a day"
            case .month: "a month"
            case .years(1): "a year"
            case .years(let count): "in \(count) years"
            }
        return "events \(stretch), at most \(most); pale: not dated so closely"
    }
    func undated(_ count: Int) -> String { "\(count) undated" }

    let noEvents = "No events"
    func events(_ count: Int) -> String { count == 1 ? "1 event" : "\(count) events" }
    let countryOnly = "known by country only"
    func largestFigures(_ columns: [String]) -> String {
        "Figures, largest first: \(columns.map(words).joined(separator: ", "))"
    }
    func moreFigures(_ count: Int) -> String { "and \(count) more with smaller figures" }
    let total = "total, its parts are drawn"
    let competingClaims = "Competing claims"
    let noFigures = "no figure"
    let withoutPlace = "no place given"
    let outsideFrame = "outside the frame"
    func countryLevel(_ count: Int) -> String { "Country level: \(events(count))" }
    func more(_ count: Int) -> String { "and \(count) more" }

    func oneSource(_ who: String) -> String {
        "All events from one source: \(who); others may differ"
    }
    func notShown(_ count: Int, why: String) -> String { "\(events(count)) not shown: \(why)" }
    func placesNotShown(_ count: Int) -> String {
        "\(count == 1 ? "1 place" : "\(count) places") not shown: "
            + words(.wantedPlaceUnknown)
    }
    let allShown = "Every event is shown"
    func coarsened(to coarsening: Coarsening) -> String {
        switch coarsening {
        case .district: "Places are shown by district, not where they are"
        case .cells(let kilometres): "Places are moved to the middle of cells of \(kilometres) km"
        }
    }
    func words(_ reason: MapRequest.NotShown.Reason) -> String {
        switch reason {
        case .unreadable: "set aside: a cell cannot be read"
        case .duplicate: "set aside: the same as an earlier row"
        case .unknownPlace: "set aside: place not known"
        case .ambiguousPlace: "set aside: several places fit"
        case .wantedPlaceUnknown: "none bears the name, or several do"
        case .outsideDates: "outside the dates of the map"
        case .otherCategory: "of another category"
        case .statedTotal: "totals stated in the list"
        case .countryLevel: countryOnly
        case .withoutPlace: withoutPlace
        case .outsideFrame: outsideFrame
        }
    }
    func names(_ rule: String, asOf date: String) -> String { "\(rule); as of \(date)" }
    func gazetteer(of date: String) -> String { "gazetteer of \(date)" }
    let dateOfGazetteer = "the gazetteer's date"
    func credits(_ credits: String) -> String { "Data: \(credits)" }
    func note(_ note: BorderNote) -> String {
        switch note {
        case .nearestKnown(let kind, let times, let asked):
            let nearest = asked.map { "the nearest known to \($0.formatted(in: dates))" }
            return "\(name(kind)) as of \(list(times)), \(nearest ?? "the latest known")"
        case .undated(let times):
            return "State borders as of \(list(times)); since when they hold is not recorded"
        case .approximate(let kinds):
            return "Approximate: "
                + kinds.map {
                    $0 == .formerOblast ? "the autonomous oblast's outline" : "the Line of Contact"
                }.joined(separator: ", ")
        }
    }
    private func name(_ kind: BorderNote.Borders) -> String {
        kind == .states ? "State borders" : "District lines"
    }
    let autonomousOblast = "Autonomous oblast, outline approximate"
    let lineOfContact = "Line of contact 1994–2020"
    let metre = "m"
    let compass = Compass(north: "N", east: "E", south: "S", west: "W")
    let kilometre = "km"
    let enlargementTag = "A"
    func enlargedElsewhere(isAtRight: Bool) -> String {
        "A, enlarged at \(isAtRight ? "right" : "left")"
    }
    func enlarged(factor: Double) -> String {
        "A  Enlarged \(number(factor, decimalSign: ".")) times"
    }

    func map(_ title: String) -> String { "Map: \(title)" }
    func drawn(_ drawn: Int, of count: Int) -> String { "\(drawn) of \(count) events are drawn" }
    func places(_ names: [String]) -> String { "Places: \(names.joined(separator: "; "))" }
}
