internal import Diagnostics
internal import PNGEncoding
internal import Projections

/// The tiles of a block with the files of those pictures that were not known when it was drawn.
struct DrawnBlock: Sendable {
    /// Tiles by their number, in order, with the hash of what they show.
    var tiles: [(number: Int, hash: ContentHash)] = []
    /// Files by the hash of their pixels.
    var files: [ContentHash: [UInt8]] = [:]
}

/// Draws blocks and encodes what is new in them: one a thread.
struct BlockDrawer<Source: TileSource>: ~Copyable {
    private let source: Source
    private let sheets: TileSheets<Source>
    private var contents: TileContents
    private var writer: PNGWriter

    init(
        source: Source, sheets: TileSheets<Source>, plan: TilePlan, compressionLevel: Int
    ) throws(FileFault) {
        self.source = source
        self.sheets = sheets
        contents = TileContents(side: plan.tileSide)
        let options = PNGOptions(colors: .rgb, compressionLevel: compressionLevel)
        do throws(PNGEncodingError) {
            writer = try PNGWriter(options: options)
        } catch {
            throw Self.fault(error)
        }
    }

    /// Draws a block, and encodes what was not known before; it may become known meanwhile.
    mutating func draw(
        _ block: TileBlock, sheet: Int, isKnown: (ContentHash) -> Bool
    ) throws(FileFault) -> DrawnBlock {
        let range = block.range
        let pictures = sheets.use(sheet) { source.pictures(of: range, on: $0) }
        precondition(pictures.count == range.count, "a picture for each tile of the block")
        var drawn = DrawnBlock()
        for tile in block.tiles {
            let (column, row) = (
                tile.x - range.columns.lowerBound, tile.y - range.rows.lowerBound
            )
            let content = contents.content(of: pictures[row * range.columns.count + column])
            drawn.tiles.append((tile.hilbertNumber, content.hash))
            guard drawn.files[content.hash] == nil, !isKnown(content.hash) else { continue }
            do throws(PNGEncodingError) {
                drawn.files[content.hash] = try writer.encode(content.pixels)
            } catch {
                throw Self.fault(error)
            }
        }
        return drawn
    }

    private static func fault(_ error: PNGEncodingError) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "unencodable-tile", problem: "a tile cannot be encoded: \(error)"))
    }
}
