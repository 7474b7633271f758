import GeoJSON
import PNGEncoding
import Raster
import TestSupport
import Testing

/// Maps are drawn small here: what is tested is the file.
@Suite("Map files") struct MapFileTests {
    /// A style pixel is `scale` file pixels (the contract of `map`).
    @Test func `a PNG has the size asked for times the scale, and says what it shows`() async throws
    {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym(
                "map", "rows.csv", "-o", "map.png", "--size", "300x225", "--scale", "2", "--title",
                "Fairs", "--describe", "map.json")
            #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
            #expect(try workplace.newFiles() == ["map.json", "map.png"])

            let bytes = try workplace.bytes("map.png")
            let picture = try PNGDecoder.decode(bytes)
            #expect(picture.width == 600 && picture.height == 450)

            let texts = PNGFile(bytes).texts
            #expect(texts["Title"] == "Fairs")
            #expect(texts["Software"]?.hasPrefix("toponym ") == true)
            #expect(texts["Copyright"]?.contains("GeoNames") == true)
            #expect(texts["Copyright"]?.contains("Natural Earth") == true)
            #expect(
                texts["Comment"]?.contains("All events from one source: made for tests") == true)
            let described = try JSONValue(parsing: workplace.bytes("map.json"))
            #expect(texts["Description"] == described["alt"]?.string)
        }
    }

    @Test(arguments: ["map.png", "map.svg"])
    func `a file that may not become so large is told, and nothing is left of it`(name: String)
        async throws
    {
        try await Workplace.use { workplace in
            let run = try await Program.run(
                ["map", "rows.csv", "-o", name], in: workplace.folder, mostFileBlocks: 8)
            #expect(run.status == 2)
            #expect(run.errors.contains("ulimit -f"), "\(run.errors)")
            #expect(try workplace.newFiles().isEmpty)
        }
    }

    /// Law 8. The hashes: of the pack as `--version` tells it, of theme and fonts.
    @Test func `a file says what it was made from, and no path`() async throws {
        try await Workplace.use { workplace in
            func map(_ name: String, _ options: String...) async throws -> String {
                let run = try await Program.run(
                    [
                        "map", workplace.path("small.csv"), "-o", workplace.path(name), "--size",
                        "300x225",
                    ]
                        + options, in: workplace.folder)
                #expect(run.status == 0, "\(run.errors)")
                let bytes = try workplace.bytes(name)
                return name.hasSuffix(".png")
                    ? PNGFile(bytes).texts["XML:com.adobe.xmp"] ?? ""
                    : String(decoding: bytes, as: UTF8.self)
            }
            func fact(_ name: String, _ text: String) -> Substring {
                let parts = text.split(separator: "<toponym:\(name)>", maxSplits: 1)
                return parts.count < 2 ? "" : parts[1].prefix { $0 != "<" }
            }
            let light = try await map("light.png")
            let dark = try await map("dark.svg", "--theme", "dark")
            let version = try await workplace.toponym("--version").text
            #expect(version.contains("(\(fact("GazetteerHash", light)))"))
            for name in ["GazetteerHash", "ThemeHash", "FontsHash"] {
                #expect(fact(name, light).wholeMatch(of: /[0-9a-f]{16}/) != nil, "\(name)")
                let isSame = fact(name, light) == fact(name, dark)
                #expect(isSame == (name != "ThemeHash"))
            }
            #expect(fact("Theme", light) == "light" && fact("Theme", dark) == "dark")
            #expect(fact("NameRule", light).hasPrefix("Names: "))
            #expect(fact("Licences", light).contains("CC BY 4.0"))
            #expect(!light.contains(workplace.folder) && !dark.contains(workplace.folder))
        }
    }

    @Test func `a table without rows gives a map that says so`() async throws {
        try await Workplace.use { workplace in
            try workplace.write("id,date,place\n", to: "none.csv")
            let run = try await workplace.toponym(
                "map", "none.csv", "-o", "map.svg", "--describe", "map.json", "--language", "ru")
            #expect(run.status == 0, "\(run.errors)")
            let map = try JSONValue(parsing: workplace.bytes("map.json"))
            #expect(map["notes"]?.elements.first?.string == "Событий нет")
            #expect(map["events"]?.integer == 0)
        }
    }

    /// The contract of `--describe`: what is on the picture has a box, what is not has a reason.
    @Test func `a description has a box or a reason for everything`() async throws {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym(
                "map", "events.csv", "-o", "map.svg", "--describe", "map.json", "--graticule",
                "--inset", "on")
            #expect(run.status == 0, "\(run.errors)")
            let map = try JSONValue(parsing: workplace.bytes("map.json"))
            #expect(map["size"]?.elements.compactMap(\.integer) == [1200, 900])
            let names = Set(map["furniture"]?.elements.compactMap { $0["name"]?.string } ?? [])
            let wanted: Set = [
                "title", "notes", "scale bar", "degrees", "categories", "sizes", "how sure",
            ]
            #expect(names.isSuperset(of: wanted), "\(names.sorted())")
            for mark in map["marks"]?.elements ?? [] {
                #expect(mark["box"]?.elements.count == 4)
            }
            for label in map["labels"]?.elements ?? [] {
                #expect((label["box"]?.elements.count == 4) == (label["left_out"]?.string == nil))
            }
            let notDrawn = map["not_drawn"]?.elements ?? []
            let (events, drawn) = (map["events"]?.integer ?? 0, map["drawn"]?.integer ?? 0)
            #expect(notDrawn.count == events - drawn && !notDrawn.isEmpty)
            #expect(notDrawn.allSatisfy { $0["reason"]?.string?.isEmpty == false })
        }
    }

    /// Law 5: a shading skips the palette. Law 8: whoever made the heights is named where they are drawn.
    @Test func `a shaded map keeps its colours and names its heights`() async throws {
        try await Workplace.use { workplace in
            func map(_ file: String, _ options: String...) async throws -> String {
                let run = try await Program.run(
                    ["map", "--places", "Shusha", "-o", file, "--size", "300x225"] + options,
                    in: workplace.folder)
                return "\(run.status) \(run.errors)"
            }
            #expect(try await map("flat.png").hasPrefix("0 "))
            #expect(try await map("shaded.png", "--hillshade").hasPrefix("0 "))
            #expect(try await map("again.png", "--hillshade", "--threads", "2").hasPrefix("0 "))
            let (flat, shaded) = (
                try workplace.bytes("flat.png"), try workplace.bytes("shaded.png")
            )
            let isSame = try workplace.bytes("again.png") == shaded
            #expect(isSame)
            // The type of colours stands at byte 25 of a PNG: 3 is a palette, 2 red, green and blue.
            #expect((flat[25], shaded[25]) == (3, 2))
            let credit = "Terrain: GLOBE 1.0, NOAA National Geophysical Data Center"
            #expect(PNGFile(shaded).texts["Copyright"]?.contains(credit) == true)
            #expect(PNGFile(shaded).texts["Comment"]?.contains(credit) == true)
            #expect(PNGFile(flat).texts["Copyright"]?.contains("Terrain") == false)

            #expect(
                try await map("close.png", "--hillshade", "--bbox", "46.75,39.75,46.76,39.76")
                    .contains("note: nothing is shaded: "))
            let close = PNGFile(try workplace.bytes("close.png"))
            #expect(close.texts["Copyright"]?.contains("Terrain") == false)
            let refused = try await map("no.png", "--hillshade", "--png", "palette")
            #expect(refused.hasPrefix("2 "))
            #expect(refused.contains("a shaded map has more colours than a palette"))
            #expect(try await map("map.svg", "--hillshade").hasPrefix("0 "))
            let text = String(decoding: try workplace.bytes("map.svg"), as: UTF8.self)
            #expect(text.contains("data:image/png;base64,"))
        }
    }

    /// Laws 2 and 8 of the design: no option takes the source of events and data away.
    @Test func `a bare map keeps its provenance in the file`() async throws {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym(
                "map", "small.csv", "-o", "map.png", "--size", "200x200", "--bare", "--alt", "A map"
            )
            #expect(run.status == 0, "\(run.errors)")
            let texts = PNGFile(try workplace.bytes("map.png")).texts
            #expect(texts["Description"] == "A map")
            let notes = texts["Comment"]?.split(separator: "\n") ?? []
            #expect(
                notes.contains("All events from one source: made for tests; others may differ"))
            #expect(notes.contains { $0.hasPrefix("Names: ") })
            #expect(texts["Copyright"]?.contains("Borders: Natural Earth") == true)
        }
    }

    /// The rows of the fixture, counted by eye: R2 and R3 cannot be read, R11 repeats R1, R5 and R8
    /// name no known place, R6 names many; R9 is known by country, R10 has no place.
    @Test func `rows set aside are listed where they stand and counted on the map`() async throws {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym(
                "map", "rows.csv", "-o", "map.svg", "--describe", "map.json")
            #expect(run.status == 0)
            for place in ["3:9", "4:21", "6:15", "7:15", "9:24"] {
                #expect(run.errors.contains("rows.csv:\(place): error: "), "\(place)")
            }
            let map = try JSONValue(parsing: workplace.bytes("map.json"))
            let notShown = map["not_shown"]?.elements.map {
                "\($0["count"]?.integer ?? 0) \($0["reason"]?.string ?? "")"
            }
            #expect(
                notShown == [
                    "1 known by country only", "1 no place given",
                    "2 set aside: a cell cannot be read", "1 set aside: the same as an earlier row",
                    "2 set aside: place not known", "1 set aside: several places fit",
                ])
            #expect(map["drawn"]?.integer == 4)
        }
    }

    /// The names are those that both languages use in their encyclopedias.
    @Test func `places asked for are named in the languages asked for`() async throws {
        try await Workplace.use { workplace in
            let run = try await workplace.toponym(
                "map", "--places", "Stepanakert; Erivan; Qwxzville", "--names", "az+hy", "-o",
                "names.svg", "--describe", "names.json")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("error: no place is called \"Qwxzville\""))
            let map = try JSONValue(parsing: workplace.bytes("names.json"))
            let labels = (map["labels"]?.elements ?? []).compactMap(PlacedLabel.init)
            func words(_ id: String) -> String? {
                labels.first { $0.id == "place:\(id)" }?.lines.joined(separator: " ")
            }
            #expect(words("gn:146970") == "Xankəndi / Ստեփանակերտ")
            #expect(words("gn:616052") == "İrəvan / Երևան")
            let notes = map["notes"]?.elements.compactMap(\.string) ?? []
            #expect(notes.contains { $0.hasPrefix("Names: Azerbaijani and Armenian") })
            #expect(map["not_shown"]?.elements.map { $0["count"]?.integer } == [1])
        }
    }

    @Test func `two runs, two threads and shuffled rows give the same bytes`() async throws {
        try await Workplace.use { workplace in
            try workplace.write(try Table.shuffledExample(seed: 7), to: "shuffled.csv")
            var files: [[UInt8]] = []
            for (table, threads) in [("events", 1), ("events", 2), ("shuffled", 1)] {
                let run = try await workplace.toponym(
                    "map", "\(table).csv", "-o", "map.png", "--size", "480x360", "--threads",
                    "\(threads)")
                #expect(run.status == 0, "\(run.errors)")
                files.append(try workplace.bytes("map.png"))
            }
            #expect(files[0].count > 10_000)
            #expect(files[1] == files[0], "two threads")
            #expect(files[2] == files[0], "shuffled rows")
        }
    }

    @Test func `a map that cannot be written leaves nothing behind`() async throws {
        try await Workplace.use { workplace in
            for name in ["missing/map.png", "small.csv/map.png", "folder.png"] {
                let run = try await workplace.toponym(
                    "map", "--places", "Baku", "--bare", "--size", "200x200", "-o", name)
                #expect(run.status == 2, "\(name)")
                #expect(run.errors.hasPrefix("\(name): error: cannot write it: "), "\(run.errors)")
            }
            let run = try await workplace.toponym(
                "map", "--places", "Baku", "--bare", "--size", "200x200", "-o", "map.png",
                "--describe", "missing/map.json")
            #expect(run.status == 2 && run.errors.hasPrefix("missing/map.json: error: "))
            #expect(try workplace.newFiles().isEmpty)
        }
    }

    @Test func `an older file is replaced whole`() async throws {
        try await Workplace.use { workplace in
            try workplace.write("an older file", to: "map.png")
            let run = try await workplace.toponym(
                "map", "--places", "Baku", "--bare", "--size", "200x200", "--png", "rgb", "-o",
                "map.png")
            #expect(run.status == 0, "\(run.errors)")
            #expect(try PNGDecoder.decode(workplace.bytes("map.png")).width == 200)
            #expect(try workplace.newFiles() == ["map.png"])
        }
    }
}

/// The example table in another order.
enum Table {
    /// The rows in an order that the seed says; no cell of the example holds a line end.
    static func shuffledExample(seed: UInt64) throws -> String {
        var rows = String(decoding: try Checkout.bytes(Checkout.exampleEvents), as: UTF8.self)
            .split(whereSeparator: \.isNewline)
        try #require(rows.count == 48, "the header and 47 rows")
        let header = rows.removeFirst()
        var generator = SplitMix64(seed: seed)
        rows.shuffle(using: &generator)
        return ([header] + rows).map { $0 + "\n" }.joined()
    }
}
