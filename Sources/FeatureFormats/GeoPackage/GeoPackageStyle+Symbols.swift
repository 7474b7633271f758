internal import XMLText

extension GeoPackageStyle {
    /// Writes the symbol of a rule: half as strong where the status is not `reported`.
    func write(_ kind: Kind, _ color: String, _ number: Int, to xml: inout XMLWriter) {
        let (type, layer) = kind.symbol
        let attributes = [
            XMLAttribute("type", type), XMLAttribute("name", "\(number)"),
            XMLAttribute("alpha", "1"), XMLAttribute("clip_to_extent", "1"),
        ]
        xml.element("symbol", attributes) { xml in
            if let status {
                let strength = "if(\(SQLName.quoted(status)) = 'reported', 100, 50)"
                Self.write("alpha", set: strength, to: &xml)
            }
            let attributes = [
                XMLAttribute("class", layer), XMLAttribute("enabled", "1"),
                XMLAttribute("pass", "0"), XMLAttribute("locked", "0"),
            ]
            xml.element("layer", attributes) { xml in
                for (name, value) in Self.properties(of: kind, color) {
                    xml.empty("prop", [XMLAttribute("k", name), XMLAttribute("v", value)])
                }
                if kind == .area, let precision {
                    // The outlines of countries hold most of what else is drawn.
                    let fill = "if(\(SQLName.quoted(precision)) = 'country', 'no', 'solid')"
                    Self.write("fillStyle", set: fill, to: &xml)
                }
            }
        }
    }

    /// Lets an expression set a property.
    private static func write(
        _ property: String, set expression: String, to xml: inout XMLWriter
    ) {
        func option(_ name: String, _ value: String, _ type: String) -> [XMLAttribute] {
            [XMLAttribute("name", name), XMLAttribute("value", value), XMLAttribute("type", type)]
        }
        func map(_ name: String) -> [XMLAttribute] {
            [XMLAttribute("name", name), XMLAttribute("type", "Map")]
        }
        xml.element("data_defined_properties") { xml in
            xml.element("Option", [XMLAttribute("type", "Map")]) { xml in
                xml.empty("Option", option("name", "", "QString"))
                xml.element("Option", map("properties")) { xml in
                    xml.element("Option", map(property)) { xml in
                        xml.empty("Option", option("active", "true", "bool"))
                        xml.empty("Option", option("expression", expression, "QString"))
                        // An expression, not a field or a constant.
                        xml.empty("Option", option("type", "3", "int"))
                    }
                }
                xml.empty("Option", option("type", "collection", "QString"))
            }
        }
    }

    private static func properties(of kind: Kind, _ color: String) -> [(String, String)] {
        func spelled(_ alpha: Int) -> String {
            let number = Int(color, radix: 16) ?? 0
            return "\(number >> 16),\(number >> 8 & 255),\(number & 255),\(alpha)"
        }
        switch kind {
        case .point:
            return [
                ("name", "circle"), ("color", spelled(255)), ("size", "2.4"), ("size_unit", "MM"),
                ("outline_color", "255,255,255,255"), ("outline_width", "0.3"),
                ("outline_style", "solid"),
            ]
        case .line:
            return [
                ("line_color", spelled(255)), ("line_width", "0.6"), ("line_style", "solid"),
            ]
        case .area:
            return [
                ("color", spelled(77)), ("style", "solid"), ("outline_color", spelled(255)),
                ("outline_width", "0.4"), ("outline_style", "solid"),
            ]
        }
    }
}
