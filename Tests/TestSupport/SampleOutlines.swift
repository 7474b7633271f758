internal import FlatFile

/// Small files of outlines, written by hand; numbers as the format has them.
package struct SampleOutlines {
    /// An arc: vertices in steps of 1e-4 degree, and the zoom from which each is needed.
    package struct Arc {
        package var points: [(x: Int32, y: Int32)]
        package var zooms: [UInt8]
        /// The lists of its first zooms.
        package var lists: [[UInt16]]

        package init(points: [(x: Int32, y: Int32)], zooms: [UInt8], lists: [[UInt16]] = []) {
            self.points = points
            self.zooms = zooms
            self.lists = lists
        }
    }

    /// An area, or a line without polygons of several rings.
    package struct Shape {
        package var id: String
        package var other: String
        package var kind: UInt32
        package var claim: UInt32
        package var chains: [[Int32]]

        package init(
            id: String = "tp:a", other: String = "", kind: UInt32, claim: UInt32 = 0,
            chains: [[Int32]]
        ) {
            self.id = id
            self.other = other
            self.kind = kind
            self.claim = claim
            self.chains = chains
        }
    }

    package var claims: [(validity: String, depicts: String)]
    package var arcs: [Arc]
    package var areas: [Shape]
    package var lines: [Shape]

    package init(
        claims: [(validity: String, depicts: String)] = [("1990/..", "2000")], arcs: [Arc] = [],
        areas: [Shape] = [], lines: [Shape] = []
    ) {
        self.claims = claims
        self.arcs = arcs
        self.areas = areas
        self.lines = lines
    }

    /// A square degree whose western side is an arc of its own; its middle vertices matter from zoom 3.
    package static let square = SampleOutlines(
        arcs: [
            Arc(
                points: [(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)], zooms: [0, 3, 0, 0],
                lists: [[0, 2, 3]]),
            Arc(points: [(0, 10_000), (-5_000, 5_000), (0, 0)], zooms: [0, 3, 0]),
        ],
        areas: [Shape(kind: 2, chains: [[1, 2]])], lines: [Shape(kind: 1, chains: [[2]])])

    /// One area and one line, each in an older and a newer place.
    package static let twoVersions: SampleOutlines = {
        func triangle(_ x: Int32) -> Arc {
            Arc(
                points: [(x, 0), (x + 10_000, 0), (x + 10_000, 10_000), (x, 0)],
                zooms: [0, 0, 0, 0])
        }
        let both: [UInt32] = [0, 1]
        return SampleOutlines(
            claims: [("1940/1960", ""), ("1990/..", "")],
            arcs: [triangle(10_000), triangle(20_000)],
            areas: both.map { Shape(kind: 2, claim: $0, chains: [[Int32($0) + 1]]) },
            lines: both.map {
                Shape(other: "tp:b", kind: 0, claim: $0, chains: [[Int32($0) + 1]])
            })
    }()

    /// The sections, by tag in the order of the file.
    package var sections: [(tag: String, bytes: [UInt8])] {
        var texts = TextPoolBuilder()
        var tables: [String: [UInt8]] = [:]
        tables["credits", default: []].append(littleEndian: texts.offset(of: "A credit"))
        for claim in claims {
            for text in [claim.validity, claim.depicts, "", "A title"] {
                tables["claims", default: []].append(littleEndian: texts.offset(of: text))
            }
            tables["claims", default: []] += [0, 0, 0, 0]
        }
        for arc in arcs { Self.add(arc, to: &tables) }
        for area in areas {
            let rings = parts(area.chains, &tables)
            Self.append([rings.first, rings.count], to: "polygons", &tables)
            addBox(area.chains, to: "areas", &tables)
            Self.append([texts.offset(of: area.id), area.claim, area.kind], to: "areas", &tables)
            let polygon = UInt32((tables["polygons"]?.count ?? 0) / 8) - 1
            Self.append([polygon, 1], to: "areas", &tables)
        }
        for line in lines {
            let chains = parts(line.chains, &tables)
            addBox(line.chains, to: "lines", &tables)
            Self.append(
                [
                    texts.offset(of: line.id), texts.offset(of: line.other), line.claim, line.kind,
                    chains.first, chains.count,
                ], to: "lines", &tables)
        }
        tables["texts"] = texts.bytes
        return [
            "texts", "credits", "claims", "points", "zooms", "indices", "levels", "arcs", "chains",
            "parts", "polygons", "areas", "lines",
        ].map { ($0, tables[$0] ?? []) }
    }

    /// The whole file.
    package var bytes: [UInt8] { Self.file(sections) }

    /// A file of such sections.
    package static func file(_ sections: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
        var writer = SectionFileWriter(SectionFile.Kind(magic: "TOPOLINE", version: 1))
        for section in sections { writer.add(section.tag, section.bytes) }
        return writer.bytes
    }

    private typealias Tables = [String: [UInt8]]

    private static func append(_ numbers: [UInt32], to tag: String, _ tables: inout Tables) {
        for number in numbers { tables[tag, default: []].append(littleEndian: number) }
    }

    private static func add(_ arc: Arc, to tables: inout Tables) {
        addBox(of: arc.points, to: "arcs", &tables)
        let firstPoint = UInt32((tables["points"]?.count ?? 0) / 8)
        let firstLevel = UInt32((tables["levels"]?.count ?? 0) / 4)
        append(
            [firstPoint, UInt32(arc.points.count), firstLevel, UInt32(arc.lists.count)],
            to: "arcs", &tables)
        for point in arc.points {
            tables["points", default: []].append(littleEndian: point.x)
            tables["points", default: []].append(littleEndian: point.y)
        }
        tables["zooms", default: []] += arc.zooms
        for list in arc.lists {
            append([UInt32((tables["indices"]?.count ?? 0) / 2)], to: "levels", &tables)
            for number in [UInt16(list.count)] + list {
                tables["indices", default: []].append(littleEndian: number)
            }
        }
    }

    private func parts(
        _ chains: [[Int32]], _ tables: inout Tables
    ) -> (first: UInt32, count: UInt32) {
        let first = UInt32((tables["parts"]?.count ?? 0) / 24)
        for chain in chains {
            addBox([chain], to: "parts", &tables)
            let start = UInt32((tables["chains"]?.count ?? 0) / 4)
            Self.append([start, UInt32(chain.count)], to: "parts", &tables)
            for number in chain { tables["chains", default: []].append(littleEndian: number) }
        }
        return (first, UInt32(chains.count))
    }

    private func addBox(_ chains: [[Int32]], to tag: String, _ tables: inout Tables) {
        let known = chains.joined().map { Int($0.magnitude) - 1 }.filter(arcs.indices.contains)
        Self.addBox(of: known.flatMap { arcs[$0].points }, to: tag, &tables)
    }

    private static func addBox(
        of points: [(x: Int32, y: Int32)], to tag: String, _ tables: inout Tables
    ) {
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        for edge in [xs.min(), ys.min(), xs.max(), ys.max()] {
            tables[tag, default: []].append(littleEndian: edge ?? 0)
        }
    }
}
