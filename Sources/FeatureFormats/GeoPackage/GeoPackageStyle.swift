internal import XMLText

/// A style as QGIS reads it (QML): a colour for each category, for points, lines and areas alike; pale where
/// the status is not `reported`.
///
/// QGIS shows a layer of several kinds of shapes as several layers, and takes one style for all. So it has
/// a rule for each kind, and does not say what kind it is for.
struct GeoPackageStyle {
    let category: String?
    let status: String?
    let precision: String?
    let categories: [String]

    enum Kind: String, CaseIterable {
        case point = "Point"
        case line = "Line"
        case area = "Polygon"

        var symbol: (type: String, layer: String) {
            switch self {
            case .point: ("marker", "SimpleMarker")
            case .line: ("line", "SimpleLine")
            case .area: ("fill", "SimpleFill")
            }
        }
    }

    var text: String {
        var xml = XMLWriter(
            prolog: "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n")
        xml.element(
            "qgis", [XMLAttribute("version", "3.22"), XMLAttribute("styleCategories", "Symbology")]
        ) {
            xml in
            xml.element(
                "renderer-v2",
                [
                    XMLAttribute("type", "RuleRenderer"), XMLAttribute("symbollevels", "0"),
                    XMLAttribute("enableorderby", "0"),
                ]
            ) { xml in
                xml.element("rules", [XMLAttribute("key", "root")]) { xml in
                    for (number, rule) in rules.enumerated() {
                        xml.empty(
                            "rule",
                            [
                                XMLAttribute("key", "rule-\(number)"),
                                XMLAttribute("symbol", "\(number)"),
                                XMLAttribute("filter", rule.filter),
                                XMLAttribute("label", rule.label),
                            ])
                    }
                }
                xml.element("symbols") { xml in
                    for (number, rule) in rules.enumerated() {
                        write(rule.kind, rule.color, number, to: &xml)
                    }
                }
            }
        }
        return String(decoding: xml.bytes, as: UTF8.self)
    }

    private var rules: [(kind: Kind, color: String, filter: String, label: String)] {
        Kind.allCases.flatMap { kind in
            let shape = "geometry_type($geometry) = '\(kind.rawValue)'"
            let other = (kind, CategoryPalette.colors[CategoryPalette.other])
            guard let category, !categories.isEmpty else { return [(other.0, other.1, shape, "")] }
            let field = SQLName.quoted(category)
            let known = categories.map(SQLName.text).joined(separator: ", ")
            let named = categories.enumerated().map { number, name in
                (
                    kind, CategoryPalette.colors[number],
                    "\(shape) AND \(field) = \(SQLName.text(name))", name
                )
            }
            let rest = "\(shape) AND (\(field) IS NULL OR \(field) NOT IN (\(known)))"
            return named + [(other.0, other.1, rest, "other")]
        }
    }
}
