internal import GeoJSON
internal import Projections
internal import SystemFiles

/// A folder of tiles with its TileJSON document.
struct TileFolderArchive: TileArchive {
    private(set) var facts: TileArchiveFacts
    private let folder: String

    /// A document or picture of more bytes is refused.
    private static let mostBytes = 16 << 20

    init(_ folder: String) throws(TileArchiveFault) {
        self.folder = folder
        let document = try Self.json(Self.bytes("\(folder)/\(TileJSON.fileName)"))
        guard case .object(let members) = document,
            case .integer(let first) = document["minzoom"],
            case .integer(let last) = document["maxzoom"], first >= 0, first <= last,
            last <= TileID.deepestZoom
        else { throw TileArchiveFault("\(TileJSON.fileName) says no zooms that there are") }
        facts = TileArchiveFacts(
            kind: .folder, zooms: first...last,
            texts: members.compactMap { member in
                guard case .string(let text) = member.value else { return nil }
                return .init(member.key, text)
            })
        if case .array(let values) = document["bounds"] {
            facts.bounds = TileArchiveFacts.bounds(values.compactMap(\.asDegrees), of: values.count)
        }
        facts.narrow()
    }

    func structureFindings(_ log: inout FindingLog) {
        if facts["tilejson"] != "3.0.0" { log.add("\(TileJSON.fileName) is not of TileJSON 3.0.0") }
        for key in ["name", "attribution"] where facts[key] == nil {
            log.add("\(TileJSON.fileName) has no \(key)")
        }
        if facts.bounds == nil { log.add("\(TileJSON.fileName) says no bounds that there are") }
    }

    func forEachTile(
        _ body: (TileID, PictureKey) throws(TileArchiveFault) -> Void
    ) throws(TileArchiveFault) {
        for zoom in try names("").filter({ $0 != TileJSON.fileName }) {
            for column in try names("/\(zoom)") {
                for file in try names("/\(zoom)/\(column)") {
                    let row = file.hasSuffix(".png") ? String(file.dropLast(4)) : file
                    guard let z = Int(zoom), let x = Int(column), let y = Int(row),
                        let tile = TileID(z: z, x: x, y: y),
                        "\(tile).png" == "\(zoom)/\(column)/\(file)"
                    else { throw TileArchiveFault("\(zoom)/\(column)/\(file) is no tile") }
                    try body(tile, .tile(tile))
                }
            }
        }
    }

    func file(of picture: PictureKey) throws(TileArchiveFault) -> [UInt8] {
        guard case .tile(let tile) = picture else { return [] }
        return try Self.bytes("\(folder)/\(tile).png")
    }

    /// What stands in a folder of the folder, sorted.
    private func names(_ path: String) throws(TileArchiveFault) -> [String] {
        do throws(SystemFile.Failure) {
            return try SystemFile.names(in: folder + path).sorted()
        } catch {
            throw TileArchiveFault("cannot read \(folder + path): \(error.reason)")
        }
    }

    private static func bytes(_ name: String) throws(TileArchiveFault) -> [UInt8] {
        let file = try TileBytes(file: name)
        guard file.count <= mostBytes else {
            throw TileArchiveFault("\(name) has \(file.count) bytes")
        }
        return try file.bytes(at: 0, count: file.count)
    }

    private static func json(_ bytes: [UInt8]) throws(TileArchiveFault) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw TileArchiveFault("\(TileJSON.fileName): \(error)", at: error.offset)
        }
    }
}

extension JSONValue {
    fileprivate var asDegrees: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
