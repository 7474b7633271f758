import PlaceExpressions
import TestSupport
import Testing

@Suite("Place expressions") struct PlaceExpressionTests {
    private func text(_ name: WrittenName) -> String {
        (name.isID ? "#" : "") + ([name.text] + name.containers).joined(separator: "|")
    }

    /// The form in short: its word, its names and its way.
    private func text(_ expression: PlaceExpression) -> String {
        let names = expression.names.map(text).joined(separator: " + ")
        switch expression.form {
        case .at: return names
        case .near: return "near \(names)"
        case .outskirts: return "outskirts \(names)"
        case .between: return "between \(names)"
        case .road: return "road \(names)"
        case .border: return "border \(names)"
        case .away(let way, _):
            let metres = way.distanceInMetres.map { "\($0)±\(way.distanceSlackInMetres)m" }
            let degrees = way.bearing.map { "\($0.degrees)±\($0.slackInDegrees)°" }
            return "\([metres, degrees].compactMap(\.self).joined(separator: " ")) \(names)"
        }
    }

    @Test(arguments: [
        ("Khankendi", "Khankendi"), ("gn:147928", "#gn:147928"),
        ("A, B district , C", "A|B district|C"),
        ("gn:1, B", "gn:1|B"), ("gn:", "gn:"), ("Note: x", "Note: x"), ("12:30", "12:30"),
        ("North Ossetia", "North Ossetia"), ("South", "South"), ("nearby", "nearby"),
        ("near", "near"),
        ("Nearchos", "Nearchos"), ("Ust-Kut", "Ust-Kut"), ("Isle of Man", "Isle of Man"),
        ("X and Y", "X and Y"), ("Tovuz district", "Tovuz district"), ("road", "road"), ("", ""),
        ("10 km", "10 km"), ("In Salah", "In Salah"),
    ])
    func `what fits no form is a name`(written: String, expected: String) {
        #expect(text(PlaceExpression(written)) == expected)
    }

    @Test(arguments: [
        ("near Askeran", "near Askeran"), ("Near\u{A0}gn:1", "near #gn:1"),
        ("in the vicinity of Askeran", "near Askeran"),
        ("close to A, B district", "near A|B district"),
        ("somewhere near A", "near A"), ("near , B", "near B"), ("not far from A", "near A"),
        ("around A", "near A"),
        ("около Аскерана", "near Аскерана"), ("Вблизи г. Шуша", "near г. Шуша"),
        ("Ağdam yaxınlığında", "near Ağdam"), ("Շուշիի մոտ", "near Շուշի"),
        ("on the outskirts of A", "outskirts A"), ("northern outskirts of A", "outskirts A"),
        ("на окраине Шуша", "outskirts Шуша"),
    ])
    func `near a place and at its edge`(written: String, expected: String) {
        #expect(text(PlaceExpression(written)) == expected)
    }

    /// Bearings are those of the compass card; slack as Wieczorek, Guo and Hijmans 2004 have it. The
    /// international mile is 1609.344 m (1959), the verst 1066.8 m (1835).
    @Test(arguments: [
        ("10 km north of A", "10000.0±5000.0m 0.0±45.0° A"),
        ("12 km north-east of A", "12000.0±500.0m 45.0±22.5° A"),
        ("12km northeast of A", "12000.0±500.0m 45.0±22.5° A"),
        ("12 km north east of A", "12000.0±500.0m 45.0±22.5° A"),
        ("2.5 km SSW of A", "2500.0±50.0m 202.5±11.25° A"),
        ("2,5 km W of A", "2500.0±50.0m 270.0±45.0° A"),
        ("about 300 metres to the south-east of A, B", "300.0±50.0m 135.0±22.5° A|B"),
        ("around 10 km north of A", "10000.0±5000.0m 0.0±45.0° A"),
        ("~5 kilometres from A", "5000.0±500.0m A"),
        ("1 mile east of A", "1609.344±804.672m 90.0±45.0° A"),
        ("north of A", "0.0±45.0° A"), ("to the west of A", "270.0±45.0° A"),
        ("3 versts from A", "3200.3999999999996±533.4m A"),
        ("в 12 км к северу от Шуша", "12000.0±500.0m 0.0±45.0° Шуша"),
        ("12 км юго-западнее Шуша", "12000.0±500.0m 225.0±22.5° Шуша"),
        ("Şuşadan 12 km şimalda", "12000.0±500.0m 0.0±45.0° Şuşa"),
        ("Bərdədən 12 km cənub-qərbdə", "12000.0±500.0m 225.0±22.5° Bərdə"),
        ("Շուշիից 12 կմ հյուսիս", "12000.0±500.0m 0.0±45.0° Շուշի"),
    ])
    func `a way from a place`(written: String, expected: String) {
        #expect(text(PlaceExpression(written)) == expected)
    }

    @Test func `a way longer than a thousand kilometres is none`() {
        #expect(
            PlaceExpression("2000 km north of A").form
                == .at(PlaceExpression("2000 km north of A").whole))
        #expect(text(PlaceExpression("1000000 km north of A")) == "1000000 km north of A")
    }

    @Test(arguments: [
        ("between A and B", "between A + B"), ("halfway between A & B", "between A + B"),
        ("between A and B, C district", "between A|C district + B|C district"),
        ("between A, D and B, C", "between A|D + B|C"),
        ("между Шуша и Лачин", "between Шуша + Лачин"),
        ("Şuşa ilə Laçın arasında", "between Şuşa + Laçın"),
        ("Շուշիի և Բերձորի միջև", "between Շուշի + Բերձոր"),
        ("Fizuli-Shusha road", "road Fizuli + Shusha"), ("on the A – B highway", "road A + B"),
        ("Ust-Kut – Bratsk road", "road Ust-Kut + Bratsk"), ("A to B road", "road A + B"),
        ("on the road from A to B", "road A + B"), ("road between A and B", "road A + B"),
        ("трасса Ханкенди — Агдам", "road Ханкенди + Агдам"),
        ("Ağdam-Xankəndi yolu", "road Ağdam + Xankəndi"),
        ("A-B-C road", "A-B-C road"), ("Old road", "Old road"),
        ("border of A and B", "border A + B"), ("on the A-B border", "border A + B"),
        ("The Hague-Delft road", "road The Hague + Delft"),
        ("the border between A and B", "border A + B"), ("A və B sərhədi", "border A + B"),
        ("граница Армения и Грузия", "border Армения + Грузия"),
    ])
    func `between two places`(written: String, expected: String) {
        #expect(text(PlaceExpression(written)) == expected)
    }

    @Test func `names know where they stand`() {
        let expression = PlaceExpression("  between Aa and Bbb, C ")
        #expect(expression.description == "between Aa and Bbb, C" && expression.scalarOffset == 2)
        #expect(expression.names.map(\.scalarOffset) == [10, 17])
        #expect(
            expression.whole.text == "between Aa and Bbb" && expression.whole.containers == ["C"])
    }

    @Test func `a text of more than two dozen words is a name`() {
        let long = "near " + Array(repeating: "x", count: 24).joined(separator: " ")
        #expect(text(PlaceExpression(long)) == long)
        let words = "near " + Array(repeating: "x", count: 23).joined(separator: " ")
        #expect(text(PlaceExpression(words)) == words)
    }

    /// Any text is read, and every name lies within it.
    @Test(arguments: 0..<200 as Range<UInt64>) func `any text is an expression`(seed: UInt64) {
        let words = [
            "near", "between", "and", "of", "10", "km", "north", "-", "–", ",", "A", "road",
            "border",
            "и", "ilə", "arasında", "X-Y", "մոտ", "севернее", "от", "1e9", "~", "\u{301}", "gn:1",
        ]
        var random = SplitMix64(seed: seed)
        let text = (0..<Int.random(in: 0...26, using: &random))
            .map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(
                separator: " ")
        let expression = PlaceExpression(text)
        let length = text.unicodeScalars.count
        #expect(expression.names.allSatisfy { $0.scalarOffset <= length })
        #expect(!expression.names.isEmpty && expression.names.count <= 2)
    }
}
