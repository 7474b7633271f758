internal import Projections

/// What an archive says of its tiles.
public struct TileArchiveFacts: Hashable, Sendable {
    /// What it is: a folder, MBTiles or PMTiles.
    public var kind: TileOutput.Kind
    /// The zooms it declares.
    public var zooms: ClosedRange<Int>
    /// The bounds it declares, or the box inside them that it says to have; nil when it says none.
    public var bounds: TileBounds?
    /// Texts by key, in the order of the archive.
    public var texts: [TileSetDetails.Remark]
    /// How many bytes the archive has; nil for a folder.
    public var bytes: Int?

    /// The text of a key.
    public subscript(key: String) -> String? { texts.first { $0.key == key }?.text }
}

/// An archive of tiles that was opened.
protocol TileArchive {
    /// What it declares.
    var facts: TileArchiveFacts { get }
    /// What of its own structure is against the rules of its format.
    func structureFindings(_ log: inout FindingLog) throws(TileArchiveFault)
    /// Hands over all tiles, each with the key of its picture; in which order is up to the archive.
    func forEachTile(
        _ body: (TileID, PictureKey) throws(TileArchiveFault) -> Void
    ) throws(TileArchiveFault)
    /// The file of a picture.
    func file(of picture: PictureKey) throws(TileArchiveFault) -> [UInt8]
}

/// Where the file of a picture is found: equal keys, equal pictures.
enum PictureKey: Hashable, Sendable {
    /// In a range of bytes.
    case range(offset: Int, count: Int)
    /// In a row of a table.
    case row(Int)
    /// In a file of a folder, or a cell of a table.
    case tile(TileID)
}

/// What is wrong with an archive, as far as it is worth listing.
struct FindingLog {
    /// How many are kept.
    static let most = 40

    private(set) var findings: [TileArchiveFault] = []
    private(set) var count = 0

    mutating func add(_ problem: String, at offset: Int? = nil) {
        count += 1
        if findings.count < Self.most { findings.append(TileArchiveFault(problem, at: offset)) }
    }
}

extension TileArchiveFacts {
    /// Reads bounds as archives write them, four numbers in degrees; nil unless they are such.
    static func bounds(_ text: String) -> TileBounds? {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            Double(part.drop { $0 == " " })
        }
        return bounds(numbers.compactMap(\.self), of: numbers.count)
    }

    static func bounds(_ degrees: [Double], of count: Int = 4) -> TileBounds? {
        guard degrees.count == 4, count == 4, degrees.allSatisfy({ abs($0) <= 180 }) else {
            return nil
        }
        let steps = degrees.map { Int(($0 * Double(TileBounds.steps)).rounded()) }
        let (south, north) = (
            max(steps[1], -TileBounds.mostNorth), min(steps[3], TileBounds.mostNorth)
        )
        return TileBounds(checking: steps[0], south, steps[2], north)
    }

    /// The box that a text of ours says to be there inside the declared bounds.
    mutating func narrow() {
        if let box = self["box"].flatMap(Self.bounds) { bounds = box }
    }
}
