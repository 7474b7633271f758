public import Diagnostics
internal import SystemFiles

/// Where tiles go: a folder or an archive.
public struct TileOutput: Hashable, Sendable {
    /// What is written.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A folder of files `z/x/y.png` with a TileJSON document, `tiles.json`.
        case folder
        /// MBTiles 1.3: an SQLite database.
        case mbtiles
        /// PMTiles 3: one file that is read by ranges.
        case pmtiles
    }

    /// What is written.
    public let kind: Kind
    /// Where.
    public let path: String
    /// Where the tiles will be fetched from, such as `https://example.org/tiles`; nil names them from
    /// where the TileJSON document lies.
    public var urlBase: String?

    /// Tells what is written from the ending: `.mbtiles`, `.pmtiles`, else a folder.
    public init(_ path: String, urlBase: String? = nil) {
        var path = path[...]
        while path.count > 1, path.last == "/" { path.removeLast() }
        self.path = String(path)
        self.urlBase = urlBase
        kind = Self.kind(of: self.path)
    }

    static func kind(of path: String) -> Kind {
        let name = path.lowercased()
        return name.hasSuffix(".pmtiles")
            ? .pmtiles : name.hasSuffix(".mbtiles") ? .mbtiles : .folder
    }

    /// Refuses what stands in the way, before anything is drawn: only tiles are replaced by tiles.
    ///
    /// - Throws: `FileFault` when the output exists as something else, or its folder does not.
    public func check() throws(FileFault) {
        let parent = SystemFile.folder(of: path)
        guard SystemFile.kind(of: parent) == .folder else {
            throw TileFault.fault(
                path, "unwritable-output", "there is no folder \(parent)", "make it first")
        }
        switch (SystemFile.kind(of: path), kind) {
        case (nil, _): return
        case (.file, .folder): throw TileFault.occupied(path, "a file", "a folder of tiles")
        case (.folder, .folder):
            guard holdsTiles else {
                throw TileFault.occupied(
                    path, "a folder without tiles of this program", "a folder of tiles")
            }
        case (.folder, _): throw TileFault.occupied(path, "a folder", "an archive")
        case (.other, _): throw TileFault.occupied(path, "a pipe or device", "tiles")
        case (.file, _):
            guard holdsArchive else {
                throw TileFault.occupied(path, "a file of another kind", "an archive of tiles")
            }
        }
    }

    /// Refuses tiles that would not fit on the disk, where so many bytes are free; nil asks the system.
    public func checkRoom(for estimate: TileEstimate, free: Int? = nil) throws(FileFault) {
        let folder = SystemFile.folder(of: path)
        guard let free = free ?? (try? SystemFile.freeBytes(at: folder)),
            free < estimate.diskBytes
        else { return }
        throw TileFault.noRoom(path, needed: estimate.diskBytes, free: free)
    }

    /// Whether the folder is empty or has a document of ours.
    private var holdsTiles: Bool {
        guard let names = try? SystemFile.names(in: path) else { return false }
        return names.isEmpty || names.contains(TileJSON.fileName)
    }

    /// Whether the file begins as its ending says; an empty one does.
    private var holdsArchive: Bool {
        guard let file = try? SystemFile.reading(path),
            let start = try? file.bytes(at: 0, count: 16)
        else { return false }
        let magic = kind == .pmtiles ? PMTilesHeader.magic : Array("SQLite format 3\0".utf8)
        return start.isEmpty || start.starts(with: magic)
    }

    /// Writes what has been made, gives it its name and takes the parts away.
    func write(_ spool: borrowing TileSpool, _ facts: TileSetFacts) throws(FileFault) {
        let parts = spool.folder
        do throws(SystemFile.Failure) {
            try Self.clear(parts.beside)
            try Self.clear(parts.old)
        } catch {
            throw TileFault.unwritable(parts.path, error)
        }
        switch kind {
        case .folder: try TileFolderWriter(facts, urlBase: urlBase).write(spool, to: parts.beside)
        case .mbtiles: try MBTilesWriter(facts).write(spool, to: parts.beside)
        case .pmtiles: try PMTilesWriter(facts).write(spool, to: parts.beside)
        }
        do throws(SystemFile.Failure) {
            if kind == .folder, SystemFile.kind(of: path) == .folder {
                try SystemFile.rename(path, to: parts.old)
            }
            try SystemFile.rename(parts.beside, to: path)
            try SystemFile.synchronizeFolder(SystemFile.folder(of: path))
            if kind != .folder, let urlBase {
                try writeDocument(TileJSON(facts, urlBase: urlBase).bytes, beside: parts)
            }
            try SystemFile.removeFolder(parts.path)
        } catch {
            throw TileFault.unwritable(path, error)
        }
    }

    /// The document of an archive, for whoever serves it: beside it, with `.json` behind its name.
    private func writeDocument(
        _ bytes: [UInt8], beside parts: TileSpoolFolder
    ) throws(SystemFile.Failure) {
        try SystemFile.write(bytes, toNew: parts.beside)
        try SystemFile.rename(parts.beside, to: "\(path).json")
    }

    /// Takes away what an interrupted run has left.
    private static func clear(_ name: String) throws(SystemFile.Failure) {
        switch SystemFile.kind(of: name) {
        case nil: return
        case .folder: try SystemFile.removeFolder(name)
        case .file, .other: SystemFile.remove(name)
        }
    }
}

extension SystemFile {
    /// Makes a file of bytes and waits until they are on the disk.
    static func write(_ bytes: [UInt8], toNew name: String) throws(Failure) {
        let file = try creating(name)
        try file.write(bytes)
        try file.synchronize()
    }
}
