public import Diagnostics
internal import EDTF
internal import GeoModel
internal import XMLText

/// Writes features as KML, as Google Earth and GIS programs read it.
///
/// Each feature is a placemark with its columns as typed extended data. A feature whose columns `date`, or
/// `start` and `end`, say when it was has a time span, a year or a month where no more is known. The
/// first categories have a colour each and all others grey; what is not `reported` but planned, alleged or
/// disputed is pale, and its area an outline alone. Credits, licences and the rule of names come last, in a
/// folder of their own, since they tell what was left out.
///
/// Source: OGC 07-147r2, "KML" 2.2, whose schema orders the elements.
public struct KMLWriter: FeatureWriter {
    private var xml = XMLWriter()
    private let schema: FeatureSchema
    private let labels: [Int]
    private let category: Int?
    private let status: Int?
    private let date: Int?
    private let start: Int?
    private let end: Int?
    private var palette = KMLPalette()
    private var spans = KMLSpans()

    /// Starts a document of features that have the columns of a schema.
    public init(_ schema: FeatureSchema) {
        self.schema = schema
        func place(_ name: String) -> Int? { schema.columns.firstIndex { $0.name == name } }
        labels = schema.labels.compactMap(place)
        (category, status) = (place("category"), place("status"))
        (date, start, end) = (place("date"), place("start"), place("end"))
        xml.open("kml", [XMLAttribute("xmlns", "http://www.opengis.net/kml/2.2")])
        xml.open("Document", [])
        xml.text("name", schema.summary)
        KMLPalette.writeStyles(to: &xml)
        writeSchema()
        xml.open("Folder")
        xml.text("name", schema.name)
    }

    private mutating func writeSchema() {
        let columns = schema.columns
        let attributes = [XMLAttribute("name", schema.name), XMLAttribute("id", schema.name)]
        xml.element("Schema", attributes) { xml in
            for column in columns {
                let type =
                    switch column.type {
                    case .text, .date, .json: "string"
                    case .integer: "int"
                    case .number: "double"
                    }
                xml.empty(
                    "SimpleField",
                    [XMLAttribute("type", type), XMLAttribute("name", column.name)])
            }
        }
    }

    /// Writes a placemark, and hands on what was gathered.
    public mutating func write(
        _ record: FeatureRecord, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        xml.open("Placemark", [XMLAttribute("id", KMLID.spelled(record.idText))])
        xml.text("name", label(of: record))
        if let span = span(of: record) { span.write(to: &xml) }
        xml.text("styleUrl", palette.style(of: text(category, record), text(status, record)))
        writeData(of: record)
        if let geometry = record.geometry {
            KMLGeometry(digits: record.digits).write(geometry, to: &xml)
        }
        xml.close("Placemark")
        try xml.drain(beyond: featurePieceSize, receive)
    }

    private func label(of record: FeatureRecord) -> String {
        labels.lazy.compactMap { text($0, record) }.first ?? record.idText
    }

    /// The text of a column; nil for a column that is not there or says nothing.
    private func text(_ column: Int?, _ record: FeatureRecord) -> String? {
        guard let column, case .text(let text) = record[column] else { return nil }
        return text
    }

    private mutating func span(of record: FeatureRecord) -> KMLSpan? {
        if let date = text(date, record), let span = spans.span(ofDate: date) { return span }
        return KMLSpan(begin: text(start, record), end: text(end, record))
    }

    private mutating func writeData(of record: FeatureRecord) {
        let columns = schema.columns
        xml.element("ExtendedData") { xml in
            xml.element("SchemaData", [XMLAttribute("schemaUrl", "#\(schema.name)")]) { xml in
                for (index, column) in columns.enumerated() {
                    guard let text = record[index].text else { continue }
                    xml.text("SimpleData", [XMLAttribute("name", column.name)], text)
                }
            }
        }
    }

    /// Ends the document with what a reader must know of it, and hands on the rest.
    public mutating func finish(
        _ provenance: ExportProvenance, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        xml.close("Folder")
        xml.element("Folder") { xml in
            xml.text("name", "About these data")
            xml.text("description", provenance.lines.joined(separator: "\n"))
            xml.element("ExtendedData") { xml in
                for (name, value) in provenance.facts {
                    xml.element("Data", [XMLAttribute("name", name)]) { xml in
                        xml.text("value", value)
                    }
                }
            }
        }
        xml.close("Document")
        xml.close("kml")
        try xml.drain(receive)
    }
}

/// Makes names for XML of ids of any letters.
enum KMLID {
    /// An id as an `xsd:ID`: ASCII letters, digits, `-` and `.` stay, all other bytes become `_` and two
    /// hexadecimal digits, so that no two ids become one.
    static func spelled(_ id: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var spelled = Array("f.".utf8)
        for byte in id.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."):
                spelled.append(byte)
            default: spelled += [UInt8(ascii: "_"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: spelled, as: UTF8.self)
    }
}
