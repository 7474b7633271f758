import GeoJSON
import MapPipeline
import PlacePack
import PlaceResolution
import Places
import Testing

/// Keys and their order are those of the program's contract.
@Suite("JSON shapes") struct DocumentTests {
    private let document = PlaceDocument(pack: .embedded)
    private let resolver = PlaceResolver(pack: .embedded)

    private func lookup(_ query: String) -> JSONValue {
        document.lookup(query, resolver.resolve(query))
    }

    @Test func `a match`() throws {
        let answer = lookup("Irevan")
        #expect(answer.keys == ["query", "status", "candidates"])
        #expect(answer["query"] == "Irevan" && answer["status"] == "match")
        let first = try #require(answer["candidates"]?.elements.first)
        #expect(
            first.keys == [
                "id", "name", "kind", "country", "admin1", "longitude", "latitude", "matched",
                "tier",
                "score", "distance", "reasons",
            ])
        // GeoNames 616052: Yerevan, 40.17765 N, 44.51260 E.
        #expect(first["id"] == "gn:616052" && first["kind"] == "city" && first["country"] == "AM")
        #expect(first["longitude"] == 44.5126 && first["latitude"] == 40.17765)
        #expect(first["tier"] == "folded" && first["distance"] == 0)
        #expect(
            first["matched"]?.keys == [
                "text", "language", "kind", "perspective", "period", "source", "certainty",
            ])
        #expect(first["matched"]?["text"] == "İrəvan")
    }

    @Test func `several and none`() {
        let several = lookup("Garadaghli")
        #expect(several["status"] == "ambiguous")
        #expect((several["candidates"]?.elements.count ?? 0) > 5)
        let none = lookup("Qwxzville")
        #expect(none.keys == ["query", "status", "candidates", "reason", "suggestions"])
        #expect(none["status"] == "none" && none["candidates"] == [])
        #expect(lookup("Minsk Group")["candidates"] == [])
    }

    @Test func `a place that several countries claim lists each claim`() throws {
        let place = try #require(Pack.embedded.places.first { $0.countries.count > 1 })
        let value = document.place(place)
        #expect(value.keys.last == "countries")
        let claims = try #require(value["countries"]?.elements)
        #expect(claims.count == place.countries.count)
        #expect(
            claims.allSatisfy { $0.keys == ["country", "perspective", "period", "source"] })
    }

    @Test func `every name of a place`() throws {
        let place = try #require(Pack.embedded.place(id: "gn:146970"))
        let value = document.names(of: place)
        #expect(value.keys == ["id", "name", "names"])
        let names = try #require(value["names"]?.elements)
        #expect(names.count == place.names.count)
        #expect(
            names.allSatisfy {
                $0.keys == [
                    "text", "language", "kind", "perspective", "period", "source", "certainty",
                    "derived",
                ]
            })
        #expect(names.contains { $0["text"] == "Ստեփանակերտ" })
    }

    /// RFC 7946: type, geometry and properties; longitude first.
    @Test func `a candidate as a feature`() throws {
        let candidate = try #require(resolver.resolve("Baku").candidates.first)
        let feature = document.feature("Baku", candidate)
        #expect(feature.keys == ["type", "id", "geometry", "properties"])
        #expect(feature["geometry"]?["coordinates"] == [49.89201, 40.37767])
        #expect(feature["properties"]?.keys.prefix(2) == ["query", "id"])
    }

    @Test func `a report`() throws {
        let placed = try Sample.placed("id,place\n1,Ganja\n2,Garadaghli\n3,\n4,Armenia\n")
        let document = CheckDocument(placed)
        #expect(
            document.json.keys == [
                "file", "rows", "placed", "country_level", "without_place", "set_aside",
                "diagnostics",
            ])
        let finding = try #require(document.json["diagnostics"]?.elements.first)
        #expect(
            finding.keys == [
                "severity", "file", "line", "column", "row", "code", "problem", "remedy",
                "candidates",
            ])
        #expect(finding["line"] == 3 && finding["column"] == 3 && finding["row"] == 2)
        #expect(
            document.summary == "events.csv: 4 rows: 1 placed, 1 known by country only, 1 without a"
                + " place, 1 set aside (several places fit: 1)")
    }
}

extension JSONValue {
    /// The elements; none for other values.
    fileprivate var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The keys of an object, in order; none for other values.
    fileprivate var keys: [String] {
        if case .object(let members) = self { members.map(\.key) } else { [] }
    }
}
