/// Towns renamed in the 20th century, with the names that maps of the time and encyclopedias have.
///
/// Sources: for Armenia, Wikipedia's "List of renamed cities in Armenia" (read in the copy of
/// theinfolist.com); for the others the pages that the rows of `Gazetteer/Data/Tables/names.tsv` name, each
/// read when its row was written. The labels were written from the years, before the policy was asked.
/// Of several English forms of a former name the one of those pages is meant (Kirovakan, Stalinir).
enum Renamings {
    /// A place, a policy, a date, a perspective and the label; nil for the present and for no perspective.
    typealias Row = (
        id: String, policy: String, date: String?, perspective: String?, label: String
    )

    static let azerbaijan: [Row] = [
        ("gn:585152", "sides", "1850", nil, "Annenfeld"),  // Shamkir
        ("gn:585152", "sides", "1975", nil, "Shamkhor"),
        ("gn:585152", "sides", nil, nil, "Shamkir"),
        ("gn:585152", "ru", "1975", nil, "Шамхор"),
        ("gn:585152", "az", nil, nil, "Şəmkir"),
        ("gn:585187", "sides", "1925", nil, "Petropavlovka"),  // Sabirabad
        ("gn:585187", "sides", "1975", nil, "Sabirabad"),
        ("gn:148106", "sides", "1950", nil, "Karyagino"),  // Fuzuli
        ("gn:148106", "sides", "1975", nil, "Fuzuli"),
        ("gn:148106", "hy", "2010", "x-nk", "Վարանդա"),
        ("gn:148106", "sides", "2010", nil, "Fuzuli / Varanda"),
        ("gn:148340", "sides", "1975", nil, "Pushkino"),  // Bilasuvar
        ("gn:148340", "az", nil, nil, "Biləsuvar"),
        ("gn:585225", "sides", "1975", nil, "Kazi-Magomed"),  // Hajigabul
        ("gn:585225", "sides", "2005", nil, "Hajigabul"),
        ("gn:148565", "sides", "1975", nil, "Ali-Bayramly"),  // Shirvan
        ("gn:148565", "sides", "2005", nil, "Ali-Bayramly"),
        ("gn:148565", "sides", "2015", nil, "Shirvan"),
        ("gn:148565", "az", "2005", nil, "Əli Bayramlı"),
        ("gn:586763", "sides", "1975", nil, "Divichi"),  // Shabran
        ("gn:586763", "az", "2005", nil, "Dəvəçi"),
        ("gn:586763", "az", nil, nil, "Şabran"),
        ("gn:586430", "sides", "1975", nil, "Kasum-Ismailov"),  // Goranboy
        ("gn:585333", "sides", "1975", nil, "Vartashen"),  // Oghuz
        ("gn:148290", "sides", "1950", nil, "Astrakhan-Bazar"),  // Jalilabad
        ("gn:146858", "sides", "1975", nil, "Ilyichevsk"),  // Sharur
        ("gn:146858", "sides", "1950", nil, "Norashen"),
        ("gn:587379", "sides", "1975", nil, "Mardakert"),  // Aghdara, Martakert
        ("gn:587379", "sides", "2010", nil, "Aghdara / Martakert"),
        ("gn:587379", "az+hy", nil, nil, "Ağdərə / Մարտակերտ"),
        ("gn:148619", "sides", "2000", nil, "Aghdam"),  // Aghdam; Akna from 2010
        ("gn:147625", "sides", "2000", nil, "Berdzor / Lachin"),
        ("gn:584954", "sides", "1950", nil, "Kyzyl-Burun"),  // Siyazan
        ("gn:585177", "sides", "1950", nil, "Safaraliyev"),  // Samukh
    ]

    static let armenia: [Row] = [
        ("gn:616530", "sides", "1900", nil, "Karaklis"),  // Vanadzor
        ("gn:616530", "sides", "1975", nil, "Kirovakan"),
        ("gn:616530", "sides", nil, nil, "Vanadzor"),
        ("gn:616530", "hy", "1975", nil, "Կիրովական"),
        ("gn:616530", "ru", "1975", nil, "Кировакан"),
        ("gn:616062", "sides", "1975", nil, "Echmiadzin"),  // Vagharshapat
        ("gn:616062", "hy", nil, nil, "Վաղարշապատ"),
        ("gn:174710", "sides", "1950", nil, "Mikoyan"),  // Yeghegnadzor
        ("gn:174710", "sides", "1930", nil, "Keshishkend"),
        ("gn:616599", "sides", "1950", nil, "Novo-Bayazet"),  // Gavar
        ("gn:616599", "sides", "1975", nil, "Kamo"),
        ("gn:616599", "hy", nil, nil, "Գավառ"),
        ("gn:616199", "sides", "1930", nil, "Hamamlu"),  // Spitak
        ("gn:616178", "sides", "1930", nil, "Vorontsovka"),  // Tashir
        ("gn:616178", "sides", "1975", nil, "Kalinino"),
        ("gn:174979", "sides", "1940", nil, "Kamarlu"),  // Artashat
        ("gn:617026", "sides", "1950", nil, "Elar"),  // Abovyan
        ("gn:616785", "sides", "1960", nil, "Lusavan"),  // Charentsavan
        ("gn:616631", "sides", "1975", nil, "Hoktemberyan"),  // Armavir
        ("gn:616631", "hy", nil, nil, "Արմավիր"),
        ("gn:174875", "hy", nil, nil, "Կապան"),  // Kapan
    ]

    static let georgiaAndNorth: [Row] = [
        ("gn:611717", "sides", "1900", nil, "Tiflis"),  // Tbilisi
        ("gn:611717", "sides", "1975", nil, "Tbilisi"),
        ("gn:611717", "ka", nil, nil, "თბილისი"),
        ("gn:615532", "sides", "1900", nil, "Batum"),  // Batumi
        ("gn:611403", "sides", "1950", nil, "Stalinir"),  // Tskhinvali
        ("gn:611403", "sides", "1975", nil, "Tskhinvali"),
        ("gn:611403", "sides", nil, nil, "Tskhinval / Tskhinvali"),
        ("gn:612691", "sides", "1975", nil, "Bogdanovka"),  // Ninotsminda
        ("gn:612536", "sides", "1975", nil, "Makharadze"),  // Ozurgeti
        ("gn:612053", "sides", "1980", nil, "Tskhakaya"),  // Senaki
        ("gn:613065", "sides", "1975", nil, "Gegechkori"),  // Martvili
        ("gn:613902", "sides", "1975", nil, "Tsulukidze"),  // Khoni
        ("gn:613074", "sides", "1930", nil, "Borchalo"),  // Marneuli
        ("gn:614087", "ka", nil, nil, "სტეფანწმინდა"),  // Stepantsminda
        ("gn:614087", "sides", "1975", nil, "Kazbegi"),
        ("gn:473249", "sides", "1950", nil, "Dzaudzhikau"),  // Vladikavkaz
        ("gn:473249", "sides", "1975", nil, "Ordzhonikidze"),
        ("gn:473249", "ru", nil, nil, "Владикавказ"),
        ("gn:532096", "sides", "1900", nil, "Petrovsk-Port"),  // Makhachkala
    ]

    /// What a policy falls back to, and that the label says so.
    static let fallbacks: [(row: Row, rule: String)] = [
        (("gn:616530", "ka", nil, nil, "ვანაძორი"), "language"),
        (("gn:585225", "en", nil, nil, "Hajigabul"), "language"),
        (("gn:616530", "tlh", nil, nil, "Vanadzor"), "usual-as-fallback"),
        (("gn:616530", "tlh,hy", nil, nil, "Վանաձոր"), "language"),
        (("gn:146970", "sides", "1700", nil, "Khankendi"), "usual-as-fallback"),
        (("gn:146970", "sides", nil, "FR", "Khankendi"), "usual-as-fallback"),
        (("gn:147625", "hy", nil, "AM", "Բերձոր"), "language-of-another-time"),
        (("gn:146970", "table", nil, nil, "Khankendi / Stepanakert"), "contested"),
    ]
}
