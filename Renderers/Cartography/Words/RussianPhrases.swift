internal import Basemap
internal import EDTF
internal import GeoModel

/// The furniture in Russian; plural forms by the rules of Unicode CLDR 41 for `ru`.
struct RussianPhrases: Phrases {
    let dates = DateLanguage.russian

    /// Impersonal, so that the word is right beside any number.
    private static let columns = [
        "killed": "убито", "deaths": "погибло", "wounded": "ранено", "injured": "пострадало",
        "missing": "пропало без вести", "displaced": "перемещено", "captured": "взято в плен",
    ]

    func words(ofColumn key: String) -> String {
        Self.columns[key] ?? ColumnWords.english(key)
    }
    let notSaidWhom = "кто именно, не сказано"
    func reported(by who: String) -> String { "сообщает: \(who)" }
    func reportedUnlessSaid(by who: String) -> String {
        "Сообщает: \(who), если не указано иное"
    }
    func oneFigure(forPlaces count: Int) -> String {
        "одно число на \(count) \(form(count, "место", "места", "мест"))"
    }
    func claims(_ count: Int) -> String {
        "\(count) \(form(count, "версия", "версии", "версий"))"
    }
    func claim(_ number: Int, of count: Int) -> String { "версия \(number) из \(count)" }

    let whatHappened = "Что произошло"
    func others(_ count: Int) -> String {
        "другое (\(count) \(form(count, "вид", "вида", "видов")))"
    }
    func area(of key: String) -> String { "Площадь знака: \(words(ofColumn: key))" }
    func areaShort(of key: String) -> String { "площадь: \(words(ofColumn: key))" }
    let areaNote = "как сообщается; кого считают, сказано в подписи"
    let noFigure = "число не названо: один размер"
    let zero = "ноль"
    let howSure = "Насколько известно"
    let nearKnown = "вблизи этого места"
    let districtKnown = "известен только район"
    let regionKnown = "известен только регион"
    let notReported = "планируемое, предполагаемое или оспариваемое"
    let competing = "расходящиеся версии: сколько"
    let partTicks = "штрих: часть итога"
    let movement = "перемещение"
    let road = "дорога; пунктир: путь неизвестен"
    let autonomousOblastDated = "автономная область 1923–1991, контур приблизителен"
    let lineOfContactDated = "линия соприкосновения 1994–2020"
    let range = "диапазон или предел: как указано"
    let ownLayers = "Собственные слои"
    let when = "Когда"
    func timeline(_ unit: Timeline.Unit, most: Int) -> String {
        let stretch =
            switch unit {
            case .day: "день"
            case .month: "месяц"
            case .years(1): "год"
            case .years(let count): "\(count) \(form(count, "год", "года", "лет"))"
            }
        return "событий за \(stretch), не больше \(most); бледно: дата известна менее точно"
    }
    func undated(_ count: Int) -> String { "без даты: \(count)" }

    let noEvents = "Событий нет"
    func events(_ count: Int) -> String {
        "\(count) \(form(count, "событие", "события", "событий"))"
    }
    let countryOnly = "известна только страна"
    func largestFigures(_ columns: [String]) -> String {
        "Числа, от большего: \(columns.map(words).joined(separator: ", "))"
    }
    func moreFigures(_ count: Int) -> String { "и ещё \(count) с меньшими числами" }
    let total = "итог, его части показаны"
    let competingClaims = "Расходящиеся версии"
    let noFigures = "без числа"
    let withoutPlace = "место не указано"
    let outsideFrame = "за рамкой карты"
    func countryLevel(_ count: Int) -> String { "На уровне страны: \(events(count))" }
    func more(_ count: Int) -> String { "и ещё \(count)" }

    func oneSource(_ who: String) -> String {
        "Все события из одного источника: \(who); другие могут расходиться с ним"
    }
    func notShown(_ count: Int, why: String) -> String { "Не показано \(events(count)): \(why)" }
    func placesNotShown(_ count: Int) -> String {
        "Не показано \(count) \(form(count, "место", "места", "мест")): "
            + words(.wantedPlaceUnknown)
    }
    let allShown = "Показаны все события"
    func coarsened(to coarsening: Coarsening) -> String {
        switch coarsening {
        case .district: "Места показаны не точно, а по районам"
        case .cells(let kilometres): "Места сдвинуты в середину клеток по \(kilometres) км"
        }
    }
    func words(_ reason: MapRequest.NotShown.Reason) -> String {
        switch reason {
        case .unreadable: "отложено: ячейка не читается"
        case .duplicate: "отложено: как в более ранней строке"
        case .unknownPlace: "отложено: место неизвестно"
        case .ambiguousPlace: "отложено: подходит несколько мест"
        case .wantedPlaceUnknown: "такого названия нет, или его носят несколько мест"
        case .outsideDates: "вне дат карты"
        case .otherCategory: "другой категории"
        case .statedTotal: "итог назван в списке"
        case .countryLevel: countryOnly
        case .withoutPlace: withoutPlace
        case .outsideFrame: outsideFrame
        }
    }
    func names(_ rule: String, asOf date: String) -> String { "\(rule); на дату \(date)" }
    func gazetteer(of date: String) -> String { "дата газеттира: \(date)" }
    let dateOfGazetteer = "дату газеттира"
    func credits(_ credits: String) -> String { "Данные: \(credits)" }
    func note(_ note: BorderNote) -> String {
        switch note {
        case .nearestKnown(let kind, let times, let asked):
            let nearest = asked.map { "ближайшие известные к дате \($0.formatted(in: dates))" }
            return "\(name(kind)): \(list(times)), \(nearest ?? "последние известные")"
        case .undated(let times):
            return "Государственные границы: \(list(times)); с какого времени они действуют, "
                + "не записано"
        case .approximate(let kinds):
            return "Приблизительно: "
                + kinds.map {
                    $0 == .formerOblast ? "контур автономной области" : "линия соприкосновения"
                }.joined(separator: ", ")
        }
    }
    private func name(_ kind: BorderNote.Borders) -> String {
        kind == .states ? "Государственные границы" : "Границы районов"
    }
    let autonomousOblast = "Автономная область, контур приблизителен"
    let lineOfContact = "Линия соприкосновения 1994–2020"
    let metre = "м"
    let compass = Compass(north: "с. ш.", east: "в. д.", south: "ю. ш.", west: "з. д.")
    let kilometre = "км"
    let enlargementTag = "А"
    func enlargedElsewhere(isAtRight: Bool) -> String {
        "А, увеличено \(isAtRight ? "справа" : "слева")"
    }
    func enlarged(factor: Double) -> String {
        let isWhole = factor == factor.rounded()
        let times = isWhole ? form(Int(factor), "раз", "раза", "раз") : "раза"
        return "А  Увеличено в \(number(factor)) \(times)"
    }

    func map(_ title: String) -> String { "Карта: \(title)" }
    func drawn(_ drawn: Int, of count: Int) -> String { "Показано событий: \(drawn) из \(count)" }
    func places(_ names: [String]) -> String { "Места: \(names.joined(separator: "; "))" }

    /// The form beside a number: `1 событие`, `2 события`, `5 событий`, `21 событие`.
    private func form(_ count: Int, _ one: String, _ few: String, _ many: String) -> String {
        switch (count % 10, count % 100) {
        case (1, let hundred) where hundred != 11: one
        case (2...4, let hundred) where !(12...14).contains(hundred): few
        default: many
        }
    }
}
