internal import Diagnostics
internal import Projections
internal import SystemFiles

/// Writes a folder of files `z/x/y.png` with a TileJSON document.
///
/// Equal tiles are files of their own: web servers and archives would not keep them joined.
struct TileFolderWriter {
    private let facts: TileSetFacts
    private let urlBase: String?

    init(_ facts: TileSetFacts, urlBase: String?) {
        self.facts = facts
        self.urlBase = urlBase
    }

    func write(_ spool: borrowing TileSpool, to folder: String) throws(FileFault) {
        try tell(folder) { () throws(SystemFile.Failure) in try SystemFile.makeFolder(folder) }
        var last: TileID?
        try spool.forEachRun { (run) throws(FileFault) in
            let file = try spool.file(of: run.picture)
            for number in run.first..<run.end {
                guard let tile = TileID(hilbertNumber: number) else { continue }
                let name = "\(folder)/\(tile).png"
                try tell(name) { () throws(SystemFile.Failure) in
                    if last?.z != tile.z { try SystemFile.makeFolder("\(folder)/\(tile.z)") }
                    if last?.z != tile.z || last?.x != tile.x {
                        try SystemFile.makeFolder("\(folder)/\(tile.z)/\(tile.x)")
                    }
                    try SystemFile.creating(name).write(file)
                }
                last = tile
            }
        }
        let document = "\(folder)/\(TileJSON.fileName)"
        try tell(document) { () throws(SystemFile.Failure) in
            try SystemFile.write(TileJSON(facts, urlBase: urlBase).bytes, toNew: document)
        }
    }

    private func tell(
        _ name: String, _ step: () throws(SystemFile.Failure) -> Void
    ) throws(FileFault) {
        do throws(SystemFile.Failure) {
            try step()
        } catch {
            throw TileFault.unwritable(name, error)
        }
    }
}
