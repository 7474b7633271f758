import Diagnostics
import EDTF
import GeoModel
import MapPipeline
import Testing

/// Coordinates and ids are those of GeoNames: Ganja 46.36134 E 40.68157 N, Barda 47.12619 E 40.37577 N, each
/// within 1,000 m. A degree of a great circle is 111,195 m.
@Suite("Geometry of place expressions") struct PlaceFormsTests {
    private func feature(_ text: String, on date: String = "") throws -> Feature {
        try #require(Sample.placed(at: text, on: date).features.first)
    }

    private func uncertainty(_ text: String) throws -> Double {
        try #require(feature(text).uncertaintyInMetres)
    }

    /// 10 km are 0.08993 degrees. The corner of what the words may mean is 15 km off at 45 degrees, so by
    /// the law of cosines √(10² + 15² - 2·10·15·cos 45°) = 10.624 km from the middle; the town adds 1 km.
    @Test func `a way from a place leads there`() throws {
        let feature = try feature("10 km north of Ganja")
        let anchor = try #require(feature.anchor)
        #expect(feature.geometry == .point(anchor))
        #expect(abs(anchor.longitude - 46.36134) < 1e-6 && abs(anchor.latitude - 40.7715) < 1e-4)
        #expect(feature.precision == .near)
        #expect(abs(try uncertainty("10 km north of Ganja") - 11_624) < 5)
        #expect(feature.place?.id == nil && feature.place?.matchedName == "Ganja")
        #expect(feature.place?.text == "10 km north of Ganja")
    }

    @Test(arguments: [
        ("near Ganja", 11_000.0), ("north of Ganja", 11_000), ("outskirts of Ganja", 6_000),
        ("12 km from Ganja", 13_500), ("Ganja", 1_000),
    ])
    func `about a place the anchor stays at it`(text: String, metres: Double) throws {
        let feature = try feature(text)
        #expect(feature.place?.id == "gn:586523")
        #expect(feature.anchor == Coordinate(longitude: 46.36134, latitude: 40.68157))
        #expect(feature.uncertaintyInMetres == metres)
        #expect(feature.precision == (text == "Ganja" ? .settlement : .near))
    }

    /// Half of the 73,044 m between the two, by the spherical law of cosines, and 1 km of the town.
    @Test func `between two places is the middle, give or take half the way`() throws {
        let feature = try feature("between Ganja and Barda")
        let anchor = try #require(feature.anchor)
        #expect(feature.geometry == .point(anchor) && feature.precision == .near)
        #expect(abs(anchor.longitude - 46.7446) < 1e-3 && abs(anchor.latitude - 40.5294) < 1e-3)
        #expect(abs(try uncertainty("between Ganja and Barda") - 37_522) < 2)
        #expect(feature.place?.id == nil && feature.place?.label == "Ganja – Barda")
        #expect(feature.destination == nil, "it is no movement")
    }

    @Test func `a road that the gazetteer knows has its course, whichever way it is named`() throws
    {
        let road = try feature("on the Fizuli-Shusha road")
        let named = try feature("Fizuli-Shusha road")
        #expect(named.place?.matchedName == "Fizuli-Shusha road")
        #expect(road.place?.id == "tp:road-fuzuli-shusha" && named.place?.id == road.place?.id)
        #expect(road.geometry == named.geometry)
        let back = try feature("Shusha–Fizuli highway")
        #expect(back.place?.id == "tp:road-fuzuli-shusha")
        #expect(back.geometry?.positions == named.geometry?.positions.reversed())
    }

    /// The course of the road in the tables: Khankendi, Khojaly, Askeran, Aghdam.
    @Test func `a stretch of a known road is cut out of it`() throws {
        let placed = try Sample.placed(at: "Khojaly-Askeran road")
        let feature = try #require(placed.features.first)
        #expect(feature.place?.id == "tp:road-khankendi-aghdam")
        #expect(
            feature.geometry
                == .lineString([
                    Coordinate(longitude: 46.79213, latitude: 39.91361),
                    Coordinate(longitude: 46.83161, latitude: 39.9391),
                ]))
        #expect(placed.report.diagnostics.isEmpty && feature.precision == .near)
    }

    @Test func `a road that nobody knows is a straight line, and that is said`() throws {
        let placed = try Sample.placed(at: "Ganja-Barda road")
        let feature = try #require(placed.features.first)
        #expect(
            feature.geometry
                == .lineString([
                    Coordinate(longitude: 46.36134, latitude: 40.68157),
                    Coordinate(longitude: 47.12619, latitude: 40.37577),
                ]))
        #expect(feature.precision == .near && feature.place?.id == nil)
        let note = try #require(placed.report.diagnostics.first)
        #expect(note.severity == .note && note.code == "straight-road")
        #expect(note.problem.contains("a straight line stands for it, approximate"))
    }

    /// Tovuz lies between Aghstafa and Shamkir districts and has no border with Gazakh.
    @Test func `a border is the line that two outlines share`() throws {
        let border = try feature("border of Tovuz and Shamkir")
        #expect(border.geometry?.word == "line" && border.precision == .district)
        let tovuz = Set(try #require(feature("Tovuz district").geometry).positions)
        let shamkir = Set(try #require(feature("Shamkir district").geometry).positions)
        let positions = try #require(border.geometry).positions
        #expect(
            positions.count > 3
                && positions.allSatisfy { tovuz.contains($0) && shamkir.contains($0) })
        let placed = try Sample.placed(at: "border of Tovuz and Gazakh")
        #expect(placed.setAside == [.unknownPlace: 1])
        #expect(placed.report.diagnostics.first?.code == "no-common-border")
    }

    @Test func `a border of countries is known more closely than a country`() throws {
        let placed = try Sample.placed(at: "Armenia-Georgia border")
        #expect(placed.features.first?.precision == .region && placed.placed == 1)
    }

    /// What is near a district is known no more closely than the district.
    @Test func `near an area is no closer than the area`() throws {
        #expect(try feature("near Tovuz district").precision == .district)
        #expect(try feature("north of Armenia").precision == .country)
        #expect(try feature("near Tovuz district").geometry?.word == "point")
    }

    /// Every position of an outline lies within the uncertainty, and one at its end.
    @Test(arguments: ["Tovuz district", "Armenia", "Fizuli-Shusha road"])
    func `the uncertainty reaches the farthest part of the place`(text: String) throws {
        let feature = try feature(text)
        let anchor = try #require(feature.anchor)
        let farthest = try #require(
            feature.geometry?.positions.map { anchor.distance(to: $0) }.max())
        let course = text.hasSuffix("road") ? 5_000.0 : 0
        #expect(abs(try uncertainty(text) - farthest - course) < 1)
    }

    @Test func `expressions are ends of movements`() throws {
        let feature = try feature("near Ganja -> 10 km north of Barda")
        #expect(feature.geometry?.word == "line" && feature.precision == .near)
        #expect(feature.destination?.text == "10 km north of Barda")
    }

    @Test func `a name that is not known is told where it stands`() throws {
        let placed = try Sample.placed(at: "between Ganja and Qwxzville")
        #expect(placed.setAside == [.unknownPlace: 1])
        let finding = try #require(placed.report.diagnostics.first)
        #expect(finding.location?.description == "events.csv:2:22")
        #expect(finding.problem.contains("\"Qwxzville\""))
    }
}

/// GeoNames has two villages called Chinarli: 147001 is 15 km from Fizuli, 585642 is 158 km from there and
/// 119 km from Khankendi.
@Suite("Places of a row that tell each other") struct RowNeighboursTests {
    @Test func `the other places of the row decide between namesakes far apart, and that is said`()
        throws
    {
        let placed = try Sample.placed(at: "Fizuli; Chinarli")
        #expect(placed.features.map(\.place?.id) == ["gn:148106", "gn:147001"])
        let note = try #require(placed.report.diagnostics.first)
        #expect(note.severity == .note && note.code == "place-by-neighbours")
        #expect(
            note.problem == "\"Chinarli\" taken as gn:147001: 15 km from the row's other places")
        #expect(note.location?.description == "events.csv:2:12" && note.candidates == ["gn:147001"])
    }

    @Test func `both ends of a way count`() throws {
        #expect(try Sample.placed(at: "Fizuli -> Chinarli").setAsideCount == 0)
        #expect(try Sample.placed(at: "between Fizuli and Chinarli").setAsideCount == 0)
    }

    @Test(arguments: [
        "Chinarli", "Fizuli; Khankendi; Chinarli", "Azerbaijan; Chinarli", "Baku; Chinarli",
    ])
    func `without such neighbours it stays ambiguous`(text: String) throws {
        let findings = try Sample.placed(at: text).report.diagnostics
        #expect(findings.map(\.code) == ["ambiguous-place"])
    }
}
