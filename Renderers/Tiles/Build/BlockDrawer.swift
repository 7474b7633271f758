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
    private let side: Int
    private var writer: PNGWriter

    init(source: Source, plan: TilePlan, compressionLevel: Int) throws(FileFault) {
        self.source = source
        side = plan.tileSide
        let options = PNGOptions(colors: .rgb, compressionLevel: compressionLevel)
        do throws(PNGEncodingError) {
            writer = try PNGWriter(options: options)
        } catch {
            throw Self.fault(error)
        }
    }

    /// Draws a block, and encodes what was not known before; it may become known meanwhile.
    mutating func draw(
        _ block: TileBlock, isKnown: (ContentHash) -> Bool
    ) throws(FileFault) -> DrawnBlock {
        let range = block.range
        let cutter = TileCutter(source.picture(of: range), side: side)
        var drawn = DrawnBlock()
        for tile in block.tiles {
            let cut = cutter.tile(
                column: tile.x - range.columns.lowerBound, row: tile.y - range.rows.lowerBound)
            drawn.tiles.append((tile.hilbertNumber, cut.hash))
            guard drawn.files[cut.hash] == nil, !isKnown(cut.hash) else { continue }
            do throws(PNGEncodingError) {
                drawn.files[cut.hash] = try writer.encode(cut.pixels)
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
