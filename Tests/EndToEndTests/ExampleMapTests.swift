import GeoJSON
import TestSupport
import Testing

/// Read from what the maps say of themselves (`--describe`); expected values are read off the table.
@Suite("The map of the example") struct ExampleMapTests {
    /// The example has 46 events (E27 has two rows), counted by eye.
    @Test(arguments: ExampleMap.allCases)
    func `every event is drawn or counted as not shown`(dated: ExampleMap) async throws {
        let drawn = try await dated.drawn
        let notShown = drawn.map["not_shown"]?.elements ?? []
        let count = notShown.compactMap { $0["count"]?.integer }.reduce(0, +)
        #expect(drawn.map["events"]?.integer == 46)
        #expect((drawn.map["drawn"]?.integer ?? 0) + count == 46)
        #expect(notShown.allSatisfy { $0["reason"]?.string?.isEmpty == false })
        #expect(drawn.texts("notes").contains { $0.hasPrefix("\(count) events not shown: ") })
    }

    @Test(arguments: ExampleMap.allCases)
    func `marks stand for as many events as are said to be drawn`(dated: ExampleMap) async throws {
        let map = try await dated.drawn.map
        let marked = Set(map["marks"]?.elements.compactMap { $0["event_id"]?.string } ?? [])
        // A road is drawn as a line and named, and has no mark.
        let roads = Set(
            map["labels"]?.elements.compactMap { $0["id"]?.string }
                .filter { $0.hasPrefix("road:") }
                .compactMap { $0.dropFirst(5).split(separator: "/").first.map(String.init) } ?? [])
        #expect(marked.union(roads).count == map["drawn"]?.integer)
    }

    /// Law 2 of the design: no option takes the line away.
    @Test(arguments: ExampleMap.allCases)
    func `says that all events come from one source`(dated: ExampleMap) async throws {
        let drawn = try await dated.drawn
        let line = "All events from one source: a web narrative of the Karabakh conflict"
        #expect(
            drawn.texts("notes").contains {
                $0.hasPrefix(line) && $0.hasSuffix("; others may differ")
            })
        #expect(drawn.svg.contains(line))
    }

    @Test func `the SVG is XML with the words of the map`() async throws {
        let svg = try await ExampleMap.today.drawn.svg
        #expect(svg.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
        #expect(svg.hasSuffix("</svg>\n"))
        #expect(svg.contains("width=\"1200\" height=\"900\""))
        #expect(svg.contains("<desc id=\"description\">"))
    }

    @Test(arguments: ExampleMap.allCases)
    func `no label touches another label`(dated: ExampleMap) async throws {
        let labels = try await dated.drawn.labels
        #expect(labels.count > 10)
        for (index, label) in labels.enumerated() {
            for other in labels[(index + 1)...] where other.panel == label.panel {
                #expect(!label.box.touches(other.box), "\(label.id) and \(other.id)")
            }
        }
    }

    @Test(arguments: ExampleMap.allCases)
    func `no label touches a mark`(dated: ExampleMap) async throws {
        let drawn = try await dated.drawn
        let marks = drawn.map["marks"]?.elements ?? []
        #expect(marks.count > 30)
        for label in drawn.labels {
            for mark in marks where mark["panel"]?.string == label.panel {
                let x = try #require(mark["x"]?.number)
                let y = try #require(mark["y"]?.number)
                let radius = try #require(mark["radius"]?.number)
                // Positions are rounded to a thousandth of a pixel.
                let gap = label.box.distance(x: x, y: y) - radius
                #expect(gap >= -0.002, "\(label.id) on \(mark["id"]?.string ?? ""): \(gap) pixels")
            }
        }
    }

    @Test(arguments: ExampleMap.allCases)
    func `labels and marks stand inside the picture`(dated: ExampleMap) async throws {
        let drawn = try await dated.drawn
        for label in drawn.labels {
            #expect(label.box.isInside(width: 1200, height: 900), "\(label.id)")
        }
        for mark in drawn.map["marks"]?.elements ?? [] {
            let (x, y) = (mark["x"]?.number ?? -1, mark["y"]?.number ?? -1)
            #expect((0...1200).contains(x) && (0...900).contains(y), "\(mark["id"]?.string ?? "")")
        }
    }

    /// Neither party of the example's conflict is named alone, whatever it was called.
    @Test(arguments: ExampleMap.allCases)
    func `both parties are named alike, or neither is`(dated: ExampleMap) async throws {
        let named = Set(try await dated.drawn.labels.map(\.id))
        #expect(named.contains("place:iso:AM") == named.contains("place:iso:AZ"))
        #expect(
            named.contains("place:tp:armenian-ssr") == named.contains("place:tp:azerbaijan-ssr"))
    }

    /// Georgia is in the frame of all three.
    @Test(arguments: ExampleMap.allCases)
    func `a neighbour is named on every date`(dated: ExampleMap) async throws {
        let named = Set(try await dated.drawn.labels.map(\.id))
        let names: Set = ["place:iso:GE", "place:tp:georgian-ssr"]
        #expect(!named.isDisjoint(with: names))
    }

    /// The oblast stood from 1923 to 1991, the line of contact from 1994 to 2020: each is drawn on the
    /// map of a date inside its time, and on no other (law 1 of the design).
    @Test(arguments: [
        (ExampleMap.today, [Substring]()), (.in1990, ["formerOblast"]),
        (.in2000, ["lineOfContact"]),
    ])
    func `dated lines are named on maps of their time`(dated: ExampleMap, lines: [Substring])
        async throws
    {
        let named = try await dated.drawn.labels.map(\.id).filter { $0.hasPrefix("line:") }
        #expect(Set(named.map { $0.dropFirst("line:".count) }) == Set(lines))
    }

    @Test(arguments: [ExampleMap.in1990, .in2000])
    func `an older map says its date and how old its borders are`(dated: ExampleMap) async throws {
        let notes = try await dated.drawn.texts("notes")
        #expect(notes.contains { $0.contains("as of \(dated.rawValue)") })
        #expect(notes.contains { $0.contains("the nearest known to \(dated.rawValue)") })
    }

    @Test func `tells what it read`() async throws {
        let errors = try await ExampleMap.today.drawn.errors
        #expect(errors.contains("events.csv: 47 rows: "))
        #expect(!errors.contains("error:"))
    }
}
