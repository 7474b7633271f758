package import Diagnostics
package import GeoModel
internal import SystemFiles

/// Writes features as FlatGeobuf, with the index by which readers fetch those in a box alone.
///
///     var writer = try FlatGeobufWriter(FlatGeobufHeader(name: "events", columns: columns))
///     for … { try writer.write(geometry, properties) }
///     try writer.finish { bytes in … }
///
/// The index comes before the features and wants them in its own order: they are laid aside in nameless files
/// in the folder for files that do not last, and memory holds 2 bytes for each, beside 20 MB. Equal features
/// in an equal order give equal bytes. A feature without a geometry comes last.
///
/// Source: https://flatgeobuf.org, version 3.
package struct FlatGeobufWriter: ~Copyable {
    /// `fgb`, version 3, and patch 1.
    static let magic: [UInt8] = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x01]
    /// How many bytes are gathered before they are laid aside or handed on.
    private static let pieceSize = 1 << 18

    /// What the file says of itself; it is written last, and may be changed until then.
    package var header: FlatGeobufHeader
    private var buffer = FlatBufferWriter()
    private let aside: SystemFile
    /// How many bytes were laid aside, without those in `buffer`.
    private var asideCount = 0
    private var leaves: LeafSorter
    /// The shape of all features; unknown where they have several.
    private var shape: FlatGeobufShape?

    /// Starts a file.
    ///
    /// - Throws: `FileFault` when nothing can be laid aside.
    package init(_ header: FlatGeobufHeader) throws(FileFault) {
        try self.init(header, runLength: LeafSorter.defaultRunLength)
    }

    init(_ header: FlatGeobufHeader, runLength: Int) throws(FileFault) {
        let aside = try Self.told { () throws(SystemFile.Failure) in try SystemFile.unnamed() }
        let leaves = try Self.told { () throws(SystemFile.Failure) in
            try LeafSorter(runLength: runLength)
        }
        self.header = header
        self.aside = aside
        self.leaves = leaves
    }

    /// Writes a feature.
    ///
    /// - Throws: `FileFault` when it cannot be laid aside, such as on a full disk.
    package mutating func write(
        _ geometry: Geometry?, _ properties: FlatGeobufProperties
    ) throws(FileFault) {
        let start = buffer.bytes.count
        note(geometry)
        var box = TreeBox()
        if case .point(let position) = geometry {
            buffer.append(point: position, properties)
            box.extend(to: position)
        } else {
            buffer.append(geometry, properties)
            for position in geometry?.positions ?? [] { box.extend(to: position) }
        }
        let leaf = Leaf(
            key: HilbertOrder.key(of: box), offset: UInt64(asideCount + start),
            size: UInt64(buffer.bytes.count - start), box: box)
        do throws(SystemFile.Failure) {
            try leaves.add(leaf)
            if buffer.bytes.count >= Self.pieceSize { try layAside() }
        } catch {
            throw Self.fault(error)
        }
    }

    private mutating func note(_ geometry: Geometry?) {
        guard let geometry else { return }
        shape = shape == nil || shape == geometry.shape ? geometry.shape : .unknown
    }

    private mutating func layAside() throws(SystemFile.Failure) {
        try aside.write(buffer.bytes)
        asideCount += buffer.bytes.count
        buffer.removeAll()
    }

    /// Hands over the whole file, a piece at a time; no feature may follow.
    ///
    /// - Parameter receive: Takes the next bytes.
    /// - Throws: `FileFault` when what was laid aside cannot be read, or `receive` throws it.
    package mutating func finish(
        _ receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        let sorted = try sorted()
        var tree = PackedTree()
        try Self.forEach(sorted) { leaf throws(FileFault) in tree.add(leaf.box) }
        tree.grow()
        try receive(
            Self.magic
                + header.bytes(shape: shape ?? .unknown, box: tree.box, count: sorted.count))
        guard sorted.count > 0 else { return }
        try Self.writeIndex(tree, sorted, receive)
        try Self.writeFeatures(aside, sorted, receive)
    }

    private mutating func sorted() throws(FileFault) -> SortedLeaves {
        do throws(SystemFile.Failure) {
            try layAside()
            return try leaves.sorted()
        } catch {
            throw Self.fault(error)
        }
    }

    private static func forEach(
        _ leaves: borrowing SortedLeaves, _ body: (Leaf) throws(FileFault) -> Void
    ) throws(FileFault) {
        var first = 0
        while true {
            let piece = try told { () throws(SystemFile.Failure) in
                try leaves.piece(from: first)
            }
            if piece.isEmpty { return }
            for leaf in piece { try body(leaf) }
            first += piece.count
        }
    }

    private static func writeIndex(
        _ tree: PackedTree, _ leaves: borrowing SortedLeaves,
        _ receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var bytes: [UInt8] = []
        tree.forEachInner { box, child in bytes.append(node: box, offset: UInt64(child)) }
        var offset: UInt64 = 0
        try forEach(leaves) { leaf throws(FileFault) in
            bytes.append(node: leaf.box, offset: offset)
            offset += leaf.size
            if bytes.count >= pieceSize {
                try receive(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try receive(bytes)
    }

    private static func writeFeatures(
        _ aside: borrowing SystemFile, _ leaves: borrowing SortedLeaves,
        _ receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        var bytes: [UInt8] = []
        // Neighbours on the curve that are neighbours in the file are read at once.
        var range = 0..<0
        func read() throws(FileFault) {
            bytes += try told { () throws(SystemFile.Failure) in
                let piece = try aside.bytes(at: range.lowerBound, count: range.count)
                guard piece.count == range.count else { throw .isGone }
                return piece
            }
            guard bytes.count >= pieceSize else { return }
            try receive(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        try forEach(leaves) { leaf throws(FileFault) in
            let (start, size) = (Int(leaf.offset), Int(leaf.size))
            if start == range.upperBound, range.count < pieceSize {
                range = range.lowerBound..<start + size
            } else {
                try read()
                range = start..<start + size
            }
        }
        try read()
        try receive(bytes)
    }

    /// Runs a step and says what it was for when it fails.
    private static func told<Result: ~Copyable>(
        _ step: () throws(SystemFile.Failure) -> Result
    ) throws(FileFault) -> Result {
        do throws(SystemFile.Failure) {
            return try step()
        } catch {
            throw fault(error)
        }
    }

    private static func fault(_ failure: SystemFile.Failure) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "no-room-aside",
                problem: "features cannot be laid aside while they are put in order: "
                    + failure.reason,
                remedy: "make room in the folder for files that do not last, or name another with "
                    + "TMPDIR"))
    }
}

extension [UInt8] {
    /// Appends a node of the index.
    fileprivate mutating func append(node box: TreeBox, offset: UInt64) {
        unsafe append(upTo: PackedTree.nodeBytes) { output in
            for edge in [box.west, box.south, box.east, box.north] {
                unsafe output.put(edge.bitPattern, count: 8)
            }
            unsafe output.put(offset, count: 8)
        }
    }
}
