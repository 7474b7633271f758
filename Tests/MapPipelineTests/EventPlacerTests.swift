import Diagnostics
import EDTF
import EventIngest
import GeoModel
import MapPipeline
import PlacePack
import TestSupport
import Testing

/// Ids are those of GeoNames and ISO 3166, read off their tables.
@Suite("Places of events") struct EventPlacerTests {
    /// The rule of the design: doubt is drawn, a district is not a pin.
    @Test(arguments: [
        ("Khankendi", "gn:146970", PlacePrecision.settlement, "point"),
        ("near Askeran", "gn:148450", .near, "point"),
        ("Tovuz district", "iso:AZ-TOV", .district, "area"),
        ("Armenia", "iso:AM", .country, "area"),
        ("Nagorno-Karabakh", "tp:nagorno-karabakh", .region, "point"),
        ("Fizuli-Shusha road", "tp:road-fuzuli-shusha", .near, "line"),
        ("Vagif mausoleum, Shusha", "tp:vagif-mausoleum", .near, "point"),
        ("USSR", "tp:ussr", .country, "point"),
        ("gn:147928", "gn:147928", .settlement, "point"),
    ])
    func `an event is drawn as closely as its place is known`(
        text: String, id: String, precision: PlacePrecision, shape: String
    ) throws {
        let placed = try Sample.placed(at: text)
        let feature = try #require(placed.features.first)
        #expect(feature.place?.id == id)
        #expect(feature.place?.text == text)
        #expect(feature.precision == precision)
        if id == "tp:nagorno-karabakh" {
            // A region without an agreed outline may stand as a point or as an honest area.
            #expect(feature.geometry != nil && feature.anchor != nil)
        } else {
            #expect(feature.geometry?.word == shape)
        }
        #expect(placed.report.diagnostics.isEmpty)
    }

    /// Two villages of the name lie in the district; nothing tells which is meant.
    @Test func `several places in one container: the event stands at the container`() throws {
        let placed = try Sample.placed(at: "Balligaya, Goranboy district")
        let feature = try #require(placed.features.first)
        #expect(feature.place?.id == "iso:AZ-GOR")
        #expect(feature.precision == .district)
        #expect(feature.geometry?.word == "area")
        #expect(feature.place?.matchedName == nil)
        #expect(placed.placed == 1 && placed.setAsideCount == 0)
    }

    @Test func `a movement is a line between two places`() throws {
        let feature = try #require(
            Sample.placed(at: "Khojaly -> Agdam").features.first)
        #expect(feature.place?.id == "gn:147774")
        #expect(feature.destination?.id == "gn:148619")
        guard case .lineString(let line) = try #require(feature.geometry) else {
            Issue.record("no line")
            return
        }
        // GeoNames: Khojaly 39.91361 N 46.79213 E, Aghdam 39.99096 N 46.92736 E.
        #expect(abs(line[0].longitude - 46.792) < 0.01 && abs(line[0].latitude - 39.914) < 0.01)
        #expect(abs(line[1].longitude - 46.927) < 0.01 && abs(line[1].latitude - 39.991) < 0.01)
        #expect(line.count == 2 && feature.anchor == line[0])
    }

    @Test func `a movement is known as closely as the vaguer of its ends`() throws {
        let feature = try #require(
            Sample.placed(at: "Khankendi -> Tovuz district").features.first)
        #expect(feature.precision == .district)
    }

    @Test func `coordinates of the table are a point`() throws {
        let placed = try Sample.placed("id,longitude,latitude,place\nE,46.5,40.25,a well\n")
        let feature = try #require(placed.features.first)
        #expect(feature.geometry == .point(Coordinate(longitude: 46.5, latitude: 40.25)))
        #expect(feature.precision == .point)
        #expect(feature.place?.text == "a well" && feature.place?.id == nil)
    }

    @Test func `each place of a list is a feature of the event`() throws {
        let placed = try Sample.placed(at: "Ganja; Barda; Terter")
        #expect(placed.features.map(\.id) == ["E/1", "E/2", "E/3"])
        #expect(placed.features.allSatisfy { $0.placeCount == 3 && $0.eventID == "E" })
        #expect(placed.placed == 1, "a row is counted once")
    }

    @Test func `of a list only the failing place drops out, with a warning`() throws {
        let placed = try Sample.placed(at: "Ganja; Qwxzville; Barda")
        #expect(placed.features.compactMap(\.place?.id) == ["gn:586523", "gn:587057"])
        #expect(placed.features.map(\.id) == ["E/1", "E/2"])
        #expect(placed.features.allSatisfy { $0.placeCount == 2 })
        #expect(placed.placed == 1 && placed.setAsideCount == 0)
        let finding = try #require(placed.report.diagnostics.first)
        #expect(finding.severity == .warning && finding.code == "unknown-place")
        #expect(finding.location?.description == "events.csv:2:11", "\(finding)")
        #expect(finding.problem.contains("the row's other places are used"))
    }

    @Test func `claims about one event are told apart`() throws {
        let placed = try Sample.placed(
            "id,place,reported_by\nE,Ganja; Barda,A\nE,Ganja; Barda,B\n")
        #expect(placed.features.map(\.id) == ["E/1", "E/2", "E/1/2", "E/2/2"])
        #expect(placed.features.allSatisfy { $0.claimCount == 2 })
    }

    @Test func `a row without a place is kept`() throws {
        let placed = try Sample.placed(at: "")
        #expect(placed.withoutPlace == 1)
        let feature = try #require(placed.features.first)
        #expect(feature.geometry == nil && feature.precision == nil && feature.placeCount == 0)
    }

    @Test func `an event of a country and a town counts as placed`() throws {
        let placed = try Sample.placed(at: "Armenia; Ganja")
        #expect(placed.placed == 1 && placed.countryLevel == 0)
        #expect(try Sample.placed(at: "Armenia; Azerbaijan").countryLevel == 1)
    }

    /// Renamed in 1923 and 1991; the outline of the oblast held from 1923 to 1991.
    @Test func `names and areas are those of the event's date`() throws {
        let before = try #require(Sample.placed(at: "Kirovabad", on: "1960").features.first)
        #expect(before.place?.id == "gn:586523")
        let oblast = try #require(Sample.placed(at: "NKAO", on: "1988-02").features.first)
        #expect(oblast.place?.id == "tp:nkao" && oblast.geometry?.word == "area")
        #expect(oblast.precision == .region)
    }
}

@Suite("Rows that cannot be placed") struct SetAsideTests {
    @Test func `an unknown place sets the row aside, with spellings close to it`() throws {
        let placed = try Sample.placed(at: "Yervn")
        #expect(placed.features.isEmpty)
        #expect(placed.setAside == [.unknownPlace: 1])
        let finding = try #require(placed.report.diagnostics.first)
        #expect(finding.severity == .error && finding.code == "unknown-place")
        #expect(finding.location?.description == "events.csv:2:4" && finding.row == 1)
        #expect(finding.candidates.contains("gn:616052"))
        #expect(finding.remedy?.contains("did you mean \"Yerevan\" (gn:616052)") == true)
    }

    @Test func `an ambiguous place sets the row aside, with all candidates`() throws {
        let placed = try Sample.placed(at: "Garadaghli")
        #expect(placed.setAside == [.ambiguousPlace: 1] && placed.features.isEmpty)
        let finding = try #require(placed.report.diagnostics.first)
        #expect(finding.severity == .error && finding.code == "ambiguous-place")
        // GeoNames has the village of the name in Khojavend district under this id.
        #expect(finding.candidates.contains("gn:147928") && finding.candidates.count > 5)
        #expect(finding.remedy?.contains("add the district") == true)
    }

    @Test func `a movement with one unknown end has no place`() throws {
        let placed = try Sample.placed(at: "Ganja -> Qwxzville")
        #expect(placed.setAside == [.unknownPlace: 1] && placed.features.isEmpty)
        #expect(placed.report.diagnostics.first?.location?.description == "events.csv:2:13")
    }

    @Test func `a spelling with a slip is used, with a warning`() throws {
        let placed = try Sample.placed(at: "Sumqayid")
        #expect(placed.features.first?.place?.id == "gn:584923")
        #expect(placed.features.first?.place?.tier == "fuzzy")
        let finding = try #require(placed.report.diagnostics.first)
        #expect(finding.severity == .warning && finding.code == "place-with-slip")
        #expect(finding.problem.contains("\"Sumqayid\" is read as"))
        #expect(finding.candidates == ["gn:584923"])
    }

    @Test func `every row is in one count`() throws {
        let placed = try Sample.placed(
            """
            id,place,date,latitude,longitude
            1,Ganja,,,
            2,Armenia,,,
            3,,,,
            4,Garadaghli,,,
            5,Qwxzville,,,
            6,Ganja,1990-13,,
            7,,,91,46
            1,Ganja,,,

            """)
        #expect(placed.rows == 8)
        #expect(placed.placed == 1 && placed.countryLevel == 1 && placed.withoutPlace == 1)
        #expect(
            placed.setAside == [
                .ambiguousPlace: 1, .unknownPlace: 1, .unreadable: 2, .duplicate: 1,
            ])
        #expect(placed.report.diagnostics.compactMap(\.location?.line) == [5, 6, 7, 8, 9])
    }
}

@Suite("Damaged tables") struct DamagedTableTests {
    /// The program's own table with bytes changed, lost or doubled: never a crash, and where the file can
    /// be read at all, every row is in one count.
    @Test(arguments: 0..<24 as Range<UInt64>)
    func `no row is lost, whatever stands in it`(seed: UInt64) throws {
        var bytes = try Checkout.bytes(Checkout.exampleEvents)
        var random = SplitMix64(seed: seed)
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch UInt8.random(in: 0...3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(bytes[place], at: place)
            default: bytes.insert(contentsOf: Array("; -> ".utf8), at: place)
            }
        }
        let table: EventTable
        do throws(FileFault) {
            table = try EventTable.read(bytes, file: "events.csv")
        } catch {
            #expect(error.diagnostic.severity == .error)
            return
        }
        let placed = Sample.placer.place(table)
        #expect(
            placed.placed + placed.countryLevel + placed.withoutPlace + placed.setAsideCount
                == placed.rows)
        #expect(Set(placed.features.map(\.id)).count == placed.features.count)
    }
}
