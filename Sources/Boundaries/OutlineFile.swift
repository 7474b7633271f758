internal import EDTF
internal import FlatFile
internal import GeoModel

/// Outlines read where they lie: arcs once, then what is made of them.
///
/// The page "The file of outlines" has its sections byte by byte. Opening reads the claims, some
/// dozens, and nothing else; a row that names what is not there reads as empty. `verify` looks at
/// everything.
///
///     areas ──▶ polygons ──▶ parts ──▶ chains ──▶ arcs ──▶ points
///     lines ───────────────▶ parts                └──▶ levels ──▶ indices
struct OutlineFile: Sendable {
    static let kind = SectionFile.Kind(magic: "TOPOLINE", version: 1)
    /// Coordinates count steps of so many to a degree.
    static let stepsPerDegree = 10_000.0
    /// The zoom at which every vertex is needed.
    static let fullZoom = 12

    let container: SectionFile
    let texts: TextPool
    let claims: [BoundaryClaim]
    let credits: [String]
    let points: FixedTable
    let zooms: FixedColumn<UInt8>
    let indices: FixedColumn<UInt16>
    let levels: FixedColumn<UInt32>
    let arcs: FixedTable
    let chains: FixedColumn<Int32>
    let parts: FixedTable
    let polygons: FixedTable
    let areas: FixedTable
    let lines: FixedTable

    /// Opens outlines.
    ///
    /// - Complexity: O(*c*) in the claims.
    init(_ bytes: FlatBytes) throws(BoundaryFileError) {
        do throws(FlatFileError) {
            let file = try SectionFile(bytes, kind: Self.kind)
            container = file
            texts = TextPool(try file.section("texts"))
            points = FixedTable(try file.section("points"), width: 8)
            zooms = FixedColumn(try file.section("zooms"))
            indices = FixedColumn(try file.section("indices"))
            levels = FixedColumn(try file.section("levels"))
            arcs = FixedTable(try file.section("arcs"), width: 32)
            chains = FixedColumn(try file.section("chains"))
            parts = FixedTable(try file.section("parts"), width: 24)
            polygons = FixedTable(try file.section("polygons"), width: 8)
            areas = FixedTable(try file.section("areas"), width: 36)
            lines = FixedTable(try file.section("lines"), width: 40)
            let creditTexts = FixedColumn<UInt32>(try file.section("credits"))
            credits = (0..<min(creditTexts.count, Self.mostCredits))
                .map { [texts] in texts[creditTexts[$0]] }
        } catch {
            throw .container(error)
        }
        claims = try Self.claims(of: container, texts)
    }

    /// More credits or claims are no file of ours.
    private static let mostCredits = 256
    private static let mostClaims = 65_536

    private static func claims(
        of file: SectionFile, _ texts: TextPool
    ) throws(BoundaryFileError) -> [BoundaryClaim] {
        guard let section = file.optionalSection("claims") else {
            throw .container(.missingSection("claims"))
        }
        let table = FixedTable(section, width: 20)
        guard table.count <= mostClaims else { throw .oddSize(section: "claims") }
        var claims: [BoundaryClaim] = []
        for row in 0..<table.count {
            claims.append(
                BoundaryClaim(
                    validity: try date(texts[table.number(row, at: 0)], claim: row),
                    depicts: try date(texts[table.number(row, at: 4)], claim: row),
                    perspective: texts[table.number(row, at: 8)],
                    source: texts[table.number(row, at: 12)],
                    certainty: certainty(table.number(row, at: 16, as: UInt8.self)),
                    isApproximate: table.number(row, at: 17, as: UInt8.self) != 0))
        }
        return claims
    }

    private static func date(
        _ text: String, claim: Int
    ) throws(BoundaryFileError) -> HistoricalDate? {
        guard !text.isEmpty else { return nil }
        do throws(EDTFError) {
            return try HistoricalDate(edtf: text)
        } catch {
            throw .notADate(text, problem: error.description, claim: claim)
        }
    }

    private static func certainty(_ code: UInt8) -> BoundaryClaim.Certainty {
        switch code {
        case 0: .high
        case 1: .medium
        default: .low
        }
    }
}
