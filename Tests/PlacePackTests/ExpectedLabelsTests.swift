import EDTF
import PlacePack
import Places
import Testing

/// What maps should print, place by place and date by date.
///
/// Source: the towns' naming histories as encyclopedias and decrees tell them; present names as the
/// states' own lists and, for both sides of a contested place, English-language press of each have them.
@Suite("Expected labels") struct ExpectedLabelsTests {
    @Test(
        arguments: [
            // Khankendi / Stepanakert
            ("gn:146970", "sides", nil, nil, "Khankendi / Stepanakert"),
            ("gn:146970", "sides", "2024", nil, "Khankendi / Stepanakert"),
            ("gn:146970", "sides", "2000", nil, "Khankendi / Stepanakert"),
            ("gn:146970", "sides", "1988", nil, "Stepanakert"),
            ("gn:146970", "en", "1988", nil, "Stepanakert"),
            ("gn:146970", "az", "2024", nil, "Xankəndi"),
            ("gn:146970", "hy", "2024", nil, "Ստեփանակերտ"),
            ("gn:146970", "ru", "1900", nil, "Ханкенди"),
            ("gn:146970", "ru", "1988", nil, "Степанакерт"),
            ("gn:146970", "sides", nil, "AZ", "Khankendi"),
            ("gn:146970", "sides", nil, "AM", "Stepanakert"),
            // Ganja
            ("gn:586523", "sides", nil, nil, "Ganja"),
            ("gn:586523", "sides", "2024", nil, "Ganja"),
            ("gn:586523", "sides", "1988", nil, "Kirovabad"),
            ("gn:586523", "sides", "1900", nil, "Elisavetpol"),
            ("gn:586523", "ru", "1988", nil, "Кировабад"),
            ("gn:586523", "az", nil, nil, "Gəncə"),
            // Gyumri
            ("gn:616635", "sides", nil, nil, "Gyumri"),
            ("gn:616635", "sides", "1988", nil, "Leninakan"),
            ("gn:616635", "sides", "1900", nil, "Alexandropol"),
            ("gn:616635", "hy", nil, nil, "Գյումրի"),
            // Kalbajar / Karvachar
            ("gn:586268", "sides", "2010", nil, "Kalbajar / Karvachar"),
            ("gn:586268", "sides", nil, nil, "Kalbajar / Karvachar"),
            ("gn:586268", "sides", "1988", nil, "Kalbajar"),
            ("gn:586268", "hy", "2010", "x-nk", "Քարվաճառ"),
            ("gn:586268", "az", "2024", nil, "Kəlbəcər"),
            // Beylagan
            ("gn:148354", "sides", "1985", nil, "Zhdanov"),
            ("gn:148354", "sides", "1995", nil, "Beylagan"),
            ("gn:148354", "az", nil, nil, "Beyləqan"),
            // Goygol
            ("gn:584716", "sides", "1930", nil, "Helenendorf"),
            ("gn:584716", "sides", "1990", nil, "Khanlar"),
            ("gn:584716", "sides", "2024", nil, "Goygol"),
            // Yerevan
            ("gn:616052", "sides", "1930", nil, "Erivan"),
            ("gn:616052", "sides", "2024", nil, "Yerevan"),
            ("gn:616052", "az", "2024", nil, "İrəvan"),
            ("gn:616052", "hy", nil, nil, "Երևան"),
            ("gn:616052", "ru", nil, nil, "Ереван"),
            // Sevan
            ("gn:616250", "sides", "1930", nil, "Yelenovka"),
            // Pairs and lists
            ("gn:146970", "az+hy", nil, nil, "Xankəndi / Ստեփանակերտ"),
            ("gn:616052", "en+az", nil, nil, "Yerevan / İrəvan"),
            ("gn:147105", "ka,az", nil, nil, "შუშა"),
            // The names in use on each side today, by the table of contested places.
            ("gn:147105", "hy", nil, nil, "Շուշի"),
            ("gn:147105", "az", nil, nil, "Şuşa"),
            ("gn:147625", "az+hy", nil, nil, "Laçın / Բերձոր"),
            ("gn:586268", "az+hy", nil, nil, "Kəlbəcər / Քարվաճառ"),
            ("gn:147774", "az+hy", nil, nil, "Xocalı / Իվանյան"),
        ] as [(String, String, String?, String?, String)])
    func `prints the name of the time and side`(
        id: String, policy: String, date: String?, perspective: String?, label: String
    ) throws {
        let place = try #require(Pack.embedded.place(id: id))
        let asOf = try date.map { try HistoricalDate(edtf: $0) }
        let policy = try NamePolicy(named: policy, perspective: perspective, asOf: asOf)
        #expect(Pack.embedded.label(for: place, policy).text == label)
    }

    @Test(
        arguments: [
            ("Azerbaijan", Renamings.azerbaijan), ("Armenia", Renamings.armenia),
            ("Georgia and the north", Renamings.georgiaAndNorth),
        ])
    func `prints the names of renamed towns at their time`(land: String, rows: [Renamings.Row])
        throws
    {
        for row in rows {
            #expect(try label(row).text == row.label, "\(row)")
        }
    }

    @Test func `says by which rule it falls back`() throws {
        for (row, rule) in Renamings.fallbacks {
            let label = try label(row)
            #expect(label.text == row.label, "\(row)")
            #expect(label.rule.rawValue == rule, "\(row)")
        }
    }

    private func label(_ row: Renamings.Row) throws -> PlaceLabel {
        let place = try #require(Pack.embedded.place(id: row.id))
        let asOf = try row.date.map { try HistoricalDate(edtf: $0) }
        let policy = try NamePolicy(
            named: row.policy, perspective: row.perspective, asOf: asOf)
        return Pack.embedded.label(for: place, policy)
    }
}
