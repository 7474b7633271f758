internal import EDTF

/// The words that say how places are named, in one language.
struct NameRuleWords: Sendable {
    /// What the statement opens with: `Names: `.
    let names: String
    /// The usual English names, both where two authorities have named a place.
    let usage: String
    /// The same for an earlier date.
    let officialThen: String
    /// As the event table spells them.
    let asInTable: String
    /// Between a language and the next that is asked where it has no name.
    let orElse: String
    /// Before the last of a list.
    let and: String
    /// What happens where a language has no name, after the languages.
    let fallback: String
    /// Before and after the name of a perspective.
    let usedBy: (before: String, after: String)
    /// Languages by their ISO 639 code; what is not here is said by its tag.
    let languages: [String: String]

    /// The name of a language, or its tag where there is none.
    func name(_ tag: LanguageTag) -> String { languages[tag.language] ?? tag.description }

    /// `A`, `A and B`, `A, B and C`.
    func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + and + last
    }

    func used(by perspective: String) -> String { usedBy.before + perspective + usedBy.after }

    /// The words of a language.
    static func words(in language: DateLanguage) -> NameRuleWords {
        switch language {
        case .english: english
        case .azerbaijani: azerbaijani
        case .armenian: armenian
        case .russian: russian
        }
    }
}

// One table a language; names of languages as in Unicode CLDR 41.
extension NameRuleWords {
    static let english = NameRuleWords(
        names: "Names: ",
        usage:
            "English usage; where two authorities have named a place since 1988, both, alphabetical",
        officialThen:
            "official names of the time in English form, else English usage; where two authorities"
            + " named a place, both, alphabetical",
        asInTable: "as the event table spells them", orElse: ", else ", and: " and ",
        fallback: "; where none of the date is known, the nearest in time, else English usage",
        usedBy: ("; names used by ", " where there are any"),
        languages: [
            "ab": "Abkhaz", "az": "Azerbaijani", "de": "German", "en": "English", "fa": "Persian",
            "fr": "French", "hy": "Armenian", "ka": "Georgian", "ku": "Kurdish", "os": "Ossetic",
            "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian",
        ])

    static let russian = NameRuleWords(
        names: "Названия: ",
        usage: "принятые в английском; где с 1988 года место называли две власти, оба, по алфавиту",
        officialThen:
            "официальные того времени в английской форме, иначе принятые в английском; где место"
            + " называли две власти, оба, по алфавиту",
        asInTable: "как в таблице событий", orElse: ", иначе ", and: " и ",
        fallback:
            "; где на эту дату названия нет, ближайшее по времени, иначе принятое в английском",
        usedBy: ("; где есть, те, что использует сторона «", "»"),
        languages: [
            "ab": "абхазский", "az": "азербайджанский", "de": "немецкий", "en": "английский",
            "fa": "персидский", "fr": "французский", "hy": "армянский", "ka": "грузинский",
            "ku": "курдский", "os": "осетинский", "ru": "русский", "tr": "турецкий",
            "uk": "украинский",
        ])

    static let azerbaijani = NameRuleWords(
        names: "Adlar: ",
        usage:
            "ingiliscə işlənənlər; 1988-ci ildən bəri iki hakimiyyətin ad verdiyi yerdə hər ikisi,"
            + " əlifba sırası ilə",
        officialThen:
            "o dövrün rəsmi adları ingilis formasında, yoxdursa, ingiliscə işlənənlər; iki"
            + " hakimiyyətin ad verdiyi yerdə hər ikisi, əlifba sırası ilə",
        asInTable: "hadisələr cədvəlindəki kimi", orElse: ", yoxdursa, ", and: " və ",
        fallback: "; bu tarixdə ad məlum deyilsə, vaxtca ən yaxını, yoxdursa, ingiliscə işlənən",
        usedBy: ("; olduğu yerdə bu tərəfin işlətdiyi adlar: ", ""),
        languages: [
            "ab": "abxaz", "az": "azərbaycan", "de": "alman", "en": "ingilis", "fa": "fars",
            "fr": "fransız", "hy": "erməni", "ka": "gürcü", "ku": "kürd", "os": "osetin",
            "ru": "rus", "tr": "türk", "uk": "ukrayna",
        ])

    static let armenian = NameRuleWords(
        names: "Անուններ՝ ",
        usage:
            "անգլերենում ընդունվածները. որտեղ 1988-ից ի վեր վայրն անվանել է երկու իշխանություն՝"
            + " երկուսն էլ, այբբենական կարգով",
        officialThen:
            "ժամանակի պաշտոնականները անգլերեն ձևով, այլապես անգլերենում ընդունվածները. որտեղ վայրն"
            + " անվանել է երկու իշխանություն՝ երկուսն էլ, այբբենական կարգով",
        asInTable: "ինչպես իրադարձությունների աղյուսակում", orElse: ", այլապես ", and: " և ",
        fallback:
            ". եթե այդ ժամանակի անունը հայտնի չէ՝ ժամանակով մոտակինը, այլապես անգլերենում ընդունվածը",
        usedBy: (". որտեղ կան՝ այս կողմի գործածածները՝ ", ""),
        languages: [
            "ab": "աբխազերեն", "az": "ադրբեջաներեն", "de": "գերմաներեն", "en": "անգլերեն",
            "fa": "պարսկերեն", "fr": "ֆրանսերեն", "hy": "հայերեն", "ka": "վրացերեն",
            "ku": "քրդերեն", "os": "օսերեն", "ru": "ռուսերեն", "tr": "թուրքերեն",
            "uk": "ուկրաիներեն",
        ])
}
