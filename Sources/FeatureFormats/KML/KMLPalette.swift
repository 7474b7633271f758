internal import XMLText

/// The styles of categories, as KML has them; see `CategoryPalette`.
struct KMLPalette {
    private var palette = CategoryPalette()

    /// Where the style of a category stands, open for a status other than `reported`.
    mutating func style(of category: String?, _ status: String?) -> String {
        let isOpen = status.map { $0 != "reported" } ?? false
        return "#\(Self.name(palette.number(of: category), isOpen: isOpen))"
    }

    private static func name(_ number: Int, isOpen: Bool) -> String {
        "category-\(number < CategoryPalette.other ? "\(number + 1)" : "other")\(isOpen ? "-open" : "")"
    }

    static func writeStyles(to xml: inout XMLWriter) {
        for (number, color) in CategoryPalette.colors.enumerated() {
            for isOpen in [false, true] {
                write(color, named: name(number, isOpen: isOpen), isOpen: isOpen, to: &xml)
            }
        }
    }

    private static func write(
        _ color: String, named name: String, isOpen: Bool, to xml: inout XMLWriter
    ) {
        // KML spells colours alpha, blue, green, red (OGC 07-147r2, section 16.5).
        let color = String(color.suffix(2) + color.dropFirst(2).prefix(2) + color.prefix(2))
        xml.element("Style", [XMLAttribute("id", name)]) { xml in
            xml.element("IconStyle") { $0.text("color", (isOpen ? "80" : "ff") + color) }
            xml.element("LineStyle") { xml in
                xml.text("color", (isOpen ? "80" : "ff") + color)
                xml.text("width", "2")
            }
            xml.element("PolyStyle") { xml in
                xml.text("color", "66" + color)
                xml.text("fill", isOpen ? "0" : "1")
            }
        }
    }
}
