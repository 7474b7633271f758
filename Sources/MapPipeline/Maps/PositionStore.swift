internal import Cartography
internal import Diagnostics
internal import GeoModel
internal import Synchronization
internal import SystemFiles

/// Positions that are read more than once: in memory while they are few, else laid aside in a nameless
/// file, 8 bytes each.
///
/// Finding the frame takes their extent and counting takes the frame. Reading the table again would cost
/// ten times as much, and a pipe can be read only once.
struct PositionStore: ~Copyable {
    /// More are laid aside: 4 MiB of them.
    private static let mostInMemory = 1 << 19
    /// The positions of a block.
    private static let blockSize = 1 << 15

    private var held: [FixedCoordinate] = []
    private var aside: Aside?
    private(set) var count = 0

    /// The file, which lives as long as anyone may ask for its blocks.
    private final class Aside: Sendable {
        let file: SystemFile
        /// Set when a block could not be read, since whoever counts cannot stop.
        let failure = Mutex<SystemFile.Failure?>(nil)

        init(_ file: consuming SystemFile) { self.file = file }

        func block(_ index: Int) -> [FixedCoordinate] {
            do throws(SystemFile.Failure) {
                return try file.values(
                    of: FixedCoordinate.self, from: index * blockSize, count: blockSize)
            } catch {
                failure.withLock { $0 = error }
                return []
            }
        }
    }

    /// Takes more positions.
    ///
    /// - Throws: `FileFault` when they cannot be laid aside.
    mutating func add(_ positions: [FixedCoordinate]) throws(FileFault) {
        count += positions.count
        held += positions
        guard held.count > Self.mostInMemory else { return }
        do throws(SystemFile.Failure) {
            if aside == nil { aside = Aside(try SystemFile.unnamed()) }
            try aside?.file.write(held)
        } catch {
            throw Self.fault(error)
        }
        held.removeAll(keepingCapacity: true)
    }

    /// All positions, and what tells whether one of them could not be read again.
    ///
    /// - Throws: `FileFault` when they cannot be laid aside.
    consuming func source() throws(FileFault) -> (
        points: PointSource, fault: @Sendable () -> FileFault?
    ) {
        guard let aside else { return (PointSource(held), { nil }) }
        do throws(SystemFile.Failure) {
            try aside.file.write(held)
        } catch {
            throw Self.fault(error)
        }
        let points = PointSource(
            count: count, blockCount: (count + Self.blockSize - 1) / Self.blockSize
        ) { aside.block($0) }
        return (points, { aside.failure.withLock { $0 }.map(Self.fault) })
    }

    private static func fault(_ failure: SystemFile.Failure) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "no-room-aside",
                problem: "positions cannot be laid aside: \(failure.reason)",
                remedy: "make room in the folder of temporary files (8 bytes a row), or name "
                    + "another with TMPDIR"))
    }
}
